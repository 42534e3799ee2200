import type { Id } from '../kernel/ids.ts'
import type { JstDate } from '../kernel/calendar.ts'
import type { CommandContext } from '../platform/db/transaction.ts'
import type { Sealer } from '../platform/secrets/sealed.ts'
import type { FileStore } from '../platform/files/file-store.ts'

export type MemberRole = 'OWNER' | 'RECRUITER' | 'VIEWER'
export type StaffRole = 'COUNTER' | 'MANAGER' | 'AUDITOR'
/** 民間人材ビジネス · 地方自治体. */
export type PartnerKind = 'AGENCY' | 'LOCAL_GOVERNMENT'

export type Viewer =
  | { kind: 'visitor' }
  | { kind: 'seeker'; accountId: Id<'acc'>; seekerId: Id<'skr'> }
  | { kind: 'registrant'; accountId: Id<'acc'>; registrantId: Id<'rgs'> }
  | { kind: 'employer'; accountId: Id<'acc'>; memberId: Id<'mem'>; employerId: Id<'emp'>; role: MemberRole }
  | { kind: 'staff'; accountId: Id<'acc'>; staffId: Id<'stf'>; officeId: Id<'off'>; role: StaffRole; center: boolean }
  | { kind: 'partner'; partnerId: Id<'prt'>; partnerKind: PartnerKind; scopes: readonly string[] }

export type ViewerKind = Viewer['kind']
export type ViewerOf<K extends ViewerKind> = Extract<Viewer, { kind: K }>

/** What one operation may touch: built once per request in app/context.ts. */
export interface Context extends CommandContext {
  viewer: Viewer
  /** Bytes of uploads; only commands of the files module look into it. */
  files: FileStore
  today(): JstDate
  /** BCP 47; texts of refusals and problems follow it. */
  locale: string
  /** The session that the cookie names, or null; `signIn` and `signOut` set cookies through it. */
  session: SessionPort
  /** For secrets that must be read again. */
  sealer: Sealer
  demo: boolean
  /** Who mails come from: people are asked to allow this address. */
  mailSender: string
  /** Where people reach these pages, for links in mails. */
  publicUrl: string
  /** Address of the browser as far as it is known, for limits; never stored in clear. */
  address: string
  /** A look at a person's data; written in one insert before the answer leaves. */
  look(entry: { action: string; object: string; person: string | null; purpose: string; fields: readonly string[] }): void
}

/** Cookies of this request and answer. Over a socket nothing can be set. */
export interface SessionPort {
  readonly id: Id<'ses'> | null
  readonly idleUntil: Date | null
  /** Hash of the remembered device's cookie, if the browser sent one. */
  readonly deviceHash: string | null
  /** The mark itself, so that another account can be remembered under it too. */
  readonly deviceToken: string | null
  /** Names this browser, signed in or not: what it began nobody else can end. */
  readonly browserHash: string
  readonly userAgent: string
  setCookie(token: string, until: Date): void
  clearCookie(): void
  setDeviceCookie(token: string): void
}

/** The viewer behind `@Audience`, which has already turned away every other kind. */
export function viewerAs<K extends ViewerKind>(ctx: Context, kind: K): ViewerOf<K> {
  if (ctx.viewer.kind !== kind) throw new Error(`a field for ${kind} was reached by ${ctx.viewer.kind}`)
  return ctx.viewer as ViewerOf<K>
}

/** The one party whose inbox a session follows. */
export function partyOf(viewer: Viewer): string | null {
  switch (viewer.kind) {
    case 'seeker':
      return viewer.seekerId
    case 'registrant':
      return viewer.registrantId
    case 'employer':
      return viewer.employerId
    case 'staff':
      return viewer.officeId
    case 'partner':
      return viewer.partnerId
    case 'visitor':
      return null
  }
}

export const accountOf = (viewer: Viewer): Id<'acc'> | null => ('accountId' in viewer ? viewer.accountId : null)
