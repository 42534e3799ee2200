import type { ViewerOf } from '../../../graph/context.ts'
import type { RawStep } from '../../../kernel/form.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import type { DraftRow } from '../../../platform/drafts/drafts.table.ts'
import { saveDraftStep } from '../../../platform/drafts/save-draft.ts'
import { POSTING_STEPS } from '../postings.form.ts'
import { refuseWrite } from '../postings.rules.ts'
import { draftOwner, lockOwn, nextVersion } from '../postings.steps.ts'

interface Input {
  postingId: string
  step: string
  data: RawStep
  version: number
}

/** 一時保存: one step exactly as typed; the other steps keep what they held. */
export function savePostingStep(ctx: CommandContext, member: ViewerOf<'employer'>, input: Input): Promise<DraftRow | Refusal> {
  return inTransaction<DraftRow | Refusal>(ctx, {}, async (tx) => {
    const posting = await lockOwn(tx, member.employerId, input.postingId)
    if (posting instanceof Refusal) return posting
    const step = POSTING_STEPS.find(({ key }) => key === input.step)
    if (!step) return new Refusal('NOT_FOUND')
    const no = refuseWrite(posting.status)
    if (no) return new Refusal(no, { current: posting })
    const known = new Set(step.fields.map((field) => field.key))
    const data = Object.fromEntries(Object.entries(input.data).filter(([key]) => known.has(key)))
    const saved = await saveDraftStep(tx, await draftOwner(tx, posting.id, member), step.key, data, input.version)
    if (saved instanceof Refusal) return saved
    const changed = await nextVersion(tx, posting)
    return { ...saved, version: changed.version }
  })
}
