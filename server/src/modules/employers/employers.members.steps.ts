import { and, asc, eq, exists, ne, sql } from 'drizzle-orm'
import { closedInvitationMail, invitationMail, memberJoinsMail } from '../../i18n/mails.members.ja.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { sendKey } from '../accounts/accounts.keys.steps.ts'
import type { KeyPurpose } from '../accounts/accounts.rules.ts'
import { bucketOf, countTry } from '../accounts/accounts.steps.ts'
import { accounts, type AuthenticationKeyRow } from '../accounts/accounts.table.ts'
import { establishmentOf } from './employers.queries.ts'
import { freeSeat } from './employers.members.rules.ts'
import { type EmployerMemberRow, employerMembers, employers } from './employers.table.ts'

const HOUR = 60

/** A member of this establishment who was not removed, locked; of another one: nobody. */
export async function lockMember(tx: Tx, employerId: Id<'emp'>, id: string): Promise<EmployerMemberRow | null> {
  const [member] = await tx.db
    .select()
    .from(employerMembers)
    .where(and(eq(employerMembers.id, id as Id<'mem'>), eq(employerMembers.employerId, employerId), ne(employerMembers.status, 'REMOVED')))
    .for('update')
  return member ?? null
}

/** R8: the unique index gives a seat to one alone; whoever came too late looks for the next. */
export async function takeMemberSeat(tx: Tx, row: Omit<typeof employerMembers.$inferInsert, 'seat'>): Promise<EmployerMemberRow | Refusal> {
  const policy = tx.policyOf()
  for (;;) {
    const others = await tx.db
      .select({ seat: employerMembers.seat, email: sql<string>`coalesce(${accounts.email}, ${employerMembers.email})` })
      .from(employerMembers)
      .leftJoin(accounts, eq(accounts.id, employerMembers.accountId))
      .where(and(eq(employerMembers.employerId, row.employerId), ne(employerMembers.status, 'REMOVED')))
      .orderBy(asc(employerMembers.seat))
    if (others.some(({ email }) => email === row.email)) return new Refusal('MEMBER_EXISTS')
    const seat = freeSeat(
      others.map((other) => other.seat),
      policy,
    )
    if (seat === null) return new Refusal('MEMBERS_FULL', { facts: { max: policy.addedMembers } })
    const [member] = await tx.db
      .insert(employerMembers)
      .values({ ...row, seat })
      .onConflictDoNothing()
      .returning()
    if (member) return member
  }
}

interface Invited {
  id: Id<'mem'>
  employerId: Id<'emp'>
  email: string
}

/**
 * The mail with the key. Only its reader learns whether the address signs in already, and for what (S8): with an account of an employer the
 * same key works beside the password, with another one it opens nothing.
 */
export async function sendInvitation(
  tx: Tx,
  { publicUrl: url }: { publicUrl: string },
  { id, employerId, email }: Invited,
): Promise<AuthenticationKeyRow | Refusal> {
  const { memberInvitationsPerHour: limit } = tx.policyOf()
  if ((await countTry(tx, bucketOf('memberInvitation', employerId), { limit, minutes: HOUR })) > limit)
    return new Refusal('TOO_MANY_TRIES', { facts: { minutes: HOUR } })
  const name = (await establishmentOf(tx.db, employerId))?.name ?? ''
  const [known] = await tx.db
    .select({
      isMember: exists(tx.db.select({ id: employerMembers.id }).from(employerMembers).where(eq(employerMembers.accountId, accounts.id))),
    })
    .from(accounts)
    .where(and(eq(accounts.email, email), ne(accounts.status, 'CLOSED')))
  const usable = known === undefined || known.isMember === true
  const write = known === undefined ? invitationMail : usable ? memberJoinsMail : closedInvitationMail
  const sent = await sendKey(
    tx,
    { email, purpose: 'MEMBER', termsVersion: TERMS_VERSION, subject: id },
    { usable, template: 'memberInvitation', text: (key, minutes, tries) => write({ name, url, key, minutes, tries }) },
  )
  return sent instanceof Refusal ? new Refusal(sent.code, { facts: sent.facts }) : sent
}

interface Joining {
  accountId: Id<'acc'>
  subject: string | null
}

/** Whoever opened an account with the key of an invitation is the member from now on. */
export const joinMember = async (tx: Tx, opened: Joining & { purpose: KeyPurpose }): Promise<Refusal | null> =>
  opened.purpose === 'MEMBER' ? acceptMembership(tx, opened) : null

/** INVITED → ACTIVE, where the establishment is open and the invitation still stands. */
export async function acceptMembership(tx: Tx, { accountId, subject }: Joining): Promise<Refusal | null> {
  const id = subject as Id<'mem'>
  const [invited] = await tx.db
    .select({ employerId: employerMembers.employerId })
    .from(employerMembers)
    .innerJoin(employers, and(eq(employers.id, employerMembers.employerId), eq(employers.status, 'OPEN')))
    .where(and(eq(employerMembers.id, id), eq(employerMembers.status, 'INVITED')))
  if (!invited) return new Refusal('KEY_DEAD')
  const [joined] = await tx.db
    .update(employerMembers)
    .set({ accountId, email: null, status: 'ACTIVE', invitedUntil: null, version: sql`${employerMembers.version} + 1` })
    .where(and(eq(employerMembers.id, id), eq(employerMembers.status, 'INVITED')))
    .returning()
  if (!joined) return new Refusal('KEY_DEAD')
  await tx.record({
    action: 'joinEmployer',
    object: id,
    person: accountId,
    changes: [{ field: 'status', before: 'INVITED', after: 'ACTIVE' }],
  })
  tx.deliver(invited.employerId, 'MEMBER', id)
  return null
}
