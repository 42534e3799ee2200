import { eq } from 'drizzle-orm'
import { type Id, kindOfId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AwaitedCase } from '../accounts/accounts.events.ts'
import type { KeyPurpose } from '../accounts/accounts.rules.ts'
import { revokeCodeOf } from './employers.codes.steps.ts'
import { openWithOwner } from './employers.owner.steps.ts'
import { employers } from './employers.table.ts'

interface Opened {
  accountId: Id<'acc'>
  purpose: KeyPurpose
  subject: string | null
}

/** Way 7: who proved the address that the counter registered becomes the owner, and the My Page is open. A code on paper is dead. */
export async function openRegisteredEmployer(tx: Tx, { accountId, purpose, subject }: Opened): Promise<Refusal | null> {
  if (purpose !== 'OPEN_REGISTERED' || subject === null || kindOfId(subject) !== 'emp') return null
  const [employer] = await tx.db
    .select()
    .from(employers)
    .where(eq(employers.id, subject as Id<'emp'>))
    .for('update')
  if (employer?.status !== 'UNOPENED') return new Refusal('KEY_DEAD')
  await revokeCodeOf(tx, employer.id)
  await openWithOwner(tx, employer, accountId)
  await tx.record({
    action: 'openRegisteredEmployer',
    object: employer.id,
    changes: [{ field: 'status', before: employer.status, after: 'OPEN' }],
  })
  return null
}

/** An establishment that never opened its My Page may wait for an address (STATES 3.4). */
export async function claimEmployer(tx: Tx, { one }: { one: AwaitedCase }): Promise<void> {
  if (kindOfId(one.opens) !== 'emp') return
  const [employer] = await tx.db
    .select({ status: employers.status, officeId: employers.officeId })
    .from(employers)
    .where(eq(employers.id, one.opens as Id<'emp'>))
    .for('update')
  if (!employer || employer.officeId === null || employer.status === 'CLOSED' || employer.status === 'ERASED') return
  one.answer = employer.status === 'UNOPENED' ? { officeId: employer.officeId } : { no: 'MY_PAGE_OPENED' }
}
