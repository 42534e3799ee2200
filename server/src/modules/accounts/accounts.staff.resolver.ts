import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { type Context, viewerAs } from '../../graph/context.ts'
import {
  AccountActInput,
  ChangeAwaitedEmailInput,
  ChangeAwaitedEmailResult,
  RescueAccountInput,
  RescueAccountResult,
  ResumeAccountResult,
  SuspendAccountResult,
} from './accounts.staff.types.ts'
import { changeAwaitedEmail } from './commands/change-awaited-email.ts'
import { rescueAccount } from './commands/rescue-account.ts'
import { moveAccount } from './commands/suspend-account.ts'

const DryRun = () =>
  Arg('dryRun', () => Boolean, {
    defaultValue: false,
    description: '試すだけ。何も変えません。\nChanges nothing; answers what would change.',
  })

/** The counter's work on accounts. */
@Resolver()
export class AccountsStaffResolver {
  @Audience('counter', 'manager')
  @Mutation(() => SuspendAccountResult, {
    description: '利用を停止する。すぐにログアウトします。\nSuspends an account; the person is out at once.',
  })
  suspendAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => AccountActInput, { description: 'だれを、なぜ。\nWhom and why.' }) input: AccountActInput,
    @DryRun() dryRun: boolean,
  ) {
    return moveAccount(ctx, viewerAs(ctx, 'staff'), 'SUSPENDED', { ...input, dryRun })
  }

  @Audience('counter', 'manager')
  @Mutation(() => ResumeAccountResult, { description: '利用停止を終える。\nEnds a suspension.' })
  resumeAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => AccountActInput, { description: 'だれを、なぜ。\nWhom and why.' }) input: AccountActInput,
    @DryRun() dryRun: boolean,
  ) {
    return moveAccount(ctx, viewerAs(ctx, 'staff'), 'OPEN', { ...input, dryRun })
  }

  @Audience('counter', 'manager')
  @Mutation(() => RescueAccountResult, {
    description:
      '本人を確かめたあと、もう一度入れるようにする。パスワード・覚えた端末・認証アプリを消し、要るときはメールアドレスを変えます。\nLets somebody in again after an identity check: forgets password, devices and authenticator, and changes the address if wished.',
  })
  rescueAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => RescueAccountInput, { description: 'だれを、どう確かめたか。\nWhom, and how the person was known.' })
    input: RescueAccountInput,
    @DryRun() dryRun: boolean,
  ) {
    return rescueAccount(ctx, viewerAs(ctx, 'staff'), { ...input, newEmail: input.newEmail ?? null, dryRun })
  }

  @Audience('counter', 'manager')
  @Mutation(() => ChangeAwaitedEmailResult, {
    description:
      'マイページを開くためのメールアドレスを、マイページが開く前に登録する・直す。前のアドレスに届いたキーは使えなくなります。\nSets or mends the address that a My Page waits for; keys of the old one are dead.',
  })
  changeAwaitedEmail(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeAwaitedEmailInput, { description: 'だれの、どのアドレスに。\nWhose, and to which.' })
    { opens, email, version }: ChangeAwaitedEmailInput,
    @DryRun() dryRun: boolean,
  ) {
    return changeAwaitedEmail(ctx, viewerAs(ctx, 'staff'), { opens, email, version: version ?? null, dryRun })
  }
}
