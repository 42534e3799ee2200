import type { Id } from '../kernel/ids.ts'
import { isInAudience } from './audience.ts'
import type { Viewer } from './context.ts'

/** Staff of a public office. Staff of a center see postings and employers as anybody does. */
export const isOfficeStaff = (viewer: Viewer): boolean => viewer.kind === 'staff' && !viewer.center

export const isMemberOf = (viewer: Viewer, employerId: Id<'emp'>): boolean => viewer.kind === 'employer' && viewer.employerId === employerId

/** An owner or a recruiter writes in the name of an employer, a viewer does not. The commands' own answer to the same question is `@Audience('employer.recruiter')`. */
export const isWriter = (viewer: Viewer): boolean => isInAudience(viewer, ['employer.recruiter'])
