import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { endAwaited } from '../accounts/accounts.awaited.steps.ts'
import type { KeyPurpose } from '../accounts/accounts.rules.ts'
import { codeStateAt, refuseOpening, type Shown } from './employers.codes.rules.ts'
import { accountCreationCodes, type CreationCodeRow } from './employers.codes.table.ts'
import { openWithOwner } from './employers.owner.steps.ts'
import { type EmployerRow, employers, employerSheets } from './employers.table.ts'
import { hashCode } from './creation-code.ts'

export interface NamedCode {
  code: CreationCodeRow
  /** It was typed itself, not only the number of its establishment. */
  held: boolean
  employer: EmployerRow
  phone: string | null
}

/** Codes that the input names, locked: the one that was typed, whatever became of it, and the one alive of the number that was typed. */
export async function lockNamedCodes(tx: Tx, { code, employerNumber }: Shown): Promise<NamedCode[]> {
  const codeHash = hashCode(code)
  const ofNumber = sql`(select ${employers.id} from ${employers} where ${employers.employerNumber} = ${employerNumber})`
  const named = await tx.db
    .select({ code: accountCreationCodes, employer: employers, phone: employerSheets.phone })
    .from(accountCreationCodes)
    .innerJoin(employers, eq(employers.id, accountCreationCodes.employerId))
    .leftJoin(employerSheets, eq(employerSheets.id, employers.sheetId))
    .where(
      or(
        eq(accountCreationCodes.codeHash, codeHash),
        and(eq(accountCreationCodes.state, 'ISSUED'), eq(accountCreationCodes.employerId, ofNumber)),
      ),
    )
    .orderBy(asc(accountCreationCodes.id))
    .for('update', { of: accountCreationCodes })
  return named.map((one) => ({ ...one, held: one.code.codeHash === codeHash }))
}

/** R4: one wrong input counts against every live code it names; the tenth is the end of it. */
export async function chargeCodes(tx: Tx, named: readonly NamedCode[]): Promise<void> {
  const alive = named.filter(({ code }) => codeStateAt(code, tx.now) === 'ISSUED')
  for (const { code } of alive) {
    const wrongTries = code.wrongTries + 1
    const dies = wrongTries >= tx.policyOf(code.officeId).accountCreationCodeTries
    await tx.db
      .update(accountCreationCodes)
      .set({ wrongTries, ...(dies ? { state: 'DEAD' as const, endedAt: tx.now } : {}) })
      .where(eq(accountCreationCodes.id, code.id))
    if (dies) await endRecord(tx, 'killAccountCreationCode', code, 'DEAD')
  }
}

const endRecord = (tx: Tx, action: string, code: Pick<CreationCodeRow, 'id'>, state: CreationCodeRow['state']) =>
  tx.record({ action, object: code.id, changes: [{ field: 'state', before: 'ISSUED', after: state }] })

/** The one that still lives is of no use any more. */
export async function revokeCodeOf(tx: Tx, employerId: Id<'emp'>): Promise<void> {
  const revoked = await tx.db
    .update(accountCreationCodes)
    .set({ state: 'REVOKED', endedAt: tx.now })
    .where(and(eq(accountCreationCodes.employerId, employerId), inArray(accountCreationCodes.state, ['ISSUED'])))
    .returning({ id: accountCreationCodes.id })
  for (const code of revoked) await endRecord(tx, 'revokeAccountCreationCode', code, 'REVOKED')
}

interface Opened {
  accountId: Id<'acc'>
  purpose: KeyPurpose
  subject: string | null
}

/** Way 6: who showed the code becomes the owner, and the My Page is open (STATES 3.4). Of several who did, the first. */
export async function openEmployerByCode(tx: Tx, { accountId, purpose, subject }: Opened): Promise<Refusal | null> {
  if (purpose !== 'OPEN_BY_CODE') return null
  const [found] = await tx.db
    .select({ employerId: accountCreationCodes.employerId })
    .from(accountCreationCodes)
    .where(eq(accountCreationCodes.id, subject as Id<'cod'>))
  if (!found) return new Refusal('CREATION_CODE_DEAD')
  const [employer] = await tx.db.select().from(employers).where(eq(employers.id, found.employerId)).for('update')
  const [code] = await tx.db
    .select()
    .from(accountCreationCodes)
    .where(eq(accountCreationCodes.id, subject as Id<'cod'>))
    .for('update')
  if (!employer || !code) return new Refusal('CREATION_CODE_DEAD')
  const no = refuseOpening(code.state, employer.status)
  if (no) return new Refusal(no)
  await tx.db.update(accountCreationCodes).set({ state: 'USED', endedAt: tx.now }).where(eq(accountCreationCodes.id, code.id))
  await endAwaited(tx, employer.id)
  await openWithOwner(tx, employer, accountId)
  await tx.record({
    action: 'openEmployerByCode',
    object: employer.id,
    changes: [
      { field: 'status', before: employer.status, after: 'OPEN' },
      { field: 'code', before: code.state, after: 'USED' },
    ],
  })
  return null
}
