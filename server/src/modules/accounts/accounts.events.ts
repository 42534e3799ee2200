import type { Viewer, ViewerOf } from '../../graph/context.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Id } from '../../kernel/ids.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import type { KeyPurpose } from './accounts.rules.ts'

/** The person a new session may act as: the first reaction that knows one takes the seat (`takeSeat`). */
export interface Seat {
  readonly sessionId: Id<'ses'>
  readonly accountId: Id<'acc'>
  viewer: Viewer | null
  /** Which of several parts was asked for: the member, or the establishment. */
  readonly wish: string | null
  /** Why nobody took it, where a module knows. */
  refusal: RefusalCode | null
}

/** An account that staff act on; a module that knows the person says whether this office serves them. */
export interface AccountCase {
  readonly accountId: Id<'acc'>
  readonly staff: ViewerOf<'staff'>
  isServed: boolean
}

/** Somebody known to an office gets an address; the module that knows the id says whose office it is, or why there is nothing to open. */
export interface AwaitedCase {
  readonly id: Id<'awt'>
  readonly opens: string
  readonly email: string
  readonly staff: ViewerOf<'staff'>
  answer: { officeId: Id<'off'> } | { no: RefusalCode }
}

declare module '../../kernel/events.ts' {
  interface DomainEvents {
    /** A key was turned into an account: the module of the purpose makes what the account is for. */
    accountOpened: { accountId: Id<'acc'>; purpose: KeyPurpose; email: string; subject: string | null }
    /** Somebody who signs in already showed the key of an invitation and the password. */
    invitationAccepted: { accountId: Id<'acc'>; subject: string | null }
    /** Staff act on an account: whose is it? */
    accountCase: { one: AccountCase }
    /** All have been asked. */
    accountCaseEnds: { one: AccountCase; otherwise: Refusal | null }
    /** 退会: the account can no longer be used; what was the person's goes in this transaction. An owner's may say that the establishment closes. */
    accountWithdrawn: { accountId: Id<'acc'>; closesEmployer: boolean }
    /** Staff register an address for an id: is it theirs, and without a My Page? */
    awaitedCase: { one: AwaitedCase }
    /** All have been asked. */
    awaitedCaseEnds: { one: AwaitedCase }
    /** A session began without a staff member behind it. */
    sessionStarted: { seat: Seat }
  }
}
