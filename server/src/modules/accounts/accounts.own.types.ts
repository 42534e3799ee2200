import { Field, InputType, ObjectType } from 'type-graphql'
import { Expose } from '../../graph/expose.ts'
import { resultOf } from '../../graph/result.ts'
import { type DeviceRow, devices, type SessionRow, sessions } from './accounts.table.ts'
import { KeyRequest, ViewerType } from './accounts.types.ts'

@ObjectType({ description: 'ログインしている端末。\nA place where the account is signed in.' })
export class Session {
  @Expose(sessions.id, 'id。') id!: SessionRow['id']
  @Expose(sessions.createdAt, 'ログインした時。\nWhen it began.') createdAt!: SessionRow['createdAt']
  @Expose(sessions.lastSeenAt, '最後に使った時。\nWhen it was last used.') lastSeenAt!: SessionRow['lastSeenAt']
}

@ObjectType({ description: '覚えた端末。ワンタイムパスワードを省きます(R2)。\nA browser that skips the one-time password.' })
export class Device {
  @Expose(devices.id, 'id。') id!: DeviceRow['id']
  @Expose(devices.name, '端末の名前(ブラウザーと機種)。\nBrowser and system.') name!: DeviceRow['name']
  @Expose(devices.rememberedAt, '覚えた時。\nFrom when.') rememberedAt!: DeviceRow['rememberedAt']
  @Expose(devices.rememberedUntil, 'この時まで覚えます。\nUntil when.') rememberedUntil!: DeviceRow['rememberedUntil']
}

@InputType({ description: 'パスワードを変える。\nChanges the password.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'いまのパスワード。\nCurrent password.' }) currentPassword!: string
  @Field(() => String, { description: '新しいパスワード。\nPassword.' }) password!: string
  @Field(() => String, { description: '確認のためもう一度。\nThe same again.' }) confirmation!: string
}

@InputType({ description: 'メールアドレスを変える。\nChanges the address.' })
export class ChangeEmailInput {
  @Field(() => String, { description: '新しいメールアドレス。\nNew address.' }) email!: string
  @Field(() => String, { description: 'いまのパスワード。\nCurrent password.' }) currentPassword!: string
}

@InputType({ description: '新しいメールアドレスを確かめる。\nProves the new address.' })
export class ConfirmEmailInput {
  @Field(() => String, { description: '新しいメールアドレス。\nNew address.' }) email!: string
  @Field(() => String, { description: '新しいアドレスに届いた認証キー。\nThe key that came to it.' }) authenticationKey!: string
}

@InputType({ description: '退会する。\nWithdraws.' })
export class WithdrawInput {
  @Field(() => String, { description: 'いまのパスワード。\nCurrent password.' }) currentPassword!: string
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      '代表の担当者: 事業所のマイページも閉じることを確かめた。\nAn owner knows that the My Page of the establishment closes too.',
  })
  closesEmployer!: boolean
}

export const WithdrawResult = resultOf('Withdraw', () => ViewerType, 'Viewer')
export const ChangePasswordResult = resultOf('ChangePassword', () => ViewerType, 'Viewer')
export const ChangeEmailResult = resultOf('ChangeEmail', () => KeyRequest, 'KeyRequest')
export const ConfirmEmailResult = resultOf('ConfirmEmail', () => ViewerType, 'Viewer')
export const EndSessionResult = resultOf('EndSession', () => ViewerType, 'Viewer')
export const SignOutEverywhereResult = resultOf('SignOutEverywhere', () => ViewerType, 'Viewer')
export const RevokeDeviceResult = resultOf('RevokeDevice', () => ViewerType, 'Viewer')
