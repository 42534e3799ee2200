import { and, eq, isNull, sql } from 'drizzle-orm'
import { accountExistsMail } from '../../i18n/mails.ja.ts'
import { notRegisteredMail, openRegisteredMail, registeredElsewhereMail } from '../../i18n/mails.registered.ja.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/problem.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AwaitedCase } from './accounts.events.ts'
import { killKeysOf, type OwnLetter, sendKey } from './accounts.keys.steps.ts'
import { accountOfEmail } from './accounts.queries.ts'
import { problemsOfEmail, refuseStaff } from './accounts.rules.ts'
import { type AuthenticationKeyRow, type AwaitedAccountRow, awaitedAccounts } from './accounts.table.ts'

const wrong = (path: string, code: Problem['code']): Problem => ({ path, code, severity: 'ERROR' })

/** The address still waits for somebody who proves it. */
const waitsFor = (email: string) => and(eq(awaitedAccounts.email, email), isNull(awaitedAccounts.openedAt))

/** What is wrong with a tidied address that a My Page is to wait for. */
export async function problemsOfAwaitedEmail(tx: Tx, email: string, path: string): Promise<Problem[]> {
  const problems = problemsOfEmail(email, tx.policyOf(), path)
  if (problems.length > 0) return problems
  if ((await accountOfEmail(tx, email)) !== null) return [wrong(path, 'EMAIL_TAKEN')]
  const [other] = await tx.db.select({ id: awaitedAccounts.id }).from(awaitedAccounts).where(waitsFor(email))
  return other ? [wrong(path, 'EMAIL_AWAITED')] : []
}

/** The address opens this from now on. The unique index tells the second of two counters that type it at once. */
export async function awaitAccount(
  tx: Tx,
  wanted: Pick<typeof awaitedAccounts.$inferInsert, 'id' | 'email' | 'opens' | 'officeId'>,
  path: string,
): Promise<AwaitedAccountRow | Refusal> {
  const [awaited] = await tx.db
    .insert(awaitedAccounts)
    .values({ ...wanted, createdAt: tx.now })
    .onConflictDoNothing()
    .returning()
  return awaited ?? new Refusal('PROBLEMS', { problems: [wrong(path, 'EMAIL_AWAITED')] })
}

/** Ways 2 and 7: whoever asks, the answer and the work are the same; only the reader of the mail learns what the address opens (S8). */
export async function sendRegisteredKey(tx: Tx, asked: { email: string; termsVersion: string }): Promise<AuthenticationKeyRow | Refusal> {
  const { email, termsVersion } = asked
  const [awaited] = await tx.db.select().from(awaitedAccounts).where(waitsFor(email))
  const isTaken = (await accountOfEmail(tx, email)) !== null
  const subject = awaited?.id ?? null
  return sendKey(tx, { email, purpose: 'OPEN_REGISTERED', termsVersion, subject }, letterFor(awaited !== undefined, isTaken))
}

function letterFor(isAwaited: boolean, isTaken: boolean): OwnLetter {
  if (isTaken && isAwaited) return { usable: false, template: 'registeredElsewhere', text: registeredElsewhereMail }
  if (isTaken) return { usable: false, template: 'accountExists', text: accountExistsMail }
  if (!isAwaited) return { usable: false, template: 'notRegistered', text: notRegisteredMail }
  return { usable: true, template: 'openRegistered', text: openRegisteredMail }
}

/** What the key opens: once, and only while it still waits for this address. */
export async function takeAwaited(tx: Tx, { subject, email }: AuthenticationKeyRow): Promise<string | Refusal> {
  const [taken] = await tx.db
    .update(awaitedAccounts)
    .set({ openedAt: tx.now, version: sql`${awaitedAccounts.version} + 1` })
    .where(and(eq(awaitedAccounts.id, subject as Id<'awt'>), waitsFor(email)))
    .returning({ opens: awaitedAccounts.opens })
  return taken?.opens ?? new Refusal('KEY_DEAD')
}

/** Its My Page was opened in another way: the address waits for nothing, and its keys are dead. */
export async function endAwaited(tx: Tx, opens: string): Promise<void> {
  const [ended] = await tx.db
    .update(awaitedAccounts)
    .set({ openedAt: tx.now, version: sql`${awaitedAccounts.version} + 1` })
    .where(and(eq(awaitedAccounts.opens, opens), isNull(awaitedAccounts.openedAt)))
    .returning({ id: awaitedAccounts.id })
  if (ended) await killKeysOf(tx, ended.id)
}

/** All have been asked: the address is written for the office that serves the person, or nothing is. */
export async function answerAwaitedCase(tx: Tx, { one }: { one: AwaitedCase }): Promise<Refusal | null> {
  const { id, opens, email, staff, answer } = one
  if ('no' in answer) return new Refusal(answer.no)
  const no = refuseStaff(staff, answer.officeId)
  if (no) return new Refusal(no, { about: opens })
  const problems = await problemsOfAwaitedEmail(tx, email, 'email')
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  const awaited = await awaitAccount(tx, { id, opens, email, officeId: answer.officeId }, 'email')
  return awaited instanceof Refusal ? awaited : null
}
