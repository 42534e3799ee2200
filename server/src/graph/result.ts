import { type ClassType, createUnionType, Ctx, Field, FieldResolver, ID, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql'
import { problemText } from '../i18n/problems.ja.ts'
import { refusalText } from '../i18n/refusals.ja.ts'
import { type Change, Preview } from '../kernel/preview.ts'
import type { Problem } from '../kernel/problem.ts'
import { REFUSALS } from '../kernel/refusal-codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { nameTypeOf } from './abstract-types.ts'
import type { Context } from './context.ts'
import { publishWords } from './enums.ts'
import { Node } from './node.ts'

const RefusalCodeEnum = Object.fromEntries(Object.keys(REFUSALS).map((code) => [code, code]))
registerEnumType(RefusalCodeEnum, {
  name: 'RefusalCode',
  description: 'できない理由の番号。\nWhy a rule said no.',
  valuesConfig: Object.fromEntries(Object.entries(REFUSALS).map(([code, description]) => [code, { description }])),
})
const SeverityEnum = publishWords('Severity', '直すか、確かめるか。\nMust be fixed, or confirmed.', {
  ERROR: '直してください。Must be fixed.',
  CONFIRM: '確かめてください。Passes once confirmed.',
})

@ObjectType('Problem', { description: '項目の直すところ・確かめるところ。\nWhat is wrong at one field.' })
export class ProblemType {
  @Field(() => String, { description: '段と項目(例: wage.baseFrom)。\nstep.field, or step.field.row.column.', simple: true }) path!: string
  @Field(() => String, { description: '理由の番号。\nStable code.', simple: true }) code!: string
  @Field(() => SeverityEnum, { description: '直すか、確かめるか。\nERROR or CONFIRM.', simple: true }) severity!: 'ERROR' | 'CONFIRM'
  @Field(() => String, { description: '人が読む文。\nText for a person.', simple: true }) message!: string
}

@ObjectType('Refusal', { description: 'できないときの答え。理由と、いまできること。\nA rule said no.' })
export class RefusalType {
  @Field(() => RefusalCodeEnum, { description: '理由の番号。\nStable code.', simple: true }) code!: keyof typeof REFUSALS
}

@Resolver(() => RefusalType)
export class RefusalResolver {
  @FieldResolver(() => String, { description: '人が読む文。\nText for a person.' })
  message(@Root() refusal: Refusal): string {
    return refusalText(refusal)
  }

  @FieldResolver(() => [ProblemType], { description: '項目ごとの理由。\nReasons by field.' })
  problems(@Root() refusal: Refusal): ProblemType[] {
    return refusal.problems.map(withText)
  }

  @FieldResolver(() => Node, { nullable: true, description: 'いまの状態。\nWhat stands now.' })
  current(@Root() refusal: Refusal, @Ctx() _ctx: Context): { id: string } | null {
    return refusal.current
  }
}

const withText = (problem: Problem): ProblemType => ({ ...problem, message: problemText(problem) })

@ObjectType('Change', { description: '変わる項目。\nOne field that would change.' })
class ChangeType {
  @Field(() => ID, { description: '変わるもの。\nWhat changes.', simple: true }) object!: string
  @Field(() => String, { description: '項目。\nField.', simple: true }) field!: string
  @Field(() => String, { nullable: true, description: 'いまの値。\nValue now.', simple: true }) before!: string | null
  @Field(() => String, { nullable: true, description: '新しい値。\nValue then.', simple: true }) after!: string | null
}

@ObjectType('Preview', { description: '試した結果。何も変わっていません。\nWhat a dry run would change.' })
class PreviewType {
  @Field(() => [ChangeType], { description: '変わる項目。\nFields that would change.', simple: true }) changes!: Change[]
}

/** `union CancelApplicationResult = Application | Refusal`, with `preview` also `| Preview` for staff. */
export function resultOf(name: string, success: () => ClassType, typeName: string, { preview = false } = {}) {
  nameTypeOf(`${name}Result`, (value) => (value instanceof Refusal ? 'Refusal' : value instanceof Preview ? 'Preview' : typeName))
  return createUnionType({
    name: `${name}Result`,
    description: `${typeName}、またはできない理由。\n${typeName}, or why not.`,
    types: () => (preview ? ([success(), RefusalType, PreviewType] as const) : ([success(), RefusalType] as const)),
  })
}
