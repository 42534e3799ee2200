import { readFile } from 'node:fs/promises'
import type { Sql } from '../src/platform/db/connect.ts'

/** Microseconds of CPU that the back ends of one subject have used; null where the system does not tell (no /proc). */
export async function postgresCpu(sql: Sql, application: string): Promise<number | null> {
  const rows = await sql<{ pid: number }[]>`select pid from pg_stat_activity where application_name = ${application}`
  const used = await Promise.all(rows.map(({ pid }) => cpuOf(pid)))
  return used.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

/** A back end has one thread; its first number is nanoseconds on a CPU. */
async function cpuOf(pid: number): Promise<number | null> {
  try {
    return Number((await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ')[0]) / 1_000
  } catch {
    return null
  }
}
