import { createHmac } from 'node:crypto'
import postgres from 'postgres'

/** The two roles the migrations name and give their rights: the owner changes tables and runs jobs, the application reads and writes rows. */
export const OWNER_ROLE = 'madoguchi_owner'
export const APP_ROLE = 'madoguchi_app'

/** Any number will do as long as nobody else in this cluster locks it. */
const ROLES_LOCK = 7_204_001

/**
 * Creates the roles and a database owned by `madoguchi_owner`, for the embedded server and for tests.
 * Where a deployment gives DATABASE_URL, none of this runs: the deployment creates both roles and the database (README).
 * The roles' passwords follow from the administrator's, so they are as random, and every process that knows one knows all.
 */
export async function ensureRoles(superuserUrl: string, database = 'madoguchi'): Promise<{ ownerUrl: string; appUrl: string }> {
  const admin = postgres(superuserUrl, { max: 1, onnotice: () => {} })
  try {
    await admin`select pg_advisory_lock(${ROLES_LOCK})`
    for (const role of [OWNER_ROLE, APP_ROLE]) await ensureRole(admin, role, passwordOf(superuserUrl, role))
    await ensureDatabase(admin, database)
  } finally {
    await admin.end()
  }
  return roleUrls(superuserUrl, database)
}

/** The addresses of a database for both roles that `ensureRoles` made. */
export const roleUrls = (superuserUrl: string, database: string) => ({
  ownerUrl: withRole(superuserUrl, OWNER_ROLE, database),
  appUrl: withRole(superuserUrl, APP_ROLE, database),
})

async function ensureRole(admin: postgres.Sql, role: string, password: string) {
  const [found] = await admin`select 1 from pg_roles where rolname = ${role}`
  if (!found) await admin.unsafe(`create role ${role} login password '${password}'`)
}

async function ensureDatabase(admin: postgres.Sql, database: string) {
  const [found] = await admin`select 1 from pg_database where datname = ${database}`
  if (!found) await admin.unsafe(`create database "${database}" owner ${OWNER_ROLE}`)
}

function withRole(superuserUrl: string, role: string, database: string): string {
  const changed = new URL(superuserUrl)
  changed.username = role
  changed.pathname = `/${database}`
  changed.password = passwordOf(superuserUrl, role)
  return changed.href
}

const passwordOf = (superuserUrl: string, role: string) => createHmac('sha256', new URL(superuserUrl).password).update(role).digest('hex')
