import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { POLICY } from '../policy.ts'
import { connect, type Connection } from './db/connect.ts'
import { settings } from './db/platform.table.ts'
import { PolicyInForce } from './policy-in-force.ts'

let database: TestDatabase
let connection: Connection
beforeAll(async () => {
  database = await testDatabase()
  connection = connect(database.appUrl)
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

const changedAt = new Date('2026-04-01T00:00:00Z')
const set = (scope: string, name: string, value: unknown) =>
  connection.db
    .insert(settings)
    .values({ scope, name, value, changedAt })
    .onConflictDoUpdate({ target: [settings.scope, settings.name], set: { value } })

it('an office goes by its own number, else by the deployment’s, else by the default', async () => {
  const policy = new PolicyInForce()
  expect(policy.of('off_1')).toEqual(POLICY)
  await set('policy', 'newPostingDays', 5)
  await set('policy:off_1', 'newPostingDays', 9)
  expect(policy.of().newPostingDays).toBe(POLICY.newPostingDays)
  await policy.load(connection.db)
  expect([policy.of(), policy.of('off_1'), policy.of('off_2')].map((one) => one.newPostingDays)).toEqual([5, 9, 5])
  expect(policy.of('off_1')).toEqual({ ...POLICY, newPostingDays: 9 })
  await set('policy:off_1', 'newPostingDays', 4)
  await policy.load(connection.db)
  expect(policy.of('off_1').newPostingDays).toBe(4)
})

it('names that no rule knows and values that are no number change nothing', async () => {
  await connection.db.delete(settings)
  await set('policy', 'nobodyKnows', 1)
  await set('policy', 'newPostingDays', 'five')
  await set('clock', 'newPostingDays', 5)
  const policy = new PolicyInForce()
  await policy.load(connection.db)
  expect(policy.of()).toEqual(POLICY)
})
