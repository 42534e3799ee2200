import type { IncomingMessage, ServerResponse } from 'node:http'

/** Where the page may open sockets to: older browsers do not count ws: under 'self'. */
const socketOrigin = (host: string | undefined) => (host !== undefined && /^[\w.:[\]-]+$/u.test(host) ? ` ws://${host} wss://${host}` : '')

const policy = (host: string | undefined, more: { font?: string; worker?: string }) =>
  [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'${more.font ?? ''}`,
    `connect-src 'self'${socketOrigin(host)}`,
    `worker-src 'self'${more.worker ?? ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')

/** For every answer (S81). */
export function addSecurityHeaders(res: ServerResponse, https: boolean): void {
  res.setHeader('x-content-type-options', 'nosniff')
  res.setHeader('referrer-policy', 'no-referrer')
  res.setHeader('cross-origin-opener-policy', 'same-origin')
  res.setHeader('cross-origin-resource-policy', 'same-origin')
  res.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  res.setHeader('content-security-policy', `default-src 'none'; frame-ancestors 'none'`)
  if (https) res.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
}

/** For pages: only our own files, no script in the text. */
export function addPagePolicy(req: IncomingMessage, res: ServerResponse, isGraphiql: boolean): void {
  // The editor of GraphiQL brings its icons as data: fonts and starts its helpers from blobs.
  res.setHeader('content-security-policy', policy(req.headers.host, isGraphiql ? { font: ' data:', worker: ' blob:' } : {}))
}
