import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { graphError } from '../graph/errors.ts'
import { readCookies } from './cookies.ts'
import { handleDev } from './dev.ts'
import { findSession } from './find-session.ts'
import type { GraphqlHttp } from './graphql-http.ts'
import type { Readiness } from './health.ts'
import { closedNow, isStaffDoor, secondsLeft, sendMaintenancePage } from './maintenance.ts'
import { sendGraphError, sendJson, urlOf } from './respond.ts'
import { serveFiles } from './serve-files.ts'
import { withoutTokens } from '../platform/secrets/tokens.ts'
import { addSecurityHeaders } from './security-headers.ts'
import type { ServerServices } from './server-services.ts'
import { isWorkplace, staticPages } from './static.ts'

/** The one door: graph, files, health, the demo's helpers, and else the pages. */
export function makeHttpServer(
  services: ServerServices,
  { graphql, readiness }: { graphql: GraphqlHttp; readiness: () => Promise<Readiness> },
): Server {
  const pages = staticPages(services)

  async function route(req: IncomingMessage, res: ServerResponse) {
    addSecurityHeaders(res, services.web.https)
    const url = urlOf(req)
    switch (url.pathname) {
      case '/graphql':
        return graphql.handle(req, res)
      case '/healthz':
        return sendJson(res, 200, { ok: true })
      case '/readyz': {
        const ready = await readiness()
        return sendJson(res, Object.values(ready).every(Boolean) ? 200 : 503, ready)
      }
    }
    const closed = closedNow(services)
    if (closed && url.pathname.startsWith('/files/') && !(await isStaff(services, req))) {
      res.setHeader('retry-after', secondsLeft(services, closed))
      return sendGraphError(res, 503, 'MAINTENANCE', undefined, { until: closed.until.toISOString() })
    }
    if (url.pathname.startsWith('/files/') && (await serveFiles(services, req, res))) return
    if (url.pathname.startsWith('/dev/') && (await handleDev(services, req, res, url))) return
    const path = pathOf(url)
    if (isWorkplace(path) && !(await isStaff(services, req))) return redirect(res, '/staff')
    if (closed && !isStaffDoor(path) && !(await isStaff(services, req))) return sendMaintenancePage(services, req, res, closed)
    return pages(req, res, path)
  }

  const server = createServer({ connectionsCheckingInterval: 2_000 }, (req, res) => {
    res.on('error', () => {})
    route(req, res).catch((err: unknown) => {
      const requestId = randomUUID()
      services.counters.add('errors_total')
      services.log.error({ err, requestId, path: withoutTokens(req.url?.split('?')[0] ?? '') }, 'request failed')
      if (res.headersSent) res.destroy()
      else sendGraphError(res, 500, 'INTERNAL', graphError('INTERNAL').message, { requestId })
    })
  })
  // A slow or silent client holds no place here (S74).
  server.headersTimeout = 10_000
  // Files take their time; a question has its own deadline.
  server.requestTimeout = 300_000
  server.setTimeout(40_000)
  server.keepAliveTimeout = 65_000
  server.maxRequestsPerSocket = 10_000
  return server
}

/** GraphiQL is the staff's (S37); others are led to the staff's door. */
async function isStaff(services: ServerServices, req: IncomingMessage): Promise<boolean> {
  const token = readCookies(req).get(services.web.cookies.session)
  return token !== undefined && (await findSession(services, token))?.viewer.kind === 'staff'
}

function redirect(res: ServerResponse, to: string): void {
  res.writeHead(303, { location: to, 'cache-control': 'no-store' }).end()
}

/** An address that cannot be decoded is no page of ours. */
function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname).replaceAll('\0', '')
  } catch {
    return '/not-found.txt'
  }
}
