import type { Counters } from '../platform/log/counters.ts'
import type { Log } from '../platform/log/log.ts'
import type { Postman } from '../platform/mail/send-mail.ts'
import type { Buckets } from './buckets.ts'
import type { Services } from './context.ts'
import type { CookieNames } from './cookies.ts'

/** What a running server has beside the services every command needs. */
export interface ServerServices extends Services {
  log: Log
  counters: Counters
  postman: Postman
  dataDir: string
  web: Web
}

/** How the outside sees this server. */
export interface Web {
  cookies: CookieNames
  /** Origins whose pages may act here, beside the host a request was sent to. */
  origins: ReadonlySet<string>
  https: boolean
  clientDir: string
  buckets: Buckets
}
