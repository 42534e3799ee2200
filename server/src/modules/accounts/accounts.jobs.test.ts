import type { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeOffice, makeSeeker } from '../../../test/actors.ts'
import { testApp, type TestApp } from '../../../test/app.ts'
import { runSweeps } from '../../app/jobs.ts'
import { addHours, addSeconds } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { authenticationKeys, devices, sessions, signInAttempts } from './accounts.table.ts'

const NOW = new Date('2026-04-01T09:00:00+09:00')
let app: TestApp
let accountId: Id<'acc'>
beforeAll(async () => {
  app = await testApp()
  app.clock.now = () => NOW
  accountId = (await makeSeeker(app, await makeOffice(app))).viewer.accountId
})
afterAll(() => app.close())

const left = async (table: PgTable) => {
  await runSweeps(app.services)
  await runSweeps(app.services)
  return app.db.$count(table)
}
/** One that ended exactly as long ago as it is kept, one a second earlier. */
const ends = (hours: number) => [addHours(NOW, -hours), addSeconds(addHours(NOW, -hours), -1)]

it('a key, and with it the address of an opening that was never finished, goes a day after its end', async () => {
  const key = { purpose: 'OPEN_SEEKER' as const, keyHash: 'none', createdAt: NOW, termsVersion: '1' }
  await app.db.insert(authenticationKeys).values(ends(24).map((validUntil, n) => ({ ...key, validUntil, email: `umi${n}@example.jp` })))
  await app.db.insert(authenticationKeys).values({ ...key, validUntil: addHours(NOW, 1), email: 'nami@example.jp', usedAt: NOW })
  expect(await left(authenticationKeys)).toBe(2)
  const emails = (await app.db.select().from(authenticationKeys)).map(({ email }) => email)
  expect(emails.toSorted()).toEqual(['nami@example.jp', 'umi0@example.jp'])
})

it('a sign-in that waited in vain for its one-time password goes a day after its end', async () => {
  const attempt = { accountId, browserHash: 'none', factor: 'MAIL' as const, codeHash: 'none', createdAt: NOW, sentAt: NOW }
  await app.db.insert(signInAttempts).values(ends(24).map((validUntil) => ({ ...attempt, validUntil })))
  expect(await left(signInAttempts)).toBe(1)
})

it('a device goes a day after the last on which it was remembered', async () => {
  const device = { accountId, name: 'Firefox', rememberedAt: NOW }
  await app.db.insert(devices).values(ends(24).map((rememberedUntil, n) => ({ ...device, rememberedUntil, tokenHash: `hash ${n}` })))
  expect(await left(devices)).toBe(1)
})

it('a session goes 90 days after it was ended, idled out or reached its longest time, and one that goes on stays', async () => {
  const later = addHours(NOW, 1)
  const session = { accountId, actingAs: 'SEEKER' as const, userAgent: 'test', createdAt: NOW, lastSeenAt: NOW }
  const rows = ends(90 * 24).flatMap((end) => [
    { endedAt: end, idleUntil: later, absoluteUntil: later },
    { endedAt: null, idleUntil: end, absoluteUntil: later },
    { endedAt: null, idleUntil: later, absoluteUntil: end },
  ])
  rows.push({ endedAt: null, idleUntil: later, absoluteUntil: later })
  await app.db.insert(sessions).values(rows.map((row, n) => ({ ...session, ...row, tokenHash: `hash ${n}` })))
  expect(await left(sessions)).toBe(4)
})
