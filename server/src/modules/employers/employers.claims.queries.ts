import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { isMemberOf } from '../../graph/standing.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Db, DbTransaction } from '../../platform/db/connect.ts'
import { accounts } from '../accounts/accounts.table.ts'
import { type OfficeRow, offices } from '../offices/offices.table.ts'
import { regionOfNumber } from './employers.claims.rules.ts'
import { type EmployerClaimRow, employerClaims } from './employers.claims.table.ts'
import { employersByIds, type EmployerWithSheet } from './employers.queries.ts'
import { isInCharge } from './employers.staff.queries.ts'
import { employerMembers, employers } from './employers.table.ts'

/** Every claim of these provisional establishments, newest first. */
export const claimsOfEmployers = ({ db }: Context, ids: readonly Id<'emp'>[]): Promise<EmployerClaimRow[]> =>
  db
    .select()
    .from(employerClaims)
    .where(inArray(employerClaims.employerId, [...ids]))
    .orderBy(desc(employerClaims.claimedAt), desc(employerClaims.id))

const SHOWN = 5

/** Claims that wait for staff, longest first; of one office, or of all. */
export async function waitingClaims({ db }: Context, officeId: Id<'off'> | null): Promise<{ total: number; oldest: EmployerClaimRow[] }> {
  const waits = and(
    eq(employerClaims.state, 'PENDING'),
    eq(employers.status, 'PROVISIONAL'),
    officeId === null ? undefined : eq(employerClaims.officeId, officeId),
  )
  const own = eq(employers.id, employerClaims.employerId)
  const [rows, [all]] = await Promise.all([
    db
      .select({ claim: employerClaims })
      .from(employerClaims)
      .innerJoin(employers, own)
      .where(waits)
      .orderBy(asc(employerClaims.claimedAt), asc(employerClaims.id))
      .limit(SHOWN),
    db.select({ count: count() }).from(employerClaims).innerJoin(employers, own).where(waits),
  ])
  return { total: all?.count ?? 0, oldest: rows.map(({ claim }) => claim) }
}

/** For the claimant and for the office that decides. */
export async function visibleEmployerClaim({ db, viewer }: Context, id: string): Promise<EmployerClaimRow | null> {
  const [claim] = await db
    .select()
    .from(employerClaims)
    .where(eq(employerClaims.id, id as Id<'clm'>))
  if (!claim) return null
  return isMemberOf(viewer, claim.employerId) || (viewer.kind === 'staff' && isInCharge(viewer, claim)) ? claim : null
}

/** The establishments behind numbers, with the numbers they are looked up by. */
export async function employersByNumbers({ db }: Context, numbers: readonly string[]): Promise<EmployerWithSheet[]> {
  const ids = await db
    .select({ id: employers.id })
    .from(employers)
    .where(inArray(employers.employerNumber, [...numbers]))
  return employersByIds(
    db,
    ids.map(({ id }) => id),
  )
}

/** Where mails to the claimant go. */
export async function claimantEmail({ db }: Context, memberId: Id<'mem'>): Promise<string | null> {
  const [found] = await db
    .select({ email: accounts.email })
    .from(employerMembers)
    .innerJoin(accounts, eq(accounts.id, employerMembers.accountId))
    .where(eq(employerMembers.id, memberId))
  return found?.email ?? null
}

/** The first office of a number's region; none: the number cannot be right, whoever has it. */
export async function officeOfNumber(db: Db | DbTransaction, employerNumber: string): Promise<OfficeRow | null> {
  const all = await db.select().from(offices).where(eq(offices.kind, 'PUBLIC_OFFICE')).orderBy(asc(offices.code), asc(offices.id))
  return all.find(({ code }) => code.startsWith(regionOfNumber(employerNumber))) ?? null
}
