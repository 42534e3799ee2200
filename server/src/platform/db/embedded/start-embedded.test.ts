import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './start-embedded.ts'

let folder: string
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const launcher = new URL('./start-embedded.ts', import.meta.url).href

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-embedded-'))
  chmodSync(folder, 0o755)
})
afterAll(async () => {
  await Promise.all(started.map((server) => server.stop()))
  rmSync(folder, { recursive: true, force: true })
})

/** Everything started here is stopped at the end, also after a failed test. */
const started: Embedded[] = []
async function start(options: EmbeddedOptions): Promise<Embedded> {
  const server = await startEmbedded(options)
  started.push(server)
  return server
}

/** Runs statements on one connection of its own. */
async function query(url: string, ...statements: string[]) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    let rows: postgres.RowList<postgres.Row[]> | null = null
    for (const statement of statements) rows = await sql.unsafe(statement)
    return [...(rows ?? [])]
  } finally {
    await sql.end()
  }
}

/** Another process that starts the same database and stays until it is killed. */
async function startElsewhere(dataDir: string): Promise<{ process: ChildProcess; port: number }> {
  const source = `const { startEmbedded } = await import(${JSON.stringify(launcher)})
    const { port } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(port)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (text: Buffer) => resolve(Number(text)))
    child.once('exit', (code) => reject(new Error(`the other process ended with ${code}`)))
  })
  return { process: child, port }
}

const kill = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve).kill('SIGKILL'))
const postmasterPid = async (server: Embedded) => {
  const [row] = await query(server.url, `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`)
  return row?.pid as number
}

describe('the embedded PostgreSQL', () => {
  it('is new at the first start and keeps its rows until the next one', async () => {
    const dataDir = join(folder, 'twice')
    const first = await start({ dataDir })
    expect(first).toMatchObject({ fresh: true, reused: false, dataDir })
    await query(first.url, 'create table kept (word text)', `insert into kept values ('窓口')`)
    await first.stop()
    await expect(query(first.url, 'select 1')).rejects.toThrow()

    const second = await start({ dataDir })
    expect(second).toMatchObject({ fresh: false, reused: false })
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: '窓口' }])
    await second.stop()
  })

  it('sorts by code point, speaks UTC and keeps its password from other users', async () => {
    const server = await start({ dataDir: join(folder, 'settings') })
    const [settings] = await query(
      server.url,
      `select version() as version, current_setting('timezone') as zone, datlocprovider as provider, pg_encoding_to_char(encoding) as encoding
       from pg_database where datname = current_database()`,
    )
    expect(settings).toMatchObject({ version: expect.stringContaining('PostgreSQL 18'), zone: 'UTC', provider: 'b', encoding: 'UTF8' })
    expect(statSync(join(server.dataDir, 'superuser.password')).mode & 0o777).toBe(0o600)
    await expect(query(server.url.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password')
    await server.stop()
  })

  it('is shared by two processes that start it at once, and stops when the last one leaves', async () => {
    const dataDir = join(folder, 'shared')
    const [here, there] = await Promise.all([start({ dataDir }), startElsewhere(dataDir)])
    expect(there.port).toBe(here.port)
    await here.stop()
    expect(await query(here.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await kill(there.process)

    const last = await start({ dataDir })
    await last.stop()
    await expect(query(last.url, 'select 1')).rejects.toThrow()
  })

  it('is used again after the process that started it was killed', async () => {
    const dataDir = join(folder, 'orphan')
    const parent = await startElsewhere(dataDir)
    await kill(parent.process)
    const next = await start({ dataDir })
    expect(next).toMatchObject({ reused: true, port: parent.port })
    await next.stop()
  })

  it('loses no committed row when the server is killed', async () => {
    const dataDir = join(folder, 'killed')
    let server = await start({ dataDir })
    await query(server.url, 'create table counted (n int)')
    for (const round of [1, 2]) {
      const sql = postgres(server.url, { max: 4, onnotice: () => {}, connect_timeout: 1, backoff: false })
      let acknowledged = Number((await query(server.url, 'select count(*)::int as n from counted'))[0]?.n)
      const write = async () => {
        for (;;) {
          await sql`insert into counted values (${round})`
          acknowledged += 1
        }
      }
      const writers = Promise.allSettled([write(), write(), write(), write()])
      const pid = await postmasterPid(server)
      const goal = acknowledged + 200
      while (acknowledged < goal) await new Promise((resolve) => setTimeout(resolve, 5))
      process.kill(pid, 'SIGKILL')
      await writers
      await sql.end({ timeout: 0 })

      server = await start({ dataDir })
      const [{ n } = {}] = await query(server.url, 'select count(*)::int as n from counted')
      expect(n).toBeGreaterThanOrEqual(acknowledged)
    }
    await server.stop()
  })
})
