import { and, desc, eq, isNull } from 'drizzle-orm'
import type { ViewerOf } from '../../graph/context.ts'
import { closedRegistrantMail, registrantInvitationMail } from './entries.mails.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { recordErasure } from '../../platform/erasures/record-erasure.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { hashToken, newToken } from '../../platform/secrets/tokens.ts'
import type { AccountCase, Seat } from '../accounts/accounts.events.ts'
import { accountOfEmail } from '../accounts/accounts.queries.ts'
import { bucketOf, countTry, takeSeat } from '../accounts/accounts.steps.ts'
import { offices } from '../offices/offices.table.ts'
import { invitationValidUntil, lastDayOf, refuseServing } from './entries.rules.ts'
import { invitations, type RegistrantRow, registrants } from './entries.table.ts'

const WINDOW_MINUTES = 60

/** Mails about a link to one address; asked for before anything is written. */
export async function countInvitationMail(tx: Tx, email: string): Promise<Refusal | null> {
  const { keyMailsPerHour: limit } = tx.policyOf()
  if ((await countTry(tx, bucketOf('invitationMail', email), { limit, minutes: WINDOW_MINUTES })) <= limit) return null
  return new Refusal('TOO_MANY_TRIES', { facts: { minutes: WINDOW_MINUTES } }).keeping()
}

/**
 * Mails the newest link; the ones before it die. Staff are answered alike whether the address signs in already or not (S8): where it does,
 * a link that nobody knows is kept, dead, and the mail says the rest.
 */
export async function sendInvitation(tx: Tx, { publicUrl }: { publicUrl: string }, registrant: RegistrantRow): Promise<void> {
  const { id: registrantId, officeId, email } = registrant
  const [center] = await tx.db.select({ name: offices.name }).from(offices).where(eq(offices.id, officeId))
  const isUsable = (await accountOfEmail(tx, email)) === null
  await tx.db
    .update(invitations)
    .set({ replacedAt: tx.now })
    .where(and(eq(invitations.registrantId, registrantId), isNull(invitations.usedAt), isNull(invitations.replacedAt)))
  const token = newToken()
  const validUntil = invitationValidUntil(tx.now, tx.policyOf(officeId))
  await tx.db.insert(invitations).values({
    registrantId,
    tokenHash: hashToken(isUsable ? token : newToken()),
    createdAt: tx.now,
    validUntil,
    replacedAt: isUsable ? null : tx.now,
  })
  const sent = { center: center!.name, url: publicUrl, email }
  const mail = isUsable ? registrantInvitationMail({ ...sent, token, lastDay: lastDayOf({ validUntil }) }) : closedRegistrantMail(sent)
  await writeMail(tx, { to: email, ...mail, template: 'registrantInvitation' })
}

/** The registrant, locked, for staff of the own center. */
export async function lockRegistrant(tx: Tx, staff: ViewerOf<'staff'>, id: string): Promise<RegistrantRow | Refusal> {
  const [registrant] = await tx.db
    .select()
    .from(registrants)
    .where(eq(registrants.id, id as Id<'rgs'>))
    .for('update')
  if (!registrant) return new Refusal('NOT_FOUND')
  const no = refuseServing(staff, registrant)
  return no ? new Refusal(no, { about: registrant.id }) : registrant
}

/** Of those who were invited by this address and have not come: the newest, locked. */
export async function lockInvited(tx: Tx, email: string): Promise<RegistrantRow | null> {
  const [registrant] = await tx.db
    .select()
    .from(registrants)
    .where(and(eq(registrants.email, email), isNull(registrants.openedAt)))
    .orderBy(desc(registrants.id))
    .limit(1)
    .for('update')
  return registrant ?? null
}

/** Who signs in with an account that an invitation opened acts as the registrant. */
export async function seatRegistrant(tx: Tx, { seat }: { seat: Seat }): Promise<void> {
  if (seat.viewer !== null) return
  const [registrant] = await tx.db.select({ id: registrants.id }).from(registrants).where(eq(registrants.accountId, seat.accountId))
  if (registrant) await takeSeat(tx, seat, { kind: 'registrant', accountId: seat.accountId, registrantId: registrant.id })
}

/** The center that invited serves. */
export async function vouchForRegistrant(tx: Tx, { one }: { one: AccountCase }): Promise<void> {
  const [registrant] = await tx.db
    .select({ officeId: registrants.officeId })
    .from(registrants)
    .where(eq(registrants.accountId, one.accountId))
  if (registrant && refuseServing(one.staff, registrant) === null) one.isServed = true
}

/** On `accountWithdrawn` (R16): who the registrant was goes, with every link; the entry number stays. */
export async function eraseRegistrant(tx: Tx, { accountId }: { accountId: Id<'acc'> }): Promise<void> {
  const [registrant] = await tx.db
    .select({ id: registrants.id })
    .from(registrants)
    .where(eq(registrants.accountId, accountId))
    .for('update')
  if (!registrant) return
  const { id } = registrant
  await tx.db
    .update(registrants)
    .set({ accountId: null, name: '', nameKana: '', email: '', withdrawnAt: tx.now })
    .where(eq(registrants.id, id))
  await tx.db.delete(invitations).where(eq(invitations.registrantId, id))
  await recordErasure(tx, 'registrants', [id])
  await tx.record({ action: 'eraseRegistrant', object: id, person: id })
}
