import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import type { Context } from '../../graph/context.ts'
import { AcceptInvitationInput, ChooseEmployerResult } from './accounts.seats.types.ts'
import { AcceptInvitationResult } from './accounts.sign-in.types.ts'
import { ViewerType } from './accounts.types.ts'
import { acceptInvitation } from './commands/accept-invitation.ts'
import { chooseEmployer } from './commands/choose-employer.ts'

/** Whom of several a person acts as. */
@Resolver(() => ViewerType)
export class SeatsResolver {
  @Audience('public')
  @Mutation(() => AcceptInvitationResult, {
    description:
      'もうログインに使っているメールアドレスで、担当者への招待を受ける。はじめての人は registerPassword(MEMBER)。\nTakes an invitation with an account that exists; others use registerPassword.',
  })
  acceptInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => AcceptInvitationInput, { description: '招待のキーと、いまのパスワード。\nKey and present password.' })
    input: AcceptInvitationInput,
  ) {
    return acceptInvitation(ctx, input)
  }

  @Audience('employer.viewer')
  @Mutation(() => ChooseEmployerResult, {
    description: 'いくつもの事業所の担当者が、使う事業所を切りかえる。\nActs for another of the establishments one is a member of.',
  })
  chooseEmployer(
    @Ctx() ctx: Context,
    @Arg('employerId', () => ID, { description: '事業所の id。\nThe establishment.' }) employerId: string,
  ) {
    return chooseEmployer(ctx, employerId)
  }
}
