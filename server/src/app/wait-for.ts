import { accountOf } from '../graph/context.ts'
import type { OperationContext } from './request-context.ts'
import type { ServerServices } from './server-services.ts'

/** Seconds until this person, or this address where nobody is signed in, may ask again; 0 means now. */
export function waitFor({ web, policy }: ServerServices, { viewer, address }: OperationContext): number {
  const account = accountOf(viewer)
  const { anonymousRequestsPerMinute, requestsPerMinute } = policy.of()
  return account === null ? web.buckets.take(address, anonymousRequestsPerMinute) : web.buckets.take(account, requestsPerMinute)
}
