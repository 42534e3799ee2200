import { and, asc, eq, ne } from 'drizzle-orm'
import { employerClosedMail } from '../../i18n/mails.members.ja.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { recordErasure } from '../../platform/erasures/record-erasure.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { drafts } from '../../platform/drafts/drafts.table.ts'
import { eraseAwaited } from '../accounts/accounts.erase.steps.ts'
import { killKeysOf } from '../accounts/accounts.keys.steps.ts'
import { endSessionsActingAs } from '../accounts/accounts.steps.ts'
import { accounts } from '../accounts/accounts.table.ts'
import './employers.events.ts'
import { isUsedElsewhere } from './employers.provisional.steps.ts'
import { establishmentOf } from './employers.queries.ts'
import { type EmployerMemberRow, employerMembers, employers } from './employers.table.ts'

/** Stands where a member's name stood. */
const FORMER = '退会した担当者'

interface Leaving {
  accountId: Id<'acc'>
  closesEmployer: boolean
}

/** On `accountWithdrawn`: a member leaves the establishment; with its owner its My Page closes, which the owner has confirmed (STATES 3.4). */
export async function leaveEmployers(tx: Tx, { accountId, closesEmployer }: Leaving): Promise<Refusal | null> {
  const own = await tx.db
    .select()
    .from(employerMembers)
    .where(and(eq(employerMembers.accountId, accountId), ne(employerMembers.status, 'REMOVED')))
    .orderBy(asc(employerMembers.id))
    .for('update')
  if (!closesEmployer && own.some(({ role }) => role === 'OWNER')) return new Refusal('WITHDRAWAL_CLOSES_EMPLOYER')
  for (const member of own) {
    if (member.role === 'OWNER') await closeEmployer(tx, member)
    else {
      await leave(tx, member)
      tx.deliver(member.employerId, 'MEMBER', member.id)
    }
  }
  return null
}

async function leave(tx: Tx, member: EmployerMemberRow): Promise<void> {
  await tx.db
    .update(employerMembers)
    .set({ status: 'REMOVED', name: FORMER, title: null, email: null, invitedUntil: null, version: member.version + 1 })
    .where(eq(employerMembers.id, member.id))
  await recordErasure(tx, 'employer_members', [member.id])
  await tx.db.update(drafts).set({ savedByName: FORMER }).where(eq(drafts.savedBy, member.id))
  await killKeysOf(tx, member.id)
  await endSessionsActingAs(tx, member.id)
  await tx.record({
    action: 'leaveEmployer',
    object: member.id,
    person: member.accountId,
    changes: [{ field: 'status', before: member.status, after: 'REMOVED' }],
  })
}

/** Provisional: all of it is erased (R7). Open: its texts stay as the record of what was offered, without anybody who could act. */
async function closeEmployer(tx: Tx, { employerId, accountId }: EmployerMemberRow): Promise<void> {
  const [employer] = await tx.db.select().from(employers).where(eq(employers.id, employerId)).for('update')
  if (!employer) return
  const after = employer.status === 'PROVISIONAL' ? ('ERASED' as const) : ('CLOSED' as const)
  await tx.db
    .update(employers)
    .set({ status: after, erasedOn: null, remindedAt: null, waitingSince: null, version: employer.version + 1 })
    .where(eq(employers.id, employerId))
  await recordErasure(tx, 'employers', [employerId])
  await tx.record({ action: 'closeEmployer', object: employerId, changes: [{ field: 'status', before: employer.status, after }] })
  await eraseAwaited(tx, employerId)
  if (after === 'ERASED') return tx.emit('employerErased', { employerId })
  await dismissMembers(tx, employerId, accountId)
  tx.emit('employerClosed', { employerId })
}

/** Everybody is out; accounts that were for this establishment alone close with it, and their people are told. */
async function dismissMembers(tx: Tx, employerId: Id<'emp'>, owner: Id<'acc'> | null): Promise<void> {
  const name = (await establishmentOf(tx.db, employerId))?.name ?? ''
  const members = await tx.db
    .select()
    .from(employerMembers)
    .where(and(eq(employerMembers.employerId, employerId), ne(employerMembers.status, 'REMOVED')))
    .orderBy(asc(employerMembers.id))
    .for('update')
  for (const member of members) {
    await leave(tx, member)
    if (member.accountId === null || member.accountId === owner) continue
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, member.accountId)).for('update')
    if (!account || account.status === 'CLOSED') continue
    await writeMail(tx, { to: account.email, ...employerClosedMail(name), template: 'employerClosed' })
    if (await isUsedElsewhere(tx, account.id)) continue
    await tx.db.update(accounts).set({ status: 'CLOSED', withdrawnAt: tx.now, passwordHash: '' }).where(eq(accounts.id, account.id))
    await recordErasure(tx, 'accounts', [account.id])
  }
}
