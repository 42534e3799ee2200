import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import postgres from 'postgres'
import { MIGRATIONS_FOLDER, migrateDatabase } from '../src/platform/db/migrate.ts'
import { ensureRoles, OWNER_ROLE, roleUrls } from '../src/platform/db/prepare-database.ts'

/** A database of its own for one test file, with all tables and no rows. */
export type TestDatabase = { appUrl: string; ownerUrl: string; drop: () => Promise<void> }

const TEMPLATE_LOCK = 7_204_003
const KEPT_TEMPLATES = 3
/** Counts up when the template must change although drizzle/ did not. */
const TEMPLATE_EDITION = 1

/** Copies the migrated template, which is made by the first test file after drizzle/ has changed. */
export async function testDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env.MADOGUCHI_TEST_ADMIN_URL
  if (!adminUrl) throw new Error('MADOGUCHI_TEST_ADMIN_URL is missing: run the tests with the vitest configuration of server/')
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    const template = await ensureTemplate(admin, adminUrl)
    await admin.unsafe(`create database "${name}" template "${template}" owner ${OWNER_ROLE}`)
  } finally {
    await admin.end()
  }
  return { ...roleUrls(adminUrl, name), drop: () => drop(adminUrl, name) }
}

async function ensureTemplate(admin: postgres.Sql, adminUrl: string): Promise<string> {
  const template = `template_${hashOf(MIGRATIONS_FOLDER)}`
  if (await exists(admin, template)) return template
  await admin`select pg_advisory_lock(${TEMPLATE_LOCK})`
  if (!(await exists(admin, template))) await makeTemplate(admin, adminUrl, template)
  await admin`select pg_advisory_unlock(${TEMPLATE_LOCK})`
  return template
}

async function makeTemplate(admin: postgres.Sql, adminUrl: string, template: string) {
  const unfinished = `unfinished_${template}`
  await admin.unsafe(`drop database if exists "${unfinished}" with (force)`)
  const { ownerUrl } = await ensureRoles(adminUrl, unfinished)
  await migrateDatabase(ownerUrl)
  await admin.unsafe(`alter database "${unfinished}" rename to "${template}"`)
  const old = await admin<
    { name: string }[]
  >`select datname as name from pg_database where datname like 'template\\_%' order by oid desc offset ${KEPT_TEMPLATES}`
  for (const { name } of old) await admin.unsafe(`drop database if exists "${name}" with (force)`)
}

async function exists(admin: postgres.Sql, name: string): Promise<boolean> {
  const [found] = await admin`select 1 from pg_database where datname = ${name}`
  return found !== undefined
}

async function drop(adminUrl: string, name: string) {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`drop database if exists "${name}" with (force)`)
  await admin.end()
}

function hashOf(folder: string): string {
  const hash = createHash('sha256').update(`edition ${TEMPLATE_EDITION}`)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map((file) => join(file.parentPath, file.name)).toSorted()) {
    hash.update(`\0${relative(folder, path)}\0`).update(readFileSync(path))
  }
  return hash.digest('hex').slice(0, 16)
}
