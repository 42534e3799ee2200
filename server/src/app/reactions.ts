import type { DomainEvents, EventName } from '../kernel/events.ts'
import { limitThreadsOfPosting, mailNewMessage } from '../modules/applications/applications.steps.ts'
import { seatMember } from '../modules/employers/employers.steps.ts'
import { openOnlineSeeker, seatSeeker } from '../modules/seekers/seekers.steps.ts'
import type { Tx } from '../platform/db/transaction.ts'

type Reactions = { [N in EventName]?: readonly ((tx: Tx, data: DomainEvents[N]) => Promise<void>)[] }

/** What happens afterwards: event → steps of later modules, in the same transaction, before COMMIT. */
const REACTIONS: Reactions = {
  accountOpened: [openOnlineSeeker],
  /** The first who knows the person takes the seat: an employer's member before a seeker. */
  sessionStarted: [seatMember, seatSeeker],
  messageSent: [mailNewMessage],
  postingEnded: [limitThreadsOfPosting],
}

export async function react(tx: Tx, event: { name: string; data: unknown }): Promise<void> {
  const steps = (REACTIONS as Record<string, readonly ((tx: Tx, data: unknown) => Promise<void>)[] | undefined>)[event.name] ?? []
  for (const step of steps) await step(tx, event.data)
}
