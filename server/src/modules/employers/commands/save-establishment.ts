import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import type { RawStep } from '../../../kernel/form.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import type { DraftRow } from '../../../platform/drafts/drafts.table.ts'
import { saveDraftStep } from '../../../platform/drafts/save-draft.ts'
import { ESTABLISHMENT_STEPS } from '../employers.form.ts'
import { refuseEstablishment } from '../employers.provisional.rules.ts'
import { establishmentOwner } from '../employers.provisional.steps.ts'
import { memberName } from '../employers.queries.ts'
import { employers } from '../employers.table.ts'

/** 事業所の内容の一時保存: one step exactly as typed; nothing counts before `submitEstablishment`. */
export function saveEstablishment(
  ctx: CommandContext,
  member: ViewerOf<'employer'>,
  input: { step: string; data: RawStep; version: number },
): Promise<DraftRow | Refusal> {
  return inTransaction<DraftRow | Refusal>(ctx, {}, async (tx) => {
    const step = ESTABLISHMENT_STEPS.find(({ key }) => key === input.step)
    const [employer] = await tx.db.select().from(employers).where(eq(employers.id, member.employerId)).for('update')
    if (!step || !employer) return new Refusal('NOT_FOUND')
    const no = refuseEstablishment(employer, tx.now)
    if (no) return new Refusal(no)
    const known = new Set(step.fields.map((field) => field.key))
    const data = Object.fromEntries(Object.entries(input.data).filter(([key]) => known.has(key)))
    const by = { id: member.memberId, name: await memberName(tx.db, member.memberId) }
    return saveDraftStep(tx, establishmentOwner(employer.id, by), step.key, data, input.version)
  })
}
