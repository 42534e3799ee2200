import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import {
  accountExistsMail,
  changeEmailMail,
  emailTakenMail,
  type MailText,
  noAccountMail,
  openByCodeMail,
  openedElsewhereMail,
  openEmployerMail,
  openSeekerMail,
  resetMail,
} from '../../i18n/mails.ja.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type CommandContext, inTransaction, type Tx } from '../../platform/db/transaction.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { accountOfEmail } from './accounts.queries.ts'
import { isKeyAlive, type KeyPurpose, keyValidUntil, shownKey, typedKey } from './accounts.rules.ts'
import { bucketOf, countTry } from './accounts.steps.ts'
import { type AuthenticationKeyRow, authenticationKeys } from './accounts.table.ts'
import { hashKey, newKey } from './keys.ts'

const MAIL_WINDOW_MINUTES = 60

export interface KeyWanted {
  email: string
  purpose: KeyPurpose
  termsVersion: string
  /** What proved the right to it; later modules read it when the key is used. */
  subject: string | null
}

/**
 * Sends the newest key of a purpose; the ones before it die (R1). Known and unknown addresses are answered alike and
 * cost the same work: where the key must not work, a key that nobody knows is kept, and the mail says the rest (S8).
 */
export async function sendKey(tx: Tx, wanted: KeyWanted): Promise<AuthenticationKeyRow | Refusal> {
  const { keyMailsPerHour, authenticationKeyMinutes, authenticationKeyTries } = tx.policyOf()
  const limit = { limit: keyMailsPerHour, minutes: MAIL_WINDOW_MINUTES }
  if ((await countTry(tx, bucketOf('keyMail', wanted.email), limit)) > keyMailsPerHour)
    return new Refusal('TOO_MANY_TRIES', { facts: { minutes: MAIL_WINDOW_MINUTES } }).keeping()
  const isKnown = (await accountOfEmail(tx, wanted.email)) !== null
  const isUsable = isKnown === (wanted.purpose === 'RESET')
  await replaceKeys(tx, wanted)
  const key = newKey()
  const [sent] = await tx.db
    .insert(authenticationKeys)
    .values({
      ...wanted,
      keyHash: hashKey(isUsable ? key : newKey(), wanted.email, wanted.purpose),
      createdAt: tx.now,
      validUntil: keyValidUntil(tx.now, tx.policyOf()),
    })
    .returning()
  const [template, text] = letterOf(wanted.purpose, isUsable, [shownKey(key), authenticationKeyMinutes, authenticationKeyTries])
  await writeMail(tx, { to: wanted.email, ...text, template })
  await tx.record({ action: 'sendKey', object: sent!.id })
  return sent!
}

const replaceKeys = (tx: Tx, { email, purpose }: KeyWanted) =>
  tx.db
    .update(authenticationKeys)
    .set({ replacedAt: tx.now })
    .where(and(eq(authenticationKeys.email, email), eq(authenticationKeys.purpose, purpose), isNull(authenticationKeys.replacedAt)))

type Letter = (key: string, minutes: number, tries: number) => MailText

/** What the mail says, by what it is for: where the key works, and where it must not. */
const LETTERS: Partial<Record<KeyPurpose, { usable: [template: string, text: Letter]; unusable: [template: string, text: Letter] }>> = {
  OPEN_SEEKER: { usable: ['openSeeker', openSeekerMail], unusable: ['accountExists', accountExistsMail] },
  OPEN_EMPLOYER: { usable: ['openEmployer', openEmployerMail], unusable: ['accountExists', accountExistsMail] },
  OPEN_BY_CODE: { usable: ['openByCode', openByCodeMail], unusable: ['openedElsewhere', openedElsewhereMail] },
  CHANGE_EMAIL: { usable: ['changeEmail', changeEmailMail], unusable: ['emailTaken', emailTakenMail] },
  RESET: { usable: ['reset', resetMail], unusable: ['noAccount', noAccountMail] },
}

function letterOf(purpose: KeyPurpose, isUsable: boolean, key: Parameters<Letter>): [string, MailText] {
  const letters = LETTERS[purpose]
  if (!letters) throw new Error(`no mail for a key of ${purpose}`)
  const [template, text] = isUsable ? letters.usable : letters.unusable
  return [template, text(...key)]
}

/** A key as somebody typed it, for an address that was tidied. */
export interface KeyTyped {
  email: string
  purpose: KeyPurpose
  authenticationKey: string
}

/** Looks at the newest key only; a wrong one is counted before anything else is done (S3). */
export const tryKey = (ctx: CommandContext, { email, purpose, authenticationKey }: KeyTyped): Promise<AuthenticationKeyRow | Refusal> =>
  inTransaction(ctx, {}, async (tx): Promise<AuthenticationKeyRow | Refusal> => {
    const [key] = await tx.db
      .select()
      .from(authenticationKeys)
      .where(and(eq(authenticationKeys.email, email), eq(authenticationKeys.purpose, purpose), isNull(authenticationKeys.replacedAt)))
      .orderBy(desc(authenticationKeys.createdAt), desc(authenticationKeys.id))
      .limit(1)
      .for('update')
    if (!key || !isKeyAlive(key, tx.now, tx.policyOf())) return new Refusal('KEY_DEAD')
    if (key.keyHash === hashKey(typedKey(authenticationKey), email, purpose)) return key
    await tx.db
      .update(authenticationKeys)
      .set({ wrongTries: sql`${authenticationKeys.wrongTries} + 1` })
      .where(eq(authenticationKeys.id, key.id))
    return new Refusal('KEY_DEAD').keeping()
  })

/** Of many who hold the same key one wins. That it came in time was seen before the password was hashed. */
export async function useKey(tx: Tx, key: AuthenticationKeyRow): Promise<boolean> {
  const used = await tx.db
    .update(authenticationKeys)
    .set({ usedAt: tx.now })
    .where(
      and(
        eq(authenticationKeys.id, key.id),
        isNull(authenticationKeys.usedAt),
        isNull(authenticationKeys.replacedAt),
        lt(authenticationKeys.wrongTries, tx.policyOf().authenticationKeyTries),
      ),
    )
    .returning({ id: authenticationKeys.id })
  return used.length === 1
}
