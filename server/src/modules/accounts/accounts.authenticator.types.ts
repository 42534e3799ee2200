import { Field, InputType, ObjectType } from 'type-graphql'
import { resultOf } from '../../graph/result.ts'
import { ViewerType } from './accounts.types.ts'

@ObjectType('AuthenticatorSecret', {
  description: '認証アプリに教えるキー。いちどだけ見られます。\nWhat the authenticator app must learn; shown once.',
})
class AuthenticatorSecretType {
  @Field(() => String, { description: '手で入れるときのキー。\nSecret for typing.', simple: true }) secret!: string
  @Field(() => String, { description: '2次元コードにする otpauth: の文字。\nText of the two-dimensional code.', simple: true }) uri!: string
}

@InputType({ description: '認証アプリの登録を削除する。\nRemoves the authenticator app.' })
export class RemoveAuthenticatorInput {
  @Field(() => String, { description: 'いまのパスワード。\nCurrent password.' }) currentPassword!: string
  @Field(() => String, { description: 'アプリにいま出ている6けたの数字(全角も可)。\nSix digits of the app in any width.' }) number!: string
}

export const BeginAuthenticatorResult = resultOf('BeginAuthenticator', () => AuthenticatorSecretType, 'AuthenticatorSecret')
export const ConfirmAuthenticatorResult = resultOf('ConfirmAuthenticator', () => ViewerType, 'Viewer')
export const RemoveAuthenticatorResult = resultOf('RemoveAuthenticator', () => ViewerType, 'Viewer')
