import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { refuseResending } from '../employers.members.rules.ts'
import { lockMember, sendInvitation } from '../employers.members.steps.ts'
import { type EmployerMemberRow, employerMembers } from '../employers.table.ts'

/** 招待を送りなおす: the key before is dead. */
export function resendMemberInvitation(
  ctx: CommandContext & { publicUrl: string },
  owner: ViewerOf<'employer'>,
  id: string,
): Promise<EmployerMemberRow | Refusal> {
  return inTransaction(ctx, {}, async (tx): Promise<EmployerMemberRow | Refusal> => {
    const member = await lockMember(tx, owner.employerId, id)
    if (!member) return new Refusal('NOT_FOUND')
    const no = refuseResending(member)
    if (no) return new Refusal(no)
    const sent = await sendInvitation(tx, ctx, { id: member.id, employerId: member.employerId, email: member.email ?? '' })
    if (sent instanceof Refusal) return sent
    const [again] = await tx.db
      .update(employerMembers)
      .set({ invitedUntil: sent.validUntil })
      .where(eq(employerMembers.id, member.id))
      .returning()
    await tx.record({ action: 'resendMemberInvitation', object: member.id })
    tx.deliver(owner.employerId, 'MEMBER', member.id)
    return again!
  })
}
