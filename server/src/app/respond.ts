import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ErrorCode, graphError } from '../graph/errors.ts'

/** Where a request goes; an address that is none leads to a page that is not there. */
export function urlOf({ url = '/' }: IncomingMessage): URL {
  return new URL(URL.canParse(url, 'http://here') ? url : '/not-found.txt', 'http://here')
}

export function sendJson(res: ServerResponse, status: number, value: unknown): void {
  sendText(res, status, JSON.stringify(value), 'application/json; charset=utf-8')
}

export function sendText(res: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  if (res.headersSent) return void res.destroy()
  const body = Buffer.from(text)
  res.writeHead(status, { 'content-type': type, 'content-length': body.length, 'cache-control': 'no-store' }).end(body)
}

/** An answer in the shape of the graph's errors, before the graph was reached. */
export function sendGraphError(
  res: ServerResponse,
  status: number,
  code: ErrorCode,
  message?: string,
  more: Record<string, unknown> = {},
): void {
  const error = graphError(code, message, more)
  sendJson(res, status, { errors: [{ message: error.message, extensions: error.extensions }] })
}
