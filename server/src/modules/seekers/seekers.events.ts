import type { Id } from '../../kernel/ids.ts'
import type { InvalidReason } from './seekers.rules.ts'

declare module '../../kernel/events.ts' {
  interface DomainEvents {
    /** A registration became valid: for the first time, or again. */
    seekerBecameValid: { seekerId: Id<'skr'>; officeId: Id<'off'> }
    /** 退会: every module lets go of the person in this transaction; the registration itself goes last. */
    seekerWithdrawn: { seekerId: Id<'skr'> }
    /** A registration is no longer valid. */
    seekerBecameInvalid: { seekerId: Id<'skr'>; reason: InvalidReason }
  }
}
