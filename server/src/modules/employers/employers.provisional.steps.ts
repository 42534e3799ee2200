import { and, desc, eq, ne } from 'drizzle-orm'
import type { ViewerOf } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inboxCounters, inboxEvents } from '../../platform/db/platform.table.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { recordErasure } from '../../platform/erasures/record-erasure.ts'
import { drafts } from '../../platform/drafts/drafts.table.ts'
import { openDraft } from '../../platform/drafts/save-draft.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { type KeyPurpose, refuseStaff } from '../accounts/accounts.rules.ts'
import { eraseAccountRows } from '../accounts/accounts.erase.steps.ts'
import { endSessionsOf } from '../accounts/accounts.steps.ts'
import { staffMembers } from '../accounts/accounts.table.ts'
import { closedDaysOf } from '../offices/offices.queries.ts'
import { seekers } from '../seekers/seekers.table.ts'
import './employers.events.ts'
import { employerClaims } from './employers.claims.table.ts'
import { ESTABLISHMENT_DRAFT } from './employers.opening.form.ts'
import { ownersOf } from './employers.queries.ts'
import { erasedOnOf } from './employers.provisional.rules.ts'
import { employerMembers, employerReviews, type EmployerRow, employers, type EmployerSheetRow, employerSheets } from './employers.table.ts'

const OWNER_NAME = '代表の担当者'

/** Way 4: an opened account gets a provisional establishment with its last day (R7), an owner, and an empty text to fill. */
export async function openProvisionalEmployer(tx: Tx, opened: { accountId: Id<'acc'>; purpose: KeyPurpose }): Promise<void> {
  if (opened.purpose !== 'OPEN_EMPLOYER') return
  const erasedOn = erasedOnOf(tx.now, await closedDaysOf(tx.db), tx.policyOf())
  const [employer] = await tx.db.insert(employers).values({ status: 'PROVISIONAL', erasedOn, createdAt: tx.now }).returning()
  const [owner] = await tx.db
    .insert(employerMembers)
    .values({
      employerId: employer!.id,
      accountId: opened.accountId,
      role: 'OWNER',
      status: 'ACTIVE',
      name: OWNER_NAME,
      createdAt: tx.now,
    })
    .returning()
  await openDraft(tx, establishmentOwner(employer!.id, owner!))
  await tx.record({ action: 'openProvisionalEmployer', object: employer!.id, person: opened.accountId })
}

/** Whose draft an establishment is. */
export const establishmentOwner = (employerId: Id<'emp'>, by: { id: string; name: string }) => ({
  kind: ESTABLISHMENT_DRAFT,
  subject: employerId,
  party: employerId,
  savedBy: by.id,
  savedByName: by.name,
})

export const ofEstablishment = (employerId: Id<'emp'>) => and(eq(drafts.kind, ESTABLISHMENT_DRAFT), eq(drafts.subject, employerId))

export interface EmployerDecision {
  employerId: string
  version: number | null
  comment: string | null
  dryRun: boolean
}

/** The establishment and the text that wait for this decision, locked; exactly one of several at once gets through. */
export async function lockForReview(
  tx: Tx,
  staff: ViewerOf<'staff'>,
  { employerId, version }: EmployerDecision,
): Promise<{ employer: EmployerRow & { officeId: Id<'off'> }; sheet: EmployerSheetRow } | Refusal> {
  const [employer] = await tx.db
    .select()
    .from(employers)
    .where(eq(employers.id, employerId as Id<'emp'>))
    .for('update')
  if (!employer || employer.officeId === null || employer.status === 'ERASED' || staff.center) return new Refusal('NOT_FOUND')
  const no = refuseStaff(staff, employer.officeId)
  if (no) return new Refusal(no)
  const [sheet] = await tx.db
    .select()
    .from(employerSheets)
    .where(and(eq(employerSheets.employerId, employer.id), eq(employerSheets.outcome, 'WAITING')))
    .orderBy(desc(employerSheets.number))
    .limit(1)
  const current = { ...employer, sheet: sheet ?? null }
  if (employer.status !== 'PROVISIONAL' || !sheet) return new Refusal('ALREADY_DECIDED', { current })
  if (version !== null && version !== employer.version) return new Refusal('VERSION_CONFLICT', { current })
  return { employer: { ...employer, officeId: employer.officeId }, sheet }
}

/** What was decided of which text, by whom and why. */
export async function writeEmployerReview(
  tx: Tx,
  staff: ViewerOf<'staff'>,
  sheet: EmployerSheetRow,
  review: { outcome: 'ACCEPTED' | 'RETURNED' | 'REJECTED'; reasons: { path: string; reason: string }[]; comment: string | null },
): Promise<void> {
  await tx.db.update(employerSheets).set({ outcome: review.outcome, decidedAt: tx.now }).where(eq(employerSheets.id, sheet.id))
  const comment = review.comment?.trim() || null
  await tx.db
    .insert(employerReviews)
    .values({ ...review, comment, employerId: sheet.employerId, sheetId: sheet.id, decidedBy: staff.staffId, decidedAt: tx.now })
}

/** Open pages of the establishment and of its office follow. */
export function tellParties(tx: Tx, { id, officeId }: { id: Id<'emp'>; officeId: Id<'off'> }): void {
  tx.deliver(id, 'EMPLOYER', id)
  tx.deliver(officeId, 'EMPLOYER', id)
}

export async function mailOwners(tx: Tx, employerId: Id<'emp'>, mail: { subject: string; text: string; template: string }): Promise<void> {
  for (const { email } of await ownersOf(tx.db, employerId)) await writeMail(tx, { to: email, ...mail })
}

/** R7: texts, decisions, members and the accounts that were for this alone; their e-mail may begin anew. The row stays without data, for the audit. */
export async function eraseEstablishment(tx: Tx, { employerId }: { employerId: Id<'emp'> }): Promise<void> {
  await recordErasure(tx, 'employers', [employerId])
  const members = await tx.db.delete(employerMembers).where(eq(employerMembers.employerId, employerId)).returning()
  await tx.db.delete(drafts).where(eq(drafts.party, employerId))
  await tx.db.delete(employerClaims).where(and(eq(employerClaims.employerId, employerId), ne(employerClaims.state, 'ACCEPTED')))
  await tx.db.delete(employerReviews).where(eq(employerReviews.employerId, employerId))
  await tx.db.delete(employerSheets).where(eq(employerSheets.employerId, employerId))
  await tx.db.delete(inboxEvents).where(eq(inboxEvents.party, employerId))
  await tx.db.delete(inboxCounters).where(eq(inboxCounters.party, employerId))
  for (const { accountId } of members) if (accountId !== null) await eraseAccount(tx, accountId)
}

async function eraseAccount(tx: Tx, accountId: Id<'acc'>): Promise<void> {
  await endSessionsOf(tx, accountId, null)
  if (await isUsedElsewhere(tx, accountId)) return
  await eraseAccountRows(tx, accountId, tx.now)
}

export async function isUsedElsewhere(tx: Tx, accountId: Id<'acc'>): Promise<boolean> {
  const inUse = and(eq(employerMembers.accountId, accountId), ne(employerMembers.status, 'REMOVED'))
  const found = await Promise.all([
    tx.db.$count(employerMembers, inUse),
    tx.db.$count(staffMembers, eq(staffMembers.accountId, accountId)),
    tx.db.$count(seekers, eq(seekers.accountId, accountId)),
  ])
  return found.some((rows) => rows > 0)
}
