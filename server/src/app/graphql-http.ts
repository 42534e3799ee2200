import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { type ErrorCode, graphError } from '../graph/errors.ts'
import { checkOperation, LIMITS, limitsRule } from '../graph/limits.ts'
import { addMaintenanceWords, isAtDoor, isShutOut, secondsLeft } from './maintenance.ts'
import { maskError } from './mask-error.ts'
import { readBody } from './read-body.ts'
import { contextOfRequest, isForeign, type OperationContext } from './request-context.ts'
import { sendGraphError, urlOf } from './respond.ts'
import type { ServerServices } from './server-services.ts'
import { waitFor } from './wait-for.ts'

/** Requests that may be worked on at once; more would only wait for the database. */
const AT_ONCE = 400
const DEADLINE_MS = 15_000

export interface GraphqlHttp {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>
  stop(): Promise<void>
}

/** POST and GET /graphql. */
export async function makeGraphqlHttp(services: ServerServices, schema: GraphQLSchema): Promise<GraphqlHttp> {
  const { counters, log } = services
  const requestIds = new WeakMap<GraphQLError, string>()
  const guard: ApolloServerPlugin<OperationContext> = {
    requestDidStart: async () => ({
      async didResolveOperation({ document, request, operation, contextValue }) {
        if (operation?.operation === 'subscription') throw badRequest('subscription は WebSocket で送ってください。')
        if (operation?.operation === 'mutation' && !contextValue.mayMutate)
          throw withStatus(
            graphError('FORBIDDEN', '書きこむときは、見出し x-madoguchi-csrf: 1 を付けて、このサイトのページから送ってください。'),
            403,
          )
        const closed = isShutOut(services, contextValue.viewer)
        if (closed && operation && !isAtDoor(contextValue.viewer, operation))
          throw withStatus(graphError('MAINTENANCE', undefined, { until: closed.until.toISOString() }), 503)
        const error = checkOperation(schema, document, request.operationName, request.variables)
        if (error) throw withStatus(error, 400)
      },
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) requestIds.set(error, contextValue.requestId)
      },
    }),
  }
  const apollo = new ApolloServer<OperationContext>({
    schema,
    introspection: true,
    csrfPrevention: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    nodeEnv: 'production',
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [limitsRule],
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), guard],
    logger: { debug: () => {}, info: () => {}, warn: (m) => log.warn(String(m)), error: (m) => log.error(String(m)) },
    formatError: (_formatted, error) => {
      const id = error instanceof GraphQLError ? requestIds.get(error) : undefined
      return maskError(error, id ?? randomUUID(), services)
    },
  })
  await apollo.start()
  let working = 0

  async function answer(req: IncomingMessage, res: ServerResponse) {
    const body = req.method === 'POST' ? await readQuestion(req, res) : null
    if (body === UNREADABLE) return
    const context = await contextOfRequest(services, req, res)
    addMaintenanceWords(services, res)
    const wait = waitFor(services, context)
    if (wait > 0) {
      counters.add('refused_total')
      res.setHeader('retry-after', wait)
      return sendGraphError(res, 429, 'RATE_LIMITED', undefined, { retryAfter: wait })
    }
    const headers = new HeaderMap()
    for (const [name, value] of Object.entries(req.headers)) if (typeof value === 'string') headers.set(name, value)
    const search = urlOf(req).search
    const done = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: req.method ?? 'GET', headers, search, body },
      context: async () => context,
    })
    await context.flushLooks()
    const closed = isShutOut(services, context.viewer)
    if (closed) res.setHeader('retry-after', secondsLeft(services, closed))
    if (closed && context.viewer.kind !== 'visitor') {
      // Somebody signed in who is not staff: the cookie is not handed out.
      res.removeHeader('set-cookie')
      return sendGraphError(res, 503, 'MAINTENANCE', undefined, { until: closed.until.toISOString() })
    }
    if (done.body.kind !== 'complete') throw new Error('answers in parts are not offered')
    if (res.headersSent || res.destroyed) return
    for (const [name, value] of done.headers) res.setHeader(name, value)
    res.setHeader('cache-control', 'no-store')
    res.writeHead(done.status ?? 200).end(done.body.string)
  }

  async function withinDeadline(req: IncomingMessage, res: ServerResponse) {
    const timer = setTimeout(() => {
      if (!res.headersSent) res.setHeader('connection', 'close')
      sendGraphError(res, 503, 'OVERLOADED')
    }, DEADLINE_MS)
    try {
      await answer(req, res)
    } catch (err) {
      const requestId = randomUUID()
      counters.add('errors_total')
      log.error({ err, requestId }, 'request failed')
      sendGraphError(res, 500, 'INTERNAL', undefined, { requestId })
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async handle(req, res) {
      counters.add('requests_total')
      if (req.method !== 'POST' && req.method !== 'GET') {
        res.setHeader('allow', 'GET, POST')
        return sendGraphError(res, 405, 'BAD_USER_INPUT', 'GET か POST で送ってください。')
      }
      if (req.method === 'POST' && isForeign(req, services))
        return sendGraphError(res, 403, 'FORBIDDEN', 'ほかのサイトのページからは送れません。')
      if (working >= AT_ONCE) {
        counters.add('refused_total')
        res.setHeader('retry-after', 1)
        return sendGraphError(res, 503, 'OVERLOADED', undefined, { retryAfter: 1 })
      }
      working++
      await withinDeadline(req, res).finally(() => working--)
    },
    stop: () => apollo.stop(),
  }
}

const UNREADABLE = Symbol('answered already')

/** The JSON of a POST. */
async function readQuestion(req: IncomingMessage, res: ServerResponse): Promise<unknown> {
  const no = (status: number, ...[code, message, more]: [ErrorCode, string?, Record<string, unknown>?]) => {
    sendGraphError(res, status, code, message, more)
    return UNREADABLE
  }
  if (!/^application\/json\s*(;|$)/iu.test(req.headers['content-type'] ?? ''))
    return no(415, 'BAD_USER_INPUT', 'content-type: application/json で送ってください。')
  const bytes = await readBody(req, LIMITS.bodyBytes)
  if (bytes === null) {
    res.setHeader('connection', 'close')
    return no(413, 'TOO_EXPENSIVE', undefined, { limit: 'body', max: LIMITS.bodyBytes })
  }
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return no(400, 'BAD_USER_INPUT', 'JSON として読めません。')
  }
}

const badRequest = (message: string) => withStatus(graphError('BAD_USER_INPUT', message), 400)
const withStatus = (error: GraphQLError, status: number) =>
  new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status } } })
