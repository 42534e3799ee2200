import { appendFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEmployer, makeMember, makeOffice, makeRegistrant, makeSeeker, makeStaff } from '../../test/actors.ts'
import { testApp, type TestApp } from '../../test/app.ts'
import { applyAndTalk, leave, uploadFile } from '../../test/leaving.ts'
import type { Id } from '../kernel/ids.ts'
import { accounts } from '../modules/accounts/accounts.table.ts'
import { employers } from '../modules/employers/employers.table.ts'
import type { OfficeRow } from '../modules/offices/offices.table.ts'
import { erasures } from '../platform/db/platform.table.ts'
import { journalPathOf } from '../platform/erasures/erasure-journal.ts'
import { runSweeps } from './jobs.ts'

const NOW = '2026-04-01T09:00:00+09:00'

let app: TestApp
let office: OfficeRow
beforeAll(async () => {
  app = await testApp({ now: NOW })
  office = await makeOffice(app)
})
afterAll(() => app.close())

type Row = Record<string, unknown>
/** Bytes go with the files that named them; the rest goes by its age alone, in every database anew. */
const BY_THEMSELVES = new Set(['blobs', 'try_counters', 'idempotency_keys', 'passkey_challenges', 'erasures'])

async function tables(): Promise<Map<string, Map<string, Row>>> {
  const names = await app.sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`
  const found = new Map<string, Map<string, Row>>()
  for (const { name } of names.filter((table) => !BY_THEMSELVES.has(table.name))) {
    const keys = await app.sql<{ key: string }[]>`
      select a.attname as key from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indisprimary and i.indrelid = ${name}::regclass order by 1`
    const rows = await app.sql<{ row: Row }[]>`select to_jsonb(t) as row from ${app.sql(name)} t`
    found.set(name, new Map(rows.map(({ row }) => [JSON.stringify(keys.map(({ key }) => row[key])), row])))
  }
  return found
}

const bare = (value: unknown): string =>
  String(value)
    .replace(/^[a-z]{3}_/u, '')
    .replaceAll('-', '')
const isText = (value: unknown): boolean => (typeof value === 'string' && value !== '') || (typeof value === 'object' && value !== null)
const wentEmpty = (before: Row, after: Row): boolean =>
  Object.keys(before).some(
    (column) =>
      isText(before[column]) && !/_(at|on|id|until|since|date)$/u.test(column) && (after[column] === null || after[column] === ''),
  )

/** What vanished or was emptied while `act` ran, and what of it no line of the journal accounts for. */
async function erasedBy(act: () => Promise<unknown>): Promise<{ erased: string[]; unaccounted: string[] }> {
  const before = await tables()
  await act()
  const after = await tables()
  const subjects = new Set((await app.db.select().from(erasures)).map(({ subject }) => bare(subject)))
  for (const row of before.get('accounts')!.values()) if (subjects.has(bare(row.id))) subjects.add(bare(row.email))
  const gone = [...before].flatMap(([table, rows]) =>
    [...rows].flatMap(([id, row]) => {
      const now = after.get(table)?.get(id)
      return now === undefined || wentEmpty(row, now) ? [{ table, row }] : []
    }),
  )
  const unaccounted = gone.filter(({ row }) => !Object.values(row).some((value) => subjects.has(bare(value))))
  return {
    erased: [...new Set(gone.map(({ table }) => table))].toSorted(),
    unaccounted: unaccounted.map(({ table, row }) => `${table} ${JSON.stringify(row)}`),
  }
}

const accountOf = async (id: Id<'acc'>) => (await app.db.select().from(accounts).where(eq(accounts.id, id)))[0]!

describe('whatever erases data of a person leaves a line in the journal (S54)', () => {
  it('a seeker who leaves, with applications, talks and files', async () => {
    const firm = await makeEmployer(app, office)
    const seeker = await makeSeeker(app, office)
    await applyAndTalk(app, office, seeker, firm, '消すことば')
    const left = await erasedBy(() => leave(app, seeker.viewer.accountId, seeker.email))
    expect(left.erased).toEqual(expect.arrayContaining(['applications', 'attachments', 'messages', 'seeker_sheets']))
    expect(left.unaccounted).toEqual([])
    app.setNow('2026-04-01T10:01:00+09:00')
    const address = await erasedBy(() => runSweeps(app.services))
    expect(address.erased).toEqual(expect.arrayContaining(['accounts', 'mails', 'sessions']))
    expect(address.unaccounted).toEqual([])
    app.setNow('2026-08-01T00:00:00+09:00')
    const name = await erasedBy(() => runSweeps(app.services))
    expect(name.erased).toContain('applications')
    expect(name.unaccounted.filter((row) => row.startsWith('applications'))).toEqual([])
    app.setNow(NOW)
  })

  it('a registrant, a member and an owner who leave', async () => {
    const center = await makeOffice(app, { kind: 'CENTER', code: '27000', postalPrefixes: [] })
    const registrant = await makeRegistrant(app, center, await makeStaff(app, center))
    const { email } = await accountOf(registrant.accountId!)
    const one = await erasedBy(() => leave(app, registrant.accountId!, email))
    expect(one.erased).toContain('registrants')
    const firm = await makeEmployer(app, office)
    const member = await makeMember(app, firm.employer.id)
    const two = await erasedBy(() => leave(app, member.viewer.accountId, member.email))
    expect(two.erased).toContain('employer_members')
    await makeMember(app, firm.employer.id)
    const three = await erasedBy(() => leave(app, firm.owner.accountId, firm.ownerEmail))
    expect([one, two, three].flatMap(({ unaccounted }) => unaccounted)).toEqual([])
  })

  it('a provisional establishment whose days have passed', async () => {
    const firm = await makeEmployer(app, office, { status: 'PROVISIONAL' })
    await app.db.update(employers).set({ erasedOn: '2026-03-31', waitingSince: null }).where(eq(employers.id, firm.employer.id))
    const { erased, unaccounted } = await erasedBy(() => runSweeps(app.services))
    expect(erased).toEqual(expect.arrayContaining(['accounts', 'employer_members', 'employer_sheets']))
    expect(unaccounted).toEqual([])
  })

  it('a message after its year, a file nobody sent', async () => {
    const firm = await makeEmployer(app, office)
    const seeker = await makeSeeker(app, office)
    await applyAndTalk(app, office, seeker, firm, '一年の後')
    await uploadFile(app, seeker, '送らなかった.txt', '送らなかった')
    app.setNow('2027-04-02T00:00:00+09:00')
    const { erased, unaccounted } = await erasedBy(() => runSweeps(app.services))
    expect(erased).toEqual(expect.arrayContaining(['attachments', 'messages']))
    expect(unaccounted.filter((row) => /^(messages|attachments) /u.test(row))).toEqual([])
    app.setNow(NOW)
  })
})

describe('the journal beside the database', () => {
  it('has each committed line once, whoever wrote it, and no more than ids', async () => {
    await Promise.all([runSweeps(app.services), runSweeps(app.services)])
    const kept = await app.db.select().from(erasures)
    expect(kept.filter(({ writtenAt }) => writtenAt === null)).toEqual([])
    const lines = await app.services.journal.read()
    expect(lines.map(({ id }) => id).toSorted()).toEqual(kept.map(({ id }) => id).toSorted())
    expect(lines.every(({ subject }) => /^[a-z]{3}_[0-9a-f]{32}$/u.test(subject))).toBe(true)
  })

  it('reads a line that a crash cut off as not written, and the next one whole', async () => {
    const before = await app.services.journal.read()
    await appendFile(journalPathOf(app.dataDir), '{"id":"0199')
    const line = { ...before[0]!, id: '01990000-0000-7000-8000-000000000001' }
    await app.services.journal.append([line, line])
    expect(await app.services.journal.read()).toEqual([...before, line])
  })
})
