import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { Audience, SIGNED_IN } from '../../graph/audience.ts'
import { accountOf, type Context } from '../../graph/context.ts'
import { authenticatorSince } from './accounts.own.queries.ts'
import {
  BeginAuthenticatorResult,
  ConfirmAuthenticatorResult,
  RemoveAuthenticatorInput,
  RemoveAuthenticatorResult,
} from './accounts.authenticator.types.ts'
import { type ViewerRoot, ViewerType } from './accounts.types.ts'
import { beginAuthenticator } from './commands/begin-authenticator.ts'
import { confirmAuthenticator } from './commands/confirm-authenticator.ts'
import { removeAuthenticator } from './commands/remove-authenticator.ts'

@Resolver(() => ViewerType)
export class AccountsAuthenticatorResolver {
  @Audience(...SIGNED_IN)
  @Mutation(() => BeginAuthenticatorResult, {
    description:
      '認証アプリの登録をはじめる。いまのパスワードが要ります。\nBegins to set up an authenticator app; the current password is asked for.',
  })
  beginAuthenticator(
    @Ctx() ctx: Context,
    @Arg('currentPassword', () => String, { description: 'いまのパスワード。\nCurrent password.' }) currentPassword: string,
  ) {
    return beginAuthenticator(ctx, currentPassword)
  }

  @Audience(...SIGNED_IN)
  @Mutation(() => ConfirmAuthenticatorResult, {
    description: '認証アプリの最初の番号で、登録を終える。\nEnds the setting up with the first number of the app.',
  })
  confirmAuthenticator(
    @Ctx() ctx: Context,
    @Arg('number', () => String, { description: '6けたの数字(全角も可)。\nSix digits in any width.' }) number: string,
  ) {
    return confirmAuthenticator(ctx, number)
  }

  @Audience(...SIGNED_IN)
  @Mutation(() => RemoveAuthenticatorResult, {
    description: '認証アプリの登録を削除する。次からはメールの番号を入れます。\nRemoves the app: from then on the number is mailed.',
  })
  removeAuthenticator(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveAuthenticatorInput, { description: 'パスワードと番号。\nPassword and number.' })
    input: RemoveAuthenticatorInput,
  ) {
    return removeAuthenticator(ctx, input)
  }

  @FieldResolver(() => Date, { nullable: true, description: '認証アプリを登録した時。\nSince when the authenticator app is set up.' })
  authenticatorSince(@Root() { viewer }: ViewerRoot, @Ctx() ctx: Context): Promise<Date | null> | null {
    const account = accountOf(viewer)
    return account === null ? null : authenticatorSince(ctx, account)
  }
}
