import { cpus } from 'node:os'
import type { Measured } from './measure.ts'
import type { SubjectName } from './subjects.ts'

export interface Line {
  name: string
  measured: Measured
  /** Of DESIGN 10: at most so many times the bare server, at least so far ahead of Apollo's defaults. */
  atMost: number | null
  ahead: number | null
}

/** Markdown, as it can stand in a README. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ name, measured, atMost, ahead }) => [
    name,
    ms(measured.bare.node),
    ms(measured.madoguchi.node),
    `**${spread(ratios(measured, 'madoguchi', 'bare'))}**`,
    goal(atMost, '≤'),
    ms(measured.apollo.node),
    `**${spread(ratios(measured, 'apollo', 'madoguchi'))}**`,
    goal(ahead, '≥'),
    (['bare', 'madoguchi', 'apollo'] as const).map((one) => ms(measured[one].postgres)).join(' / '),
  ])
  return [HEAD, HEAD.map((_, i) => (i === 0 ? '---' : '--:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const HEAD = [
  'CPU ms each',
  'bare',
  'Madoguchi',
  '× bare',
  'goal',
  'Apollo’s defaults',
  'ahead of them ×',
  'goal',
  'PostgreSQL: bare / Madoguchi / Apollo',
]

export const machineLine = (facts: { postgres: string; postings: number; repeats: number }) =>
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, PostgreSQL ${facts.postgres}, ` +
  `${facts.postings.toLocaleString('en')} open postings; median of ${facts.repeats} interleaved repeats (lowest–highest)`

/** Repeat by repeat: both met the same machine. */
function ratios(measured: Measured, over: SubjectName, under: SubjectName): number[] {
  return measured[over].node.map((cost, repeat) => cost / (measured[under].node[repeat] ?? Number.NaN))
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** From microseconds; a dash where the system does not tell. */
function ms(costs: readonly (number | null)[]): string {
  const known = costs.filter((cost) => cost !== null)
  return known.length === 0 ? '–' : (median(known) / 1_000).toFixed(3)
}

const spread = (values: readonly number[]) =>
  `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`
const goal = (value: number | null, sign: string) => (value === null ? '' : `${sign} ${value}`)
