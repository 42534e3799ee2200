import type { DomainEvents, EventName } from '../kernel/events.ts'
import { answerAwaitedCase } from '../modules/accounts/accounts.awaited.steps.ts'
import { refuseUnserved } from '../modules/accounts/accounts.staff.steps.ts'
import { limitThreadsOfPosting, mailNewMessage } from '../modules/applications/applications.steps.ts'
import { leaveApplications, tellApplicantsOfClosing } from '../modules/applications/applications.withdrawal.steps.ts'
import { Refusal } from '../kernel/refusal.ts'
import { openEmployerByCode } from '../modules/employers/employers.codes.steps.ts'
import { eraseEstablishment, openProvisionalEmployer } from '../modules/employers/employers.provisional.steps.ts'
import { acceptMembership, joinMember } from '../modules/employers/employers.members.steps.ts'
import { claimEmployer, openRegisteredEmployer } from '../modules/employers/employers.registered.steps.ts'
import { seatMember, vouchForMember } from '../modules/employers/employers.steps.ts'
import { leaveEmployers } from '../modules/employers/employers.withdrawal.steps.ts'
import { closePostingsOf, erasePostingsOf } from '../modules/postings/postings.erase.steps.ts'
import { claimSeeker, openRegisteredSeeker } from '../modules/seekers/seekers.registered.steps.ts'
import { openOnlineSeeker, seatSeeker, vouchForSeeker } from '../modules/seekers/seekers.steps.ts'
import { eraseSeeker, withdrawSeeker } from '../modules/seekers/seekers.withdrawal.steps.ts'
import { eraseRegistrant, seatRegistrant, vouchForRegistrant } from '../modules/entries/entries.steps.ts'
import type { Tx } from '../platform/db/transaction.ts'

type Step<Data> = (tx: Tx, data: Data) => Promise<void> | Promise<Refusal | null>
type Reactions = { [N in EventName]?: readonly Step<DomainEvents[N]>[] }

/** What happens afterwards: event → steps of later modules, in the same transaction, before COMMIT. A step may say no. */
const REACTIONS: Reactions = {
  accountOpened: [openOnlineSeeker, openProvisionalEmployer, openEmployerByCode, openRegisteredEmployer, openRegisteredSeeker, joinMember],
  /** What hangs on the establishment goes before its own texts and its account. */
  employerErased: [erasePostingsOf, eraseEstablishment],
  invitationAccepted: [acceptMembership],
  /** Members and the seeker behind an account; each tells what hangs on it. */
  accountWithdrawn: [leaveEmployers, withdrawSeeker, eraseRegistrant],
  employerClosed: [closePostingsOf, tellApplicantsOfClosing],
  /** What hangs on the person goes before the registration. */
  seekerWithdrawn: [leaveApplications, eraseSeeker],
  /** The first who knows the person takes the seat: an employer's member before a seeker. */
  sessionStarted: [seatMember, seatSeeker, seatRegistrant],
  accountCase: [vouchForSeeker, vouchForMember, vouchForRegistrant],
  accountCaseEnds: [refuseUnserved],
  awaitedCase: [claimSeeker, claimEmployer],
  awaitedCaseEnds: [answerAwaitedCase],
  messageSent: [mailNewMessage],
  postingEnded: [limitThreadsOfPosting],
}

export async function react(tx: Tx, event: { name: string; data: unknown }): Promise<Refusal | null> {
  const steps = (REACTIONS as Record<string, readonly Step<unknown>[] | undefined>)[event.name] ?? []
  for (const step of steps) {
    const answer = await step(tx, event.data)
    if (answer instanceof Refusal) return answer
  }
  return null
}
