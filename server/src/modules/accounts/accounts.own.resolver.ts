import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { Audience, SIGNED_IN } from '../../graph/audience.ts'
import { accountOf, type Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { liveSessionsOf, rememberedDevicesOf } from './accounts.own.queries.ts'
import {
  ChangeEmailInput,
  ChangeEmailResult,
  ChangePasswordInput,
  ChangePasswordResult,
  ConfirmEmailInput,
  ConfirmEmailResult,
  Device,
  EndSessionResult,
  RevokeDeviceResult,
  Session,
  SignOutEverywhereResult,
  WithdrawInput,
  WithdrawResult,
} from './accounts.own.types.ts'
import type { DeviceRow, SessionRow } from './accounts.table.ts'
import { type ViewerRoot, ViewerType } from './accounts.types.ts'
import { changeEmail } from './commands/change-email.ts'
import { changePassword } from './commands/change-password.ts'
import { confirmEmail } from './commands/confirm-email.ts'
import { endSession } from './commands/end-session.ts'
import { revokeDevice } from './commands/revoke-device.ts'
import { signOutEverywhere } from './commands/sign-out-everywhere.ts'
import { withdraw } from './commands/withdraw.ts'
import { deviceName } from './device-name.ts'

@Resolver()
export class AccountsOwnResolver {
  @Audience(...SIGNED_IN)
  @Mutation(() => ChangePasswordResult, {
    description: 'パスワードを変える。ほかの端末ではログアウトします。\nChanges the password and ends all other sessions.',
  })
  changePassword(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangePasswordInput, { description: 'いまのと新しいの。\nCurrent and new.' }) input: ChangePasswordInput,
  ) {
    return changePassword(ctx, input)
  }

  @Audience(...SIGNED_IN)
  @Mutation(() => ChangeEmailResult, {
    description: 'メールアドレスを変える。新しいアドレスに認証キーを送ります。\nMails a key to the new address.',
  })
  changeEmail(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeEmailInput, { description: '新しいアドレス。\nNew address.' }) input: ChangeEmailInput,
  ) {
    return changeEmail(ctx, input)
  }

  @Audience(...SIGNED_IN)
  @Mutation(() => ConfirmEmailResult, {
    description: '認証キーで、新しいメールアドレスに変える。\nChanges to the new address by its key.',
  })
  confirmEmail(
    @Ctx() ctx: Context,
    @Arg('input', () => ConfirmEmailInput, { description: 'アドレスとキー。\nAddress and key.' }) input: ConfirmEmailInput,
  ) {
    return confirmEmail(ctx, input)
  }

  @Audience(...SIGNED_IN)
  @Mutation(() => EndSessionResult, { description: 'ほかの端末を1つログアウトする。\nEnds one other session.' })
  endSession(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'その端末。\nThe session.' }) id: Id<'ses'>) {
    return endSession(ctx, id)
  }

  @Audience(...SIGNED_IN)
  @Mutation(() => SignOutEverywhereResult, {
    description: 'ほかの端末をすべてログアウトし、覚えた端末も取り消す。\nEnds every other session and forgets all remembered browsers.',
  })
  signOutEverywhere(@Ctx() ctx: Context) {
    return signOutEverywhere(ctx)
  }

  @Audience(...SIGNED_IN)
  @Mutation(() => RevokeDeviceResult, {
    description: '覚えた端末を取り消す。その端末ではログアウトします。\nForgets a remembered browser and ends its sessions.',
  })
  revokeDevice(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'その端末。\nThe device.' }) id: Id<'dev'>) {
    return revokeDevice(ctx, id)
  }

  @Audience('seeker', 'registrant', 'employer.viewer')
  @Mutation(() => WithdrawResult, {
    description:
      '退会する。すぐにログアウトし、応募中の応募は辞退になり、データは消えます。もどせません。\nWithdraws for good: signed out at once, running applications withdrawn, data erased.',
  })
  withdraw(
    @Ctx() ctx: Context,
    @Arg('input', () => WithdrawInput, { description: 'いまのパスワード。\nCurrent password.' }) input: WithdrawInput,
  ) {
    return withdraw(ctx, input)
  }
}

@Resolver(() => ViewerType)
export class ViewerAccountResolver {
  @FieldResolver(() => [Session], { description: 'ログインしている端末。\nWhere one is signed in.' })
  sessions(@Root() { viewer }: ViewerRoot, @Ctx() ctx: Context): Promise<SessionRow[]> | SessionRow[] {
    const account = accountOf(viewer)
    return account === null ? [] : liveSessionsOf(ctx, account)
  }

  @FieldResolver(() => [Device], { description: '覚えた端末。\nRemembered browsers.' })
  devices(@Root() { viewer }: ViewerRoot, @Ctx() ctx: Context): Promise<DeviceRow[]> | DeviceRow[] {
    const account = accountOf(viewer)
    return account === null ? [] : rememberedDevicesOf(ctx, account)
  }
}

@Resolver(() => Session)
export class SessionsResolver {
  @FieldResolver(() => String, { description: '端末の名前(ブラウザーと機種)。\nBrowser and system.' })
  name(@Root() session: SessionRow): string {
    return deviceName(session.userAgent)
  }

  @FieldResolver(() => Boolean, { description: 'いま使っている端末。\nThe one that asks.' })
  isCurrent(@Root() session: SessionRow, @Ctx() ctx: Context): boolean {
    return session.id === ctx.session.id
  }
}
