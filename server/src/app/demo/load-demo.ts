import { sql } from 'drizzle-orm'
import { addDays, endOfDay } from '../../kernel/calendar.ts'
import { DEMO_DEVICE } from '../../modules/accounts/accounts.sign-in.steps.ts'
import { accounts, devices } from '../../modules/accounts/accounts.table.ts'
import { hashPassword } from '../../modules/accounts/passwords.ts'
import { employerNumberScope } from '../../modules/offices/offices.rules.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { Clock } from '../../platform/clock.ts'
import { newId } from '../../platform/db/columns.ts'
import { connect, type Db, type DbTransaction } from '../../platform/db/connect.ts'
import { numberCounters, settings } from '../../platform/db/platform.table.ts'
import { adoptClock } from '../clock-offset.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import { makeAtCounter } from './at-counter.ts'
import { makeEmployers } from './employers.ts'
import { insertRows } from './insert-rows.ts'
import { CENTER, loadCenter, TAKEN_ENTRIES } from './load-center.ts'
import { arrange, loadApplications } from './load-applications.ts'
import { loadAtCounter, loadEmployers, loadOffices, loadSeekers, loadStaff, type LoadedEmployer, type Loading } from './load-people.ts'
import { loadPostings, loadUnfinished, openedEarlier } from './load-postings.ts'
import { type DemoOffice, makeOffices } from './offices.ts'
import type { DemoPosting } from './posting-draft.ts'
import { makePostings } from './postings.ts'
import { makeSeekers } from './seekers.ts'
import { makeThreads } from './threads.ts'

export { DEMO_PASSWORD } from './accounts.ts'
export { DEMO_ACCOUNTS } from './demo-accounts.ts'

export interface DemoSize {
  employers: number
  postings: number
  seekers: number
  applications: number
}
const WHOLE: DemoSize = { employers: 300, postings: 3000, seekers: 200, applications: 40 }

interface Options {
  databaseUrl: string
  /** Analyses the tables afterwards, which the application's role may not. */
  ownerUrl?: string
  log?: (line: string) => void
  clock?: Clock
  size?: DemoSize
}

/** Fills an empty deployment with an invented world, once: all of it or nothing. Dates lie around the day of the first start. */
export async function loadDemo({
  databaseUrl,
  ownerUrl,
  log = () => {},
  clock: given,
  size = WHOLE,
}: Options): Promise<{ loaded: boolean }> {
  const connection = connect(databaseUrl, { max: 1, statementSeconds: 60 })
  try {
    const clock = given ?? (await storedClock(connection.db))
    const now = clock.now()
    const passwordHash = await hashPassword(DEMO_PASSWORD)
    const loaded = await connection.db.transaction(async (db) => {
      await db.execute(sql`set local idle_in_transaction_session_timeout = 0`)
      const mine = await db
        .insert(settings)
        .values({ scope: 'demo', name: 'loaded', value: clock.today(), changedAt: now })
        .onConflictDoNothing()
        .returning()
      if (mine.length === 0) return false
      log('架空の事業所と求人を入れています')
      await fill({ db, now, today: clock.today(), passwordHash, termsVersion: TERMS_VERSION }, size)
      return true
    })
    if (loaded && ownerUrl !== undefined) await analyse(ownerUrl)
    return { loaded }
  } finally {
    await connection.close()
  }
}

const WAITING_ELSEWHERE = 4
const EXTRA_TEXTS = 3

async function fill(loading: Loading, size: DemoSize): Promise<void> {
  const demoOffices = makeOffices()
  const demoEmployers = makeEmployers(size.employers)
  const demoSeekers = makeSeekers(size.seekers, loading.today)
  const [drawn, ...others] = makePostings(demoEmployers, size.postings, loading.today)
  if (!drawn) throw new Error('no postings')
  const demoPostings = [openedEarlier(drawn, loading.today), ...others]

  const officeIds = await loadOffices(loading, demoOffices)
  const employers = await loadEmployers(loading, officeIds, demoEmployers)
  const byKey = new Map(employers.map((employer) => [employer.demo.key, employer]))
  const [owner] = employers
  if (!owner) throw new Error('no employers')
  const staffId = await loadStaff(loading, owner.officeId)
  const center = officeIds.get(CENTER)
  if (center === undefined) throw new Error('no center')
  await loadCenter(loading, center)
  await loadAtCounter(loading, officeIds, staffId, makeAtCounter())
  const seekers = await loadSeekers(loading, officeIds, demoSeekers)
  const postings = await loadPostings(loading, demoPostings, byKey)
  await loadUnfinished(loading, owner, waitingNear(owner, byKey, demoPostings), unfinishedOf(owner, demoPostings), staffId)
  const talks = makeThreads(demoSeekers, demoEmployers, demoPostings, loading.today, size.applications)
  await loadApplications(
    loading,
    {
      employers: byKey,
      seekers: new Map(seekers.map((seeker) => [seeker.demo.key, seeker])),
      postings: new Map(postings.map((posting) => [posting.demo.postingNumber, posting])),
    },
    arrange(talks, postings, loading.now, loading.today),
  )
  await rememberDevices(loading)
  await countOn(loading.db, demoOffices)
}

const REMEMBERED_YEARS = 10

/** In the demo nobody of it is asked for a one-time password (SPEC 17). */
async function rememberDevices({ db, now, today }: Loading): Promise<void> {
  const known = await db.select({ accountId: accounts.id }).from(accounts)
  const rememberedUntil = endOfDay(addDays(today, REMEMBERED_YEARS * 365))
  await insertRows(
    db,
    devices,
    known.map(({ accountId }) => ({
      id: newId('dev'),
      accountId,
      tokenHash: DEMO_DEVICE,
      name: '見本の端末',
      rememberedAt: now,
      rememberedUntil,
    })),
  )
}

/** Texts of the demo employer to submit again under another title. */
const unfinishedOf = (owner: LoadedEmployer, postings: readonly DemoPosting[]): DemoPosting[] =>
  postings.filter((posting) => posting.employerKey === owner.demo.key).slice(1, 1 + EXTRA_TEXTS)

/** What waits at the same office from others. */
function waitingNear(
  owner: LoadedEmployer,
  employers: ReadonlyMap<string, LoadedEmployer>,
  postings: readonly DemoPosting[],
): [LoadedEmployer, DemoPosting][] {
  const near: [LoadedEmployer, DemoPosting][] = []
  for (const posting of postings) {
    const employer = employers.get(posting.employerKey)
    if (employer && employer.id !== owner.id && employer.officeId === owner.officeId && near.every(([known]) => known.id !== employer.id))
      near.push([employer, posting])
  }
  return near.slice(0, WAITING_ELSEWHERE)
}

/** Beyond every number that the demo's rows carry. */
const TAKEN = { POSTING: 50_000_000, SEEKER: 50_000_000, EMPLOYER: 700_000 } as const

/** Offices go on counting behind the demo's numbers. */
async function countOn(db: DbTransaction, offices: readonly DemoOffice[]): Promise<void> {
  const scopes = new Set(offices.map(({ code }) => employerNumberScope(code)))
  await insertRows(db, numberCounters, [
    ...offices.flatMap(({ code }) => (['POSTING', 'SEEKER'] as const).map((kind) => ({ scope: code, kind, last: TAKEN[kind] }))),
    { scope: CENTER, kind: 'ENTRY', last: TAKEN_ENTRIES },
    ...[...scopes].map((scope) => ({ scope, kind: 'EMPLOYER', last: TAKEN.EMPLOYER })),
  ])
}

/** The demo's clock may have been moved before. */
async function storedClock(db: Db): Promise<Clock> {
  const clock = new Clock()
  await adoptClock({ db, clock })
  return clock
}

async function analyse(ownerUrl: string): Promise<void> {
  const owner = connect(ownerUrl, { max: 1, statementSeconds: 60 })
  try {
    await owner.sql`analyze`
  } finally {
    await owner.close()
  }
}
