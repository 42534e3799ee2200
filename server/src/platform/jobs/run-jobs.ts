import { Logger, run } from 'graphile-worker'
import type { Counters } from '../log/counters.ts'
import type { Log } from '../log/log.ts'

/** Slow work outside transactions: task → what it does with its payload. Runs at least once, so it must not mind running twice. */
export type Tasks<Services> = Readonly<Record<string, (payload: Record<string, unknown>, services: Services) => Promise<void>>>

export interface Jobs {
  /** False once the queue's runner has ended: /readyz tells. */
  readonly running: boolean
  stop(): Promise<void>
}

/** Starts the queue's runner. `crontab` only wakes; what is due is decided by the sweeps' own columns. */
export async function runJobs<Services extends { log: Log; counters: Counters }>(
  ownerUrl: string,
  tasks: Tasks<Services>,
  services: Services,
  crontab: string,
): Promise<Jobs> {
  const { log, counters } = services
  const runner = await run({
    connectionString: ownerUrl,
    maxPoolSize: 4,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 5_000,
    crontab,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ jobs: message.slice(0, 200) }, 'jobs')
    }),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        async (payload: unknown) => {
          try {
            await task((payload ?? {}) as Record<string, unknown>, services)
            counters.add('jobs_total')
          } catch (err) {
            counters.add('jobs_failed_total')
            log.error({ err, task: name }, 'job failed')
            throw err
          }
        },
      ]),
    ),
  })
  let running = true
  runner.promise.then(
    () => (running = false),
    (err: unknown) => {
      running = false
      log.error({ err }, 'jobs ended')
    },
  )
  return {
    get running() {
      return running
    },
    async stop() {
      if (running) await runner.stop().catch(() => {})
      await runner.promise.catch(() => {})
    },
  }
}
