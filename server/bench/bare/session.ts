import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { findSession } from '../../src/app/find-session.ts'
import type { Clock } from '../../src/platform/clock.ts'
import type { Sql } from '../../src/platform/db/connect.ts'
import { hashToken } from '../../src/platform/secrets/tokens.ts'
import { SESSION_COOKIE } from '../seats.ts'

/** Uuid of the seeker signed in. */
export type FindSeeker = (cookies: ReadonlyMap<string, string>) => Promise<string | null>

/** Who stands behind the cookie: the product's statement, letter by letter. */
export async function sessionOf(sql: Sql, clock: Clock, databaseUrl: string): Promise<FindSeeker> {
  const { statement, places } = await statementOf(databaseUrl, clock)
  const hashOfNobody = hashToken(NOBODY)
  const isMoment = (value: unknown) => typeof value === 'string' && value.endsWith('Z')

  return async (cookies) => {
    const token = cookies.get(SESSION_COOKIE)
    if (token === undefined) return null
    const hash = hashToken(token)
    const now = clock.now().toISOString()
    const values = places.map((value) => (value === hashOfNobody ? hash : isMoment(value) ? now : (value as string)))
    const [row] = await sql.unsafe<unknown[][]>(statement, values, { prepare: true }).values()
    return (row?.[SEEKER_COLUMN] as string | null | undefined) ?? null
  }
}

const NOBODY = 'nobody'
/** Place of the seeker's id among the columns of the statement. */
const SEEKER_COLUMN = 6

/** Taken from the product while it asks, over a connection of its own: drizzle changes how its client reads moments. */
async function statementOf(databaseUrl: string, clock: Clock): Promise<{ statement: string; places: unknown[] }> {
  const asked: { statement: string; places: unknown[] }[] = []
  const own = postgres(databaseUrl, { max: 1 })
  const logQuery = (statement: string, places: unknown[]) => void asked.push({ statement, places })
  await findSession({ db: drizzle(own, { casing: 'snake_case', logger: { logQuery } }), clock }, NOBODY)
  await own.end()
  if (!asked[0]) throw new Error('the product looked up no session')
  return asked[0]
}
