import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import type { Context } from '../../graph/context.ts'
import { DayScalar } from '../../graph/scalars.ts'
import { awaitedAccountOf, staffMemberById } from '../accounts/accounts.loaders.ts'
import { AwaitedAccount } from '../accounts/accounts.staff.types.ts'
import { StaffMember } from '../accounts/accounts.types.ts'
import { officeById } from '../offices/offices.loaders.ts'
import { Office } from '../offices/offices.types.ts'
import { requestKeyByCode } from './commands/request-key-by-code.ts'
import { codeStateAt, lastDayOf } from './employers.codes.rules.ts'
import type { CreationCodeRow } from './employers.codes.table.ts'
import { AccountCreationCode, CodeStateEnum, RequestKeyByCodeInput, RequestKeyByCodeResult } from './employers.codes.types.ts'
import { codesByEmployer, employerById } from './employers.loaders.ts'
import type { EmployerWithSheet } from './employers.queries.ts'
import { isInCharge } from './employers.staff.queries.ts'
import { Employer } from './employers.types.ts'

@Resolver(() => Employer)
export class EmployerCodesResolver {
  @Audience('public')
  @Mutation(() => RequestKeyByCodeResult, {
    description:
      'アカウント作成コードを示して、認証キーをメールで受け取る。つぎは registerPassword(OPEN_BY_CODE)。\nShows an account creation code; a key is mailed, for registerPassword.',
  })
  requestKeyByCode(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestKeyByCodeInput, { description: '紙を見て入れる4つ。\nThe four inputs.' }) input: RequestKeyByCodeInput,
  ) {
    return requestKeyByCode(ctx, input)
  }

  @FieldResolver(() => AccountCreationCode, {
    nullable: true,
    description: 'いちばん新しいアカウント作成コード。担当の職員だけに見えます。\nThe newest code, for staff in charge only.',
  })
  async accountCreationCode(@Root() employer: EmployerWithSheet, @Ctx() ctx: Context) {
    const { viewer } = ctx
    if (viewer.kind !== 'staff' || !isInCharge(viewer, employer)) return null
    const [newest] = await codesByEmployer(ctx).load(employer.id)
    return newest ?? null
  }

  @FieldResolver(() => AwaitedAccount, {
    nullable: true,
    description:
      '窓口で登録した、マイページを開くためのメールアドレス。担当の職員だけに見えます。\nThe address that opens it, for staff in charge only.',
  })
  awaitedAccount(@Root() employer: EmployerWithSheet, @Ctx() ctx: Context) {
    const { viewer } = ctx
    return viewer.kind === 'staff' && isInCharge(viewer, employer) ? awaitedAccountOf(ctx).load(employer.id) : null
  }
}

@Resolver(() => AccountCreationCode)
export class AccountCreationCodesResolver {
  @FieldResolver(() => CodeStateEnum, { description: '状態。\nState.' })
  state(@Root() code: CreationCodeRow, @Ctx() ctx: Context): CreationCodeRow['state'] {
    return codeStateAt(code, ctx.now())
  }

  @FieldResolver(() => DayScalar, { description: '使える最後の日。\nLast day it can be used.' })
  lastDay(@Root() code: CreationCodeRow): string {
    return lastDayOf(code)
  }

  @FieldResolver(() => String, { description: '認証キーのメールの差出人。紙で知らせます。\nSender to allow.' })
  sender(@Ctx() ctx: Context): string {
    return ctx.mailSender
  }

  @FieldResolver(() => Employer, { description: '事業所。\nThe establishment.' })
  employer(@Root() code: CreationCodeRow, @Ctx() ctx: Context) {
    return employerById(ctx).load(code.employerId)
  }

  @FieldResolver(() => Office, { description: '発行した安定所。\nThe office.' })
  office(@Root() code: CreationCodeRow, @Ctx() ctx: Context) {
    return officeById(ctx).load(code.officeId)
  }

  @FieldResolver(() => StaffMember, { description: '発行した職員。\nIssued by.' })
  issuedBy(@Root() code: CreationCodeRow, @Ctx() ctx: Context) {
    return staffMemberById(ctx).load(code.issuedBy)
  }
}
