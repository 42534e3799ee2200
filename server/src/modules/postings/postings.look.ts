import type { Param } from 'drizzle-orm'
import type { Context, Viewer } from '../../graph/context.ts'
import { isOfficeStaff } from '../../graph/standing.ts'
import type { JstDate } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { given } from '../../platform/db/statement.ts'
import { postingParties } from './postings.parties.table.ts'
import type { Receiver } from './postings.provision.rules.ts'
import { postings } from './postings.table.ts'

/** Who looks at postings, and when: all of a kind look by the same condition, each with their own values. */
export type Look = { today: JstDate | Param } & (
  { kind: 'office' | 'stranger' | Receiver } | { kind: 'seeker'; self: Id<'skr'> | Param } | { kind: 'employer'; self: Id<'emp'> | Param }
)

/** R26: the kind of partner that the viewer is, for whom only what is provided exists. */
export const receiverOf = (viewer: Viewer): Receiver | null => (viewer.kind === 'partner' ? viewer.partnerKind : null)

export function lookOf({ viewer, today }: Pick<Context, 'viewer' | 'today'>): Look {
  if (viewer.kind === 'seeker') return { kind: 'seeker', today: today(), self: viewer.seekerId }
  if (viewer.kind === 'employer') return { kind: 'employer', today: today(), self: viewer.employerId }
  return { kind: isOfficeStaff(viewer) ? 'office' : (receiverOf(viewer) ?? 'stranger'), today: today() }
}

const TODAY = given(postings.validUntil, 'today')
export const OPEN_SEEKER = { kind: 'seeker', today: TODAY, self: given(postingParties.seekerId, 'self') } as const
const OPEN_EMPLOYER = { kind: 'employer', today: TODAY, self: given(postings.employerId, 'self') } as const

/** A look of a kind for a statement that is kept: `lookOf` gives its values with each execution. */
export function openLook(kind: Look['kind']): Look {
  if (kind === 'seeker') return OPEN_SEEKER
  return kind === 'employer' ? OPEN_EMPLOYER : { kind, today: TODAY }
}
