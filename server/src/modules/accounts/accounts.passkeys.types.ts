import { Field, InputType, ObjectType } from 'type-graphql'
import { Expose } from '../../graph/expose.ts'
import { resultOf } from '../../graph/result.ts'
import { WebAuthnJsonScalar } from '../../graph/scalars.ts'
import { type PasskeyRow, passkeys } from './accounts.table.ts'
import { ViewerType } from './accounts.types.ts'

@ObjectType({
  description: 'パスキー。パスワードとワンタイムパスワードのかわりになります。\nA passkey: stands for password and one-time password.',
})
export class Passkey {
  @Expose(passkeys.id, 'id。') id!: PasskeyRow['id']
  @Expose(passkeys.name, '名前。\nName.') name!: PasskeyRow['name']
  @Expose(passkeys.createdAt, '追加した時。\nWhen it was added.') createdAt!: PasskeyRow['createdAt']
  @Expose(passkeys.lastUsedAt, '最後にログインした時。\nWhen it last signed in.') lastUsedAt!: PasskeyRow['lastUsedAt']
}

@ObjectType({
  description: 'パスキーへの問い。1回だけ、このブラウザーで使えます。\nWhat the browser asks a passkey; good once, in this browser.',
})
class PasskeyRequest {
  @Field(() => WebAuthnJsonScalar, {
    description: 'navigator.credentials の create か get に渡す JSON。\nOptions for navigator.credentials, as JSON.',
    simple: true,
  })
  options!: object
  @Field(() => Date, { description: 'この時から使えません。\nDead from this moment.', simple: true }) validUntil!: Date
}

@InputType({ description: 'ブラウザーが作ったパスキー。\nA passkey that the browser made.' })
export class RegisterPasskeyInput {
  @Field(() => WebAuthnJsonScalar, { description: 'navigator.credentials.create の答え。\nWhat navigator.credentials.create answered.' })
  credential!: object
  @Field(() => String, { nullable: true, description: '名前。なければ端末の名前。\nName; without it the device’s.' }) name!: string | null
}

export const BeginPasskeyRegistrationResult = resultOf('BeginPasskeyRegistration', () => PasskeyRequest, 'PasskeyRequest')
export const BeginPasskeySignInResult = resultOf('BeginPasskeySignIn', () => PasskeyRequest, 'PasskeyRequest')
export const RegisterPasskeyResult = resultOf('RegisterPasskey', () => ViewerType, 'Viewer')
export const RemovePasskeyResult = resultOf('RemovePasskey', () => ViewerType, 'Viewer')
export const SignInWithPasskeyResult = resultOf('SignInWithPasskey', () => ViewerType, 'Viewer')
