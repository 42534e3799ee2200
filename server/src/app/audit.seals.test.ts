import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeEmployer, makeOffice, makeOpenPosting, makeStaff } from '../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../test/app.ts'
import type { Viewer } from '../graph/context.ts'
import { auditRecords, auditSeals } from '../platform/db/platform.table.ts'
import { sweepUnsealedAudit } from './audit.seals.ts'
import { systemContext } from './jobs.ts'

let app: TestApp
let owner: postgres.Sql
let auditor: Viewer
let counter: Viewer
const seal = () => sweepUnsealedAudit(systemContext(app.services))
const CHECK = `query ($from: DateTimeISO!, $to: DateTimeISO!) { verifyAudit(from: $from, to: $to) { hours records misfits { hour kind } } }`
const check = async (): Promise<Answer> =>
  (await app.as(auditor).run(CHECK, { from: '2026-03-31T15:00:00Z', to: '2026-04-02T00:00:00Z' })).verifyAudit
const row = (at: string, action: string) => ({ at: new Date(at), actor: 'a', actorKind: 'staff', action, object: 'o', fields: ['f'] })

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T12:04:59+09:00' })
  owner = postgres(app.database.ownerUrl, { max: 1 })
  const office = await makeOffice(app)
  auditor = await makeStaff(app, office, 'AUDITOR')
  counter = await makeStaff(app, office)
  await app.db
    .insert(auditRecords)
    .values([row('2026-04-01T00:10:00Z', 'one'), row('2026-04-01T00:10:00Z', 'two'), row('2026-04-01T02:59:59.999Z', 'three')])
})
afterAll(async () => {
  await owner.end()
  await app.close()
})

it('an hour is sealed five minutes after its end, once, also by two at once', async () => {
  expect(await seal()).toBe(1)
  app.setNow('2026-04-01T12:05:00+09:00')
  expect((await Promise.all([seal(), seal()])).reduce((a, b) => a + b)).toBe(1)
  expect(await seal()).toBe(0)
  expect(await check()).toEqual({ hours: 2, records: 3, misfits: [] })
})

it('the application can add seals and never change them', async () => {
  for (const act of ['update audit_seals set count = 0', 'delete from audit_seals', 'truncate audit_seals'])
    await expect(app.sql.unsafe(act)).rejects.toThrow('permission denied')
})

it('a row that was changed, taken away or added later is named by its hour', async () => {
  const first = '2026-04-01T00:00:00.000Z'
  const named = async () => (await check()).misfits
  await owner`update audit_records set purpose = 'other' where action = 'two'`
  expect(await named()).toEqual([{ hour: first, kind: 'CHANGED' }])
  await owner`update audit_records set purpose = null where action = 'two'`
  expect(await named()).toEqual([])
  await app.db.insert(auditRecords).values(row('2026-04-01T01:30:00Z', 'late'))
  expect(await named()).toEqual([{ hour: '2026-04-01T01:00:00.000Z', kind: 'UNSEALED' }])
  await owner`delete from audit_records where action in ('late', 'one')`
  expect(await named()).toEqual([{ hour: first, kind: 'CHANGED' }])
  await owner`update audit_seals set hash = 'other' where hour = ${first}`
  expect((await named()).map((one: { hour: string }) => one.hour)).toEqual([first, '2026-04-01T02:00:00.000Z'])
  expect(await app.db.$count(auditSeals)).toBe(2)
})

it('what a member of staff was refused leaves a record, by role and by office', async () => {
  await app.as(counter).ask(CHECK, { from: '2026-04-01T00:00:00Z', to: '2026-04-02T00:00:00Z' })
  const elsewhere = await makeOffice(app, { code: '27010' })
  const { posting } = await makeOpenPosting(app, elsewhere, await makeEmployer(app, elsewhere))
  const CLAIM = `mutation ($id: ID!) { claimCase(id: $id) { ... on Refusal { code } } }`
  expect((await app.as(counter).run(CLAIM, { id: posting.id })).claimCase.code).toBe('NOT_IN_OFFICE')
  const denials = await app.db.select().from(auditRecords).where(eq(auditRecords.action, 'refused'))
  expect(denials.map(({ object, purpose }) => [object, purpose])).toEqual([
    ['Query.verifyAudit', 'FORBIDDEN'],
    [posting.id, 'NOT_IN_OFFICE'],
  ])
})
