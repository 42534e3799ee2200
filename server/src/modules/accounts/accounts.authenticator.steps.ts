import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type AuthenticatorRow, authenticators, staffMembers } from './accounts.table.ts'
import { authenticatorUri, newAuthenticatorSecret, stepOfNumber } from './authenticator.ts'

/** What the app must learn, once. */
export interface AuthenticatorSecret {
  secret: string
  uri: string
}

export async function confirmedAuthenticator(tx: Tx, accountId: Id<'acc'>): Promise<AuthenticatorRow | null> {
  const [known] = await tx.db
    .select()
    .from(authenticators)
    .where(and(eq(authenticators.accountId, accountId), isNotNull(authenticators.confirmedAt)))
    .for('update')
  return known ?? null
}

/** A new secret; until a number of it has come back it counts for nothing, and a confirmed one is left as it is. */
export async function beginAuthenticator(
  tx: Tx,
  ctx: Context,
  account: { id: Id<'acc'>; email: string },
): Promise<AuthenticatorSecret | null> {
  const secret = newAuthenticatorSecret()
  const values = { sealedSecret: ctx.sealer.seal(secret), createdAt: tx.now, lastStep: null }
  const [begun] = await tx.db
    .insert(authenticators)
    .values({ accountId: account.id, ...values })
    .onConflictDoUpdate({ target: authenticators.accountId, set: values, setWhere: isNull(authenticators.confirmedAt) })
    .returning()
  return begun ? { secret, uri: authenticatorUri(secret, account.email) } : null
}

/** A right number of the app, used for the first time; it confirms an app that is being set up. */
export async function takeNumber(tx: Tx, ctx: Context, accountId: Id<'acc'>, typed: string): Promise<boolean> {
  const [known] = await tx.db.select().from(authenticators).where(eq(authenticators.accountId, accountId)).for('update')
  if (!known) return false
  const lastStep = await stepOfNumber(ctx.sealer.open(known.sealedSecret), typed, tx.now, known.lastStep)
  if (lastStep === null) return false
  await tx.db
    .update(authenticators)
    .set({ lastStep, confirmedAt: known.confirmedAt ?? tx.now })
    .where(eq(authenticators.accountId, accountId))
  if (known.confirmedAt === null) await tx.record({ action: 'confirmAuthenticator', object: accountId, person: accountId })
  return true
}

/** S18: outside the demo a member of staff is not let in by a mailbox alone. */
export async function needsAuthenticator(tx: Tx, ctx: Context, accountId: Id<'acc'>): Promise<boolean> {
  if (ctx.demo) return false
  const [staff] = await tx.db
    .select({ id: staffMembers.id })
    .from(staffMembers)
    .where(and(eq(staffMembers.accountId, accountId), isNull(staffMembers.removedAt)))
    .limit(1)
  return staff !== undefined
}

/** Said at the field in which the number was typed. */
export const numberWrong = (): Refusal =>
  new Refusal('PROBLEMS', { problems: [{ path: 'number', code: 'AUTHENTICATOR_NUMBER_WRONG', severity: 'ERROR' }] })
