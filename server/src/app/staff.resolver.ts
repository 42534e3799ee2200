import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver } from 'type-graphql'
import { Audience } from '../graph/audience.ts'
import { type Context, viewerAs } from '../graph/context.ts'
import { PageArgs } from '../graph/page.ts'
import type { Id } from '../kernel/ids.ts'
import { waitingClaims } from '../modules/employers/employers.claims.queries.ts'
import { WaitingClaims } from '../modules/employers/employers.claims.types.ts'
import { waitingEmployers } from '../modules/employers/employers.provisional.queries.ts'
import { WaitingEmployers } from '../modules/employers/employers.opening.types.ts'
import { Waiting } from '../modules/postings/postings.results.types.ts'
import { unconfirmedSeekers } from '../modules/seekers/seekers.queries.ts'
import { auditTrail } from './audit.queries.ts'
import { AuditRecordConnection } from './audit.types.ts'

/** The one office whose numbers a viewer reads; null: all. A center never reads of the offices' people. */
function ownOffice(ctx: Context): Id<'off'> | null {
  const { role, center, officeId } = viewerAs(ctx, 'staff')
  return role === 'COUNTER' || center ? officeId : null
}

/** What staff read across all modules. */
@Resolver(() => Waiting)
export class StaffResolver {
  @FieldResolver(() => WaitingEmployers, { description: '確認を待つ事業所。\nEstablishments that wait for their first acceptance.' })
  employers(@Ctx() ctx: Context) {
    return waitingEmployers(ctx, ownOffice(ctx))
  }

  @FieldResolver(() => WaitingClaims, { description: '確認を待つ事業所番号の申出。\nClaims of employer numbers that wait.' })
  claims(@Ctx() ctx: Context) {
    return waitingClaims(ctx, ownOffice(ctx))
  }

  @FieldResolver(() => Int, { description: '確認を待つオンライン登録の求職者の数。\nOnline seekers not yet checked.' })
  seekers(@Ctx() ctx: Context): Promise<number> {
    return unconfirmedSeekers(ctx, ownOffice(ctx))
  }

  @Audience('counter', 'manager', 'auditor')
  @Query(() => AuditRecordConnection, {
    description: '記録、新しい順。窓口は自分の安定所のしたこと。\nThe audit trail, newest first; the counter reads its own office’s.',
  })
  auditRecords(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('object', () => ID, { nullable: true, description: 'このもの。\nOnly about this.' }) object?: string | null,
    @Arg('person', () => ID, { nullable: true, description: 'この人のデータ。\nOnly about this person’s data.' }) person?: string | null,
  ) {
    return auditTrail(ctx, { object: object ?? null, person: person ?? null, office: ownOffice(ctx) }, page)
  }
}
