import { sql } from 'drizzle-orm'
import { numberCounters } from '../../platform/db/platform.table.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { caseNumber, employerNumber, employerNumberScope } from './offices.rules.ts'

export type NumberKind = 'SEEKER' | 'POSTING' | 'EMPLOYER' | 'ENTRY'

/** The next count without holes: the row stays locked until COMMIT, so a number that is rolled back is given again. */
export async function nextNumber(tx: Tx, scope: string, kind: NumberKind): Promise<number> {
  const [counter] = await tx.db
    .insert(numberCounters)
    .values({ scope, kind, last: 1 })
    .onConflictDoUpdate({ target: [numberCounters.scope, numberCounters.kind], set: { last: sql`${numberCounters.last} + 1` } })
    .returning({ last: numberCounters.last })
  return counter!.last
}

/** 求職番号 `13010-00000001`. */
export const nextSeekerNumber = async (tx: Tx, office: { code: string }): Promise<string> =>
  caseNumber(office.code, await nextNumber(tx, office.code, 'SEEKER'))

/** 求人番号 `13010-00000161`. */
export const nextPostingNumber = async (tx: Tx, office: { code: string }): Promise<string> =>
  caseNumber(office.code, await nextNumber(tx, office.code, 'POSTING'))

/** 送出情報番号 `13900-00000001`. */
export const nextEntryNumber = async (tx: Tx, center: { code: string }): Promise<string> =>
  caseNumber(center.code, await nextNumber(tx, center.code, 'ENTRY'))

/** 事業所番号 `1301-000001-9`. */
export const nextEmployerNumber = async (tx: Tx, office: { code: string }): Promise<string> =>
  employerNumber(office.code, await nextNumber(tx, employerNumberScope(office.code), 'EMPLOYER'))
