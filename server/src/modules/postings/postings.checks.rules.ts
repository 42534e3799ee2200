import type { JstDate } from '../../kernel/calendar.ts'
import type { Row, Values } from '../../kernel/form.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { ProblemCode } from '../../kernel/problem-codes.ts'
import type { Policy } from '../../policy.ts'
import { occupationMiddleByCode } from '../offices/data/classes.rules.ts'
import { isWholeCity, municipalityByCode } from '../offices/data/places.rules.ts'
import { POSTING_STEPS } from './postings.form.ts'
import { type EmployerTraces, namesInTexts } from './postings.names.rules.ts'
import { checkMinimumWage, type MinimumWage, shiftMinutes, shownHourly } from './postings.wage.rules.ts'

export interface CheckFacts {
  /** The establishment as accepted or as it waits; null before it was ever written. */
  establishment: EmployerTraces | null
  /** Of the workplace's prefecture on the day; null where the place is not known yet. */
  minimumWage: MinimumWage | null
  today: JstDate
  policy: Pick<Policy, 'breakOverSixHours' | 'breakOverEightHours' | 'dailyHours' | 'breakFromHours' | 'twoDaysOffHolidays'>
}

const PATHS = new Map(POSTING_STEPS.flatMap((step) => step.fields.map((field) => [field.key, `${step.key}.${field.key}`])))
const LABELS = new Map(POSTING_STEPS.flatMap((step) => step.fields.map((field) => [field.key, field.label])))
const error = (key: string, code: ProblemCode, facts: Problem['facts'] = {}, rest = ''): Problem => ({
  path: `${PATHS.get(key)}${rest}`,
  code,
  severity: 'ERROR',
  facts: { label: LABELS.get(key) ?? '', ...facts },
})
const confirm = (key: string, code: ProblemCode, facts: Problem['facts'] = {}): Problem => ({
  ...error(key, code, facts),
  severity: 'CONFIRM',
})

/** What the fields of a posting say together (LAW J1–J5, J13, J14, R25). Each field for itself: `readPosting`. */
export function checkPosting(values: Values, facts: CheckFacts): Problem[] {
  return [
    ...checkCodes(values),
    ...checkScope(values),
    ...namesInTexts(values, facts.establishment),
    ...checkTermAndAge(values, facts),
    ...checkRanges(values),
    ...checkFixedOvertime(values),
    ...checkWage(values, facts),
    ...checkHours(values, facts),
  ]
}

/** The field's own REQUIRED gives way where a rule says more at the same place. */
export function joinProblems(read: readonly Problem[], checked: readonly Problem[]): Problem[] {
  const said = new Set(checked.map((problem) => problem.path))
  return [...read.filter((problem) => problem.code !== 'REQUIRED' || !said.has(problem.path)), ...checked]
}

function checkCodes(values: Values): Problem[] {
  const { workplaceMunicipality: place, occupationCode: occupation } = values
  return [
    ...(typeof place === 'string' && (!municipalityByCode(place) || isWholeCity(place))
      ? [error('workplaceMunicipality', 'NOT_A_CHOICE')]
      : []),
    ...(typeof occupation === 'string' && !occupationMiddleByCode(occupation) ? [error('occupationCode', 'NOT_A_CHOICE')] : []),
  ]
}

function checkScope({ scope, selfApplication }: Values): Problem[] {
  return selfApplication === true && (scope === '3' || scope === '4') ? [error('selfApplication', 'SELF_APPLICATION_NEEDS_SCOPE')] : []
}

function checkTermAndAge(values: Values, { today }: CheckFacts): Problem[] {
  const problems: Problem[] = []
  const { term, termUntil } = values
  if (typeof term === 'string' && term !== 'NONE' && values['termMonths'] === null && termUntil === null)
    problems.push(error('termMonths', 'TERM_REQUIRED'))
  if (typeof termUntil === 'string' && termUntil < today) problems.push(error('termUntil', 'DATE_IN_PAST'))
  if (values['ageLimited'] === true) {
    if (values['ageReason'] === null) problems.push(error('ageReason', 'AGE_REASON_REQUIRED'))
    if (values['ageFrom'] === null && values['ageTo'] === null) problems.push(error('ageFrom', 'REQUIRED', { label: '年齢の下限か上限' }))
  }
  return problems
}

const RANGES = [
  ['baseFrom', 'baseTo', '基本給(a)'],
  ['fixedOvertimeFrom', 'fixedOvertimeTo', '固定残業代'],
  ['bonusFrom', 'bonusTo', '前年度の賞与'],
  ['ageFrom', 'ageTo', '年齢'],
] as const

function checkRanges(values: Values): Problem[] {
  const reversed = (from: unknown, to: unknown) => typeof from === 'number' && typeof to === 'number' && to < from
  const pairs = RANGES.flatMap(([from, to, label]) => (reversed(values[from], values[to]) ? [error(to, 'RANGE_REVERSED', { label })] : []))
  const rows = Array.isArray(values['allowances']) ? (values['allowances'] as Row[]) : []
  const allowances = rows.flatMap((row, index) =>
    reversed(row['from'], row['to'])
      ? [error('allowances', 'RANGE_REVERSED', { label: String(row['name'] ?? '手当') }, `.${index}.to`)]
      : [],
  )
  return [...pairs, ...allowances]
}

/** LAW J2: amount, hours, and that what exceeds them is paid on top. */
function checkFixedOvertime(values: Values): Problem[] {
  if (values['fixedOvertime'] !== true) return []
  const missing = ['fixedOvertimeFrom', 'fixedOvertimeTo', 'fixedOvertimeHours', 'fixedOvertimeExcessPaid'].filter(
    (key) => values[key] === null,
  )
  const unpaid = values['fixedOvertimeExcessPaid'] === false ? ['fixedOvertimeExcessPaid'] : []
  return [...missing, ...unpaid].map((key) => error(key, 'FIXED_OVERTIME_INCOMPLETE'))
}

/** LAW J3: the lower end by the hour against the minimum wage of the workplace's prefecture. */
function checkWage(values: Values, { minimumWage }: CheckFacts): Problem[] {
  const check = minimumWage && checkMinimumWage(values, minimumWage)
  if (!minimumWage || !check || check.enough) return []
  return [
    error('baseFrom', 'BELOW_MINIMUM_WAGE', {
      hourly: shownHourly(check, minimumWage.yen),
      prefecture: minimumWage.prefectureName,
      minimum: minimumWage.yen,
      proposal: check.proposal,
    }),
  ]
}

/** Systems under which a day may be longer than eight hours. */
const AVERAGED = new Set<unknown>(['MONTHLY', 'YEARLY', 'WEEKLY', 'FLEX', 'DISCRETION'])

/** LAW J13: 労基法 32, 34, 35. The longest shift decides. */
function checkHours(values: Values, { policy }: CheckFacts): Problem[] {
  const problems: Problem[] = []
  const rest = values['breakMinutes']
  const longest = Math.max(0, ...shiftMinutes(values))
  if (longest > 0 && typeof rest === 'number') {
    const worked = (longest - rest) / 60
    const needed = worked > policy.dailyHours ? policy.breakOverEightHours : worked > policy.breakFromHours ? policy.breakOverSixHours : 0
    const hours = Math.round(worked * 100) / 100
    if (rest < needed) problems.push(error('breakMinutes', 'BREAK_TOO_SHORT', { hours, min: needed }))
    if (worked > policy.dailyHours && !AVERAGED.has(values['variableHours']))
      problems.push(confirm('shifts', 'HOURS_OVER_EIGHT', { hours }))
  }
  const holidays = values['yearlyHolidays']
  if (values['twoDaysOff'] === 'EVERY_WEEK' && typeof holidays === 'number' && holidays < policy.twoDaysOffHolidays)
    problems.push(confirm('yearlyHolidays', 'HOLIDAYS_CONTRADICT', { now: holidays, min: policy.twoDaysOffHolidays }))
  return problems
}
