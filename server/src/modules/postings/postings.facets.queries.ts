import { sql } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { occupationMajors } from '../offices/data/classes.rules.ts'
import { municipalitiesOf, municipalityByCode, nameInAddress, prefectures } from '../offices/data/places.rules.ts'
import { CHOICES } from './form/choices.form.ts'
import { remembered } from './postings.search.cache.ts'
import { type Demand, demandsOf, type Question, type SearchFilter, type ValueColumn } from './postings.search.filter.rules.ts'
import { precisely, totalOf, withIndex } from './postings.search.queries.ts'
import { bitOf, type Flag, FLAG_NAMES, FLAGS } from './postings.search.rules.ts'
import { postingSearch } from './postings.table.ts'

export interface FacetRow {
  field: string
  values: { value: string; label: string; count: number }[]
}

type Counted = ValueColumn | Flag
const COLUMNS = ['prefecture', 'municipality', 'occupationMajor', 'workTime', 'employmentType'] as const
const GROUPS = {
  prefecture: 'place',
  municipality: 'place',
  occupationMajor: 'occupation',
  workTime: 'workTime',
  employmentType: 'employmentType',
} as const
type FacetColumn = (typeof COLUMNS)[number]

/** Counts of every choice; a group's counts leave its own choice out, so groups without a choice share one scan. */
export const facetsOf = (ctx: Context, question: Question, filter: SearchFilter): Promise<FacetRow[]> =>
  remembered(ctx, ['facets', question, onePrefecture(filter)], async () => {
    const chosen = new Set(question.demands.map((demand) => demand.group))
    const prefecture = onePrefecture(filter)
    const free: Counted[] = [
      ...COLUMNS.filter((column) => column !== 'municipality' && !chosen.has(GROUPS[column])),
      ...FLAG_NAMES.filter((flag) => !chosen.has(flag)),
    ]
    const without = (group: Demand['group']) => ({ ...question, demands: question.demands.filter((demand) => demand.group !== group) })
    const scans: [Question, Counted[]][] = [[question, free]]
    for (const column of COLUMNS)
      if (column !== 'municipality' && chosen.has(GROUPS[column])) scans.push([without(GROUPS[column]), [column]])
    for (const flag of FLAG_NAMES) if (chosen.has(flag)) scans.push([without(flag), [flag]])
    if (prefecture !== null) {
      const whole = demandsOf({ prefectureCodes: [prefecture] }, question.today)
      scans.push([{ ...question, demands: [...without('place').demands, ...whole] }, ['municipality']])
    }
    const { exact } = await totalOf(ctx, question)
    const counts = new Map<string, Map<number, number>>()
    for (const [asked, counted] of scans) for (const [name, of] of await scan(ctx, asked, counted, exact)) counts.set(name, of)
    return rowsOf(counts, filter, prefecture)
  })

/** Municipalities are counted once the place is one prefecture. */
function onePrefecture(filter: SearchFilter): string | null {
  const codes = new Set([...(filter.prefectureCodes ?? []), ...(filter.municipalityCodes ?? []).map((code) => code.slice(0, 2))])
  const [only] = codes
  return codes.size === 1 && only !== undefined && prefectures.some((prefecture) => prefecture.code === only) ? only : null
}

/** One pass over the rows of a question: a grouping set for each column, a filtered count for each yes-no filter. */
async function scan(ctx: Context, question: Question, counted: readonly Counted[], exact: boolean) {
  const columns = COLUMNS.filter((column) => counted.includes(column))
  const flags = FLAG_NAMES.filter((flag) => counted.includes(flag))
  const names = columns.map((column) => sql.raw(SQL_NAMES[column]))
  const list = (parts: ReturnType<typeof sql.raw>[]) => sql.join(parts, sql`, `)
  const selected = [
    ...columns.map((column, i) => sql`case when grouping(${names[i]}) = 0 then ${names[i]}::int end as ${sql.raw(`"${column}"`)}`),
    ...flags.map((flag) => sql.raw(`(count(*) filter (where flags & ${bitOf(flag)} <> 0))::int as "${flag}"`)),
    sql.raw('count(*)::int as n'),
  ]
  const sets = [sql.raw('()'), ...names.map((name) => sql`(${name})`)]
  const rows = await withIndex(ctx, (db) =>
    db.execute<Record<string, number | null>>(sql`
      with m as materialized (select ${list([...names, sql.raw('flags')])} from ${postingSearch} where ${precisely(question, exact)})
      select ${list(selected)} from m group by grouping sets (${list(sets)})`),
  )
  const counts = new Map<string, Map<number, number>>([...columns, ...flags].map((name) => [name, new Map()]))
  for (const row of rows) {
    const column = columns.find((name) => row[name] !== null)
    if (column !== undefined) counts.get(column)?.set(row[column] ?? 0, row['n'] ?? 0)
    else for (const flag of flags) counts.get(flag)?.set(1, row[flag] ?? 0)
  }
  return counts
}

const SQL_NAMES: Record<FacetColumn, string> = {
  prefecture: 'prefecture',
  municipality: 'municipality',
  occupationMajor: 'occupation_major',
  workTime: 'work_time',
  employmentType: 'employment_type',
}

function rowsOf(counts: Map<string, Map<number, number>>, filter: SearchFilter, prefecture: string | null): FacetRow[] {
  const of = (name: Counted, number: number) => counts.get(name)?.get(number) ?? 0
  const listed = (field: string, values: FacetRow['values'], chosen: readonly string[] | null | undefined): FacetRow => ({
    field,
    values: values.filter(({ value, count }) => count > 0 || chosen?.includes(value)),
  })
  const byCode = (name: Counted, rows: readonly { code: string; name: string }[]) =>
    rows.map(({ code, name: label }) => ({ value: code, label, count: of(name, Number(code)) }))
  const byPlace = (name: Counted, options: readonly { value: string; label: string }[]) =>
    options.map(({ value, label }, i) => ({ value, label, count: of(name, i + 1) }))
  return [
    listed('prefectureCodes', byCode('prefecture', prefectures), filter.prefectureCodes),
    ...(prefecture === null ? [] : [listed('municipalityCodes', municipalityValues(prefecture, of), filter.municipalityCodes)]),
    { field: 'occupationMajors', values: byCode('occupationMajor', occupationMajors) },
    { field: 'workTimes', values: byPlace('workTime', CHOICES.workTime) },
    { field: 'employmentTypes', values: byPlace('employmentType', CHOICES.employmentType) },
    ...FLAG_NAMES.map((flag) => ({ field: flag, values: [{ value: 'true', label: FLAGS[flag], count: of(flag, 1) }] })),
  ]
}

/** A designated city counts its wards: choosing it asks for them. */
function municipalityValues(prefecture: string, of: (name: Counted, number: number) => number): FacetRow['values'] {
  const rows = municipalitiesOf(prefecture)
  return rows.map((row) => {
    const wards = rows.filter((ward) => ward.city === row.code)
    const count = [row, ...wards].reduce((sum, one) => sum + of('municipality', Number(one.code)), 0)
    const city = row.city === undefined ? undefined : municipalityByCode(row.city)
    return { value: row.code, label: city && !row.name.startsWith(city.name) ? city.name + row.name : nameInAddress(row), count }
  })
}
