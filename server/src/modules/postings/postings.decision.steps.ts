import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../graph/context.ts'
import type { Acknowledgement } from '../../kernel/problem.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { establishmentOf, ownersOf } from '../employers/employers.queries.ts'
import { refuseClaimed, refuseDecision } from './postings.rules.ts'
import { lockForStaff, sheetById } from './postings.steps.ts'
import { postingSheets, type PostingSheetRow } from './postings.sheet.table.ts'
import { type FieldReason, postingReviews, type PostingRow } from './postings.table.ts'

export interface Decision {
  postingId: string
  version: number | null
  comment: string | null
  dryRun: boolean
}

/** The posting and the sheet that wait for this decision, locked; exactly one of several at once gets through. */
export async function lockForDecision(
  tx: Tx,
  staff: ViewerOf<'staff'>,
  to: 'OPEN' | 'RETURNED' | 'REJECTED',
  { postingId, version }: Decision,
): Promise<{ posting: PostingRow; sheet: PostingSheetRow } | Refusal> {
  const posting = await lockForStaff(tx, staff, postingId)
  if (posting instanceof Refusal) return posting
  const no = refuseDecision(posting.status, to) ?? refuseClaimed(staff, posting.claimedBy)
  if (no) return new Refusal(no, { current: posting })
  if (version !== null && version !== posting.version) return new Refusal('VERSION_CONFLICT', { current: posting })
  const sheet = await sheetById(tx, posting.sheetId)
  return sheet ? { posting, sheet } : new Refusal('POSTING_NOT_SUBMITTED', { current: posting })
}

/** What was decided of which sheet, by whom and why. */
export async function writeReview(
  tx: Tx,
  staff: ViewerOf<'staff'>,
  sheet: PostingSheetRow,
  review: {
    outcome: 'ACCEPTED' | 'RETURNED' | 'REJECTED'
    reasons: FieldReason[]
    comment: string | null
    acknowledged?: Acknowledgement[]
  },
): Promise<void> {
  await tx.db.update(postingSheets).set({ outcome: review.outcome }).where(eq(postingSheets.id, sheet.id))
  const comment = review.comment?.trim() || null
  await tx.db
    .insert(postingReviews)
    .values({ ...review, comment, postingId: sheet.postingId, sheetId: sheet.id, decidedBy: staff.staffId, decidedAt: tx.now })
}

/** The employer's owners are told by mail; the change itself has told everybody live. */
export async function tellEmployer(
  tx: Tx,
  posting: PostingRow,
  sheet: PostingSheetRow,
  letter: (about: { employerName: string; title: string }) => { subject: string; text: string; template: string },
): Promise<void> {
  const establishment = await establishmentOf(tx.db, posting.employerId)
  const mail = letter({ employerName: establishment?.name ?? '', title: sheet.title })
  for (const { email } of await ownersOf(tx.db, posting.employerId)) await writeMail(tx, { to: email, ...mail })
}
