import { createHash } from 'node:crypto'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Viewer } from '../../graph/context.ts'
import { addMinutes } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { tryCounters } from '../../platform/db/platform.table.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { hashToken, newToken } from '../../platform/secrets/tokens.ts'
import type { Seat } from './accounts.events.ts'
import { sessionEnds } from './accounts.rules.ts'
import { type AccountRow, accounts, type SessionRow, sessions, staffMembers } from './accounts.table.ts'
import { offices } from '../offices/offices.table.ts'

/** The token goes into the cookie and nowhere else. */
export interface Started {
  token: string
  session: SessionRow
}

/** A new way to sign in; null where the address has one already. */
export async function insertAccount(
  tx: Tx,
  wanted: Pick<AccountRow, 'email' | 'passwordHash' | 'termsVersion' | 'termsAcceptedAt'>,
): Promise<AccountRow | null> {
  const [account] = await tx.db
    .insert(accounts)
    .values({ ...wanted, status: 'OPEN', createdAt: tx.now, passwordChangedAt: tx.now })
    .onConflictDoNothing()
    .returning()
  return account ?? null
}

/** A session of its own at every sign-in (S11). Nobody acts yet: somebody takes the seat. */
export async function startSession(tx: Tx, who: { accountId: Id<'acc'>; userAgent: string; deviceId: Id<'dev'> | null }): Promise<Started> {
  const token = newToken()
  const [session] = await tx.db
    .insert(sessions)
    .values({
      accountId: who.accountId,
      tokenHash: hashToken(token),
      actingAs: 'NOBODY',
      deviceId: who.deviceId,
      userAgent: who.userAgent.slice(0, 300),
      createdAt: tx.now,
      lastSeenAt: tx.now,
      ...sessionEnds(tx.now, tx.policyOf()),
    })
    .returning()
  return { token, session: session! }
}

/** Another cookie for the same seat, after something that makes the old one doubtful (S11); sockets of the old one close. */
export async function renewToken(tx: Tx, id: Id<'ses'>): Promise<Started> {
  const token = newToken()
  const [session] = await tx.db
    .update(sessions)
    .set({ tokenHash: hashToken(token) })
    .where(eq(sessions.id, id))
    .returning()
  tx.hint('control', id)
  return { token, session: session! }
}

/** The session acts as this person from now on; whoever comes later finds the seat taken. */
export async function takeSeat(tx: Tx, seat: Seat, viewer: Viewer): Promise<void> {
  const person = personOf(viewer)
  if (seat.viewer !== null || person === null) return
  await tx.db.update(sessions).set(person).where(eq(sessions.id, seat.sessionId))
  seat.viewer = viewer
}

function personOf(viewer: Viewer): Pick<SessionRow, 'actingAs' | 'subject'> | null {
  switch (viewer.kind) {
    case 'seeker':
      return { actingAs: 'SEEKER', subject: viewer.seekerId }
    case 'registrant':
      return { actingAs: 'REGISTRANT', subject: viewer.registrantId }
    case 'employer':
      return { actingAs: 'EMPLOYER', subject: viewer.memberId }
    case 'staff':
      return { actingAs: 'STAFF', subject: viewer.staffId }
    default:
      return null
  }
}

/** Staff first: a person of the office does not sign in as something else by accident. Then later modules are asked. */
export async function findSeat(tx: Tx, session: SessionRow, wish: string | null = null): Promise<Seat> {
  const seat: Seat = { sessionId: session.id, accountId: session.accountId, viewer: null, wish, refusal: null }
  const [staff] = await tx.db
    .select({ id: staffMembers.id, officeId: offices.id, role: staffMembers.role, kind: offices.kind })
    .from(staffMembers)
    .innerJoin(offices, eq(offices.id, staffMembers.officeId))
    .where(and(eq(staffMembers.accountId, session.accountId), isNull(staffMembers.removedAt)))
    .limit(1)
  if (staff) {
    const { id: staffId, officeId, role, kind } = staff
    await takeSeat(tx, seat, { kind: 'staff', accountId: session.accountId, staffId, officeId, role, center: kind === 'CENTER' })
  } else tx.emit('sessionStarted', { seat })
  return seat
}

/** The cookie is worthless from now on, and its sockets close at once. */
export async function endSession(tx: Tx, id: Id<'ses'>): Promise<void> {
  await tx.db
    .update(sessions)
    .set({ endedAt: tx.now })
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
  tx.hint('control', id)
}

/** All of an account but one (null: all). */
export async function endSessionsOf(tx: Tx, accountId: Id<'acc'>, except: Id<'ses'> | null): Promise<void> {
  const ended = await tx.db
    .update(sessions)
    .set({ endedAt: tx.now })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), except === null ? undefined : ne(sessions.id, except)))
    .returning({ id: sessions.id })
  for (const { id } of ended) tx.hint('control', id)
}

/** Every session that acts as this one (a member of an establishment, say), and every socket of it. */
export async function endSessionsActingAs(tx: Tx, subject: string): Promise<void> {
  await tx.db
    .update(sessions)
    .set({ endedAt: tx.now })
    .where(and(eq(sessions.subject, subject), isNull(sessions.endedAt)))
  tx.hint('control', subject)
}

/** Names of counters do not tell whose they are. */
export const bucketOf = (what: string, whose: string): string => `${what}:${createHash('sha256').update(whose).digest('base64url')}`

/**
 * Counts one try and answers how many there were in the window. At the limit, and at each further multiple of it,
 * the window begins anew: whoever goes on trying goes on waiting, whoever waits is let in again (S6).
 */
export async function countTry(tx: Tx, bucket: string, { limit, minutes }: { limit: number; minutes: number }): Promise<number> {
  const until = addMinutes(tx.now, minutes)
  const past = sql`${tryCounters.until} <= ${tx.now.toISOString()}::timestamptz`
  const count = sql`case when ${past} then 1 else ${tryCounters.count} + 1 end`
  const [counter] = await tx.db
    .insert(tryCounters)
    .values({ bucket, count: 1, until })
    .onConflictDoUpdate({
      target: tryCounters.bucket,
      set: {
        count,
        until: sql`case when ${past} or (${tryCounters.count} + 1) % ${limit} = 0 then ${until.toISOString()}::timestamptz else ${tryCounters.until} end`,
      },
    })
    .returning({ count: tryCounters.count })
  return counter!.count
}

/** After a success the tries before it no longer count. */
export async function forgetTries(tx: Tx, bucket: string): Promise<void> {
  await tx.db.delete(tryCounters).where(eq(tryCounters.bucket, bucket))
}

/** A try that turned out to be right: it was not one of those that the limit is for. */
export async function uncountTry(tx: Tx, bucket: string): Promise<void> {
  await tx.db
    .update(tryCounters)
    .set({ count: sql`greatest(${tryCounters.count} - 1, 0)` })
    .where(eq(tryCounters.bucket, bucket))
}
