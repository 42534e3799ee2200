import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graph/enums.ts'
import { Expose } from '../../graph/expose.ts'
import { Node } from '../../graph/node.ts'
import { resultOf } from '../../graph/result.ts'
import {
  seekerInvalidReason,
  seekerKind,
  type SeekerRow as Row,
  type SeekerSheetRow,
  seekers,
  seekerSheets,
  seekerStatus,
} from './seekers.table.ts'

publishEnum(seekerKind, 'SeekerKind', '求職者の種類。\nKind of seeker.', {
  ONLINE: 'オンライン登録者。Registered online.',
  REGISTERED: '利用登録者。Checked by an office.',
})
export const SeekerStatusEnum = publishEnum(seekerStatus, 'SeekerStatus', '求職の登録の状態。\nState of a registration.', {
  DRAFT: '入力中。Being written.',
  VALID: '有効。Valid.',
  INVALID: '無効。Invalid.',
})
export const SeekerInvalidReasonEnum = publishEnum(seekerInvalidReason, 'SeekerInvalidReason', '無効になった理由。\nWhy it is invalid.', {
  EXPIRED: '期限がすぎた。Expired.',
  BY_SEEKER: '本人が止めた。By the seeker.',
  EMPLOYED: '就職した。Employed.',
  BY_OFFICE: '窓口が止めた。By the office.',
})

@ObjectType({ description: '求職申込みの内容。\nWhat a seeker has registered.' })
export class SeekerSheet {
  @Expose(seekerSheets.id, 'id。') id!: SeekerSheetRow['id']
  @Expose(seekerSheets.name, '氏名。\nName.') name!: SeekerSheetRow['name']
  @Expose(seekerSheets.nameKana, '氏名(カナ)。\nName in kana.') nameKana!: SeekerSheetRow['nameKana']
  @Expose(seekerSheets.birthDate, '生年月日。\nBirth date.') birthDate!: SeekerSheetRow['birthDate']
  @Expose(seekerSheets.postalCode, '郵便番号。\nPostal code.') postalCode!: SeekerSheetRow['postalCode']
  @Expose(seekerSheets.phone, '電話番号。\nPhone.') phone!: SeekerSheetRow['phone']
}

/** Only the person and staff reach one: `visibleSeeker`. */
@ObjectType({ implements: Node, description: '求職者。本人と職員に見えます。\nA seeker, for the person and staff.' })
export class Seeker extends Node {
  @Field(() => ID, { description: 'id。', simple: true }) declare id: Row['id']
  @Expose(seekers.seekerNumber, '求職番号。\nSeeker number.') seekerNumber!: Row['seekerNumber']
  @Expose(seekers.kind, '種類。\nKind.') kind!: Row['kind']
  @Expose(seekers.appliedOn, '申し込んだ日。\nDay of application.') appliedOn!: Row['appliedOn']
  @Expose(seekers.validUntil, '有効な最後の日(R14)。\nLast valid day.') validUntil!: Row['validUntil']
  @Expose(seekers.published, '求職を公開している。\nProfile is published.') published!: Row['published']
  @Expose(seekers.version, '版。\nVersion.') version!: Row['version']
}

export const SubmitRegistrationResult = resultOf('SubmitRegistration', () => Seeker, 'Seeker')

/** Keys are those of the registration's form (seekers.form.ts); texts are taken as typed. */
@InputType({ description: '窓口で登録する求職者。\nA seeker as the counter registers one.' })
export class RegisterSeekerInput {
  @Field(() => String, { description: '氏名。\nName.' }) name!: string
  @Field(() => String, { description: '氏名(カナ)。\nName in kana.' }) nameKana!: string
  @Field(() => String, { description: '生年月日(例: 1993-07-21)。\nBirth date.' }) birthDate!: string
  @Field(() => String, { description: '郵便番号。\nPostal code.' }) postalCode!: string
  @Field(() => String, { description: '町名・番地・建物。\nAddress below the municipality.' }) address!: string
  @Field(() => String, { description: '電話番号。\nPhone.' }) phone!: string
  @Field(() => String, { description: 'いまの仕事(registrationForm の値)。\nWork now, a value of registrationForm.' })
  workSituation!: string
  @Field(() => String, { description: 'いま通っている学校(registrationForm の値)。\nSchool now, a value of registrationForm.' })
  schoolSituation!: string
  @Field(() => String, { description: '希望する働き方(registrationForm の値)。\nWished kind of work.' }) wishedKind!: string
  @Field(() => [String], { description: '希望する仕事(registrationForm の値)。\nWished occupations.' }) wishedOccupations!: string[]
  @Field(() => String, {
    nullable: true,
    description: 'マイページを開くためのメールアドレス。いま開かない人は null。\nAddress that opens the My Page; null without one.',
  })
  myPageEmail?: string | null
}

export const RegisterSeekerResult = resultOf('RegisterSeeker', () => Seeker, 'Seeker', { preview: true })
