import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context, SessionPort, Viewer } from '../graph/context.ts'
import { graphError } from '../graph/errors.ts'
import { addMinutes } from '../kernel/calendar.ts'
import { knowValidity } from '../modules/seekers/seekers.queries.ts'
import { hashToken, newToken } from '../platform/secrets/tokens.ts'
import { makeContext } from './context.ts'
import { addCookie, readCookies } from './cookies.ts'
import { findSession, type FoundSession, renewSession } from './find-session.ts'
import type { ServerServices } from './server-services.ts'

/** A context that came in from outside. */
export type OperationContext = Context & {
  flushLooks(): Promise<void>
  /** False where another site may have made the browser send this (S14). */
  mayMutate: boolean
}

/** Over a socket: who stands behind it can be asked again, for every event. Null: the session ended. */
export type SocketContext = OperationContext & { renewSession: () => Promise<FoundSession | null> }

export const addressOf = (req: IncomingMessage): string => (req.socket.remoteAddress ?? '').replace(/^::ffff:/u, '')

/** A page of another site: browsers say where a request comes from, programs do not. */
export function isForeign(req: IncomingMessage, { web }: ServerServices): boolean {
  const { origin } = req.headers
  if (origin === undefined || web.origins.has(origin)) return false
  return !URL.canParse(origin) || new URL(origin).host !== req.headers.host
}

/** Other sites can neither set this header nor, with it, send our cookies. */
export const hasCsrfHeader = (req: IncomingMessage): boolean => req.headers['x-madoguchi-csrf'] === '1'

/** One HTTP request: who asks, by cookie, and the cookies of the answer. */
export async function contextOfRequest(services: ServerServices, req: IncomingMessage, res: ServerResponse): Promise<OperationContext> {
  const names = services.web.cookies
  const cookies = readCookies(req)
  const token = cookies.get(names.session)
  const session = token === undefined ? null : await findSession(services, token)
  const isBackground = req.headers['x-madoguchi-background'] === '1'
  const until = session && !isBackground ? await renewSession(services, session) : (session?.until ?? null)
  const browserHash = hashToken(visitorOf(services, cookies, res))
  const port: SessionPort = {
    ...factsOf(req, session, cookies.get(names.device)),
    browserHash,
    idleUntil: until,
    setCookie: (value, end) => addCookie(res, names, names.session, value, (end.getTime() - services.clock.now().getTime()) / 1000),
    clearCookie: () => addCookie(res, names, names.session, '', 0),
    setDeviceCookie: (value) => addCookie(res, names, names.device, value, DEVICE_COOKIE_SECONDS),
  }
  if (session && until) res.setHeader('x-madoguchi-session', sessionWords(services, session, until))
  const context = makeContext(services, {
    viewer: session?.viewer ?? VISITOR,
    session: port,
    locale: session?.locale ?? 'ja',
    address: addressOf(req),
    anonymous: session?.id ?? browserHash,
  })
  if (session?.registration) knowValidity(context, session.registration)
  return Object.assign(context, { mayMutate: !isForeign(req, services) && (token === undefined || hasCsrfHeader(req)) })
}

/** One operation of a socket, whose origin was looked at when it opened. Nothing can be set over it. */
export function contextOfSocket(
  services: ServerServices,
  req: IncomingMessage,
  session: FoundSession | null,
  renewSession: SocketContext['renewSession'],
): SocketContext {
  const { cookies: names } = services.web
  const cookies = readCookies(req)
  const visitor = cookies.get(names.visitor) ?? `${addressOf(req)} ${req.socket.remotePort}`
  const onlyHttp = () => {
    throw graphError('FORBIDDEN', 'ログインとログアウトは、ページから行ってください。')
  }
  const context = makeContext(services, {
    viewer: session?.viewer ?? VISITOR,
    session: {
      ...factsOf(req, session, cookies.get(names.device)),
      browserHash: hashToken(visitor),
      idleUntil: session?.until ?? null,
      setCookie: onlyHttp,
      clearCookie: onlyHttp,
      setDeviceCookie: onlyHttp,
    },
    locale: session?.locale ?? 'ja',
    address: addressOf(req),
    anonymous: session?.id ?? hashToken(visitor),
  })
  return Object.assign(context, { mayMutate: true, renewSession })
}

/** The longest a browser keeps a cookie; how long the device is remembered stands in the database. */
const DEVICE_COOKIE_SECONDS = 400 * 24 * 60 * 60
/**
 * Every answer to a signed-in person says how long the session lasts (R6): its end, from when pages warn, and whether a further act
 * makes it longer (`idle`) or nothing does (`absolute`).
 */
function sessionWords({ policy }: ServerServices, session: FoundSession, until: Date): string {
  const warnFrom = addMinutes(until, -policy.of().sessionWarningMinutes)
  return `${until.toISOString()} ${warnFrom.toISOString()} ${until < session.absoluteUntil ? 'idle' : 'absolute'}`
}

const VISITOR: Viewer = { kind: 'visitor' }

const factsOf = (req: IncomingMessage, session: FoundSession | null, device: string | undefined) => ({
  id: session?.id ?? null,
  deviceHash: device === undefined ? null : hashToken(device),
  deviceToken: device ?? null,
  userAgent: (req.headers['user-agent'] ?? '').slice(0, 300),
})

/** The cookie before sign-in: it names an anonymous actor, so that a repeated first step is known as a repeat. */
export function visitorOf({ web }: ServerServices, cookies: ReadonlyMap<string, string>, res: ServerResponse): string {
  const known = cookies.get(web.cookies.visitor)
  if (known !== undefined && known.length >= 32 && known.length <= 64) return known
  const visitor = newToken()
  addCookie(res, web.cookies, web.cookies.visitor, visitor)
  return visitor
}
