import { and, eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { newId } from '../../../platform/db/columns.ts'
import { type CommandContext, inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import type { Id } from '../../../kernel/ids.ts'
import { type AddedRole, readMember, refuseAdding } from '../employers.members.rules.ts'
import { sendInvitation, takeMemberSeat } from '../employers.members.steps.ts'
import { type EmployerMemberRow, employerMembers, employers } from '../employers.table.ts'

export interface AddMember {
  email: string
  name: string
  title: string
  role: AddedRole
}

/** 担当者を追加する (R8): a seat, and a mail with a key. The answer is the same whatever the address is used for (S8). */
export async function addMember(
  ctx: CommandContext & { publicUrl: string },
  owner: ViewerOf<'employer'>,
  { key: value, ...input }: AddMember & { key: string },
): Promise<EmployerMemberRow | Refusal> {
  const { employerId } = owner
  const { role, ...raw } = input
  const { text, problems } = readMember(raw, ctx.policyOf(), { invited: true })
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  const key = { value, operation: 'addMember', input, reread: (tx: Tx, id: string) => reread(tx, employerId, id) }
  return inTransaction<EmployerMemberRow | Refusal>(ctx, { key }, async (tx) => {
    const [employer] = await tx.db.select().from(employers).where(eq(employers.id, employerId))
    const no = employer ? refuseAdding(employer.status) : 'NOT_FOUND'
    if (no) return new Refusal(no)
    const id = newId('mem')
    const member = await takeMemberSeat(tx, { ...text, id, employerId, role, status: 'INVITED', createdAt: tx.now })
    if (member instanceof Refusal) return member
    const sent = await sendInvitation(tx, ctx, { id, employerId, email: text.email })
    if (sent instanceof Refusal) return sent
    const [invited] = await tx.db
      .update(employerMembers)
      .set({ invitedUntil: sent.validUntil })
      .where(eq(employerMembers.id, id))
      .returning()
    await tx.record({ action: 'addMember', object: id, changes: [{ field: 'status', before: null, after: 'INVITED' }] })
    tx.deliver(employerId, 'MEMBER', id)
    return invited!
  })
}

async function reread(tx: Tx, employerId: Id<'emp'>, id: string): Promise<EmployerMemberRow | Refusal> {
  const [member] = await tx.db
    .select()
    .from(employerMembers)
    .where(and(eq(employerMembers.id, id as Id<'mem'>), eq(employerMembers.employerId, employerId)))
  return member ?? new Refusal('NOT_FOUND')
}
