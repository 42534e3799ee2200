import { type Context, viewerAs } from '../../../graph/context.ts'
import type { RawStep } from '../../../kernel/form.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { DraftRow } from '../../../platform/drafts/drafts.table.ts'
import { saveDraftStep } from '../../../platform/drafts/save-draft.ts'
import { registrationOwner } from '../seekers.steps.ts'

/** Nobody else writes it online: the seeker reads who saved last. */
const SELF = 'ご本人'

/** 登録の書きかけを保存する: exactly as typed; nothing counts before `submitRegistration`. */
export function saveRegistration(ctx: Context, step: string, data: RawStep, version: number): Promise<DraftRow | Refusal> {
  const { seekerId, accountId } = viewerAs(ctx, 'seeker')
  const owner = registrationOwner({ id: seekerId }, { id: accountId, name: SELF })
  return inTransaction(ctx, {}, (tx) => saveDraftStep(tx, owner, step, data, version))
}
