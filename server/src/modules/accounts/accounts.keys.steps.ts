import { and, eq, isNull } from 'drizzle-orm'
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
import type { Tx } from '../../platform/db/transaction.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { accountOfEmail } from './accounts.queries.ts'
import { type KeyPurpose, keyValidUntil, shownKey } from './accounts.rules.ts'
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

/** A mail that only the sender's module can write, and whether its key opens something. */
export interface OwnLetter {
  usable: boolean
  template: string
  text: (key: string, minutes: number, tries: number) => MailText
}

/**
 * Sends the newest key of a purpose; the ones before it die (R1). Known and unknown addresses are answered alike and
 * cost the same work: where the key must not work, a key that nobody knows is kept, and the mail says the rest (S8).
 */
export async function sendKey(tx: Tx, wanted: KeyWanted, letter: OwnLetter | null = null): Promise<AuthenticationKeyRow | Refusal> {
  const { keyMailsPerHour, authenticationKeyMinutes, authenticationKeyTries } = tx.policyOf()
  const limit = { limit: keyMailsPerHour, minutes: MAIL_WINDOW_MINUTES }
  if ((await countTry(tx, bucketOf('keyMail', wanted.email), limit)) > keyMailsPerHour)
    return new Refusal('TOO_MANY_TRIES', { facts: { minutes: MAIL_WINDOW_MINUTES } }).keeping()
  const isKnown = (await accountOfEmail(tx, wanted.email)) !== null
  const isUsable = letter?.usable ?? isKnown === (wanted.purpose === 'RESET')
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
  const shown: Parameters<Letter> = [shownKey(key), authenticationKeyMinutes, authenticationKeyTries]
  const [template, text] = letter ? ([letter.template, letter.text(...shown)] as const) : letterOf(wanted.purpose, isUsable, shown)
  await writeMail(tx, { to: wanted.email, ...text, template })
  await tx.record({ action: 'sendKey', object: sent!.id })
  return sent!
}

/** Invitations of several establishments live side by side. */
const replaceKeys = (tx: Tx, { email, purpose, subject }: KeyWanted) =>
  tx.db
    .update(authenticationKeys)
    .set({ replacedAt: tx.now })
    .where(
      and(
        eq(authenticationKeys.email, email),
        eq(authenticationKeys.purpose, purpose),
        isNull(authenticationKeys.replacedAt),
        purpose === 'MEMBER' && subject !== null ? eq(authenticationKeys.subject, subject) : undefined,
      ),
    )

/** What the key was for is gone: no key of it opens anything any more. */
export async function killKeysOf(tx: Tx, subject: string): Promise<void> {
  await tx.db
    .update(authenticationKeys)
    .set({ replacedAt: tx.now })
    .where(and(eq(authenticationKeys.subject, subject), isNull(authenticationKeys.replacedAt)))
}

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
