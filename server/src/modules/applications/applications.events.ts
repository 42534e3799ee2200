import type { Id } from '../../kernel/ids.ts'

declare module '../../kernel/events.ts' {
  interface DomainEvents {
    applicationMade: { applicationId: Id<'app'>; seekerId: Id<'skr'>; postingId: Id<'pst'> }
    applicationCancelled: { applicationId: Id<'app'>; seekerId: Id<'skr'>; postingId: Id<'pst'> }
    selectionResultRecorded: { applicationId: Id<'app'>; seekerId: Id<'skr'>; outcome: 'HIRED' | 'NOT_HIRED'; startDate: string | null }
  }
}
