import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { Expose } from '../../graph/expose.ts'
import { resultOf } from '../../graph/result.ts'
import type { EmployerWithSheet } from './employers.queries.ts'
import { employerReviews, type EmployerReviewRow } from './employers.table.ts'
import { Employer } from './employers.types.ts'

@ObjectType({ description: '事業所の内容への窓口の判断。\nWhat the office decided of a submitted establishment.' })
export class EstablishmentReview {
  @Expose(employerReviews.id, 'id。') id!: EmployerReviewRow['id']
  @Expose(employerReviews.outcome, '判断。\nOutcome.') outcome!: EmployerReviewRow['outcome']
  @Expose(employerReviews.comment, '窓口からのことば。\nComment.') comment!: EmployerReviewRow['comment']
  @Expose(employerReviews.decidedAt, '判断した時。\nDecided at.') decidedAt!: EmployerReviewRow['decidedAt']
}

@ObjectType({ description: '項目と、直す理由。\nA reason at a field of the establishment.' })
export class EstablishmentReason {
  @Field(() => String, { description: '段と項目。\nstep.field.', simple: true }) path!: string
  @Field(() => String, { description: '項目の名前。\nLabel of the field.', simple: true }) label!: string
  @Field(() => String, { description: '理由。\nReason.', simple: true }) reason!: string
}

@InputType({ description: '事業所の項目ごとの理由。\nA reason at one field of the establishment.' })
export class EstablishmentReasonInput {
  @Field(() => String, { description: '段と項目(例: establishment.phone)。\nstep.field.' }) path!: string
  @Field(() => String, { description: '理由。\nReason.' }) reason!: string
}

@ObjectType({ description: '確認を待つ事業所。\nEstablishments that wait for the office.' })
export class WaitingEmployers {
  @Field(() => Int, { description: 'ぜんぶの数。\nHow many.', simple: true }) total!: number
  @Field(() => [Employer], { description: '長く待っている順に5つまで。\nUp to five that have waited longest.', simple: true })
  oldest!: EmployerWithSheet[]
}

const employerResult = (name: string, options: { preview?: boolean } = {}) => resultOf(name, () => Employer, 'Employer', options)

export const SubmitEstablishmentResult = employerResult('SubmitEstablishment')
export const RecallEstablishmentResult = employerResult('RecallEstablishment')
export const AcceptEmployerResult = employerResult('AcceptEmployer', { preview: true })
export const ReturnEmployerResult = employerResult('ReturnEmployer', { preview: true })
export const RejectEmployerResult = employerResult('RejectEmployer', { preview: true })
