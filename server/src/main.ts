import 'reflect-metadata'
import { pathToFileURL } from 'node:url'
import { makeSchema } from './app/schema.ts'
import { type RunningServer, serve, type ServeOptions } from './app/serve.ts'
import { readConfig } from './config.ts'
import { dieLoudly } from './platform/log/log.ts'

export type ServerOptions = Omit<ServeOptions, 'schema'>

/** The whole server: the public graph, the pages, the jobs. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => serve({ ...options, schema: await makeSchema() })

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { databaseUrl, ownerUrl, port, dataDir, demo } = readConfig()
  if (databaseUrl === null || ownerUrl === null) throw new Error('DATABASE_URL を設定してください。 / DATABASE_URL is needed.')
  const running = await startServer({ databaseUrl, ownerUrl, port, dataDir, demo })
  dieLoudly(running.services.log)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop().then(() => process.exit(0)))
  process.stdout.write(`Madoguchi: ${running.url}\n`)
}
