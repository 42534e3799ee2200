import { and, asc, eq, inArray } from 'drizzle-orm'
import { jstDateOf } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { kindOfId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { accounts } from '../accounts/accounts.table.ts'
import { employerMembers } from '../employers/employers.table.ts'
import { messagesOpenUntil } from '../messages/messages.rules.ts'
import { setOpenUntil } from '../messages/messages.steps.ts'
import { threads } from '../messages/messages.table.ts'
import { postings } from '../postings/postings.table.ts'
import { seekers } from '../seekers/seekers.table.ts'
import { newMessageMail } from './applications.mails.ts'
import { type ApplicationRow, applications } from './applications.table.ts'

/** Addresses of the people behind a party: the seeker, or those members of the employer who may answer. */
async function addressesOf(tx: Tx, party: string, aboutMessages: boolean): Promise<string[]> {
  const wanting = and(eq(accounts.status, 'OPEN'), aboutMessages ? eq(accounts.mailsMessages, true) : undefined)
  if (kindOfId(party) === 'skr')
    return tx.db
      .select({ email: accounts.email })
      .from(seekers)
      .innerJoin(accounts, eq(accounts.id, seekers.accountId))
      .where(and(eq(seekers.id, party as Id<'skr'>), wanting))
      .then((rows) => rows.map(({ email }) => email))
  if (kindOfId(party) !== 'emp') return []
  const mayAnswer = and(eq(employerMembers.status, 'ACTIVE'), inArray(employerMembers.role, ['OWNER', 'RECRUITER']))
  return tx.db
    .select({ email: accounts.email })
    .from(employerMembers)
    .innerJoin(accounts, eq(accounts.id, employerMembers.accountId))
    .where(and(eq(employerMembers.employerId, party as Id<'emp'>), mayAnswer, wanting))
    .then((rows) => rows.map(({ email }) => email))
}

/** One mail to each person behind a party; mails about messages only to those who want them. */
export async function mailParty(
  tx: Tx,
  party: string,
  mail: { subject: string; text: string; template: string },
  { aboutMessages = false } = {},
): Promise<void> {
  for (const to of await addressesOf(tx, party, aboutMessages)) await writeMail(tx, { to, ...mail })
}

/** On `messageSent`: a notice without the content, once for each row of unread messages. */
export async function mailNewMessage(tx: Tx, { threadId, notify }: { threadId: Id<'thr'>; notify: readonly string[] }): Promise<void> {
  if (notify.length === 0) return
  const [thread] = await tx.db.select({ subject: threads.subject }).from(threads).where(eq(threads.id, threadId))
  for (const party of notify) await mailParty(tx, party, newMessageMail({ subject: thread?.subject ?? '' }), { aboutMessages: true })
}

/** R12: the end of an application's messages, from its result and the end of its posting. */
export async function limitThread(tx: Tx, application: ApplicationRow): Promise<void> {
  if (application.threadId === null) return
  const [posting] = await tx.db.select({ invalidOn: postings.invalidOn }).from(postings).where(eq(postings.id, application.postingId))
  const resultOn = application.resultAt === null ? null : jstDateOf(application.resultAt)
  const facts = { resultOn, postingInvalidOn: posting?.invalidOn ?? null }
  await setOpenUntil(tx, application.threadId, messagesOpenUntil(facts, tx.policyOf(application.officeId)))
}

/** On `postingEnded`: applications stay as they are (STATES 3.2), but their messages now have an end, and running applicants are told. */
export async function limitThreadsOfPosting(tx: Tx, { postingId }: { postingId: Id<'pst'> }): Promise<void> {
  const rows = await tx.db
    .select()
    .from(applications)
    .where(eq(applications.postingId, postingId))
    .orderBy(asc(applications.id))
    .for('update')
  for (const application of rows) {
    await limitThread(tx, application)
    if (application.status === 'APPLIED') tx.deliver(application.seekerId, 'APPLICATION', application.id)
  }
}
