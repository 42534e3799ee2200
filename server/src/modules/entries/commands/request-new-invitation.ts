import type { Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { problemsOfEmail, typedEmail } from '../../accounts/accounts.rules.ts'
import { bucketOf } from '../../accounts/accounts.steps.ts'
import { countInvitationMail } from '../entries.steps.ts'

export interface InvitationRequestRow {
  id: string
  email: string
}

/** 新しいリンクを頼む: every address is answered alike and costs the same work here; a job looks whose it is, and mails (S8). */
export async function requestNewInvitation(ctx: Context, typed: string): Promise<InvitationRequestRow | Refusal> {
  const email = typedEmail(typed)
  const problems = problemsOfEmail(email, ctx.policyOf())
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  return inTransaction<InvitationRequestRow | Refusal>(ctx, {}, async (tx) => {
    const tooMany = await countInvitationMail(tx, email)
    if (tooMany) return tooMany
    const id = bucketOf('invitationMail', email)
    await tx.addJob('mailNewInvitation', { email })
    await tx.record({ action: 'requestNewInvitation', object: id })
    return { id, email }
  })
}
