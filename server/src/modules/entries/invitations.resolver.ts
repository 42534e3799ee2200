import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import type { Context } from '../../graph/context.ts'
import { officeById } from '../offices/offices.loaders.ts'
import { Office } from '../offices/offices.types.ts'
import { openInvitation } from './commands/open-invitation.ts'
import { requestNewInvitation } from './commands/request-new-invitation.ts'
import { invitationOfToken, type InvitationWithRegistrant } from './entries.queries.ts'
import { Invitation, InvitationRequest, OpenInvitationResult, RequestNewInvitationResult } from './entries.types.ts'

/** Way 3, seen by who holds the link. */
@Resolver(() => Invitation)
export class InvitationsResolver {
  @Audience('public')
  @Query(() => Invitation, {
    nullable: true,
    description: '招待のリンク。見るだけでは使われません。使えないときは null。\nA link still good; looking does not use it.',
  })
  invitation(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'リンクの終わりの文字。\nToken of the link.' }) token: string,
  ) {
    return invitationOfToken(ctx, token)
  }

  @Audience('public')
  @Mutation(() => OpenInvitationResult, {
    description: '招待のリンクでパスワードを決め、ログインする。1回だけ(R24)。\nSets the password by the link, once, and signs in.',
  })
  openInvitation(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'リンクの終わりの文字。\nToken of the link.' }) token: string,
    @Arg('password', () => String, { description: '新しいパスワード。\nPassword.' }) password: string,
    @Arg('confirmation', () => String, { description: '確認のためもう一度。\nThe same again.' }) confirmation: string,
    @Arg('termsVersion', () => String, { description: '同意した規約の版。\nVersion of the terms agreed to.' }) termsVersion: string,
  ) {
    return openInvitation(ctx, { token, password, confirmation, termsVersion })
  }

  @Audience('public')
  @Mutation(() => RequestNewInvitationResult, {
    description:
      '新しいリンクを頼む。どのアドレスにもメールが届き、つぎにすることが書いてあります。\nAsks for a new link; a mail to the address says what next.',
  })
  requestNewInvitation(
    @Ctx() ctx: Context,
    @Arg('email', () => String, { description: '招待が届いたメールアドレス。\nWhere the invitation came to.' }) email: string,
  ) {
    return requestNewInvitation(ctx, email)
  }

  @FieldResolver(() => String, { description: '招待されたメールアドレス。ログインのIDになります。\nE-mail, the user ID.' })
  email(@Root() { registrant }: InvitationWithRegistrant): string {
    return registrant.email
  }

  @FieldResolver(() => Office, { description: '招待したセンター。\nThe center.' })
  office(@Root() { registrant }: InvitationWithRegistrant, @Ctx() ctx: Context) {
    return officeById(ctx).load(registrant.officeId)
  }
}

@Resolver(() => InvitationRequest)
export class InvitationRequestsResolver {
  @FieldResolver(() => String, { description: 'このアドレスからのメールを受け取れるようにしてください。\nSender to allow.' })
  sender(@Ctx() ctx: Context): string {
    return ctx.mailSender
  }
}
