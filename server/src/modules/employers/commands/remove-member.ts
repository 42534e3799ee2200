import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { memberRemovedMail } from '../../../i18n/mails.members.ja.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import { killKeysOf } from '../../accounts/accounts.keys.steps.ts'
import { endSessionsActingAs } from '../../accounts/accounts.steps.ts'
import { accounts } from '../../accounts/accounts.table.ts'
import { refuseRemoving } from '../employers.members.rules.ts'
import { lockMember } from '../employers.members.steps.ts'
import { establishmentOf } from '../employers.queries.ts'
import { type EmployerMemberRow, employerMembers } from '../employers.table.ts'

/** 担当者を外す: out at once, everywhere (S16); what the member wrote stays with the name. */
export function removeMember(ctx: CommandContext, owner: ViewerOf<'employer'>, id: string): Promise<EmployerMemberRow | Refusal> {
  return inTransaction(ctx, {}, async (tx): Promise<EmployerMemberRow | Refusal> => {
    const member = await lockMember(tx, owner.employerId, id)
    const no = member ? refuseRemoving(member) : 'NOT_FOUND'
    if (!member || no) return new Refusal(no ?? 'NOT_FOUND')
    const [removed] = await tx.db
      .update(employerMembers)
      .set({ status: 'REMOVED', email: null, invitedUntil: null, version: member.version + 1 })
      .where(eq(employerMembers.id, member.id))
      .returning()
    await killKeysOf(tx, member.id)
    await endSessionsActingAs(tx, member.id)
    if (member.accountId !== null) {
      const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, member.accountId))
      const name = (await establishmentOf(tx.db, member.employerId))?.name ?? ''
      if (account) await writeMail(tx, { to: account.email, ...memberRemovedMail(name), template: 'memberRemoved' })
    }
    await tx.record({
      action: 'removeMember',
      object: member.id,
      person: member.accountId,
      changes: [{ field: 'status', before: member.status, after: 'REMOVED' }],
    })
    tx.deliver(owner.employerId, 'MEMBER', member.id)
    return removed!
  })
}
