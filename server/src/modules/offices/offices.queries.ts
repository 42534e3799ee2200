import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { JstDate } from '../../kernel/calendar.ts'
import type { Db, DbTransaction } from '../../platform/db/connect.ts'
import { closedDays } from '../../platform/db/platform.table.ts'
import { addressOfPostalCode, postalDigits } from './data/postal.queries.ts'
import { competentOffice, minimumWageInForce } from './offices.rules.ts'
import { minimumWages, type OfficeRow, offices } from './offices.table.ts'

export { addressOfPostalCode, postalDigits } from './data/postal.queries.ts'

/** Public offices and centers, those of one prefecture if it is named. */
export const officesOf = ({ db }: { db: Db }, prefectureCode: string | null): Promise<OfficeRow[]> =>
  db
    .select()
    .from(offices)
    .where(prefectureCode === null ? undefined : eq(offices.prefectureCode, prefectureCode))
    .orderBy(asc(offices.code))

/** The public office that serves an address, found by its postal code; null for a code that no place has. */
export async function officeOfPostalCode(db: Db | DbTransaction, postalCode: string): Promise<OfficeRow | null> {
  const digits = postalDigits(postalCode)
  if (digits === null) return null
  const address = await addressOfPostalCode(digits)
  if (address === null) return null
  const serves = sql`exists (select 1 from unnest(${offices.postalPrefixes}) as prefix where starts_with(${digits}, prefix))`
  const near = await db
    .select()
    .from(offices)
    .where(and(eq(offices.kind, 'PUBLIC_OFFICE'), or(serves, eq(offices.prefectureCode, address.prefectureCode))))
  return competentOffice(near, digits, address.prefectureCode)
}

/** Yen by the hour, in force on the day. */
export async function minimumWageOn(db: Db | DbTransaction, prefectureCode: string, on: JstDate): Promise<number> {
  const loaded = await db.select().from(minimumWages).where(eq(minimumWages.prefectureCode, prefectureCode))
  return minimumWageInForce(loaded, prefectureCode, on)
}

/** The deployment's own closed days, beside weekends and holidays. */
export async function closedDaysOf(db: Db | DbTransaction): Promise<ReadonlySet<JstDate>> {
  const rows = await db.select({ date: closedDays.date }).from(closedDays)
  return new Set(rows.map(({ date }) => date))
}
