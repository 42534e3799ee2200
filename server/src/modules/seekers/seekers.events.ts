import type { Id } from '../../kernel/ids.ts'
import type { InvalidReason } from './seekers.rules.ts'

declare module '../../kernel/events.ts' {
  interface DomainEvents {
    /** A registration became valid: for the first time, or again. */
    seekerBecameValid: { seekerId: Id<'skr'>; officeId: Id<'off'> }
    /** A registration is no longer valid. */
    seekerBecameInvalid: { seekerId: Id<'skr'>; reason: InvalidReason }
  }
}
