import { eq } from 'drizzle-orm'
import type { Id } from '../src/kernel/ids.ts'
import { DEMO_DEVICE } from '../src/modules/accounts/accounts.sign-in.steps.ts'
import { devices } from '../src/modules/accounts/accounts.table.ts'
import { findSession } from '../src/app/find-session.ts'
import type { SessionPort } from '../src/graph/context.ts'
import { hashToken } from '../src/platform/secrets/tokens.ts'
import { mails } from '../src/platform/db/platform.table.ts'
import { type Answer, noSession, type TestApp } from './app.ts'

const USER_AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
let browsers = 0

/** A browser with a cookie: signs in through the graph, and is who the cookie says at each request. Limits by address see `address`. */
export function browser(app: TestApp, address = '') {
  let token: string | null = null
  let device: string | null = null
  const browserHash = `browser-${(browsers += 1)}`
  const session = async () => (token === null ? null : findSession(app.services, token))
  return {
    token: () => token,
    session,
    device: () => device,
    /** Takes over the mark of another device. */
    plantDevice: (planted: string | null) => void (device = planted),
    /** Takes over a cookie that somebody planted. */
    plant: (planted: string | null) => void (token = planted),
    async run(source: string, variables: Record<string, unknown> = {}): Promise<Answer> {
      const found = await session()
      const port: SessionPort = {
        ...noSession,
        id: found?.id ?? null,
        idleUntil: found?.until ?? null,
        browserHash,
        deviceToken: device,
        deviceHash: device === null ? null : hashToken(device),
        userAgent: USER_AGENT,
        setCookie: (value) => void (token = value),
        clearCookie: () => void (token = null),
        setDeviceCookie: (value) => void (device = value),
      }
      return app.as(found?.viewer ?? null, port, address).run(source, variables)
    },
  }
}
export type Browser = ReturnType<typeof browser>

/** What was mailed to an address, oldest first. */
export const mailsTo = (app: TestApp, to: string) => app.db.select().from(mails).where(eq(mails.to, to)).orderBy(mails.createdAt, mails.id)

/** The key in the newest mail to an address. */
export async function mailedKey(app: TestApp, to: string): Promise<string> {
  const key = /認証キー: (\S+)/u.exec((await mailsTo(app, to)).at(-1)?.text ?? '')?.[1]
  if (key === undefined) throw new Error(`no key was mailed to ${to}`)
  return key
}

/** The one-time password in the newest mail to an address. */
export async function mailedOneTimePassword(app: TestApp, to: string): Promise<string> {
  const password = /ワンタイムパスワード: (\d{6})/u.exec((await mailsTo(app, to)).at(-1)?.text ?? '')?.[1]
  if (password === undefined) throw new Error(`no one-time password was mailed to ${to}`)
  return password
}

/** From now on no browser of the account is asked for a one-time password, as the demo's accounts are not. */
export const rememberAccount = (app: Pick<TestApp, 'db' | 'clock'>, accountId: Id<'acc'>) =>
  app.db
    .insert(devices)
    .values({
      accountId,
      tokenHash: DEMO_DEVICE,
      name: '見本の端末',
      rememberedAt: app.clock.now(),
      rememberedUntil: addDaysTo(app.clock.now(), 3650),
    })
    .onConflictDoNothing()
const addDaysTo = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000)
