import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { type AddedRole, readMember } from '../employers.members.rules.ts'
import { lockMember } from '../employers.members.steps.ts'
import { type EmployerMemberRow, employerMembers } from '../employers.table.ts'

export interface ChangeMember {
  memberId: string
  name: string
  title: string
  /** Left out: as before. The owner's is changed by handing over alone. */
  role: AddedRole | null
  version: number
}

/** 担当者の名前・役職・役割を変える. What a member may do changes with the next request. */
export async function changeMember(
  ctx: CommandContext,
  owner: ViewerOf<'employer'>,
  { memberId, role, version, ...raw }: ChangeMember,
): Promise<EmployerMemberRow | Refusal> {
  const { text, problems } = readMember(raw, ctx.policyOf(), { invited: false })
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  const { name, title } = text
  return inTransaction(ctx, {}, async (tx): Promise<EmployerMemberRow | Refusal> => {
    const member = await lockMember(tx, owner.employerId, memberId)
    if (!member) return new Refusal('NOT_FOUND')
    if (member.version !== version) return new Refusal('VERSION_CONFLICT')
    if (member.role === 'OWNER' && role !== null) return new Refusal('OWNER_STAYS')
    const [changed] = await tx.db
      .update(employerMembers)
      .set({ name, title, role: role ?? member.role, version: version + 1 })
      .where(eq(employerMembers.id, member.id))
      .returning()
    await tx.record({
      action: 'changeMember',
      object: member.id,
      changes: [
        { field: 'name', before: member.name, after: name },
        { field: 'title', before: member.title, after: title },
        { field: 'role', before: member.role, after: changed!.role },
      ],
    })
    tx.deliver(owner.employerId, 'MEMBER', member.id)
    return changed!
  })
}
