import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { nameTypeOf } from '../../graph/abstract-types.ts'
import { Expose } from '../../graph/expose.ts'
import { RefusalType, resultOf } from '../../graph/result.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type SignInAttemptRow, signInAttempts } from './accounts.table.ts'
import { ViewerType } from './accounts.types.ts'

@ObjectType({
  description:
    'パスワードは合っていて、メールで送ったワンタイムパスワードを待っている(R2)。\nThe password was right; a one-time password was mailed and is waited for.',
})
export class OneTimePasswordRequest {
  @Expose(signInAttempts.id, 'id。verifyOneTimePassword に渡します。\nId for verifyOneTimePassword.') id!: SignInAttemptRow['id']
  @Expose(signInAttempts.validUntil, 'この時から使えません。\nDead from this moment.') validUntil!: SignInAttemptRow['validUntil']
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
export const VerifyOneTimePasswordResult = resultOf('VerifyOneTimePassword', () => ViewerType, 'Viewer')
export const ResendOneTimePasswordResult = resultOf('ResendOneTimePassword', () => OneTimePasswordRequest, 'OneTimePasswordRequest')
