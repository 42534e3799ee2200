import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeOffice, makeStaff } from '../../test/actors.ts'
import { testApp, type TestApp } from '../../test/app.ts'
import type { Viewer } from '../graph/context.ts'
import { newId } from '../platform/db/columns.ts'
import { auditRecords } from '../platform/db/platform.table.ts'

let app: TestApp
let staff: Record<'counter' | 'manager' | 'auditor' | 'center', Viewer>
const person = newId('skr')
const TRAIL = `query ($person: ID, $object: ID) { auditRecords(person: $person, object: $object) { nodes { action } } }`
const actions = async (viewer: Viewer, filter: object = {}): Promise<string[]> =>
  (await app.as(viewer).run(TRAIL, { ...filter })).auditRecords.nodes.map((one: { action: string }) => one.action).toSorted()

beforeAll(async () => {
  app = await testApp()
  const office = await makeOffice(app)
  const other = await makeOffice(app, { code: '27010' })
  const center = await makeOffice(app, { code: '99001', kind: 'CENTER' })
  staff = {
    counter: await makeStaff(app, office),
    manager: await makeStaff(app, office, 'MANAGER'),
    auditor: await makeStaff(app, office, 'AUDITOR'),
    center: await makeStaff(app, center, 'MANAGER'),
  }
  const row = { at: app.clock.now(), actor: 'stf', actorKind: 'staff', object: newId('pst'), fields: [], requestId: 'r' }
  await app.db.insert(auditRecords).values([
    { ...row, action: 'here', office: office.id, person },
    { ...row, action: 'elsewhere', office: other.id },
    { ...row, action: 'atCenter', office: center.id },
  ])
})
afterAll(() => app.close())

it('the counter reads what its own office did, managers and auditors what all did', async () => {
  expect(await actions(staff.counter)).toEqual(['here'])
  for (const viewer of [staff.manager, staff.auditor]) expect(await actions(viewer)).toEqual(expect.arrayContaining(['elsewhere', 'here']))
  expect(await actions(staff.manager, { person })).toEqual(['here'])
})

it('a center reads nothing of the offices’ people, its manager neither', async () => {
  expect(await actions(staff.center)).toEqual(['atCenter'])
  expect(await actions(staff.center, { person })).toEqual([])
})
