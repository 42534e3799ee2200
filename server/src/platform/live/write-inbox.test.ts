import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { connect, type Connection } from '../db/connect.ts'
import { inboxEvents } from '../db/platform.table.ts'
import { writeInbox } from './write-inbox.ts'

const NOW = new Date('2026-04-01T00:00:00Z')
let database: TestDatabase
let connection: Connection
beforeAll(async () => {
  database = await testDatabase()
  connection = connect(database.appUrl, { max: 12 })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

const deliver = (parties: readonly string[], subject: string) =>
  connection.db.transaction((tx) =>
    writeInbox(
      tx,
      parties.map((party) => ({ party, kind: 'THREAD', subject })),
      NOW,
    ),
  )
const numbersOf = async (party: string) =>
  (await connection.db.select().from(inboxEvents).where(eq(inboxEvents.party, party)).orderBy(asc(inboxEvents.seq))).map(({ seq }) => seq)

it('numbers the events of a party from 1 in the order they were delivered', async () => {
  await deliver(['skr_a', 'skr_a', 'skr_a'], 'app_1')
  await deliver(['skr_a'], 'app_2')
  const events = await connection.db.select().from(inboxEvents).where(eq(inboxEvents.party, 'skr_a')).orderBy(asc(inboxEvents.seq))
  expect(events.map(({ seq, subject }) => [seq, subject])).toEqual([
    [1, 'app_1'],
    [2, 'app_1'],
    [3, 'app_1'],
    [4, 'app_2'],
  ])
})

it('leaves no hole and no double number under ten writers, whatever order they name the parties in', async () => {
  const parties = ['skr_b', 'emp_b', 'off_b']
  await Promise.all(Array.from({ length: 10 }, (_, i) => deliver(i % 2 ? parties : parties.toReversed(), `app_${i}`)))
  for (const party of parties) expect(await numbersOf(party)).toEqual(Array.from({ length: 10 }, (_, i) => i + 1))
})

it('takes back its number when the transaction fails', async () => {
  await deliver(['skr_c'], 'app_1')
  const failed = connection.db.transaction(async (tx) => {
    await writeInbox(tx, [{ party: 'skr_c', kind: 'THREAD', subject: 'app_2' }], NOW)
    throw new Error('broken')
  })
  await expect(failed).rejects.toThrow('broken')
  await deliver(['skr_c'], 'app_3')
  expect(await numbersOf('skr_c')).toEqual([1, 2])
})

it('names each party once for the hint, and nobody when nothing was delivered', async () => {
  expect(await deliver(['skr_d', 'emp_d', 'skr_d'], 'app_1')).toEqual([
    { topic: 'party:emp_d', id: 'emp_d' },
    { topic: 'party:skr_d', id: 'skr_d' },
  ])
  expect(await deliver([], 'app_1')).toEqual([])
})
