import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { execute, type ExecutionArgs, type FormattedExecutionResult, type GraphQLError, type GraphQLSchema } from 'graphql'
import { handleProtocols, makeServer, type ServerOptions } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { graphError } from '../graph/errors.ts'
import { LIMITS } from '../graph/limits.ts'
import { readCookies } from './cookies.ts'
import { findSession } from './find-session.ts'
import { isShutOut } from './maintenance.ts'
import { maskError } from './mask-error.ts'
import { addressOf, contextOfSocket, isForeign, type OperationContext } from './request-context.ts'
import { urlOf } from './respond.ts'
import type { ServerServices } from './server-services.ts'
import { socketQuestions, subscribeAfresh } from './socket-operations.ts'
import { CLOSED, type OpenSocket, Sockets } from './sockets.ts'
import { waitFor } from './wait-for.ts'

const INIT_WAIT_MS = 3_000
const PING_MS = 12_000

type Extra = OpenSocket & { req: IncomingMessage }
type Params = Record<string, unknown> | undefined

/** graphql-transport-ws on /graphql: same schema, same limits, same masking, same rights as HTTP. */
export function attachSockets(server: Server, services: ServerServices, schema: GraphQLSchema, { pingMs = PING_MS } = {}) {
  const { counters, log } = services
  const sockets = new Sockets(services)
  const protocol = makeServer<Params, Extra>(socketProtocol(services, schema, sockets))
  const wss = new WebSocketServer({ noServer: true, maxPayload: LIMITS.bodyBytes, handleProtocols, clientTracking: false })
  counters.gauge('sockets', 'Open sockets.', () => sockets.size)

  server.on('upgrade', (req, duplex, head) => {
    duplex.on('error', () => duplex.destroy())
    const path = urlOf(req).pathname
    if (path !== '/graphql') return turnAway(duplex, '404 Not Found')
    if (isForeign(req, services)) return turnAway(duplex, '403 Forbidden')
    if (sockets.isAddressFull(addressOf(req))) {
      counters.add('refused_total')
      return turnAway(duplex, '429 Too Many Requests')
    }
    wss.handleUpgrade(req, duplex, head, (socket) => open(socket, req))
  })

  function open(socket: WebSocket, req: IncomingMessage) {
    const token = readCookies(req).get(services.web.cookies.session) ?? null
    const extra: Extra = { socket, req, token, address: addressOf(req), session: null }
    sockets.add(extra)
    socket.on('error', (err) => log.info({ err }, 'socket'))
    const heart = keepAlive(socket, pingMs, () => {
      counters.add('refused_total')
      sockets.end(extra, CLOSED.tooMany, 'does not answer')
    })
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) =>
          new Promise((resolve) => {
            if (socket.readyState !== socket.OPEN) return resolve()
            if (socket.bufferedAmount > LIMITS.waitingBytes) {
              counters.add('refused_total')
              sockets.end(extra, CLOSED.tooMany, 'reads too slowly')
              return resolve()
            }
            socket.send(data, () => resolve())
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (heard) =>
          socket.on('message', (data) => {
            heard((data as Buffer).toString()).catch((err: unknown) => {
              counters.add('errors_total')
              log.error({ err }, 'socket message')
              socket.close(4500, 'Internal server error')
            })
          }),
      },
      extra,
    )
    extra.leave = () => {
      clearInterval(heart)
      void closed().catch(() => {})
    }
    socket.once('close', extra.leave)
  }

  return {
    sockets,
    stop() {
      sockets.stop()
      wss.close()
    },
  }
}

function socketProtocol(services: ServerServices, schema: GraphQLSchema, sockets: Sockets): ServerOptions<Params, Extra> {
  const { counters } = services
  const readQuestion = socketQuestions(schema)
  const masked = (args: ExecutionArgs | null) => (error: unknown) =>
    maskError(error, (args?.contextValue as OperationContext | undefined)?.requestId ?? 'socket', services)

  return {
    connectionInitWaitTimeout: INIT_WAIT_MS,
    async onConnect({ extra }) {
      if (extra.token !== null) extra.session = await findSession(services, extra.token)
      if (sockets.endIfShutOut(extra)) return false
      if (extra.session && sockets.isPersonFull(extra.session.accountId)) {
        counters.add('refused_total')
        sockets.end(extra, CLOSED.tooMany, 'too many sockets')
      }
      return true
    },
    async onSubscribe({ extra, subscriptions }, _id, payload) {
      counters.add('socket_operations_total')
      if (Object.keys(subscriptions).length > LIMITS.operationsPerSocket) return refuse('RATE_LIMITED', { max: LIMITS.operationsPerSocket })
      if (extra.session && !(await sockets.renew(extra))) return refuse('UNAUTHENTICATED')
      const closed = isShutOut(services, extra.session?.viewer)
      if (closed) return refuse('MAINTENANCE', { until: closed.until.toISOString() })
      const context = contextOfSocket(services, extra.req, extra.session, () => sockets.renew(extra))
      const wait = waitFor(services, context)
      if (wait > 0) return refuse('RATE_LIMITED', { retryAfter: wait })
      return readQuestion(payload, context)
    },
    execute,
    subscribe: subscribeAfresh(schema),
    async onNext(_ctx, _id, _payload, args, result) {
      await (args.contextValue as OperationContext).flushLooks()
      counters.add('events_total')
      const { errors, ...rest } = result
      return { ...rest, ...(errors ? { errors: errors.map(masked(args)) } : {}) } as FormattedExecutionResult
    },
    onError: (_ctx, _id, _payload, errors) => errors.map(masked(null)),
  }

  function refuse(code: 'RATE_LIMITED' | 'UNAUTHENTICATED' | 'MAINTENANCE', more: Record<string, unknown> = {}): readonly GraphQLError[] {
    if (code === 'RATE_LIMITED') counters.add('refused_total')
    return [graphError(code, undefined, more)]
  }
}

/** A reader that does not even answer pings is gone, or has stopped reading: what waits for it is given up. */
function keepAlive(socket: WebSocket, everyMs: number, gone: () => void): NodeJS.Timeout {
  let answered = true
  socket.on('pong', () => (answered = true))
  return setInterval(() => {
    if (!answered) return gone()
    answered = false
    socket.ping()
  }, everyMs).unref()
}

function turnAway(duplex: Duplex, status: string): void {
  duplex.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
