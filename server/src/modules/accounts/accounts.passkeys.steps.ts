import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { hashToken } from '../../platform/secrets/tokens.ts'
import { passkeyChallengeValidUntil } from './accounts.passkeys.rules.ts'
import { type PasskeyChallengeRow, passkeyChallenges, type PasskeyRow, passkeys } from './accounts.table.ts'

/** What a browser is asked to sign, and until when. */
export interface PasskeyAsked {
  id: Id<'pch'>
  options: object
  validUntil: Date
}

/** Keeps what this browser was asked to sign: of it only the hash, as of every token. */
export async function askPasskey(tx: Tx, ctx: Context, options: { challenge: string }, accountId: Id<'acc'> | null): Promise<PasskeyAsked> {
  const [asked] = await tx.db
    .insert(passkeyChallenges)
    .values({
      challengeHash: hashToken(options.challenge),
      browserHash: ctx.session.browserHash,
      accountId,
      createdAt: tx.now,
      validUntil: passkeyChallengeValidUntil(tx.now, tx.policyOf()),
    })
    .returning()
  return { id: asked!.id, options, validUntil: asked!.validUntil }
}

/** Uses the challenge up, right or wrong what comes with it: of this browser, in time, for this account (null: a sign-in). */
export async function takeChallenge(
  tx: Tx,
  ctx: Context,
  challenge: string,
  accountId: Id<'acc'> | null,
): Promise<PasskeyChallengeRow | null> {
  const [taken] = await tx.db
    .update(passkeyChallenges)
    .set({ usedAt: tx.now })
    .where(
      and(
        eq(passkeyChallenges.challengeHash, hashToken(challenge)),
        eq(passkeyChallenges.browserHash, ctx.session.browserHash),
        accountId === null ? isNull(passkeyChallenges.accountId) : eq(passkeyChallenges.accountId, accountId),
        isNull(passkeyChallenges.usedAt),
        gt(passkeyChallenges.validUntil, tx.now),
      ),
    )
    .returning()
  return taken ?? null
}

export const passkeysOf = ({ db }: Pick<Tx, 'db'> | Pick<Context, 'db'>, accountId: Id<'acc'>): Promise<PasskeyRow[]> =>
  db
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.accountId, accountId), isNull(passkeys.removedAt)))
    .orderBy(passkeys.createdAt, passkeys.id)

/** A lost or doubtful device: none of them opens any more. */
export async function removePasskeysOf(tx: Tx, accountId: Id<'acc'>): Promise<void> {
  await tx.db
    .update(passkeys)
    .set({ removedAt: tx.now })
    .where(and(eq(passkeys.accountId, accountId), isNull(passkeys.removedAt)))
}
