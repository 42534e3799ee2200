import { Field, InputType, Int, ObjectType } from 'type-graphql'
import type { Viewer, ViewerKind } from '../../graph/context.ts'
import { publishEnum, publishWords } from '../../graph/enums.ts'
import { Expose } from '../../graph/expose.ts'
import { resultOf } from '../../graph/result.ts'
import {
  accounts,
  type AccountRow,
  authenticationKeys,
  type AuthenticationKeyRow,
  keyPurpose,
  staffMembers,
  type StaffMemberRow,
  staffRole,
} from './accounts.table.ts'
import type { KeyPurpose } from './accounts.rules.ts'

export const KeyPurposeEnum = publishEnum(keyPurpose, 'KeyPurpose', '認証キーの使いみち。\nWhat a mailed key opens.', {
  OPEN_SEEKER: '求職者マイページを開く。Opens a seeker My Page.',
  OPEN_EMPLOYER: '求人者マイページを開く。Opens an employer My Page.',
  OPEN_REGISTERED: '窓口で登録したマイページを開く。Opens what the counter registered.',
  OPEN_BY_CODE: 'アカウント作成コードで開く。Opens by an account creation code.',
  MEMBER: '追加の担当者。An added member.',
  RESET: 'パスワードを決めなおす。Resets a password.',
  CHANGE_EMAIL: 'メールアドレスを変える。Changes the address.',
})

publishEnum(staffRole, 'StaffRole', '職員の役割。\nRole of staff.', {
  COUNTER: '窓口。Counter.',
  MANAGER: '管理者。Manager.',
  AUDITOR: '監査。Auditor.',
})

export const ViewerKindEnum = publishWords('ViewerKind', 'だれとして見ているか。\nWhom the viewer acts as.', {
  VISITOR: 'ログインしていない人。Not signed in.',
  SEEKER: '求職者。Seeker.',
  REGISTRANT: 'センター登録者。Registrant of a center.',
  EMPLOYER: '事業所の担当者。Member of an employer.',
  STAFF: '職員。Staff.',
  PARTNER: '提供先。Partner.',
})
export type ViewerKindWord = Uppercase<ViewerKind>

/** The viewer of this operation; after sign-in and sign-out the new one. */
export interface ViewerRoot {
  viewer: Viewer
  idleUntil: Date | null
}

@ObjectType({ description: 'ログインの名義。\nAn account.' })
export class Account {
  @Expose(accounts.id, 'id。') id!: AccountRow['id']
  @Expose(accounts.email, 'メールアドレス。\nE-mail.') email!: AccountRow['email']
  @Expose(accounts.passwordChangedAt, 'いまのパスワードを決めた時。\nWhen the password was set.')
  passwordChangedAt!: AccountRow['passwordChangedAt']
}

/** Later modules count: `@FieldResolver` on this type, by `ctx.viewer`. Until then, zero. */
@ObjectType({ description: '未読や待っているものの数。\nCounts for badges.' })
export class Counts {
  @Field(() => Int, { description: '未読のやりとり。\nThreads with unread messages.', simple: true }) unreadThreads = 0
  @Field(() => Int, { description: '返事を待っている応募。\nApplicants that wait for an answer.', simple: true }) waitingApplicants = 0
  @Field(() => Int, { description: 'いまするとよいこと。\nThings to do.', simple: true }) toDo = 0
}

@ObjectType({ description: '見本のアカウント。\nAn account of the demo.' })
export class DemoAccount {
  @Field(() => String, { description: 'メールアドレス。\nE-mail.', simple: true }) email!: string
  @Field(() => String, { description: 'だれとして使うか。\nWhom it acts as.', simple: true }) role!: string
}

@ObjectType({ description: '見本のときだけの案内。\nHow to try the demo.' })
export class Demo {
  @Field(() => [DemoAccount], { description: 'アカウント。\nAccounts.', simple: true }) accounts!: DemoAccount[]
  @Field(() => String, { description: 'どのアカウントも同じパスワード。\nTheir password.', simple: true }) password!: string
}

@ObjectType('Viewer', { description: 'いま見ている人。\nWho is looking.' })
export class ViewerType {
  @Field(() => ViewerKindEnum, { description: 'だれとして。\nWhom the viewer acts as.' }) kind!: ViewerKindWord
}

@ObjectType({ description: '職員。\nA member of staff.' })
export class StaffMember {
  @Expose(staffMembers.id, 'id。') id!: StaffMemberRow['id']
  @Expose(staffMembers.name, '氏名。\nName.') name!: StaffMemberRow['name']
  @Expose(staffMembers.role, '役割。\nRole.') role!: StaffMemberRow['role']
}

@ObjectType({
  description: '送った認証キー。キーそのものはメールだけにあります。\nA key that was sent; the key itself is in the mail only.',
})
export class KeyRequest {
  @Expose(authenticationKeys.id, 'id。') id!: AuthenticationKeyRow['id']
  @Expose(authenticationKeys.email, '送った先。\nWhere it went.') email!: AuthenticationKeyRow['email']
  @Expose(authenticationKeys.validUntil, 'この時から使えません。\nDead from this moment.') validUntil!: AuthenticationKeyRow['validUntil']
}

@ObjectType({ description: '規約の一節。\nOne section.' })
export class TermsSection {
  @Field(() => String, { description: '見出し。\nTitle.', simple: true }) title!: string
  @Field(() => [String], { description: '段落。\nParagraphs.', simple: true }) paragraphs!: readonly string[]
}

@ObjectType({ description: '利用規約とプライバシーポリシー。\nTerms and privacy policy.' })
export class Terms {
  @Field(() => String, { description: '版。\nVersion.', simple: true }) version!: string
  @Field(() => [TermsSection], { description: '利用規約。\nTerms.', simple: true }) terms!: readonly TermsSection[]
  @Field(() => [TermsSection], { description: 'プライバシーポリシー。\nPrivacy policy.', simple: true }) privacy!: readonly TermsSection[]
}

@InputType({ description: '認証キーを頼む。\nAsks for a key.' })
export class RequestAuthenticationKeyInput {
  @Field(() => String, { description: 'メールアドレス。\nE-mail.' }) email!: string
  @Field(() => KeyPurposeEnum, { description: '使いみち。\nPurpose.' }) purpose!: KeyPurpose
  @Field(() => String, { description: '同意した規約の版。\nVersion of the terms agreed to.' }) termsVersion!: string
}

@InputType({ description: '認証キーでパスワードを決める。\nSets a password by a key.' })
export class RegisterPasswordInput {
  @Field(() => String, { description: 'メールアドレス。\nE-mail.' }) email!: string
  @Field(() => KeyPurposeEnum, { description: '使いみち。\nPurpose.' }) purpose!: KeyPurpose
  @Field(() => String, { description: '認証キー(全角・小文字・ハイフンも可)。\nThe key in any width.' }) authenticationKey!: string
  @Field(() => String, { description: '新しいパスワード。\nPassword.' }) password!: string
  @Field(() => String, { description: '確認のためもう一度。\nThe same again.' }) confirmation!: string
  @Field(() => String, {
    nullable: true,
    description: '同意した規約の版。招待された人(MEMBER)はここで同意します。\nVersion of the terms; invited members agree here.',
  })
  termsVersion?: string | null
}

export const RequestAuthenticationKeyResult = resultOf('RequestAuthenticationKey', () => KeyRequest, 'KeyRequest')
export const SignOutResult = resultOf('SignOut', () => ViewerType, 'Viewer')
