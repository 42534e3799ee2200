import type { IncomingMessage, ServerResponse } from 'node:http'

/** Names and marks of our cookies: `__Host-` binds them to this host over TLS; the demo on http has plain names (S13). */
export interface CookieNames {
  session: string
  visitor: string
  device: string
  secure: boolean
}

export const cookieNames = (secure: boolean): CookieNames => {
  const prefix = secure ? '__Host-' : ''
  return { session: `${prefix}madoguchi`, visitor: `${prefix}madoguchi_visitor`, device: `${prefix}madoguchi_device`, secure }
}

export function readCookies(req: IncomingMessage): ReadonlyMap<string, string> {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const
  })
  return new Map(pairs.filter(([name]) => name !== ''))
}

/** `maxAge` in seconds; without it the cookie goes with the browser. */
export function addCookie(res: ServerResponse, names: CookieNames, name: string, value: string, maxAge?: number): void {
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (names.secure) parts.push('Secure')
  if (maxAge !== undefined) parts.push(`Max-Age=${Math.max(0, Math.floor(maxAge))}`)
  res.appendHeader('set-cookie', parts.join('; '))
}
