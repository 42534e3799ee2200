import { and, eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import type { Id } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { newId } from '../../../platform/db/columns.ts'
import { type CommandContext, inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { openDraft } from '../../../platform/drafts/save-draft.ts'
import type { RawForm } from '../../../kernel/form.ts'
import { refuseSubmitting } from '../../employers/employers.rules.ts'
import { employers } from '../../employers/employers.table.ts'
import { draftOwner, tellPosting } from '../postings.steps.ts'
import { type PostingRow, postings } from '../postings.table.ts'

/** 新しい求人: an empty draft. One posting per occupation, place and employment form. */
export function draftPosting(ctx: CommandContext, member: ViewerOf<'employer'>, key: string): Promise<PostingRow | Refusal> {
  return inTransaction<PostingRow | Refusal>(
    ctx,
    { key: { value: key, operation: 'draftPosting', input: { employerId: member.employerId }, reread: rereadOwn(member) } },
    (tx) => startPosting(tx, member, {}),
  )
}

/** The row that the first call made, if it is still the member's to see. */
export const rereadOwn =
  ({ employerId }: ViewerOf<'employer'>) =>
  async (tx: Tx, id: string): Promise<PostingRow | Refusal> => {
    const [posting] = await tx.db
      .select()
      .from(postings)
      .where(and(eq(postings.id, id as Id<'pst'>), eq(postings.employerId, employerId)))
    return posting ?? new Refusal('NOT_FOUND')
  }

/** A new case with its draft, empty or filled. */
export async function startPosting(
  tx: Tx,
  member: ViewerOf<'employer'>,
  typed: RawForm,
  lineageId?: Id<'pst'>,
): Promise<PostingRow | Refusal> {
  const [employer] = await tx.db.select().from(employers).where(eq(employers.id, member.employerId)).for('share')
  if (!employer) return new Refusal('NOT_FOUND')
  const no = refuseSubmitting(employer.status)
  if (no) return new Refusal(no)
  const { officeId } = employer
  if (officeId === null) return new Refusal('ESTABLISHMENT_FIRST')
  const id = newId('pst')
  const [posting] = await tx.db
    .insert(postings)
    .values({
      id,
      officeId,
      employerId: employer.id,
      lineageId: lineageId ?? id,
      status: 'DRAFT',
      createdAt: tx.now,
      changedAt: tx.now,
    })
    .returning()
  await openDraft(tx, await draftOwner(tx, id, member), typed)
  await tx.record({ action: 'draftPosting', object: id, changes: [{ field: 'status', before: null, after: 'DRAFT' }] })
  tellPosting(tx, posting!)
  return posting!
}
