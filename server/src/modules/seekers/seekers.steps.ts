import { and, eq, isNull } from 'drizzle-orm'
import type { JstDate } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { openDraft } from '../../platform/drafts/save-draft.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AccountCase, Seat } from '../accounts/accounts.events.ts'
import type { KeyPurpose } from '../accounts/accounts.rules.ts'
import { takeSeat } from '../accounts/accounts.steps.ts'
import './seekers.events.ts'
import { extendedUntil, isValid } from './seekers.rules.ts'
import { type SeekerRow, type SeekerSheetRow, seekers, seekerSheets, seekerValidPeriods } from './seekers.table.ts'

/** オンライン登録者: an opened account gets its seeker and an empty registration, in the same transaction. */
export async function openOnlineSeeker(tx: Tx, opened: { accountId: Id<'acc'>; purpose: KeyPurpose; email: string }): Promise<void> {
  if (opened.purpose !== 'OPEN_SEEKER') return
  const [seeker] = await tx.db
    .insert(seekers)
    .values({ accountId: opened.accountId, kind: 'ONLINE', status: 'DRAFT', createdAt: tx.now })
    .returning()
  await openDraft(tx, registrationOwner(seeker!, { id: opened.accountId, name: 'ご本人' }))
  await tx.record({ action: 'openOnlineSeeker', object: seeker!.id, person: seeker!.id })
}

/** Whose draft a registration is: `one_draft_per_subject`. */
export const registrationOwner = (seeker: { id: Id<'skr'> }, by: { id: string; name: string }) => ({
  kind: 'REGISTRATION',
  subject: seeker.id,
  party: seeker.id,
  savedBy: by.id,
  savedByName: by.name,
})

/** Who signs in with an account that belongs to a seeker acts as the seeker. */
export async function seatSeeker(tx: Tx, { seat }: { seat: Seat }): Promise<void> {
  if (seat.viewer !== null) return
  const [seeker] = await tx.db.select({ id: seekers.id }).from(seekers).where(eq(seekers.accountId, seat.accountId))
  if (seeker) await takeSeat(tx, seat, { kind: 'seeker', accountId: seat.accountId, seekerId: seeker.id })
}

/** R14: counselled, referred or applied online on this day. In the last month of validity it grows by one month. */
export async function extendByEvent(tx: Tx, seekerId: Id<'skr'>, on: JstDate): Promise<SeekerRow | null> {
  const [seeker] = await tx.db.select().from(seekers).where(eq(seekers.id, seekerId)).for('update')
  if (!seeker || seeker.validUntil === null || !isValid(seeker, on)) return seeker ?? null
  const validUntil = extendedUntil(seeker.validUntil, on, tx.policyOf(seeker.officeId ?? undefined))
  if (validUntil === null) return seeker
  const [extended] = await tx.db
    .update(seekers)
    .set({ validUntil, version: seeker.version + 1 })
    .where(eq(seekers.id, seekerId))
    .returning()
  await tx.record({
    action: 'extendSeeker',
    object: seekerId,
    person: seekerId,
    changes: [{ field: 'validUntil', before: seeker.validUntil, after: validUntil }],
  })
  tx.deliver(seekerId, 'SEEKER', seekerId)
  return extended!
}

/** What the seeker has registered now: applications keep this sheet (R30). */
export async function currentSeekerSheet(tx: Tx, seekerId: Id<'skr'>): Promise<SeekerSheetRow | null> {
  const [found] = await tx.db
    .select({ sheet: seekerSheets })
    .from(seekers)
    .innerJoin(seekerSheets, eq(seekerSheets.id, seekers.sheetId))
    .where(eq(seekers.id, seekerId))
  return found?.sheet ?? null
}

/** Statistics count these days. */
export async function startValidPeriod(tx: Tx, seekerId: Id<'skr'>, validFrom: JstDate): Promise<void> {
  await tx.db
    .insert(seekerValidPeriods)
    .values({ seekerId, validFrom })
    .onConflictDoUpdate({ target: [seekerValidPeriods.seekerId, seekerValidPeriods.validFrom], set: { validTo: null } })
}

/** `validTo` is the last valid day. */
export async function endValidPeriod(tx: Tx, seekerId: Id<'skr'>, validTo: JstDate): Promise<void> {
  await tx.db
    .update(seekerValidPeriods)
    .set({ validTo })
    .where(and(eq(seekerValidPeriods.seekerId, seekerId), isNull(seekerValidPeriods.validTo)))
}

/** Every public office serves every seeker (SPEC 1). */
export async function vouchForSeeker(tx: Tx, { one }: { one: AccountCase }): Promise<void> {
  if (one.staff.center) return
  const [seeker] = await tx.db.select({ id: seekers.id }).from(seekers).where(eq(seekers.accountId, one.accountId)).limit(1)
  if (seeker) one.isServed = true
}
