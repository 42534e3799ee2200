import 'reflect-metadata'
import { pathToFileURL } from 'node:url'
import { CRONTAB, TASKS } from './app/jobs.ts'
import { openServices, type ServiceOptions } from './app/open-services.ts'
import { readConfig } from './config.ts'
import { runJobs } from './platform/jobs/run-jobs.ts'
import { dieLoudly } from './platform/log/log.ts'

/** Jobs and sweeps only, for machines beside the servers. */
export async function startWorker(options: ServiceOptions & { ownerUrl: string }) {
  const { services, close } = await openServices(options)
  const jobs = await runJobs(options.ownerUrl, TASKS, services, CRONTAB)
  return {
    services,
    async stop() {
      await jobs.stop()
      await close()
    },
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { databaseUrl, ownerUrl, dataDir, demo } = readConfig()
  if (databaseUrl === null || ownerUrl === null) throw new Error('DATABASE_URL を設定してください。 / DATABASE_URL is needed.')
  const worker = await startWorker({ databaseUrl, ownerUrl, dataDir, demo })
  dieLoudly(worker.services.log)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void worker.stop().then(() => process.exit(0)))
}
