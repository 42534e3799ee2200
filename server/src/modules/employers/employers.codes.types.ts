import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graph/enums.ts'
import { Expose } from '../../graph/expose.ts'
import { connectionOf } from '../../graph/page.ts'
import { resultOf } from '../../graph/result.ts'
import { KeyRequest } from '../accounts/accounts.types.ts'
import { accountCreationCodes, creationCodeState, type CreationCodeRow as Row } from './employers.codes.table.ts'
import { Employer } from './employers.types.ts'

export const CodeStateEnum = publishEnum(
  creationCodeState,
  'AccountCreationCodeState',
  'アカウント作成コードの状態。\nState of an account creation code.',
  {
    ISSUED: '発行ずみ。使えます。Issued and usable.',
    USED: '使われた。Used.',
    DEAD: '失効。まちがいが多すぎました。Dead of wrong inputs.',
    REVOKED: '取消。新しいコードが出ました。Replaced by a newer one.',
    EXPIRED: '期限切れ。Expired.',
  },
)

/** Read by staff only; the code itself is in the answer of `issueAccountCreationCode` and nowhere else. */
@ObjectType({ description: 'アカウント作成コード。窓口が紙で渡します。\nAn account creation code, handed out on paper.' })
export class AccountCreationCode {
  @Expose(accountCreationCodes.id, 'id。') id!: Row['id']
  @Expose(accountCreationCodes.wrongTries, 'まちがえた回数。\nWrong inputs so far.') wrongTries!: Row['wrongTries']
  @Expose(accountCreationCodes.issuedAt, '発行した時。\nIssued at.') issuedAt!: Row['issuedAt']
  @Expose(accountCreationCodes.validUntil, 'この時から使えません。\nDead from this moment.') validUntil!: Row['validUntil']
  @Expose(accountCreationCodes.endedAt, '使われた時、または使えなくなった時。\nUsed or ended at.') endedAt!: Row['endedAt']
}

@ObjectType({ description: '発行したコード。コードが読めるのは、この答えだけです。\nAn issued code, readable in this answer only.' })
class IssuedAccountCreationCode {
  @Field(() => String, { description: 'コード。紙に印刷して渡してください。\nThe code.', simple: true }) creationCode!: string
  @Field(() => AccountCreationCode, { description: '紙に書くこと。\nWhat the paper says.', simple: true }) slip!: Row
}

export const EmployerConnection = connectionOf('Employer', () => Employer)

@InputType({ description: 'アカウント作成コードの紙を見て入れる4つ。\nThe four inputs of way 6.' })
export class RequestKeyByCodeInput {
  @Field(() => String, { description: '登録するメールアドレス。\nE-mail to sign in with.' }) email!: string
  @Field(() => String, { description: '事業所番号(全角・ハイフンなしも可)。\nEmployer number in any width.' }) employerNumber!: string
  @Field(() => String, { description: '窓口に登録した電話番号。\nPhone as the office knows it.' }) phone!: string
  @Field(() => String, { description: 'アカウント作成コード(全角・小文字・ハイフンなしも可)。\nThe code in any width.' }) code!: string
  @Field(() => String, { description: '同意した規約の版。\nVersion of the terms agreed to.' }) termsVersion!: string
}

/** Keys are those of the establishment's form (employers.form.ts); texts are taken as typed. */
@InputType({ description: '窓口で登録する事業所。\nAn establishment as the counter registers it.' })
export class RegisterEmployerInput {
  @Field(() => String, { description: '事業所名。\nName.' }) name!: string
  @Field(() => String, { description: '事業所名(カナ)。\nName in kana.' }) nameKana!: string
  @Field(() => String, { nullable: true, description: '法人番号(13けた)。\nCorporate number.' }) corporateNumber?: string | null
  @Field(() => String, { nullable: true, description: '代表者の役職。\nTitle of the representative.' }) representativeTitle?: string | null
  @Field(() => String, { description: '代表者の名前。\nRepresentative.' }) representativeName!: string
  @Field(() => String, { description: '郵便番号。担当の安定所が、ここから決まります。\nPostal code; it decides the office.' })
  postalCode!: string
  @Field(() => String, {
    nullable: true,
    description: '市区町村の番号。郵便番号の場所とちがうときだけ。\nMunicipality, where it is not that of the postal code.',
  })
  municipalityCode?: string | null
  @Field(() => String, { description: '町名・番地・建物。\nAddress below the municipality.' }) address!: string
  @Field(() => String, { description: '電話番号。コードで開くときに確かめます。\nPhone; asked for with the code.' }) phone!: string
  @Field(() => String, { nullable: true, description: 'ファクス。\nFax.' }) fax?: string | null
  @Field(() => String, { nullable: true, description: '事業所のEメール。\nE-mail of the establishment.' }) email?: string | null
  @Field(() => String, {
    nullable: true,
    description:
      'マイページを開くためのメールアドレス。登録すると、紙のコードがなくても開けます。\nAddress that opens the My Page without a code.',
  })
  myPageEmail?: string | null
  @Field(() => String, { nullable: true, description: 'ホームページ。\nWeb page.' }) webPage?: string | null
  @Field(() => String, { description: '産業分類(大分類の英字)。\nIndustry, major group.' }) industryCode!: string
  @Field(() => String, { description: '事業の内容。\nBusiness.' }) business!: string
  @Field(() => Int, { description: '就業場所の従業員数。\nEmployees here.' }) employeesHere!: number
}

export const RequestKeyByCodeResult = resultOf('RequestKeyByCode', () => KeyRequest, 'KeyRequest')
export const RegisterEmployerResult = resultOf('RegisterEmployer', () => Employer, 'Employer', { preview: true })
export const IssueAccountCreationCodeResult = resultOf(
  'IssueAccountCreationCode',
  () => IssuedAccountCreationCode,
  'IssuedAccountCreationCode',
  { preview: true },
)
