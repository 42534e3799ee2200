import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { purposeOf } from '../accounts/accounts.staff.queries.ts'
import { Audience } from '../../graph/audience.ts'
import { type Context, viewerAs } from '../../graph/context.ts'
import { awaitedAccountOf } from '../accounts/accounts.loaders.ts'
import { optionalEmail } from '../accounts/accounts.rules.ts'
import { AwaitedAccount } from '../accounts/accounts.staff.types.ts'
import { registerSeeker } from './commands/register-seeker.ts'
import { seekerOfNumber } from './seekers.queries.ts'
import type { SeekerRow } from './seekers.table.ts'
import { RegisterSeekerInput, RegisterSeekerResult, Seeker } from './seekers.types.ts'

@Resolver(() => Seeker)
export class SeekersStaffResolver {
  @Audience('counter', 'manager')
  @Query(() => Seeker, {
    nullable: true,
    description: '求職番号でさがす。だれが何のために見たかが残ります。\nFinds a seeker; the look is recorded.',
  })
  staffSeeker(
    @Ctx() ctx: Context,
    @Arg('seekerNumber', () => String, { description: '求職番号。\nSeeker number.' }) seekerNumber: string,
    @Arg('purpose', () => String, { description: '見る理由。\nWhat for.' }) purpose: string,
  ) {
    return seekerOfNumber(ctx, seekerNumber, purposeOf(ctx, purpose))
  }

  @Audience('counter', 'manager')
  @Mutation(() => RegisterSeekerResult, {
    description:
      '窓口で求職者を登録する。番号が付き、すぐに有効になります。メールアドレスを登録すると、ご本人がマイページを開けます。\nRegisters a seeker at the counter.',
  })
  registerSeeker(
    @Ctx() ctx: Context,
    @Arg('input', () => RegisterSeekerInput, { description: '求職者。\nThe seeker.' }) input: RegisterSeekerInput,
    @Arg('key', () => String, { description: 'くりかえしを見分ける印。\nIdempotency key.' }) key: string,
    @Arg('dryRun', () => Boolean, {
      defaultValue: false,
      description: '試すだけ。何も変えません。\nChanges nothing; answers what would change.',
    })
    dryRun: boolean,
  ) {
    const { myPageEmail, ...registration } = input
    const typed = { registration: { ...registration }, myPageEmail: optionalEmail(myPageEmail) }
    return registerSeeker(ctx, viewerAs(ctx, 'staff'), { ...typed, key, dryRun })
  }

  @FieldResolver(() => AwaitedAccount, {
    nullable: true,
    description:
      '窓口で登録した、マイページを開くためのメールアドレス。職員だけに見えます。\nThe address that opens the My Page, for staff.',
  })
  awaitedAccount(@Root() seeker: SeekerRow, @Ctx() ctx: Context) {
    return ctx.viewer.kind === 'staff' ? awaitedAccountOf(ctx).load(seeker.id) : null
  }
}
