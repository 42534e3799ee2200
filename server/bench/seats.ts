import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { cookieNames } from '../src/app/cookies.ts'
import { addHours } from '../src/kernel/calendar.ts'
import type { Id } from '../src/kernel/ids.ts'
import { sessions } from '../src/modules/accounts/accounts.table.ts'
import { threadParties, threads } from '../src/modules/messages/messages.table.ts'
import { postings } from '../src/modules/postings/postings.table.ts'
import { seekers } from '../src/modules/seekers/seekers.table.ts'
import type { Clock } from '../src/platform/clock.ts'
import { newId } from '../src/platform/db/columns.ts'
import type { Db } from '../src/platform/db/connect.ts'
import { hashToken, newToken } from '../src/platform/secrets/tokens.ts'

/** As a deployment behind TLS names it. */
export const SESSION_COOKIE = cookieNames(true).session

/** A signed-in seeker with a conversation of their own. */
export interface Seat {
  cookie: string
  threadId: Id<'thr'>
}

/** Signs in as many seekers of the demo and opens a conversation for each. */
export async function takeSeats(db: Db, clock: Clock, count: number): Promise<Seat[]> {
  const now = clock.now()
  const people = await db
    .select({ seekerId: seekers.id, accountId: seekers.accountId })
    .from(seekers)
    .where(and(eq(seekers.status, 'VALID'), isNotNull(seekers.accountId)))
    .limit(count)
  const [posting] = await db.select().from(postings).where(eq(postings.status, 'OPEN')).orderBy(desc(postings.id)).limit(1)
  if (!posting || people.length < count) throw new Error('the demo is too small for the bench')
  const taken = people.map(({ seekerId, accountId }) => ({ seekerId, accountId: accountId!, token: newToken(), threadId: newId('thr') }))
  await db.insert(sessions).values(
    taken.map(({ seekerId, accountId, token }) => ({
      tokenHash: hashToken(token),
      accountId,
      actingAs: 'SEEKER' as const,
      subject: seekerId,
      userAgent: 'bench',
      createdAt: now,
      lastSeenAt: now,
      idleUntil: addHours(now, 1),
      absoluteUntil: addHours(now, 12),
    })),
  )
  const { officeId, employerId } = posting
  await db.insert(threads).values(
    taken.map(({ threadId: id }) => ({
      id,
      officeId,
      kind: 'APPLICATION' as const,
      status: 'OPEN' as const,
      subject: 'bench',
      lastMessageAt: now,
      createdAt: now,
    })),
  )
  await db
    .insert(threadParties)
    .values(
      taken.flatMap(({ threadId, seekerId }) =>
        [seekerId, employerId].map((party) => ({ threadId, party, displayName: 'bench', canWrite: true, lastMessageAt: now })),
      ),
    )
  return taken.map(({ token, threadId }) => ({ cookie: `${SESSION_COOKIE}=${token}`, threadId }))
}
