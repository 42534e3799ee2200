import type { Id } from '../../kernel/ids.ts'

declare module '../../kernel/events.ts' {
  interface DomainEvents {
    /** A person wrote. `notify`: parties that had nothing unread in the thread until now. */
    messageSent: { threadId: Id<'thr'>; messageId: Id<'msg'>; notify: readonly string[] }
  }
}
