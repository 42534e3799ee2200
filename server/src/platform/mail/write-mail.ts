import type { Tx } from '../db/transaction.ts'
import { mails } from '../db/platform.table.ts'

export interface Letter {
  to: string
  subject: string
  text: string
  /** Which text it was made from: for counting and for the demo's list. */
  template: string
}

/** Puts a mail into the outbox in the transaction that causes it; a job sends it after COMMIT, at least once (S63). */
export async function writeMail(tx: Tx, { to, subject, text, template }: Letter): Promise<void> {
  const [mail] = await tx.db.insert(mails).values({ to, subject, text, template, createdAt: tx.now }).returning({ id: mails.id })
  await tx.addJob('sendMail', { mailId: mail!.id })
}
