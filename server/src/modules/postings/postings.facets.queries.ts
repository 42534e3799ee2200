import { sql } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { industryMajors, occupationMajors, occupationMiddles } from '../offices/data/classes.rules.ts'
import { municipalitiesOf, municipalityByCode, nameInAddress, prefectures } from '../offices/data/places.rules.ts'
import { CHOICES } from './form/choices.form.ts'
import { remembered } from './postings.search.cache.ts'
import { precisely } from './postings.search.conditions.ts'
import { type ChoiceGroup, type Demand, demandsOf, type Question, type SearchFilter } from './postings.search.filter.rules.ts'
import {
  bitOf,
  DAYS_OFF,
  FLAG_NAMES,
  FLAGS,
  INSURANCES,
  type Mark,
  MARK_COLUMNS,
  type MarkColumn,
  MARKS,
} from './postings.search.marks.rules.ts'
import { totalOf, withIndex } from './postings.search.queries.ts'
import { postingSearch } from './postings.table.ts'

interface FacetValue {
  value: string
  label: string
  count: number
}
export interface FacetRow {
  field: string
  values: FacetValue[]
}

/** Columns with a count for each value, their names in SQL, and the group whose choice their counts leave out. */
const COLUMNS = {
  prefecture: { name: 'prefecture', group: 'place' },
  municipality: { name: 'municipality', group: 'place' },
  occupationMajor: { name: 'occupation_major', group: 'occupation' },
  occupation: { name: 'occupation', group: 'occupation' },
  industry: { name: 'industry', group: 'industry' },
  workTime: { name: 'work_time', group: 'workTime' },
  employmentType: { name: 'employment_type', group: 'employmentType' },
  hoursSystem: { name: 'hours_system', group: 'hoursSystem' },
} as const satisfies Record<string, { name: string; group: ChoiceGroup }>
type FacetColumn = keyof typeof COLUMNS
const COLUMN_NAMES = Object.keys(COLUMNS) as FacetColumn[]
const MARK_SQL: Record<MarkColumn, string> = { flags: 'flags', daysOff: 'days_off', insurances: 'insurances' }
const ALL_MARKS = MARK_COLUMNS.flatMap((column) => MARKS[column].map((_, place): Mark => ({ column, place })))
const keyOf = ({ column, place }: Mark) => `${column}${place}`

type Counts = Map<string, Map<number, number>>

/**
 * Counts of every choice. A group's counts leave its own choice out, so groups without a choice share one scan;
 * yes-no facts are each asked for beside the others, so they need no scan of their own.
 */
export const facetsOf = (ctx: Context, question: Question, filter: SearchFilter): Promise<FacetRow[]> =>
  remembered(ctx, ['facets', question, onePrefecture(filter), filter.municipalityCodes ?? []], async () => {
    const chosen = new Set<string | null>(question.demands.map((demand) => demand.group))
    const prefecture = onePrefecture(filter)
    const without = (group: Demand['group']) => ({ ...question, demands: question.demands.filter((demand) => demand.group !== group) })
    const free = COLUMN_NAMES.filter((column) => column !== 'municipality' && !chosen.has(COLUMNS[column].group))
    const scans: [Question, FacetColumn[], readonly Mark[]][] = [[question, free, ALL_MARKS]]
    for (const group of ['place', 'occupation', 'industry', 'workTime', 'employmentType', 'hoursSystem'] as const) {
      const columns = COLUMN_NAMES.filter((column) => column !== 'municipality' && COLUMNS[column].group === group)
      if (chosen.has(group)) scans.push([without(group), columns, []])
    }
    const place = prefecture === null ? { municipalityCodes: filter.municipalityCodes ?? [] } : { prefectureCodes: [prefecture] }
    const [narrowed] = demandsOf(place, question.today)
    if (narrowed) scans.push([{ ...question, demands: [...without('place').demands, narrowed] }, ['municipality'], []])
    const { exact } = await totalOf(ctx, question)
    const counts: Counts = new Map()
    for (const [asked, columns, marks] of scans)
      for (const [name, of] of await scan(ctx, asked, columns, marks, exact)) counts.set(name, of)
    return rowsOf(counts, filter, prefecture)
  })

/** All municipalities are counted once the place is one prefecture; before that, those that are chosen. */
function onePrefecture(filter: SearchFilter): string | null {
  const codes = new Set([...(filter.prefectureCodes ?? []), ...(filter.municipalityCodes ?? []).map((code) => code.slice(0, 2))])
  const [only] = codes
  return codes.size === 1 && only !== undefined && prefectures.some((prefecture) => prefecture.code === only) ? only : null
}

/** One pass over the rows of a question: a grouping set for each column, then one filtered count for each yes-no fact. */
async function scan(ctx: Context, question: Question, columns: readonly FacetColumn[], marks: readonly Mark[], exact: boolean) {
  const names = columns.map((column) => COLUMNS[column].name)
  const raw = (parts: readonly string[], between = ', ') => sql.raw(parts.join(between))
  const read = marks.length > 0 ? [...names, ...Object.values(MARK_SQL)] : names
  const counted = marks.map((mark) => `(count(*) filter (where ${MARK_SQL[mark.column]} & ${bitOf(mark)} <> 0))::int`)
  const valued = names.map((name, at) => `when grouping(${name}) = 0 then ${at}`)
  const grouped = sql`
    select case ${raw(valued, ' ')} end as at, coalesce(${raw(names)})::int as value, count(*)::int as n, null::int[] as marks
    from m group by grouping sets (${raw(names.map((name) => `(${name})`))})`
  const marked = sql`select null::int as at, null::int as value, null::int as n, array[${raw(counted)}] as marks from m`
  const parts = [...(names.length > 0 ? [grouped] : []), ...(marks.length > 0 ? [marked] : [])]
  const rows = await withIndex(ctx, (db) =>
    db.execute<{ at: number | null; value: number | null; n: number | null; marks: number[] | null }>(sql`
      with m as materialized (select ${raw(read)} from ${postingSearch} where ${precisely(question, exact)})
      ${sql.join(parts, sql` union all `)}`),
  )
  const counts: Counts = new Map([...columns, ...marks.map(keyOf)].map((name) => [name, new Map()]))
  for (const { at, value, n, marks: totals } of rows) {
    const column = at === null ? undefined : columns[at]
    if (column !== undefined) counts.get(column)?.set(value ?? 0, n ?? 0)
    for (const [place, mark] of totals === null ? [] : marks.entries()) counts.get(keyOf(mark))?.set(1, totals?.[place] ?? 0)
  }
  return counts
}

function rowsOf(counts: Counts, filter: SearchFilter, prefecture: string | null): FacetRow[] {
  const of = (name: string, number: number) => counts.get(name)?.get(number) ?? 0
  const listed = (field: string, values: FacetValue[], chosen: readonly string[] | null | undefined): FacetRow => ({
    field,
    values: values.filter(({ value, count }) => count > 0 || chosen?.includes(value)),
  })
  const byCode = (column: FacetColumn, rows: readonly { code: string; name: string }[]) =>
    rows.map(({ code, name: label }) => ({ value: code, label, count: of(column, Number(code)) }))
  const byPlace = (column: FacetColumn, options: readonly { value: string; label: string }[]) =>
    options.map(({ value, label }, i) => ({ value, label, count: of(column, i + 1) }))
  const byMark = (column: MarkColumn, options: readonly { value: string; label: string }[]) =>
    options.map(({ value, label }, place) => ({ value, label, count: of(keyOf({ column, place }), 1) }))
  return [
    listed('prefectureCodes', byCode('prefecture', prefectures), filter.prefectureCodes),
    listed('municipalityCodes', municipalityValues(filter, prefecture, of), filter.municipalityCodes),
    { field: 'occupationMajors', values: byCode('occupationMajor', occupationMajors) },
    listed('occupationCodes', byCode('occupation', occupationMiddles), filter.occupationCodes),
    {
      field: 'industryCodes',
      values: industryMajors.map(({ code, name: label }, i) => ({ value: code, label, count: of('industry', i + 1) })),
    },
    { field: 'workTimes', values: byPlace('workTime', CHOICES.workTime) },
    { field: 'employmentTypes', values: byPlace('employmentType', CHOICES.employmentType) },
    { field: 'hoursSystems', values: byPlace('hoursSystem', CHOICES.variableHours) },
    { field: 'daysOff', values: byMark('daysOff', DAYS_OFF) },
    { field: 'insurances', values: byMark('insurances', INSURANCES) },
    ...byMark(
      'flags',
      FLAG_NAMES.map((flag) => ({ value: flag, label: FLAGS[flag] })),
    ).map(({ value, ...flag }) => ({
      field: value,
      values: [{ value: 'true', ...flag }],
    })),
  ]
}

/** A designated city counts its wards: choosing it asks for them. */
function municipalityValues(filter: SearchFilter, prefecture: string | null, of: (name: string, number: number) => number): FacetValue[] {
  const chosen = (filter.municipalityCodes ?? []).flatMap((code) => municipalityByCode(code) ?? [])
  const rows = prefecture === null ? chosen : municipalitiesOf(prefecture)
  return rows.map((row) => {
    const wards = municipalitiesOf(row.code.slice(0, 2)).filter((ward) => ward.city === row.code)
    const count = [row, ...wards].reduce((sum, one) => sum + of('municipality', Number(one.code)), 0)
    const city = row.city === undefined ? undefined : municipalityByCode(row.city)
    return { value: row.code, label: city && !row.name.startsWith(city.name) ? city.name + row.name : nameInAddress(row), count }
  })
}
