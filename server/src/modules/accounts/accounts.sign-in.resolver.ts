import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import type { Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { resendFrom } from './accounts.sign-in.rules.ts'
import {
  OneTimePasswordRequest,
  ResendOneTimePasswordResult,
  SignInResult,
  VerifyOneTimePasswordInput,
  VerifyOneTimePasswordResult,
} from './accounts.sign-in.types.ts'
import type { SignInAttemptRow } from './accounts.table.ts'
import { resendOneTimePassword } from './commands/resend-one-time-password.ts'
import { signIn } from './commands/sign-in.ts'
import { verifyOneTimePassword } from './commands/verify-one-time-password.ts'

@Resolver()
export class AccountsSignInResolver {
  @Audience('public')
  @Mutation(() => SignInResult, {
    description:
      'ログイン。覚えていない端末では、ワンタイムパスワードをメールで送ります。\nSigns in; on a browser that is not remembered a one-time password is mailed first.',
  })
  signIn(
    @Ctx() ctx: Context,
    @Arg('email', () => String, { description: 'メールアドレス。\nE-mail.' }) email: string,
    @Arg('password', () => String, { description: 'パスワード。\nPassword.' }) password: string,
  ) {
    return signIn(ctx, email, password)
  }

  @Audience('public')
  @Mutation(() => VerifyOneTimePasswordResult, {
    description: 'ワンタイムパスワードを確かめて、ログインする。\nEnds a sign-in with its one-time password.',
  })
  verifyOneTimePassword(
    @Ctx() ctx: Context,
    @Arg('input', () => VerifyOneTimePasswordInput, {
      description: '番号と、端末を覚えるか。\nThe password, and whether to remember the browser.',
    })
    input: VerifyOneTimePasswordInput,
  ) {
    return verifyOneTimePassword(ctx, input)
  }

  @Audience('public')
  @Mutation(() => ResendOneTimePasswordResult, {
    description: 'ワンタイムパスワードを送りなおす。前のものは使えなくなります。\nMails another one; the one before is dead.',
  })
  resendOneTimePassword(
    @Ctx() ctx: Context,
    @Arg('attemptId', () => ID, { description: 'signIn の答えの id。\nId that signIn answered.' }) attemptId: Id<'att'>,
  ) {
    return resendOneTimePassword(ctx, attemptId)
  }
}

@Resolver(() => OneTimePasswordRequest)
export class OneTimePasswordRequestsResolver {
  @FieldResolver(() => Date, { description: 'この時から送りなおせます。\nFrom when another one can be mailed.' })
  resendFrom(@Root() attempt: SignInAttemptRow, @Ctx() ctx: Context): Date {
    return resendFrom(attempt, ctx.policyOf())
  }

  @FieldResolver(() => String, { description: 'このアドレスからのメールを受け取れるようにしてください。\nSender to allow.' })
  sender(@Ctx() ctx: Context): string {
    return ctx.mailSender
  }
}
