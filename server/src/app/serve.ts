import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { readConfig } from '../config.ts'
import { runJobs } from '../platform/jobs/run-jobs.ts'
import { makeGraphqlHttp } from './graphql-http.ts'
import { isMigrated, readinessOf, serveMetrics } from './health.ts'
import { makeHttpServer } from './http.ts'
import { CRONTAB, TASKS } from './jobs.ts'
import { openServices, type ServiceOptions } from './open-services.ts'
import type { ServerServices } from './server-services.ts'
import { attachSockets } from './ws.ts'

export interface ServeOptions extends ServiceOptions {
  ownerUrl: string
  /** 0: any free one. */
  port: number
  host?: string
  /** False where `worker.ts` runs them elsewhere. */
  jobs?: boolean
  metricsPort?: number | null
  /** How often a socket is asked for a sign of life. */
  pingMs?: number
  schema: GraphQLSchema
}

export interface RunningServer {
  url: string
  port: number
  services: ServerServices
  stop(): Promise<void>
}

const DRAIN_MS = 10_000

/** A server for a graph on one port: HTTP and WebSocket, pages, files, and the jobs. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { ownerUrl, port, host, schema, pingMs, metricsPort = readConfig().metricsPort } = options
  const [opened, migrated] = await Promise.all([openServices(options), isMigrated(ownerUrl)])
  const { services } = opened
  const jobs = options.jobs === false ? null : await runJobs(ownerUrl, TASKS, services, CRONTAB)
  const graphql = await makeGraphqlHttp(services, schema)
  const readiness = () => readinessOf(services, jobs, migrated)
  const server = makeHttpServer(services, { graphql, readiness })
  const sockets = attachSockets(server, services, schema, pingMs === undefined ? {} : { pingMs })
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
    const letGo = setInterval(() => server.closeIdleConnections(), 50)
    const cutOff = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    await Promise.all([closed, jobs?.stop()])
    clearInterval(letGo)
    clearTimeout(cutOff)
    metrics?.close()
    metrics?.closeAllConnections()
    await graphql.stop()
    await opened.close()
  }
  let stopping: Promise<void> | null = null
  return { url: `http://localhost:${bound}`, port: bound, services, stop: () => (stopping ??= drain()) }
}
