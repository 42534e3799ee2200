import { makeEmployers } from '../src/app/demo/employers.ts'
import { loadEmployers, loadOffices, type LoadedEmployer, type Loading } from '../src/app/demo/load-people.ts'
import { loadPostings } from '../src/app/demo/load-postings.ts'
import { makeOffices } from '../src/app/demo/offices.ts'
import type { PostingRows } from '../src/app/demo/posting-rows.ts'
import type { DemoPosting } from '../src/app/demo/posting-draft.ts'
import { makePostings } from '../src/app/demo/postings.ts'
import { newId } from '../src/platform/db/columns.ts'
import type { Viewer } from '../src/graph/context.ts'
import { seekers } from '../src/modules/seekers/seekers.table.ts'
import type { TestApp } from './app.ts'

export interface OpenPostings {
  employers: LoadedEmployer[]
  rows: PostingRows[]
}

/** Believable open postings in the database, as acceptance leaves them; `change` may rewrite each before it is written. */
export async function loadOpenPostings(
  app: TestApp,
  { employers: howManyEmployers = 60, postings: howMany = 500, change = (posting: DemoPosting) => posting } = {},
): Promise<OpenPostings> {
  const demoEmployers = makeEmployers(howManyEmployers)
  const demoPostings = makePostings(demoEmployers, howMany, app.clock.today()).map(change)
  return app.db.transaction(async (db) => {
    const loading: Loading = { db, now: app.clock.now(), today: app.clock.today(), passwordHash: 'none', termsVersion: 'test' }
    const officeIds = await loadOffices(loading, makeOffices())
    const employers = await loadEmployers(loading, officeIds, demoEmployers)
    const rows = await loadPostings(loading, demoPostings, new Map(employers.map((employer) => [employer.demo.key, employer])))
    return { employers, rows }
  })
}

/** A seeker whose registration stands as given; without a sheet, which searches do not read. */
export async function seekerAs(
  app: TestApp,
  registration: { kind?: 'ONLINE' | 'REGISTERED'; status: 'DRAFT' | 'VALID' | 'INVALID'; validUntil?: string; receivesBenefit?: boolean },
): Promise<Viewer> {
  const id = newId('skr')
  await app.db.insert(seekers).values({ id, kind: 'ONLINE', validUntil: '2027-12-31', createdAt: app.clock.now(), ...registration })
  return { kind: 'seeker', accountId: newId('acc'), seekerId: id }
}

export const registrant = (): Viewer => ({ kind: 'registrant', accountId: newId('acc'), registrantId: newId('rgs') })
