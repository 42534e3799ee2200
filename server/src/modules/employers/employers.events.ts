import type { Id } from '../../kernel/ids.ts'

declare module '../../kernel/events.ts' {
  interface DomainEvents {
    /** A provisional account ended (R7): everything of it goes in this transaction. */
    employerErased: { employerId: Id<'emp'> }
    /** The owner has left for good: nobody acts for the establishment any more (STATES 3.4). */
    employerClosed: { employerId: Id<'emp'> }
  }
}
