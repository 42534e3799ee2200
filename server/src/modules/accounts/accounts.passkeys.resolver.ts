import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { Audience, SIGNED_IN } from '../../graph/audience.ts'
import { accountOf, type Context } from '../../graph/context.ts'
import { WebAuthnJsonScalar } from '../../graph/scalars.ts'
import type { Id } from '../../kernel/ids.ts'
import { passkeysOf } from './accounts.passkeys.steps.ts'
import {
  BeginPasskeyRegistrationResult,
  BeginPasskeySignInResult,
  Passkey,
  RegisterPasskeyInput,
  RegisterPasskeyResult,
  RemovePasskeyResult,
  SignInWithPasskeyResult,
} from './accounts.passkeys.types.ts'
import type { PasskeyRow } from './accounts.table.ts'
import { type ViewerRoot, ViewerType } from './accounts.types.ts'
import { beginPasskeyRegistration } from './commands/begin-passkey-registration.ts'
import { beginPasskeySignIn } from './commands/begin-passkey-sign-in.ts'
import { registerPasskey } from './commands/register-passkey.ts'
import { removePasskey } from './commands/remove-passkey.ts'
import { signInWithPasskey } from './commands/sign-in-with-passkey.ts'

@Resolver(() => ViewerType)
export class AccountsPasskeysResolver {
  @Audience('public')
  @Mutation(() => BeginPasskeySignInResult, {
    description: 'パスキーでのログインをはじめる。だれかは聞きません。\nBegins a sign-in with a passkey; nobody is named.',
  })
  beginPasskeySignIn(@Ctx() ctx: Context) {
    return beginPasskeySignIn(ctx)
  }

  @Audience('public')
  @Mutation(() => SignInWithPasskeyResult, {
    description: 'パスキーでログインする。ワンタイムパスワードは要りません。\nSigns in with a passkey; no one-time password is asked for.',
  })
  signInWithPasskey(
    @Ctx() ctx: Context,
    @Arg('credential', () => WebAuthnJsonScalar, {
      description: 'navigator.credentials.get の答え。\nWhat navigator.credentials.get answered.',
    })
    credential: object,
  ) {
    return signInWithPasskey(ctx, credential)
  }

  @Audience(...SIGNED_IN)
  @Mutation(() => BeginPasskeyRegistrationResult, {
    description: 'パスキーの追加をはじめる。いまのパスワードが要ります。\nBegins to add a passkey; the current password is asked for.',
  })
  beginPasskeyRegistration(
    @Ctx() ctx: Context,
    @Arg('currentPassword', () => String, { description: 'いまのパスワード。\nCurrent password.' }) currentPassword: string,
  ) {
    return beginPasskeyRegistration(ctx, currentPassword)
  }

  @Audience(...SIGNED_IN)
  @Mutation(() => RegisterPasskeyResult, {
    description: 'パスキーを追加する。持ち主にメールで知らせます。\nAdds a passkey; its owner is mailed.',
  })
  registerPasskey(
    @Ctx() ctx: Context,
    @Arg('input', () => RegisterPasskeyInput, { description: '作ったパスキー。\nThe passkey.' }) input: RegisterPasskeyInput,
  ) {
    return registerPasskey(ctx, { credential: input.credential, name: input.name ?? null })
  }

  @Audience(...SIGNED_IN)
  @Mutation(() => RemovePasskeyResult, {
    description: 'パスキーを削除する。持ち主にメールで知らせます。\nRemoves a passkey; its owner is mailed.',
  })
  removePasskey(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'そのパスキー。\nThe passkey.' }) id: Id<'psk'>) {
    return removePasskey(ctx, id)
  }

  @FieldResolver(() => [Passkey], { description: '自分のパスキー。\nOne’s passkeys.' })
  passkeys(@Root() { viewer }: ViewerRoot, @Ctx() ctx: Context): Promise<PasskeyRow[]> | PasskeyRow[] {
    const account = accountOf(viewer)
    return account === null ? [] : passkeysOf(ctx, account)
  }
}
