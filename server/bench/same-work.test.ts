import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../test/database.ts'
import { connect } from '../src/platform/db/connect.ts'
import { askOnce } from './load-requests.ts'
import { provenSame, provenSameEvent, type Questions } from './same-work.ts'
import type { Seat } from './seats.ts'
import { startSubject, SUBJECTS, type Subject } from './subjects.ts'
import { fillWorld, type World } from './world.ts'

let database: TestDatabase
let dataDir: string
let world: World
let subjects: Subject[] = []
beforeAll(async () => {
  database = await testDatabase()
  const urls = { databaseUrl: database.appUrl, ownerUrl: database.ownerUrl }
  dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-bench-'))
  world = await fillWorld(urls, connect(urls.databaseUrl), { postings: 300, readers: 20 })
  subjects = await Promise.all(SUBJECTS.map((name) => startSubject(name, { ...urls, dataDir })))
}, 120_000)
afterAll(async () => {
  await Promise.all(subjects.map((subject) => subject.stop()))
  await world.connection.close()
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

it('the bare servers answer what the graph answers, and ask for nothing else', async () => {
  const [{ cookie }] = world.seats.bare as [Seat]
  const questions: Questions[] = [
    { work: 'list', variables: [{}] },
    { work: 'posting', variables: world.postingIds.map((id) => ({ id })) },
    { work: 'search', variables: world.searches.map((filter) => ({ filter })) },
  ]
  expect(await provenSame(subjects, cookie, questions)).toBe(41)
  const [bare] = subjects as [Subject]
  const list = await askOnce({ url: bare.urls.http, graph: false, work: 'list', cookie, variables: [{}] }, 0)
  const identities = list.match(/"identity":"\w+"/g)
  expect(identities).toHaveLength(20)
  // Rights are part of the work: some employers are hidden.
  expect(new Set(identities).size).toBeGreaterThan(1)
})

it('one who follows a conversation hears the same of all', async () => {
  await expect(provenSameEvent(subjects, world)).resolves.toBeUndefined()
})
