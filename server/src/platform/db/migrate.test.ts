import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { migrateDatabase } from './migrate.ts'
import { ensureRoles } from './prepare-database.ts'

const open: postgres.Sql[] = []
const connect = (url: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  open.push(sql)
  return sql
}
afterAll(() => Promise.all(open.map((sql) => sql.end())))

describe('migrations', () => {
  const adminUrl = process.env.MADOGUCHI_TEST_ADMIN_URL ?? ''
  const database = `test_${process.pid}_${randomBytes(5).toString('hex')}`
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-migrations-'))

  beforeAll(() => {
    mkdirSync(join(folder, 'meta'))
    const entries = ['0000_first', '0001_second'].map((tag, idx) => ({ idx, version: '7', when: 1_000 + idx, tag, breakpoints: true }))
    writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }))
    writeFileSync(join(folder, '0000_first.sql'), 'create table notes (word text not null)')
    writeFileSync(join(folder, '0001_second.sql'), `insert into notes values ('求人')`)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await connect(adminUrl).unsafe(`drop database if exists "${database}" with (force)`)
  })

  it('run once although four servers start at the same moment', async () => {
    const { ownerUrl } = await ensureRoles(adminUrl, database)
    await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(ownerUrl, { folder })))
    const owner = connect(ownerUrl)
    expect(await owner`select word from notes`).toMatchObject([{ word: '求人' }])
    await owner.end()
  })

  it('have the same two roles and passwords in every process', async () => {
    expect(await ensureRoles(adminUrl, database)).toEqual(await ensureRoles(adminUrl, database))
  })
})

describe('the two roles of a migrated database', () => {
  let database: TestDatabase
  let owner: postgres.Sql
  let app: postgres.Sql

  beforeAll(async () => {
    database = await testDatabase()
    owner = connect(database.ownerUrl)
    app = connect(database.appUrl)
  })
  afterAll(() => database.drop())

  it('let the application use tables, also those of later migrations, but not change them', async () => {
    await owner`create table later (word text)`
    await app`insert into later values ('窓口')`
    expect(await app`select word from later`).toMatchObject([{ word: '窓口' }])
    await expect(app`alter table later add column more text`).rejects.toThrow('must be owner')
    await expect(app`create table mine (id int)`).rejects.toThrow('permission denied')
  })

  it('let the application never change an audit row', async () => {
    await expect(app`update audit_records set id = id`).rejects.toThrow('permission denied')
    await expect(app`delete from audit_records`).rejects.toThrow('permission denied')
    await expect(app`truncate audit_records`).rejects.toThrow('permission denied')
    expect(await app`select count(*)::int as rows from audit_records`).toMatchObject([{ rows: 0 }])
  })

  it('let the application add a job that exists only when its transaction commits', async () => {
    const addJob = (sql: postgres.ISql, task: string) => sql`select add_job(${task}, '{"n":1}'::json, null, null)`
    await app.begin((tx) => addJob(tx, 'kept'))
    const undone = app.begin(async (tx) => {
      await addJob(tx, 'undone')
      throw new Error('rolled back')
    })
    await expect(undone).rejects.toThrow('rolled back')
    expect(await owner`select task_identifier as task from graphile_worker.jobs`).toMatchObject([{ task: 'kept' }])
    await expect(app`select * from graphile_worker.jobs`).rejects.toThrow('permission denied')
  })
})
