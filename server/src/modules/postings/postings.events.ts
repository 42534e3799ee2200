import type { JstDate } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'

declare module '../../kernel/events.ts' {
  interface DomainEvents {
    /** Accepted: it can be found and applied to. */
    postingOpened: { postingId: Id<'pst'>; employerId: Id<'emp'> }
    /** Expired, filled, changed plans or closed: R12 counts from `invalidOn`. */
    postingEnded: { postingId: Id<'pst'>; employerId: Id<'emp'>; invalidOn: JstDate }
    /** Returned with reasons by field. */
    postingReturned: { postingId: Id<'pst'>; employerId: Id<'emp'> }
  }
}
