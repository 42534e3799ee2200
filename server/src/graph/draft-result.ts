import { Field, InputType } from 'type-graphql'
import { Draft } from './draft-types.ts'
import { resultOf } from './result.ts'

/** The answer of every autosave: `saveRegistration`, `savePostingStep`. */
export const SaveDraftResult = resultOf('SaveDraft', () => Draft, 'Draft')

@InputType({ description: '「このままでよい」と確かめたところ。この版だけに効きます。\nA problem confirmed for this version.' })
export class AcknowledgementInput {
  @Field(() => String, { description: '段と項目。\nstep.field.' }) path!: string
  @Field(() => String, { description: '理由の番号。\nCode of the problem.' }) code!: string
}
