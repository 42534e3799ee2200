import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Id, kindOfId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AwaitedCase } from '../accounts/accounts.events.ts'
import type { KeyPurpose } from '../accounts/accounts.rules.ts'
import { seekers } from './seekers.table.ts'

interface Opened {
  accountId: Id<'acc'>
  purpose: KeyPurpose
  subject: string | null
}

/** Way 2: who proved the address that the counter registered signs in as the registered seeker from now on. */
export async function openRegisteredSeeker(tx: Tx, { accountId, purpose, subject }: Opened): Promise<Refusal | null> {
  if (purpose !== 'OPEN_REGISTERED' || subject === null || kindOfId(subject) !== 'skr') return null
  const [seeker] = await tx.db
    .update(seekers)
    .set({ accountId, version: sql`${seekers.version} + 1` })
    .where(and(eq(seekers.id, subject as Id<'skr'>), isNull(seekers.accountId)))
    .returning({ id: seekers.id })
  if (!seeker) return new Refusal('KEY_DEAD')
  await tx.record({
    action: 'openRegisteredSeeker',
    object: seeker.id,
    person: seeker.id,
    changes: [{ field: 'account', before: null, after: accountId }],
  })
  return null
}

/** A seeker whom an office knows and who has no My Page may wait for an address; of an erased one nothing is known. */
export async function claimSeeker(tx: Tx, { one }: { one: AwaitedCase }): Promise<void> {
  if (kindOfId(one.opens) !== 'skr') return
  const [seeker] = await tx.db
    .select({ accountId: seekers.accountId, officeId: seekers.officeId, sheetId: seekers.sheetId })
    .from(seekers)
    .where(eq(seekers.id, one.opens as Id<'skr'>))
    .for('update')
  if (!seeker || seeker.officeId === null || seeker.sheetId === null) return
  one.answer = seeker.accountId === null ? { officeId: seeker.officeId } : { no: 'MY_PAGE_OPENED' }
}
