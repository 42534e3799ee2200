import { ageOn, type JstDate } from '../../kernel/calendar.ts'
import { type Option, type RawForm, type RawStep, readForm, type Step, type Values } from '../../kernel/form.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { Policy } from '../../policy.ts'
import { occupationMiddles } from '../offices/data/classes.rules.ts'
import { problemOfEligibility } from './seekers.rules.ts'

const options = (...pairs: readonly (readonly [string, string, string?])[]): Option[] =>
  pairs.map(([value, label, help]) => ({ value, label, ...(help === undefined ? {} : { help }) }))

const WORK_SITUATIONS = options(
  ['UNEMPLOYED', '仕事をしていない'],
  ['EMPLOYED', '仕事をしている'],
  ['LEAVING', '仕事をやめる予定がある'],
  ['SELF_EMPLOYED', '自営業・フリーランス'],
)

/** R17 looks at these: pupils of day courses search through their school. */
const SCHOOL_SITUATIONS = options(
  ['NONE', '学校に通っていない'],
  ['JUNIOR_HIGH', '中学校', '学校を通してさがします'],
  ['HIGH_SCHOOL_DAY', '高校(全日制)', '学校を通してさがします'],
  ['HIGH_SCHOOL_EVENING', '高校(夜間・定時制)'],
  ['HIGH_SCHOOL_CORRESPONDENCE', '高校(通信制)'],
  ['VOCATIONAL', '専門学校・短大・高専'],
  ['UNIVERSITY', '大学・大学院'],
)

const WISHED_KINDS = options(['FULL_TIME', 'フルタイム'], ['PART_TIME', 'パート'], ['ANY', 'どちらでもよい'])
const WISHED_OCCUPATIONS_MAX = 3
const OLDEST = 120

/** かんたん登録: what makes a registration valid, in a few minutes. Keys are the columns of `seeker_sheets`. */
export const REGISTRATION_STEPS: readonly Step[] = [
  {
    key: 'basics',
    title: '基本のこと',
    fields: [
      { key: 'name', label: '氏名', kind: 'TEXT', required: true, max: 40, help: '姓と名のあいだをあけてください。' },
      { key: 'nameKana', label: '氏名(カナ)', kind: 'KANA', required: true, max: 40, help: 'ひらがなで入れても、カタカナになります。' },
      { key: 'birthDate', label: '生年月日', kind: 'DATE', required: true, help: 'マイページは16歳から使えます。' },
      {
        key: 'postalCode',
        label: '郵便番号',
        kind: 'POSTAL_CODE',
        required: true,
        help: '7けたの数字です。担当の窓口が、ここから決まります。',
      },
      {
        key: 'address',
        label: '住所(町の名前から)',
        kind: 'TEXT',
        required: true,
        max: 60,
        help: '市区町村までは、郵便番号から入ります。町名・番地・建物を書いてください。',
      },
      { key: 'phone', label: '電話番号', kind: 'PHONE', required: true, help: '窓口や応募した事業所が、連絡するときに使います。' },
      { key: 'workSituation', label: 'いまの仕事', kind: 'CHOICE', required: true, options: WORK_SITUATIONS },
      { key: 'schoolSituation', label: 'いま通っている学校', kind: 'CHOICE', required: true, options: SCHOOL_SITUATIONS },
      { key: 'wishedKind', label: '希望する働き方', kind: 'CHOICE', required: true, options: WISHED_KINDS },
      {
        key: 'wishedOccupations',
        label: '希望する仕事',
        kind: 'CHOICES',
        required: true,
        max: WISHED_OCCUPATIONS_MAX,
        help: '3つまで選べます。登録のあとは、窓口に伝えると変えられます。',
        options: occupationMiddles.map(({ code, name }) => ({ value: code, label: name })),
      },
    ],
  },
]

export const isRegistrationStep = (step: string): boolean => REGISTRATION_STEPS.some(({ key }) => key === step)

/** The place that the typed postal code names, found before the form is read; null when no place has it. */
export interface FoundPlace {
  prefectureCode: string
  municipalityCode: string
}

/** The typed registration as values, and everything that is wrong with it. */
export function readRegistration(
  raw: RawForm,
  place: FoundPlace | null,
  today: JstDate,
  policy: Pick<Policy, 'seekerMinimumAge'>,
): { values: Values; problems: Problem[] } {
  const { values, problems } = readForm(REGISTRATION_STEPS, raw)
  const wrong = (field: string, code: Problem['code'], label: string) =>
    problems.push({ path: `basics.${field}`, code, severity: 'ERROR', facts: { label } })
  if (values['postalCode'] !== null && place === null) wrong('postalCode', 'UNKNOWN_POSTAL_CODE', '郵便番号')
  const { birthDate, schoolSituation } = values
  const hasBirthDate = typeof birthDate === 'string'
  if (hasBirthDate && ageOn(birthDate, today) > OLDEST) wrong('birthDate', 'NOT_A_DATE', '生年月日')
  const person = {
    birthDate: hasBirthDate ? birthDate : LONG_AGO,
    schoolSituation: typeof schoolSituation === 'string' ? schoolSituation : 'NONE',
  }
  const ineligible = problemOfEligibility(person, today, policy)
  if (ineligible === 'TOO_YOUNG') wrong('birthDate', ineligible, '生年月日')
  if (ineligible === 'PUPIL') wrong('schoolSituation', ineligible, 'いま通っている学校')
  return { values, problems }
}

/** The registration as staff write it at the counter: the same fields, named without their step. */
export function readAtCounter(
  raw: RawStep,
  place: FoundPlace | null,
  today: JstDate,
  policy: Pick<Policy, 'seekerMinimumAge'>,
): { values: Values; problems: Problem[] } {
  const { values, problems } = readRegistration({ basics: raw }, place, today, policy)
  return { values, problems: problems.map((problem) => ({ ...problem, path: problem.path.replace('basics.', '') })) }
}

const LONG_AGO = '1900-01-01'

/** What was typed as postal code, for the look-up that `readRegistration` needs. */
export function typedPostalCode(raw: RawForm): string {
  const typed = raw['basics']?.['postalCode']
  return typeof typed === 'string' ? typed : ''
}
