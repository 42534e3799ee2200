import { and, eq, isNull, ne } from 'drizzle-orm'
import type { ViewerOf } from '../../graph/context.ts'
import { type JstDate, jstDateOf } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type DraftRow, drafts } from '../../platform/drafts/drafts.table.ts'
import { type DraftOwner, openDraft } from '../../platform/drafts/save-draft.ts'
import { refuseStaff } from '../accounts/accounts.rules.ts'
import { memberName } from '../employers/employers.queries.ts'
import './postings.events.ts'
import { POSTING_DRAFT } from './postings.form.ts'
import { unpublish } from './postings.publish.steps.ts'
import { isOpen } from './postings.rules.ts'
import { typedAgain } from './postings.sheet.ts'
import { postingSheets, type PostingSheetRow } from './postings.sheet.table.ts'
import { postingOpenPeriods, type PostingRow, postings } from './postings.table.ts'

type Member = Pick<ViewerOf<'employer'>, 'employerId' | 'memberId'>

/** The employer's own posting, locked. Another's is not there. */
export async function lockOwn(tx: Tx, employerId: Id<'emp'>, id: string): Promise<PostingRow | Refusal> {
  const [posting] = await tx.db
    .select()
    .from(postings)
    .where(and(eq(postings.id, id as Id<'pst'>), eq(postings.employerId, employerId)))
    .for('update')
  return posting ?? new Refusal('NOT_FOUND')
}

/** A submitted posting for staff who may act on it, locked. Drafts are not there for them (STATES 3.1). */
export async function lockForStaff(tx: Tx, staff: ViewerOf<'staff'>, id: string): Promise<PostingRow | Refusal> {
  const [posting] = await tx.db
    .select()
    .from(postings)
    .where(and(eq(postings.id, id as Id<'pst'>), ne(postings.status, 'DRAFT')))
    .for('update')
  if (!posting || staff.center) return new Refusal('NOT_FOUND')
  const no = refuseStaff(staff, posting.officeId)
  return no ? new Refusal(no, { about: posting.id }) : posting
}

type Changes = Partial<typeof postings.$inferInsert>

/** Every change of state goes through here, so that nobody who sees the posting has to ask for it again. */
export async function changePosting(tx: Tx, posting: PostingRow, set: Changes): Promise<PostingRow> {
  const changed = await nextVersion(tx, posting, set)
  tellPosting(tx, changed, posting.status)
  return changed
}

/** Live to the employer on all its devices, and to the office of a posting that it sees or saw: drafts are not there for it (STATES 3.1). */
export function tellPosting(
  tx: Tx,
  posting: Pick<PostingRow, 'id' | 'employerId' | 'officeId' | 'status'>,
  before: PostingRow['status'] = posting.status,
): void {
  tx.deliver(posting.employerId, 'POSTING', posting.id)
  if (before !== 'DRAFT' || posting.status !== 'DRAFT') tx.deliver(posting.officeId, 'POSTING', posting.id)
}

/** One version number for a posting and its draft: whatever changes either, both go up. */
export async function nextVersion(tx: Tx, posting: PostingRow, set: Changes = {}): Promise<PostingRow> {
  const version = posting.version + 1
  const [changed] = await tx.db
    .update(postings)
    .set({ ...set, version, changedAt: tx.now })
    .where(eq(postings.id, posting.id))
    .returning()
  await tx.db.update(drafts).set({ version }).where(ofPosting(posting.id))
  return changed!
}

const ofPosting = (id: Id<'pst'>) => and(eq(drafts.kind, POSTING_DRAFT), eq(drafts.subject, id))

export const draftOwner = async (tx: Tx, postingId: Id<'pst'>, { employerId, memberId }: Member): Promise<DraftOwner> => ({
  kind: POSTING_DRAFT,
  subject: postingId,
  party: employerId,
  savedBy: memberId,
  savedByName: await memberName(tx.db, memberId),
})

export async function draftOfPosting(tx: Tx, postingId: Id<'pst'>): Promise<DraftRow | null> {
  const [draft] = await tx.db.select().from(drafts).where(ofPosting(postingId)).for('update')
  return draft ?? null
}

export const eraseDraft = async (tx: Tx, postingId: Id<'pst'>): Promise<void> =>
  void (await tx.db.delete(drafts).where(ofPosting(postingId)))

export async function sheetById(tx: Tx, id: Id<'sht'> | null): Promise<PostingSheetRow | null> {
  if (id === null) return null
  const [sheet] = await tx.db.select().from(postingSheets).where(eq(postingSheets.id, id))
  return sheet ?? null
}

/** A posting that goes back to its employer can be written again, also when its draft is gone. */
export async function reopenDraft(tx: Tx, posting: PostingRow, owner: Omit<DraftOwner, 'kind' | 'subject' | 'party'>): Promise<void> {
  if (await draftOfPosting(tx, posting.id)) return
  const sheet = await sheetById(tx, posting.sheetId)
  const typed = sheet ? typedAgain(sheet) : {}
  await openDraft(tx, { kind: POSTING_DRAFT, subject: posting.id, party: posting.employerId, ...owner }, typed)
}

/** Every end of an open posting: found no longer, its open period closed, later modules told. */
export async function endPosting(
  tx: Tx,
  posting: PostingRow,
  end: { reason: NonNullable<PostingRow['endReason']>; invalidOn: JstDate; lastOpenDay: JstDate },
): Promise<PostingRow> {
  const ended = await changePosting(tx, posting, { status: 'ENDED', endReason: end.reason, invalidOn: end.invalidOn })
  await tx.db
    .update(postingOpenPeriods)
    .set({ openTo: end.lastOpenDay })
    .where(and(eq(postingOpenPeriods.postingId, posting.id), isNull(postingOpenPeriods.openTo)))
  await unpublish(tx, posting.id)
  tx.emit('postingEnded', { postingId: posting.id, employerId: posting.employerId, invalidOn: end.invalidOn })
  return ended
}

/** An open posting takes applications or, for now, none. */
export async function pauseApplications(
  tx: Tx,
  member: ViewerOf<'employer'>,
  { postingId, version, action, paused }: { postingId: string; version: number; action: string; paused: boolean },
): Promise<PostingRow | Refusal> {
  const posting = await lockOwn(tx, member.employerId, postingId)
  if (posting instanceof Refusal) return posting
  if (!isOpen(posting, jstDateOf(tx.now))) return new Refusal('POSTING_NOT_OPEN', { current: posting })
  if (posting.version !== version) return new Refusal('VERSION_CONFLICT', { current: posting })
  const before = String(posting.applicationsPaused)
  await tx.record({ action, object: posting.id, changes: [{ field: 'applicationsPaused', before, after: String(paused) }] })
  return changePosting(tx, posting, { applicationsPaused: paused })
}
