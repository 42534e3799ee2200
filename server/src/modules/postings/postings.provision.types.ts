import { Field, ObjectType } from 'type-graphql'
import { TermsSection } from '../accounts/accounts.types.ts'

@ObjectType({ description: '求人の情報の提供についてのリーフレット(R26)。\nLeaflet on the provision of postings.' })
export class ProvisionLeaflet {
  @Field(() => String, { description: '版。\nVersion.', simple: true }) version!: string
  @Field(() => [TermsSection], { description: '内容。\nText.', simple: true }) sections!: readonly TermsSection[]
}

@ObjectType({ description: '情報の提供への同意(R26)。\nAgreement to the provision of a posting.' })
export class ProvisionAgreement {
  @Field(() => String, { description: '同意したリーフレットの版。\nVersion of the leaflet.', simple: true }) version!: string
  @Field(() => Date, { description: '申し込んだ時。\nWhen it was sent.', simple: true }) agreedAt!: Date
}
