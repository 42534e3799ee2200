import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../graph/context.ts'
import { type ViewerRoot, ViewerType } from '../accounts/accounts.types.ts'
import { officeById } from '../offices/offices.loaders.ts'
import { Office } from '../offices/offices.types.ts'
import { invitationByRegistrant, registrantById } from './entries.loaders.ts'
import { type InvitationState, invitationStateAt } from './entries.rules.ts'
import type { RegistrantRow } from './entries.table.ts'
import { InvitationStateEnum, Registrant } from './entries.types.ts'

@Resolver(() => Registrant)
export class EntriesResolver {
  @FieldResolver(() => Office, { description: '招待したセンター。\nThe center.' })
  office(@Root() registrant: RegistrantRow, @Ctx() ctx: Context) {
    return officeById(ctx).load(registrant.officeId)
  }

  @FieldResolver(() => InvitationStateEnum, { description: 'いちばん新しい招待の状態。\nState of the newest invitation.' })
  async invitationState(@Root() { id }: RegistrantRow, @Ctx() ctx: Context): Promise<InvitationState> {
    const newest = await invitationByRegistrant(ctx).load(id)
    return newest ? invitationStateAt(newest, ctx.now()) : 'DEAD'
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'いちばん新しい招待は、この時から使えません。\nThe newest invitation is dead from this moment.',
  })
  async invitationValidUntil(@Root() { id }: RegistrantRow, @Ctx() ctx: Context): Promise<Date | null> {
    return (await invitationByRegistrant(ctx).load(id))?.validUntil ?? null
  }
}

/** What this module adds to the viewer. */
@Resolver(() => ViewerType)
export class ViewerRegistrantResolver {
  @FieldResolver(() => Registrant, { nullable: true, description: 'センターの登録者として見ているとき。\nThe registrant.' })
  registrant(@Root() { viewer }: ViewerRoot, @Ctx() ctx: Context) {
    return viewer.kind === 'registrant' ? registrantById(ctx).load(viewer.registrantId) : null
  }
}
