import { eq, sql } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { ownershipMail } from '../../../i18n/mails.members.ja.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import { checkPassword } from '../../accounts/accounts.password.steps.ts'
import { accounts } from '../../accounts/accounts.table.ts'
import { refuseHandingOver } from '../employers.members.rules.ts'
import { lockMember } from '../employers.members.steps.ts'
import { establishmentOf } from '../employers.queries.ts'
import { type EmployerMemberRow, employerMembers, employers } from '../employers.table.ts'

/** 代表を引きつぐ: the roles change places; asked for with the password, because the way back is the other one's to give. */
export async function handOverOwnership(
  ctx: CommandContext,
  owner: ViewerOf<'employer'>,
  { memberId, currentPassword }: { memberId: string; currentPassword: string },
): Promise<EmployerMemberRow | Refusal> {
  const known = await checkPassword(ctx, owner.accountId, currentPassword)
  if (known instanceof Refusal) return known
  return inTransaction(ctx, {}, async (tx): Promise<EmployerMemberRow | Refusal> => {
    await tx.db.select({ id: employers.id }).from(employers).where(eq(employers.id, owner.employerId)).for('update')
    const own = await lockMember(tx, owner.employerId, owner.memberId)
    if (own?.role !== 'OWNER') return new Refusal('NOT_ALLOWED')
    const member = await lockMember(tx, owner.employerId, memberId)
    const no = member ? refuseHandingOver(member) : 'NOT_FOUND'
    if (!member || no) return new Refusal(no ?? 'NOT_FOUND')
    const name = (await establishmentOf(tx.db, owner.employerId))?.name ?? ''
    let handed = member
    for (const [row, role] of [
      [own, 'RECRUITER'],
      [member, 'OWNER'],
    ] as const) {
      const [changed] = await tx.db
        .update(employerMembers)
        .set({ role, version: sql`${employerMembers.version} + 1` })
        .where(eq(employerMembers.id, row.id))
        .returning()
      handed = changed!
      await tx.record({ action: 'handOverOwnership', object: row.id, changes: [{ field: 'role', before: row.role, after: role }] })
      tx.deliver(owner.employerId, 'MEMBER', row.id)
      const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, row.accountId!))
      if (account) await writeMail(tx, { to: account.email, ...ownershipMail(name), template: 'ownership' })
    }
    return handed
  })
}
