import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../config.ts'
import { Clock, stopwatch } from '../platform/clock.ts'
import { connect } from '../platform/db/connect.ts'
import { fileErasureJournal, journalPathOf } from '../platform/erasures/erasure-journal.ts'
import { diskFileStore } from '../platform/files/disk-file-store.ts'
import { postgresLive } from '../platform/live/postgres-live.ts'
import { Counters } from '../platform/log/counters.ts'
import { type Log, openLog } from '../platform/log/log.ts'
import { postmanOf } from '../platform/mail/send-mail.ts'
import { PASSWORD_POLICIES } from '../policy.ts'
import { PolicyInForce } from '../platform/policy-in-force.ts'
import { readSecretKey, sealerOf } from '../platform/secrets/sealed.ts'
import { Buckets } from './buckets.ts'
import { adoptClock } from './clock-offset.ts'
import { cookieNames } from './cookies.ts'
import type { ServerServices } from './server-services.ts'

export interface ServiceOptions {
  databaseUrl: string
  dataDir: string
  demo: boolean
  /** Where the built pages lie. */
  clientDir?: string
  /** What is not said here, the environment says. */
  publicUrl?: string
  smtpUrl?: string | null
  trustedOrigins?: readonly string[]
  log?: Log
  /** Every statement that goes to the database. */
  heard?: (statement: string) => void
}

const CLIENT = fileURLToPath(new URL('../../../client/dist', import.meta.url))

/** What a process of this system stands on, server or worker: connections, live, clock, policy, log. */
export async function openServices(options: ServiceOptions): Promise<{ services: ServerServices; close: () => Promise<void> }> {
  const config = readConfig()
  const { databaseUrl, dataDir, demo, publicUrl = config.publicUrl, smtpUrl = config.smtpUrl, heard = () => {} } = options
  await mkdir(dataDir, { recursive: true })
  const log = options.log ?? openLog({ dataDir, toOutput: config.nodeEnv === 'production' })
  const connection = connect(databaseUrl, { heard })
  const live = await postgresLive(connection.sql)
  const https = publicUrl.startsWith('https:')
  const elapsed = stopwatch()
  const mailSender = `no-reply@${new URL(publicUrl).hostname}`
  const postman = postmanOf(smtpUrl, mailSender)
  const services: ServerServices = {
    db: connection.db,
    live,
    clock: new Clock(),
    policy: new PolicyInForce(PASSWORD_POLICIES[config.passwordPolicy]),
    demo,
    mailSender,
    publicUrl: publicUrl.replace(/\/+$/u, ''),
    log,
    counters: new Counters(),
    postman,
    dataDir,
    files: diskFileStore(dataDir),
    journal: fileErasureJournal(journalPathOf(dataDir)),
    sealer: sealerOf(await readSecretKey(config.secretKey, dataDir)),
    web: {
      cookies: cookieNames(https || !demo),
      origins: new Set([new URL(publicUrl).origin, ...(options.trustedOrigins ?? config.trustedOrigins)]),
      https,
      clientDir: options.clientDir ?? CLIENT,
      buckets: new Buckets(() => elapsed() / 1000),
    },
  }
  const followed = follow(services)
  await Promise.all(followed.map(({ load }) => load()))
  return {
    services,
    async close() {
      for (const { off } of followed) off()
      postman.close()
      await live.close()
      await connection.close()
    },
  }
}

/** What stands in the database and every process keeps in mind; a hint says when to look again. */
function follow(services: ServerServices) {
  const loadPolicy = () => services.policy.load(services.db)
  const loads = services.demo ? { settings: loadPolicy, clock: () => adoptClock(services) } : { settings: loadPolicy }
  return Object.entries(loads).map(([topic, load]) => {
    // One after the other: an older answer never overtakes a newer one.
    let last = Promise.resolve()
    const again = () => void (last = last.then(load).catch((err: unknown) => services.log.error({ err, topic }, 'reload')))
    return { load, off: services.live.on(topic, again) }
  })
}
