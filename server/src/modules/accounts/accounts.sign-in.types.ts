import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { nameTypeOf } from '../../graph/abstract-types.ts'
import { Expose } from '../../graph/expose.ts'
import { RefusalType, resultOf } from '../../graph/result.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { publishEnum } from '../../graph/enums.ts'
import { secondFactor, type SignInAttemptRow, signInAttempts } from './accounts.table.ts'
import { ViewerType } from './accounts.types.ts'

publishEnum(secondFactor, 'SecondFactor', 'ワンタイムパスワードのありか。\nWhere the one-time password is.', {
  MAIL: 'メール。In the mailbox.',
  AUTHENTICATOR: '認証アプリ。In the authenticator app.',
  SET_UP: 'これから登録する認証アプリ。In the app that is being set up.',
})

@ObjectType({
  description:
    'パスワードは合っていて、ワンタイムパスワードを待っている(R2)。\nThe password was right; the one-time password is waited for.',
})
export class OneTimePasswordRequest {
  @Expose(signInAttempts.id, 'id。verifyOneTimePassword に渡します。\nId for verifyOneTimePassword.') id!: SignInAttemptRow['id']
  @Expose(signInAttempts.factor, '番号のありか。\nWhere it is.') factor!: SignInAttemptRow['factor']
  @Expose(signInAttempts.validUntil, 'この時から使えません。\nDead from this moment.') validUntil!: SignInAttemptRow['validUntil']
}

@ObjectType({
  description:
    '認証アプリを登録して、その番号を verifyOneTimePassword に渡すと、ログインが終わる。見本のほかでは、職員に要ります。\nAn authenticator app must be set up: its first number ends the sign-in (staff outside the demo).',
})
class AuthenticatorSetUp {
  @Field(() => ID, { description: 'verifyOneTimePassword に渡す id。\nId for verifyOneTimePassword.', simple: true }) id!: Id<'att'>
  @Field(() => String, { description: '手で入れるときのキー。\nSecret for typing.', simple: true }) secret!: string
  @Field(() => Date, { description: 'この時までに番号を入れます。\nThe first number is waited for until then.', simple: true })
  validUntil!: Date
  @Field(() => String, { description: '2次元コードにする otpauth: の文字。\nText of the two-dimensional code.', simple: true }) uri!: string
}

@InputType({ description: 'ワンタイムパスワードを確かめる。\nThe one-time password of a sign-in.' })
export class VerifyOneTimePasswordInput {
  @Field(() => ID, { description: 'signIn の答えの id。\nId that signIn answered.' }) attemptId!: Id<'att'>
  @Field(() => String, { description: '6けたの数字(全角も可)。\nSix digits in any width.' }) oneTimePassword!: string
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'この端末を覚えて、次からワンタイムパスワードを省く。\nRemembers this browser: the next sign-ins skip it.',
  })
  remember!: boolean
}

nameTypeOf('SignInResult', (value) => (value instanceof Refusal ? 'Refusal' : 'browserHash' in value ? 'OneTimePasswordRequest' : 'Viewer'))
export const SignInResult = createUnionType({
  name: 'SignInResult',
  description:
    'Viewer、ワンタイムパスワードを待つ OneTimePasswordRequest、またはできない理由。\nViewer, a request for the one-time password, or why not.',
  types: () => [ViewerType, OneTimePasswordRequest, RefusalType] as const,
})
nameTypeOf('VerifyOneTimePasswordResult', (value) =>
  value instanceof Refusal ? 'Refusal' : 'secret' in value ? 'AuthenticatorSetUp' : 'Viewer',
)
export const VerifyOneTimePasswordResult = createUnionType({
  name: 'VerifyOneTimePasswordResult',
  description: 'Viewer、先に登録する認証アプリ、またはできない理由。\nViewer, an authenticator to set up first, or why not.',
  types: () => [ViewerType, AuthenticatorSetUp, RefusalType] as const,
})
const factorNameOf = (value: object): string =>
  'browserHash' in value ? 'OneTimePasswordRequest' : 'secret' in value ? 'AuthenticatorSetUp' : 'Viewer'
/** A key was right; who has an authenticator app, or must have one, is asked for its number next. */
function resultOfKey(name: string) {
  nameTypeOf(name, (value) => (value instanceof Refusal ? 'Refusal' : factorNameOf(value)))
  return createUnionType({
    name,
    description:
      'Viewer、認証アプリの番号を待つ OneTimePasswordRequest、先に登録する認証アプリ、またはできない理由。\nViewer, a request for the number of the app, an authenticator to set up first, or why not.',
    types: () => [ViewerType, OneTimePasswordRequest, AuthenticatorSetUp, RefusalType] as const,
  })
}
export const RegisterPasswordResult = resultOfKey('RegisterPasswordResult')
export const AcceptInvitationResult = resultOfKey('AcceptInvitationResult')
export const ResendOneTimePasswordResult = resultOf('ResendOneTimePassword', () => OneTimePasswordRequest, 'OneTimePasswordRequest')
