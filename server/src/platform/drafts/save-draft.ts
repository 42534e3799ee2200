import { and, eq } from 'drizzle-orm'
import type { RawStep } from '../../kernel/form.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../db/transaction.ts'
import { type DraftRow, drafts } from './drafts.table.ts'

export interface DraftOwner {
  kind: string
  subject: string
  party: string
  savedBy: string
  savedByName: string
}

/** Starts an empty draft, or one filled from an earlier text. */
export async function openDraft(tx: Tx, owner: DraftOwner, steps: DraftRow['steps'] = {}): Promise<DraftRow> {
  const [draft] = await tx.db
    .insert(drafts)
    .values({ ...owner, steps, version: 1, savedAt: tx.now })
    .returning()
  return draft!
}

/** One step, exactly as typed. A newer version of another person is never overwritten: VERSION_CONFLICT with what stands. */
export async function saveDraftStep(tx: Tx, owner: DraftOwner, step: string, data: RawStep, version: number): Promise<DraftRow | Refusal> {
  const own = and(eq(drafts.kind, owner.kind), eq(drafts.subject, owner.subject), eq(drafts.party, owner.party))
  const [draft] = await tx.db.select().from(drafts).where(own).for('update')
  if (!draft) return new Refusal('NOT_FOUND')
  if (draft.version !== version) return new Refusal('VERSION_CONFLICT', { current: draft })
  const [saved] = await tx.db
    .update(drafts)
    .set({
      steps: { ...draft.steps, [step]: storable(data) },
      version: version + 1,
      savedAt: tx.now,
      savedBy: owner.savedBy,
      savedByName: owner.savedByName,
    })
    .where(own)
    .returning()
  return saved!
}

/** NUL and halves of characters cannot be stored: another control character stands for them, which the form refuses at its field. */
const storable = <T>(typed: T): T =>
  JSON.parse(
    JSON.stringify(typed, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll(UNSTORABLE, '\u0001') : value)),
  ) as T
const UNSTORABLE = /\0|\p{Cs}/gu
