import { Field, Float, Int, ObjectType } from 'type-graphql'
import { FIELD_KINDS, type FieldKind, type Field as FormFieldData, type Step, type When } from '../kernel/form.ts'
import { publishWords } from './enums.ts'

const FieldKindEnum = publishWords(
  'FieldKind',
  '項目の種類。\nHow a field is typed.',
  Object.fromEntries(FIELD_KINDS.map((kind) => [kind, kind.toLowerCase().replaceAll('_', ' ')])) as { [K in FieldKind]: string },
)

@ObjectType({ description: 'ほかの項目の値による条件。\nHolds while another field has one of `in`, or not yet all of `notAll`.' })
class FormCondition {
  @Field(() => String, { description: '見る項目。\nThe other field.', simple: true }) key!: string;
  @Field(() => [String], { description: 'このどれか。notAll があるときは空。\nOne of these; empty where notAll is given.', simple: true })
  in!: readonly string[]
  @Field(() => [String], {
    description: 'このぜんぶではない。in があるときは空。\nNot all of these; empty where in is given.',
    simple: true,
  })
  notAll!: readonly string[]
}

@ObjectType({ description: '選べる答え。\nA choice.' })
export class FormOption {
  @Field(() => String, { description: '値。\nValue.', simple: true }) value!: string
  @Field(() => String, { description: '言葉。\nLabel.', simple: true }) label!: string
  @Field(() => String, { nullable: true, description: '説明。\nHelp.', simple: true }) help?: string | null
}

@ObjectType({ description: '書く項目。\nOne field of a form, as data.' })
export class FormField {
  @Field(() => String, { description: '名前。\nKey, unique in the form.', simple: true }) key!: string
  @Field(() => String, { description: '見出し。\nLabel.', simple: true }) label!: string
  @Field(() => FieldKindEnum, { description: '種類。\nKind.', simple: true }) kind!: FieldKind
  @Field(() => Boolean, { description: '必須。\nRequired always.', simple: true }) required!: boolean
  @Field(() => FormCondition, { nullable: true, description: 'このとき必須。\nRequired when.', simple: true })
  requiredWhen!: FormCondition | null
  @Field(() => FormCondition, { nullable: true, description: 'このとき出す。\nShown when.', simple: true }) shownWhen!: FormCondition | null
  @Field(() => String, { nullable: true, description: '説明。\nHelp.', simple: true }) help!: string | null
  @Field(() => String, { nullable: true, description: '単位。\nUnit.', simple: true }) unit!: string | null
  @Field(() => Float, { nullable: true, description: '最大(文字は全角で)。\nMaximum.', simple: true }) max!: number | null
  @Field(() => Float, { nullable: true, description: '最小。\nMinimum.', simple: true }) min!: number | null
  @Field(() => Int, { nullable: true, description: '小数のけた。\nDecimals.', simple: true }) decimals!: number | null
  @Field(() => [FormOption], { description: '選べる答え。\nChoices.', simple: true }) options!: FormOption[]
  @Field(() => [FormField], { description: '行の中の項目。\nColumns of a row.', simple: true }) columns!: FormField[]
  @Field(() => Boolean, { description: '事業所がわかる項目(R25)。\nLeads to the employer.', simple: true }) identifying!: boolean
  @Field(() => String, { nullable: true, description: '先に読む、使い方のページ。\nPage of the guide to read first.', simple: true })
  guide!: string | null
  @Field(() => Boolean, { description: '窓口だけが読む項目。\nFor staff only.', simple: true }) staffOnly!: boolean
}

@ObjectType({ description: '書く段。\nOne step of a long form.' })
export class FormStep {
  @Field(() => String, { description: '名前。\nKey.', simple: true }) key!: string
  @Field(() => String, { description: '見出し。\nTitle.', simple: true }) title!: string
  @Field(() => Boolean, { description: '書かなくてもよい。\nNothing in it is required.', simple: true }) optional!: boolean
  @Field(() => [FormField], { description: '項目。\nFields.', simple: true }) fields!: FormField[]
}

export const formStepOf = (step: Step): FormStep => ({
  key: step.key,
  title: step.title,
  optional: step.optional ?? false,
  fields: step.fields.map(formFieldOf),
})

const formFieldOf = (field: FormFieldData): FormField => ({
  key: field.key,
  label: field.label,
  kind: field.kind,
  required: field.required ?? false,
  requiredWhen: conditionOf(field.requiredWhen),
  shownWhen: conditionOf(field.shownWhen),
  help: field.help ?? null,
  unit: field.unit ?? null,
  max: field.max ?? null,
  min: field.min ?? null,
  decimals: field.decimals ?? null,
  options: [...(field.options ?? [])],
  columns: (field.columns ?? []).map(formFieldOf),
  identifying: field.identifying ?? false,
  guide: field.guide ?? null,
  staffOnly: field.staffOnly ?? false,
})

const conditionOf = (when: When | undefined): FormCondition | null => (when === undefined ? null : { in: [], notAll: [], ...when })
