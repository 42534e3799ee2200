import { Authorized, Extensions } from 'type-graphql'
import type { Viewer } from './context.ts'

export type Audience =
  | 'public'
  | 'seeker'
  | 'registrant'
  | 'employer.viewer'
  | 'employer.recruiter'
  | 'employer.owner'
  | 'counter'
  | 'manager'
  | 'auditor'
  | `partner:${string}`

/** Everybody who signs in with an account. */
export const SIGNED_IN: [Audience, ...Audience[]] = ['seeker', 'registrant', 'employer.viewer', 'counter', 'manager', 'auditor']

const RANK = { VIEWER: 0, RECRUITER: 1, OWNER: 2 } as const

/** Says who may call a Query, Mutation or Subscription. Every root field carries it (app/schema.test.ts). */
export function Audience(...who: [Audience, ...Audience[]]): MethodDecorator {
  return (target, key, descriptor) => {
    Extensions({ audience: who })(target, key, descriptor)
    if (!who.includes('public')) Authorized(...who)(target, key, descriptor)
  }
}

/** `employer.viewer` means at least a viewer; staff roles stand each for themselves. */
export function isInAudience(viewer: Viewer, who: readonly Audience[]): boolean {
  return who.some((audience) => {
    switch (viewer.kind) {
      case 'visitor':
        return audience === 'public'
      case 'seeker':
      case 'registrant':
        return audience === viewer.kind
      case 'employer':
        return audience.startsWith('employer.') && RANK[viewer.role] >= RANK[audience.slice(9).toUpperCase() as keyof typeof RANK]
      case 'staff':
        return audience === viewer.role.toLowerCase()
      case 'partner':
        return audience.startsWith('partner:') && viewer.scopes.includes(audience.slice(8))
    }
  })
}
