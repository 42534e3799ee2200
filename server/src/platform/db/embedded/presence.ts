import postgres from 'postgres'

const NAME = 'madoguchi-presence'

/** One open connection per process that uses the server; when a process is killed its presence ends with it. */
export type Presence = { leave: () => Promise<void>; othersAreHere: () => Promise<boolean> }

/** Enters the server, or gives null when none answers at this address. */
export async function enter(url: string): Promise<Presence | null> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 3,
    idle_timeout: 0,
    max_lifetime: null,
    connection: { application_name: NAME },
    onnotice: () => {},
  })
  const leave = () => sql.end({ timeout: 2 })
  try {
    await sql`select 1`
  } catch {
    await leave()
    return null
  }
  const othersAreHere = async () => {
    const rows = await sql`select 1 from pg_stat_activity where application_name = ${NAME} and pid <> pg_backend_pid()`.catch(() => [])
    return rows.length > 0
  }
  return { leave, othersAreHere }
}
