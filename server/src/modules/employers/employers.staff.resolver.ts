import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { type Context, viewerAs } from '../../graph/context.ts'
import { AcknowledgementInput } from '../../graph/draft-result.ts'
import { PageArgs } from '../../graph/page.ts'
import type { RawStep } from '../../kernel/form.ts'
import { optionalEmail } from '../accounts/accounts.rules.ts'
import { issueAccountCreationCode } from './commands/issue-account-creation-code.ts'
import { registerEmployer } from './commands/register-employer.ts'
import { typedEmployerNumber } from './employers.codes.rules.ts'
import {
  AccountCreationCode,
  EmployerConnection,
  IssueAccountCreationCodeResult,
  RegisterEmployerInput,
  RegisterEmployerResult,
} from './employers.codes.types.ts'
import type { EmployerStatus } from './employers.rules.ts'
import { creationCodeForStaff, employersForStaff } from './employers.staff.queries.ts'
import { EmployerStatusEnum } from './employers.types.ts'

const DryRun = () =>
  Arg('dryRun', () => Boolean, {
    defaultValue: false,
    description: '試すだけ。何も変えません。\nChanges nothing; answers what would change.',
  })

/** The counter's work on establishments. */
@Resolver()
export class EmployersStaffResolver {
  @Audience('counter', 'manager', 'auditor')
  @Query(() => EmployerConnection, {
    description: '窓口の事業所、新しい順。番号があれば、その事業所。\nEstablishments for staff, newest first.',
  })
  staffEmployers(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('status', () => [EmployerStatusEnum], { nullable: true, description: 'この状態だけ。\nOnly these states.' })
    status?: EmployerStatus[] | null,
    @Arg('employerNumber', () => String, { nullable: true, description: '事業所番号。\nOnly of this number.' })
    employerNumber?: string | null,
  ) {
    const number = employerNumber == null ? null : (typedEmployerNumber(employerNumber) ?? employerNumber)
    return employersForStaff(ctx, viewerAs(ctx, 'staff'), { status: status ?? null, employerNumber: number }, page)
  }

  @Audience('counter', 'manager')
  @Query(() => AccountCreationCode, {
    nullable: true,
    description: 'アカウント作成コードの紙に書くこと。見たことが残ります。\nWhat a code’s paper says; the look is recorded.',
  })
  accountCreationCode(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'コードの id。\nId of the code.' }) id: string) {
    return creationCodeForStaff(ctx, viewerAs(ctx, 'staff'), id)
  }

  @Audience('counter', 'manager')
  @Mutation(() => RegisterEmployerResult, {
    description: '窓口で事業所を登録する。番号が付き、コードを発行できるようになります。\nRegisters an establishment at the counter.',
  })
  registerEmployer(
    @Ctx() ctx: Context,
    @Arg('input', () => RegisterEmployerInput, { description: '事業所。\nThe establishment.' }) input: RegisterEmployerInput,
    @Arg('key', () => String, { description: 'くりかえしを見分ける印。\nIdempotency key.' }) key: string,
    @DryRun() dryRun: boolean,
    @Arg('acknowledge', () => [AcknowledgementInput], { nullable: true, description: '確かめたところ。\nConfirmed problems.' })
    acknowledge?: AcknowledgementInput[] | null,
  ) {
    const { myPageEmail, ...establishment } = input
    return registerEmployer(ctx, viewerAs(ctx, 'staff'), {
      establishment: asTyped(establishment),
      myPageEmail: optionalEmail(myPageEmail),
      acknowledged: acknowledge ?? [],
      key,
      dryRun,
    })
  }

  @Audience('counter', 'manager')
  @Mutation(() => IssueAccountCreationCodeResult, {
    description:
      'アカウント作成コードを発行する。前のコードは使えなくなります。\nIssues a code; the one before is dead. The code is shown this once.',
  })
  issueAccountCreationCode(
    @Ctx() ctx: Context,
    @Arg('employerNumber', () => String, { description: '事業所番号(全角・ハイフンなしも可)。\nEmployer number.' }) employerNumber: string,
    @DryRun() dryRun: boolean,
  ) {
    return issueAccountCreationCode(ctx, viewerAs(ctx, 'staff'), { employerNumber, dryRun })
  }
}

/** A form is read from texts: numbers are written out, what was left out stays out. */
const asTyped = (input: Omit<RegisterEmployerInput, 'myPageEmail'>): RawStep =>
  Object.fromEntries(Object.entries(input).flatMap(([key, value]) => (value == null ? [] : [[key, String(value)]])))
