import { eq } from 'drizzle-orm'
import { findSession } from '../src/app/find-session.ts'
import type { SessionPort } from '../src/graph/context.ts'
import { mails } from '../src/platform/db/platform.table.ts'
import { type Answer, noSession, type TestApp } from './app.ts'

/** A browser with a cookie: signs in through the graph, and is who the cookie says at each request. Limits by address see `address`. */
export function browser(app: TestApp, address = '') {
  let token: string | null = null
  const session = async () => (token === null ? null : findSession(app.services, token))
  return {
    token: () => token,
    session,
    /** Takes over a cookie that somebody planted. */
    plant: (planted: string | null) => void (token = planted),
    async run(source: string, variables: Record<string, unknown> = {}): Promise<Answer> {
      const found = await session()
      const port: SessionPort = {
        ...noSession,
        id: found?.id ?? null,
        idleUntil: found?.until ?? null,
        setCookie: (value) => void (token = value),
        clearCookie: () => void (token = null),
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
