import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { type RunningServer, serve, type ServeOptions } from '../src/app/serve.ts'
import type { Clock } from '../src/platform/clock.ts'
import { silentLog } from '../src/platform/log/log.ts'
import type { Answer } from './app.ts'
import { testDatabase } from './database.ts'
import { openEar } from './ear.ts'

export interface Asked {
  status: number
  headers: Headers
  body: Answer
}

interface How {
  variables?: object
  headers?: Record<string, string>
}

/** One question over HTTP to whatever server stands there. */
export async function askAt(url: string, query: string, { variables, headers = {} }: How = {}): Promise<Asked> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}

/** A real server on a free port with a database of its own, asked over HTTP and WebSocket like any other. */
export async function testServer(options: Partial<ServeOptions> & Pick<ServeOptions, 'schema'>) {
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-server-'))
  const { heard, statementsOf } = openEar()
  const running: RunningServer = await serve({
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    port: 0,
    host: '127.0.0.1',
    dataDir,
    demo: true,
    jobs: false,
    metricsPort: null,
    publicUrl: 'http://localhost',
    log: silentLog(),
    heard,
    ...options,
  })
  const url = `http://127.0.0.1:${running.port}`

  const ask = (query: string, how: How = {}) => askAt(url, query, how)

  /** A socket as the pages open it. */
  const socket = (headers: Record<string, string> = {}) => {
    const closed: { code?: number } = {}
    class Socket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers })
      }
    }
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Socket,
      retryAttempts: 0,
      lazy: true,
      lazyCloseTimeout: 60_000,
      on: { closed: (event) => void (closed.code = (event as { code: number }).code) },
    })
    return { ...client, closed }
  }

  return {
    url,
    database,
    services: running.services,
    ask,
    socket,
    running,
    statementsOf,
    async stop() {
      await running.stop()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
export type TestServer = Awaited<ReturnType<typeof testServer>>

/** From now on the clock goes only where it is moved: limits can be tried to the second. */
export function stopClock(clock: Clock, at = clock.now().getTime() - clock.offset): number {
  clock.now = () => new Date(at + clock.offset)
  return at
}

/** The first answer to an operation sent over a socket: data and errors, or the errors it was refused with. */
export async function askSocket(
  client: ReturnType<TestServer['socket']>,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  try {
    for await (const answer of client.iterate({ query, variables })) return answer
    return null
  } catch (errors) {
    return Array.isArray(errors) ? { errors } : { closed: (errors as { code: number }).code }
  }
}
