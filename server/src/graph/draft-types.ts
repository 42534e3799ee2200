import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { RawStep } from '../kernel/form.ts'
import { publishWords } from './enums.ts'
import { Node } from './node.ts'
import { ProblemType } from './result.ts'
import { FormDataScalar } from './scalars.ts'

const DraftStepStateEnum = publishWords('DraftStepState', '段の進みぐあい。\nHow far a step is.', {
  NOT_STARTED: 'これから。Nothing typed.',
  IN_PROGRESS: 'とちゅう。Required fields are still empty.',
  DONE: '入力ずみ。Complete.',
  CONFIRM: '確かめるところがある。Something to confirm.',
  FIX: '直すところがある。Something to fix.',
})
export type DraftStepState = 'NOT_STARTED' | 'IN_PROGRESS' | 'DONE' | 'CONFIRM' | 'FIX'

const ToneEnum = publishWords('Tone', '強さ。\nHow it should look.', {
  OK: 'みたしている。Met.',
  WARN: '確かめる。Look again.',
  DANGER: '足りない。Not met.',
  QUIET: 'ふつう。Plain.',
})
export type Tone = 'OK' | 'WARN' | 'DANGER' | 'QUIET'

@ObjectType({ description: '見出しと値の一行。\nA labelled value.' })
export class SheetRow {
  @Field(() => String, { description: '名前。\nKey.', simple: true }) key!: string
  @Field(() => String, { description: '見出し。\nLabel.', simple: true }) label!: string
  @Field(() => String, { description: '値。\nValue as text.', simple: true }) value!: string
}

@ObjectType({ description: '書きかけの段。\nOne step of a draft.' })
export class DraftStep {
  @Field(() => String, { description: '名前。\nKey.', simple: true }) key!: string
  @Field(() => FormDataScalar, { description: '書かれたまま。\nExactly as typed.', simple: true }) data!: RawStep
  @Field(() => DraftStepStateEnum, { description: '進みぐあい。\nState.', simple: true }) state!: DraftStepState
  @Field(() => String, { description: 'いまの内容を一行で。\nPresent content in one line.', simple: true }) summary!: string
  @Field(() => Int, { description: '直すところの数。\nErrors.', simple: true }) errors!: number
  @Field(() => Int, { description: '確かめるところの数。\nUnconfirmed.', simple: true }) confirms!: number
  @Field(() => [SheetRow], { description: '書いた答え。\nAnswers as text.', simple: true }) preview!: SheetRow[]
}

@ObjectType({ description: '計算の一行。\nOne line of a sum.' })
export class InsightLine {
  @Field(() => String, { description: '見出し。\nLabel.', simple: true }) label!: string
  @Field(() => String, { description: '値。\nValue.', simple: true }) value!: string
}

@ObjectType({ description: '書きながら見る計算(最低賃金など)。\nA sum shown while typing.' })
export class Insight {
  @Field(() => String, { description: '段。\nStep.', simple: true }) step!: string
  @Field(() => String, { description: '見出し。\nTitle.', simple: true }) title!: string
  @Field(() => [InsightLine], { description: '計算の行。\nLines.', simple: true }) lines!: InsightLine[]
  @Field(() => ToneEnum, { description: '強さ。\nTone.', simple: true }) tone!: Tone
}

/** Made by the module that knows the form: `<m>.draft.ts` turns the row into this. */
@ObjectType({ implements: Node, description: '書きかけ。\nA draft.' })
export class Draft extends Node {
  @Field(() => ID, { description: 'id。', simple: true }) declare id: string
  @Field(() => Int, { description: '版。保存のたびに増えます。\nVersion.', simple: true }) version!: number
  @Field(() => Date, { description: '保存した時。\nSaved at.', simple: true }) savedAt!: Date
  @Field(() => String, { description: '保存した人。\nSaved by.', simple: true }) savedByName!: string
  @Field(() => [DraftStep], { description: '段。\nSteps.', simple: true }) steps!: DraftStep[]
  @Field(() => [ProblemType], { description: '直すところ・確かめるところ。\nProblems.', simple: true }) problems!: ProblemType[]
  @Field(() => Boolean, { description: '申し込める。\nNothing left to fix.', simple: true }) readyToSubmit!: boolean
  @Field(() => [Insight], { description: '計算。\nSums.', simple: true }) insights!: Insight[]
}
