import { type Option, type RawForm, type RawStep, readFields, readForm, type Step, type Values } from '../../kernel/form.ts'
import type { Problem } from '../../kernel/problem.ts'
import { POLICY } from '../../policy.ts'
import { industryByCode } from '../offices/data/classes.rules.ts'
import { isWholeCity, municipalityByCode } from '../offices/data/places.rules.ts'
import { checkEstablishment } from './employers.rules.ts'

const options = (...pairs: readonly (readonly [string, string])[]): Option[] => pairs.map(([value, label]) => ({ value, label }))
const RECORD = options(['YES', 'あり'], ['NO', 'なし'])

/** 事業所登録 (003:186): what every posting of the establishment shares. */
export const ESTABLISHMENT_STEPS: readonly Step[] = [
  {
    key: 'establishment',
    title: '事業所のこと',
    fields: [
      { key: 'name', label: '事業所名', kind: 'TEXT', required: true, max: 60, identifying: true },
      { key: 'nameKana', label: '事業所名(カナ)', kind: 'KANA', required: true, max: 80, identifying: true },
      {
        key: 'corporateNumber',
        label: '法人番号',
        kind: 'CODE',
        max: 13,
        identifying: true,
        help: '13けたの数字です。法人でないときは書きません。',
      },
      { key: 'representativeTitle', label: '代表者の役職', kind: 'TEXT', max: 20, identifying: true },
      { key: 'representativeName', label: '代表者の名前', kind: 'TEXT', required: true, max: 30, identifying: true },
      { key: 'postalCode', label: '郵便番号', kind: 'POSTAL_CODE', required: true, identifying: true },
      { key: 'municipalityCode', label: '市区町村', kind: 'MUNICIPALITY', required: true },
      { key: 'address', label: '町名・番地・建物', kind: 'TEXT', required: true, max: 60, identifying: true },
      { key: 'phone', label: '電話番号', kind: 'PHONE', required: true, identifying: true },
      { key: 'fax', label: 'ファクス', kind: 'PHONE', identifying: true },
      { key: 'email', label: 'Eメール', kind: 'EMAIL', identifying: true },
      { key: 'webPage', label: 'ホームページ', kind: 'URL', identifying: true },
    ],
  },
  {
    key: 'business',
    title: '事業と従業員',
    fields: [
      { key: 'industryCode', label: '産業分類', kind: 'INDUSTRY', required: true },
      { key: 'business', label: '事業の内容', kind: 'LONG_TEXT', required: true, max: POLICY.businessMax },
      { key: 'features', label: '会社の特長', kind: 'LONG_TEXT', max: POLICY.businessMax },
      { key: 'foundedYear', label: '設立の年', kind: 'INTEGER', unit: '年', min: 1000, max: 9999, help: '西暦で書きます。' },
      { key: 'capital', label: '資本金', kind: 'INTEGER', unit: '万円' },
      { key: 'employeesWhole', label: '企業全体の従業員数', kind: 'INTEGER', unit: '人' },
      { key: 'employeesHere', label: '就業場所の従業員数', kind: 'INTEGER', unit: '人', required: true },
      { key: 'employeesWomen', label: 'うち女性', kind: 'INTEGER', unit: '人' },
      { key: 'employeesPartTime', label: 'うちパート', kind: 'INTEGER', unit: '人' },
      { key: 'union', label: '労働組合', kind: 'YES_NO', options: RECORD },
    ],
  },
  {
    key: 'rules',
    title: '就業規則・休業・保険',
    fields: [
      { key: 'workRulesFullTime', label: '就業規則(フルタイム)', kind: 'YES_NO', options: RECORD },
      { key: 'workRulesPartTime', label: '就業規則(パート)', kind: 'YES_NO', options: RECORD },
      { key: 'childcare', label: '育児休業の取得の実績', kind: 'YES_NO', options: RECORD },
      { key: 'nursingCare', label: '介護休業の取得の実績', kind: 'YES_NO', options: RECORD },
      { key: 'sickChildCare', label: '看護休暇の取得の実績', kind: 'YES_NO', options: RECORD },
      { key: 'foreignEmployees', label: '外国人を雇った実績', kind: 'YES_NO', options: RECORD },
      {
        key: 'insurances',
        label: '加入している保険など',
        kind: 'CHOICES',
        options: options(['EMPLOYMENT', '雇用'], ['ACCIDENT', '労災'], ['HEALTH', '健康'], ['PENSION', '厚生'], ['PROPERTY', '財形']),
      },
      {
        key: 'corporatePension',
        label: '企業年金',
        kind: 'CHOICES',
        options: options(['FUND', '厚生年金基金'], ['DEFINED_CONTRIBUTION', '確定拠出年金'], ['DEFINED_BENEFIT', '確定給付年金']),
      },
      { key: 'retirementPay', label: '退職金の制度', kind: 'YES_NO', options: RECORD },
      { key: 'retirementAge', label: '定年の年齢', kind: 'INTEGER', unit: '歳', min: 60, max: 99 },
      {
        key: 'accessibility',
        label: '設備',
        kind: 'CHOICES',
        options: options(
          ['LIFT', 'エレベーター'],
          ['BRAILLE', '点字の案内'],
          ['HANDRAILS', '階段の手すり'],
          ['TOILET', 'バリアフリートイレ'],
          ['WHEELCHAIR', '建物内の車いす移動'],
        ),
      },
    ],
  },
]

/** What was typed of an establishment, read and checked. */
export function readEstablishment(raw: RawForm): { values: Values; problems: Problem[] } {
  const { values, problems } = readForm(ESTABLISHMENT_STEPS, raw)
  return { values, problems: [...problems, ...checkEstablishment(values)] }
}

export const ESTABLISHMENT_FIELDS = ESTABLISHMENT_STEPS.flatMap((step) => step.fields)

/** The establishment as the counter registers it: the municipality is that of the postal code, unless another one is named. */
export function readAtCounter(raw: RawStep, place: { municipalityCode: string } | null): { values: Values; problems: Problem[] } {
  const named = typeof raw['municipalityCode'] === 'string' && raw['municipalityCode'].trim() !== ''
  const municipalityCode = named ? raw['municipalityCode']! : (place?.municipalityCode ?? '')
  const read = readFields(ESTABLISHMENT_FIELDS, { ...raw, municipalityCode })
  const problems = [
    ...read.problems.filter(({ path }) => named || path !== 'municipalityCode'),
    ...checkEstablishment(read.values).map((problem) => ({ ...problem, path: 'corporateNumber' })),
  ]
  const wrong = (path: string, code: Problem['code'], label: string) => problems.push({ path, code, severity: 'ERROR', facts: { label } })
  const { postalCode, industryCode } = read.values
  if (postalCode !== null && place === null) wrong('postalCode', 'UNKNOWN_POSTAL_CODE', '郵便番号')
  if (named && !isTown(read.values['municipalityCode'])) wrong('municipalityCode', 'NOT_A_CHOICE', '市区町村')
  if (typeof industryCode === 'string' && !industryByCode(industryCode)) wrong('industryCode', 'NOT_A_CHOICE', '産業分類')
  return { values: read.values, problems }
}

const isTown = (code: Values[string] | undefined): boolean =>
  typeof code !== 'string' || (municipalityByCode(code) !== undefined && !isWholeCity(code))
