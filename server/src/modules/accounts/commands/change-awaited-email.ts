import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { kindOfId } from '../../../kernel/ids.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { newId } from '../../../platform/db/columns.ts'
import { isTaken } from '../../../platform/db/is-taken.ts'
import { type CommandContext, inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { problemsOfAwaitedEmail } from '../accounts.awaited.steps.ts'
import type { AwaitedCase } from '../accounts.events.ts'
import { killKeysOf } from '../accounts.keys.steps.ts'
import { refuseAwaitedChange, typedEmail } from '../accounts.rules.ts'
import { type AwaitedAccountRow, awaitedAccounts } from '../accounts.table.ts'

export interface ChangeAwaitedEmail {
  /** Id of the seeker or the establishment. */
  opens: string
  email: string
  version: number | null
  dryRun: boolean
}

/** 窓口で登録するメールアドレスを決める・直す: until the My Page was opened; a key that went to the old address is dead. */
export function changeAwaitedEmail(
  ctx: CommandContext,
  staff: ViewerOf<'staff'>,
  { opens, version, dryRun, ...typed }: ChangeAwaitedEmail,
): Promise<AwaitedAccountRow | Refusal | Preview> {
  if (kindOfId(opens) === null) return Promise.resolve(new Refusal('NOT_FOUND'))
  const email = typedEmail(typed.email)
  return inTransaction<AwaitedAccountRow | Refusal, boolean>(ctx, { dryRun }, async (tx) => {
    const [awaited] = await tx.db.select().from(awaitedAccounts).where(eq(awaitedAccounts.opens, opens)).for('update')
    if (staff.center) return new Refusal('NOT_FOUND')
    if (!awaited) return askForFirst(tx, staff, opens, email)
    const no = refuseAwaitedChange(awaited, staff)
    if (no) return new Refusal(no, { about: opens })
    if (version !== null && version !== awaited.version) return new Refusal('VERSION_CONFLICT')
    if (email === awaited.email) return awaited
    const problems = await problemsOfAwaitedEmail(tx, email, 'email')
    if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
    const changed = { ...awaited, email, version: awaited.version + 1 }
    const taken = await isTaken(tx, (db) => db.update(awaitedAccounts).set(changed).where(eq(awaitedAccounts.id, awaited.id)))
    if (taken) return new Refusal('PROBLEMS', { problems: [{ path: 'email', code: 'EMAIL_AWAITED', severity: 'ERROR' }] })
    await killKeysOf(tx, awaited.id)
    await tx.record({
      action: 'changeAwaitedEmail',
      object: opens,
      person: opens,
      changes: [{ field: 'myPageEmail', before: awaited.email, after: email }],
    })
    return changed
  })
}

/** Registered without an address, and now there is one. Written once the module of the id has said whose it is. */
async function askForFirst(tx: Tx, staff: ViewerOf<'staff'>, opens: string, email: string): Promise<AwaitedAccountRow> {
  const one: AwaitedCase = { id: newId('awt'), opens, email, staff, answer: { no: 'NOT_FOUND' } }
  tx.emit('awaitedCase', { one })
  tx.emit('awaitedCaseEnds', { one })
  await tx.record({
    action: 'changeAwaitedEmail',
    object: opens,
    person: opens,
    changes: [{ field: 'myPageEmail', before: null, after: email }],
  })
  return { id: one.id, opens, email, officeId: staff.officeId, createdAt: tx.now, openedAt: null, version: 1 }
}
