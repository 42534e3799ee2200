import { fileURLToPath, pathToFileURL } from 'node:url'
import type { GraphQLSchema } from 'graphql'
import { readConfig } from './config.ts'
import { openServices, type ServiceOptions } from './app/open-services.ts'
import { startFiles } from './app/start-files.ts'
import { makeGraphqlHttp } from './app/graphql-http.ts'
import { isMigrated, readinessOf, serveMetrics } from './app/health.ts'
import { makeHttpServer } from './app/http.ts'
import { CRONTAB, TASKS } from './app/jobs.ts'
import { makeSchema } from './app/schema.ts'
import type { ServerServices } from './app/server-services.ts'
import { attachSockets } from './app/ws.ts'
import { runJobs } from './platform/jobs/run-jobs.ts'
import { dieLoudly } from './platform/log/log.ts'

export interface ServerOptions extends ServiceOptions {
  ownerUrl: string
  /** 0: any free one. */
  port: number
  host?: string
  /** False where `worker.ts` runs them elsewhere. */
  jobs?: boolean
  metricsPort?: number | null
  /** Another graph than the public one: tests of the door need resolvers that fail. */
  schema?: GraphQLSchema
}

export interface RunningServer {
  url: string
  port: number
  services: ServerServices
  stop(): Promise<void>
}

const DRAIN_MS = 10_000

/** The whole server on one port: graph over HTTP and WebSocket, pages, files, and the jobs. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { ownerUrl, port, host, metricsPort = readConfig().metricsPort } = options
  const [opened, schema, migrated] = await Promise.all([openServices(options), options.schema ?? makeSchema(), isMigrated(ownerUrl)])
  const { services } = opened
  const jobs = options.jobs === false ? null : await runJobs(ownerUrl, TASKS, services, CRONTAB)
  const graphql = await makeGraphqlHttp(services, schema)
  const readiness = () => readinessOf(services, jobs, migrated)
  const server = makeHttpServer(services, { graphql, files: startFiles(services), readiness })
  const sockets = attachSockets(server, services, schema)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  }).catch(async (error: unknown) => {
    await jobs?.stop()
    await opened.close()
    throw error
  })
  const metrics = metricsPort === null ? null : await serveMetrics(services, metricsPort, host ?? '127.0.0.1')
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port

  /** No new requests, sockets sent elsewhere, what is under way finished, jobs ended (S72). */
  async function drain() {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    sockets.stop()
    server.closeIdleConnections()
    const cutOff = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    await Promise.all([closed, jobs?.stop()])
    clearTimeout(cutOff)
    metrics?.close()
    metrics?.closeAllConnections()
    await graphql.stop()
    await opened.close()
  }
  let stopping: Promise<void> | null = null
  return { url: `http://localhost:${bound}`, port: bound, services, stop: () => (stopping ??= drain()) }
}

const startedDirectly = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href
if (startedDirectly) {
  const { databaseUrl, ownerUrl, port, dataDir, demo } = readConfig()
  if (databaseUrl === null || ownerUrl === null) throw new Error('DATABASE_URL を設定してください。 / DATABASE_URL is needed.')
  const running = await startServer({ databaseUrl, ownerUrl, port, dataDir, demo })
  dieLoudly(running.services.log)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop().then(() => process.exit(0)))
  console.log(`${running.url} ${fileURLToPath(import.meta.url)}`)
}
