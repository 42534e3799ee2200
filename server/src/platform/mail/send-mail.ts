import { and, eq, isNull, sql } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import type { Id } from '../../kernel/ids.ts'
import type { Db } from '../db/connect.ts'
import { type MailRow, mails } from '../db/platform.table.ts'
import { withoutTokens } from '../secrets/tokens.ts'

/** The way out of the house: SMTP, or none, when the outbox itself is where mails are read (/dev/mail). */
export interface Postman {
  carry(mail: MailRow): Promise<void>
  /** The outbox is where mails are read: what was carried must stay whole there. */
  readonly keeps: boolean
  close(): void
}

export function postmanOf(smtpUrl: string | null, sender: string): Postman {
  if (smtpUrl === null) return { keeps: true, carry: async () => {}, close: () => {} }
  const transport = createTransport(smtpUrl)
  return {
    keeps: false,
    async carry({ id, to, subject, text }) {
      await transport.sendMail({ from: sender, to, subject, text, messageId: `<${id}@${sender.split('@')[1]}>` })
    },
    close: () => transport.close(),
  }
}

/** Sends one mail of the outbox. Sent already: nothing. A failure is noted and thrown, so that the queue tries again later. */
export async function sendMail(db: Db, postman: Postman, now: Date, mailId: string): Promise<void> {
  const [mail] = await db
    .select()
    .from(mails)
    .where(and(eq(mails.id, mailId as Id<'mal'>), isNull(mails.sentAt)))
  if (!mail) return
  const attempts = sql`${mails.attempts} + 1`
  try {
    await postman.carry(mail)
  } catch (error) {
    const lastError = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
    await db.update(mails).set({ attempts, lastError }).where(eq(mails.id, mail.id))
    throw error
  }
  await db
    .update(mails)
    .set({ attempts, sentAt: now, lastError: null, ...(postman.keeps ? {} : { text: withoutTokens(mail.text) }) })
    .where(eq(mails.id, mail.id))
}
