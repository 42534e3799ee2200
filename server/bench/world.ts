import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desc, sql } from 'drizzle-orm'
import { loadDemo } from '../src/app/demo/load-demo.ts'
import { postingSearch } from '../src/modules/postings/postings.table.ts'
import { Clock } from '../src/platform/clock.ts'
import { connect, type Connection } from '../src/platform/db/connect.ts'
import { startEmbedded } from '../src/platform/db/embedded/start-embedded.ts'
import { migrateDatabase } from '../src/platform/db/migrate.ts'
import { settings } from '../src/platform/db/platform.table.ts'
import { ensureRoles } from '../src/platform/db/prepare-database.ts'
import { type Seat, takeSeats } from './seats.ts'
import type { SubjectName } from './subjects.ts'

interface Urls {
  databaseUrl: string
  ownerUrl: string
}
export interface Size {
  postings: number
  /** People who each follow a conversation; the product takes 100 sockets of one address. */
  readers: number
}

export interface World extends Urls {
  connection: Connection
  /** Whoever follows a conversation hears all of it: at each subject people have conversations of their own. */
  seats: Record<SubjectName, Seat[]>
  postingIds: string[]
  /** Different questions, the commonest first: each finds something. */
  searches: Search[]
  version: string
  postings: number
}

/** A PostgreSQL of its own in a folder of its own, and a world in it. */
export async function makeWorld(size: Size): Promise<World & { folder: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-bench-'))
  // The server of root's database is another user.
  await chmod(folder, 0o755)
  const embedded = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: false })
  const { appUrl: databaseUrl, ownerUrl } = await ensureRoles(embedded.url)
  const connection = connect(databaseUrl, { statementSeconds: 60 })
  const stop = async () => {
    await connection.close()
    await embedded.stop()
    await rm(embedded.dataDir, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await migrateDatabase(ownerUrl)
    return { ...(await fillWorld({ databaseUrl, ownerUrl }, connection, size)), folder, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The demo in a database that has its tables, and people signed in. */
export async function fillWorld(urls: Urls, connection: Connection, { postings, readers }: Size): Promise<World> {
  await loadDemo({ ...urls, size: { employers: 300, postings, seekers: 2 * readers, applications: 40 } })
  const { db } = connection
  const clock = new Clock()
  await liftRequestLimit(connection, clock)
  const seats = {
    bare: await takeSeats(db, clock, readers),
    madoguchi: await takeSeats(db, clock, readers),
    apollo: await takeSeats(db, clock, readers),
  }
  const open = await db.select({ id: postingSearch.postingId }).from(postingSearch).orderBy(desc(postingSearch.postingId))
  const [server] = await connection.sql<{ version: string }[]>`select current_setting('server_version') as version`
  const found = {
    postingIds: open.slice(0, 500).map(({ id }) => id),
    searches: await searchesOf(connection),
    version: server?.version ?? '',
  }
  return { ...urls, connection, seats, ...found, postings: open.length }
}

/** The limit is asked for all the same; here it never says no. */
async function liftRequestLimit({ db }: Connection, clock: Clock): Promise<void> {
  const value = 1_000_000_000
  const names = ['requestsPerMinute', 'anonymousRequestsPerMinute']
  await db.insert(settings).values(names.map((name) => ({ scope: 'policy', name, value, changedAt: clock.now() })))
}

/** A word and two choices. */
export interface Search {
  words: string
  prefectureCodes: [string]
  workTimes: [string]
}

/** Each two neighbouring signs in the titles of a prefecture and a working time: words of two characters are exact by their tokens. */
async function searchesOf({ db }: Connection): Promise<Search[]> {
  const rows = await db.execute<{ word: string; prefecture: string; time: string }>(sql`
    select substr(sh.title, at, 2) as word, left(sh.workplace_municipality, 2) as prefecture, sh.work_time as time
    from posting_sheets sh join postings p on p.sheet_id = sh.id, generate_series(1, length(sh.title) - 1) at
    where p.status = 'OPEN' and sh.scope in ('1', '2', '3') and substr(sh.title, at, 2) ~ '^[ぁ-んァ-ヶ一-龥]{2}$'
    group by 1, 2, 3 order by count(*) desc, 1, 2, 3 limit 4000`)
  return rows.map(({ word, prefecture, time }) => ({ words: word, prefectureCodes: [prefecture], workTimes: [time] }))
}
