import type { IncomingMessage, ServerResponse } from 'node:http'
import { desc, eq } from 'drizzle-orm'
import { mails } from '../platform/db/platform.table.ts'
import { moveClock } from './clock-offset.ts'
import { runSweeps } from './jobs.ts'
import { readBody } from './read-body.ts'
import { hasCsrfHeader, isForeign } from './request-context.ts'
import { sendJson } from './respond.ts'
import type { ServerServices } from './server-services.ts'

const HOUR = 3_600_000
const SHOWN_MAILS = 100
/** How far the demo's clock may be moved. */
const FURTHEST = 20 * 366 * 24 * HOUR

/** The demo's two helpers: mails that went out, and the clock. Not part of a real server. */
export async function handleDev(services: ServerServices, req: IncomingMessage, res: ServerResponse, url: URL): Promise<boolean> {
  if (!services.demo) return false
  if (url.pathname === '/dev/mail.json') {
    await showMails(services, res, url.searchParams.get('to'))
    return true
  }
  if (url.pathname === '/dev/clock.json') {
    if (req.method === 'POST') await turnClock(services, req, res)
    else showClock(services, res)
    return true
  }
  return false
}

async function showMails({ db }: ServerServices, res: ServerResponse, to: string | null) {
  const rows = await db
    .select()
    .from(mails)
    .where(to === null ? undefined : eq(mails.to, to.trim().toLowerCase()))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(SHOWN_MAILS)
  sendJson(res, 200, rows)
}

const showClock = ({ clock }: ServerServices, res: ServerResponse) =>
  sendJson(res, 200, { offsetMs: clock.offset, now: clock.now().toISOString() })

async function turnClock(services: ServerServices, req: IncomingMessage, res: ServerResponse) {
  if (isForeign(req, services) || !hasCsrfHeader(req)) return sendJson(res, 403, { message: 'このサイトのページから送ってください。' })
  const offset = readMove(services, await readBody(req, 10_000))
  if (offset === undefined || Math.abs(offset ?? 0) > FURTHEST)
    return sendJson(res, 400, { message: 'advanceDays、advanceHours、setTo、reset のどれかを送ってください。' })
  await moveClock(services, offset)
  await runSweeps(services)
  showClock(services, res)
}

/** The new offset in milliseconds, null for none, undefined when nothing was understood. */
function readMove({ clock }: ServerServices, body: Buffer | null): number | null | undefined {
  const move = parsed(body)
  if (move?.['reset'] === true) return null
  const { advanceDays, advanceHours, setTo } = move ?? {}
  if (isNumber(advanceDays)) return clock.offset + advanceDays * 24 * HOUR
  if (isNumber(advanceHours)) return clock.offset + advanceHours * HOUR
  if (typeof setTo !== 'string' || Number.isNaN(Date.parse(setTo))) return undefined
  return clock.offset + new Date(setTo).getTime() - clock.now().getTime()
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

function parsed(body: Buffer | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body?.toString('utf8') ?? '')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
