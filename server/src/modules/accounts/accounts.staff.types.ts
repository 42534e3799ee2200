import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Expose } from '../../graph/expose.ts'
import { resultOf } from '../../graph/result.ts'
import type { Id } from '../../kernel/ids.ts'
import { accounts, type AccountRow, accountStatus, awaitedAccounts, type AwaitedAccountRow } from './accounts.table.ts'
import { publishEnum } from '../../graph/enums.ts'

publishEnum(accountStatus, 'AccountStatus', 'アカウントの状態。\nState of an account.', {
  OPEN: '使えます。Open.',
  SUSPENDED: '利用停止。Suspended.',
  CLOSED: '退会。Closed.',
})

@ObjectType({ description: '窓口が見るアカウント。\nAn account as staff see it.' })
export class StaffAccount {
  @Expose(accounts.id, 'id。') id!: AccountRow['id']
  @Expose(accounts.email, 'ログインのメールアドレス。\nAddress of sign-in.') email!: AccountRow['email']
  @Expose(accounts.status, '状態。\nState.') status!: AccountRow['status']
}

@ObjectType({
  description: '窓口で登録したメールアドレス。これからマイページを開く人のもの。\nThe address that the counter registered for a My Page.',
})
export class AwaitedAccount {
  @Expose(awaitedAccounts.id, 'id。') id!: AwaitedAccountRow['id']
  @Expose(awaitedAccounts.email, 'メールアドレス。\nAddress.') email!: AwaitedAccountRow['email']
  @Expose(awaitedAccounts.openedAt, 'マイページが開いた時。\nWhen the My Page was opened.') openedAt!: AwaitedAccountRow['openedAt']
  @Expose(awaitedAccounts.version, '版。\nVersion.') version!: AwaitedAccountRow['version']
}

@InputType({ description: '窓口で登録したメールアドレスを直す。\nMends the address that a My Page waits for.' })
export class ChangeAwaitedEmailInput {
  @Field(() => ID, { description: '求職者か事業所の id。\nId of the seeker or the establishment.' }) opens!: string
  @Field(() => String, { description: '正しいメールアドレス。\nThe right address.' }) email!: string
  @Field(() => Int, { nullable: true, description: '見ている版。\nVersion that is being changed.' }) version?: number | null
}

@InputType({ description: '窓口でアカウントにすること。\nAn act of staff on an account.' })
export class AccountActInput {
  @Field(() => ID, { description: 'アカウントの id(staffAccounts で出ます)。\nId of the account (staffAccounts).' }) accountId!: Id<'acc'>
  @Field(() => String, { description: 'どう本人を確かめたか、なぜするか。記録に残ります。\nHow the person was known, or why.' })
  purpose!: string
}

@InputType({ description: '窓口での救済。\nLets somebody in again after an identity check.' })
export class RescueAccountInput extends AccountActInput {
  @Field(() => String, { nullable: true, description: '新しいメールアドレス。変えないときは null。\nNew address; null keeps it.' })
  newEmail!: string | null
}

export const SuspendAccountResult = resultOf('SuspendAccount', () => StaffAccount, 'StaffAccount', { preview: true })
export const ResumeAccountResult = resultOf('ResumeAccount', () => StaffAccount, 'StaffAccount', { preview: true })
export const RescueAccountResult = resultOf('RescueAccount', () => StaffAccount, 'StaffAccount', { preview: true })
export const ChangeAwaitedEmailResult = resultOf('ChangeAwaitedEmail', () => AwaitedAccount, 'AwaitedAccount', { preview: true })
