import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Viewer } from '../graph/context.ts'
import type { Id } from '../kernel/ids.ts'
import { accounts, sessions, staffMembers } from '../modules/accounts/accounts.table.ts'
import { employerMembers, employers } from '../modules/employers/employers.table.ts'
import { isAlive } from '../modules/employers/employers.provisional.queries.ts'
import { registrants } from '../modules/entries/entries.table.ts'
import { offices } from '../modules/offices/offices.table.ts'
import type { Validity } from '../modules/seekers/seekers.rules.ts'
import { seekers } from '../modules/seekers/seekers.table.ts'
import { statement } from '../platform/db/statement.ts'
import { hashToken } from '../platform/secrets/tokens.ts'
import type { Services } from './context.ts'

export interface FoundSession {
  id: Id<'ses'>
  accountId: Id<'acc'>
  viewer: Viewer
  locale: string
  /** The earlier of idle and absolute end. */
  until: Date
  idleUntil: Date
  absoluteUntil: Date
  /** A seeker's registration as it stands now. */
  registration: Validity | null
}

/** The one the session acts as: its subject, where the session is of that kind. */
const actsAs = (kind: string) => sql`case when ${sessions.actingAs} = ${sql.raw(`'${kind}'`)} then substr(${sessions.subject}, 5)::uuid end`

const readSession = statement((db) =>
  db
    .select({
      id: sessions.id,
      accountId: sessions.accountId,
      actingAs: sessions.actingAs,
      idleUntil: sessions.idleUntil,
      absoluteUntil: sessions.absoluteUntil,
      locale: accounts.locale,
      seekerId: seekers.id,
      registrantId: registrants.id,
      memberId: employerMembers.id,
      employerId: employers.id,
      memberRole: employerMembers.role,
      staffId: staffMembers.id,
      officeId: offices.id,
      staffRole: staffMembers.role,
      officeKind: offices.kind,
      registration: { status: seekers.status, validUntil: seekers.validUntil, receivesBenefit: seekers.receivesBenefit },
    })
    .from(sessions)
    .innerJoin(accounts, and(eq(accounts.id, sessions.accountId), eq(accounts.status, 'OPEN')))
    .leftJoin(seekers, and(eq(seekers.id, actsAs('SEEKER')), eq(seekers.accountId, sessions.accountId)))
    .leftJoin(registrants, and(eq(registrants.id, actsAs('REGISTRANT')), eq(registrants.accountId, sessions.accountId)))
    .leftJoin(
      employerMembers,
      and(
        eq(employerMembers.id, actsAs('EMPLOYER')),
        eq(employerMembers.accountId, sessions.accountId),
        eq(employerMembers.status, 'ACTIVE'),
      ),
    )
    .leftJoin(employers, and(eq(employers.id, employerMembers.employerId), isAlive(sql.placeholder('today'))))
    .leftJoin(
      staffMembers,
      and(eq(staffMembers.id, actsAs('STAFF')), eq(staffMembers.accountId, sessions.accountId), isNull(staffMembers.removedAt)),
    )
    .leftJoin(offices, eq(offices.id, staffMembers.officeId))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('hash')),
        isNull(sessions.endedAt),
        gt(sessions.idleUntil, sql.placeholder('now')),
        gt(sessions.absoluteUntil, sql.placeholder('now')),
      ),
    ),
)

type Row = Awaited<ReturnType<typeof readSession>>[number]

function viewerOf(row: Row): Viewer | null {
  const { accountId } = row
  if (row.actingAs === 'SEEKER' && row.seekerId) return { kind: 'seeker', accountId, seekerId: row.seekerId }
  if (row.actingAs === 'REGISTRANT' && row.registrantId) return { kind: 'registrant', accountId, registrantId: row.registrantId }
  if (row.actingAs === 'EMPLOYER' && row.memberId && row.employerId && row.memberRole)
    return { kind: 'employer', accountId, memberId: row.memberId, employerId: row.employerId, role: row.memberRole }
  if (row.actingAs === 'STAFF' && row.staffId && row.officeId && row.staffRole)
    return {
      kind: 'staff',
      accountId,
      staffId: row.staffId,
      officeId: row.officeId,
      role: row.staffRole,
      center: row.officeKind === 'CENTER',
    }
  return null
}

/** Who stands behind a token, in one statement; null when the session ended, idled out, or its person may no longer act. */
export async function findSession({ db, clock }: Pick<Services, 'db' | 'clock'>, token: string): Promise<FoundSession | null> {
  const [row] = await readSession(db, { hash: hashToken(token), now: clock.now().toISOString(), today: clock.today() })
  const viewer = row && (row.actingAs === 'NOBODY' ? ({ kind: 'visitor' } as const) : viewerOf(row))
  if (!row || !viewer) return null
  const until = row.idleUntil < row.absoluteUntil ? row.idleUntil : row.absoluteUntil
  const { id, accountId, locale, idleUntil, absoluteUntil, registration } = row
  return { id, accountId, viewer, locale, until, idleUntil, absoluteUntil, registration }
}

/** An act of the person starts the idle time again (R6); written at most once a minute. Answers the new end. */
export async function renewSession({ db, clock, policy }: Services, session: FoundSession): Promise<Date> {
  const now = clock.now()
  const idleUntil = new Date(now.getTime() + policy.of().sessionIdleMinutes * 60_000)
  if (idleUntil.getTime() - session.idleUntil.getTime() < 60_000) return session.until
  const [renewed] = await db
    .update(sessions)
    .set({ idleUntil, lastSeenAt: now })
    .where(and(eq(sessions.id, session.id), isNull(sessions.endedAt), gt(sessions.idleUntil, now), lt(sessions.idleUntil, idleUntil)))
    .returning({ absoluteUntil: sessions.absoluteUntil })
  if (!renewed) return session.until
  return idleUntil < renewed.absoluteUntil ? idleUntil : renewed.absoluteUntil
}
