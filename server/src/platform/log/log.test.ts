import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DrizzleQueryError } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { Counters } from './counters.ts'
import { describeError, openLog } from './log.ts'

it('a failed statement is told without the values it carried', () => {
  const cause = Object.assign(new Error('duplicate key value violates unique constraint "accounts_email"'), { code: '23505' })
  const told = describeError(new DrizzleQueryError('insert into "accounts" values ($1)', ['umi@example.jp'], cause))
  expect(told).toMatchObject({ code: '23505', query: 'insert into "accounts" values ($1)' })
  expect(JSON.stringify(told)).not.toContain('umi@example.jp')
})

it('addresses of people and of the database are left out', () => {
  const told = describeError(new Error('550 no such user umi@example.jp, see postgres://madoguchi_app:secret@db/madoguchi'))
  expect(told['message']).toBe('550 no such user …@…, see postgres://…')
  expect(JSON.stringify(told)).not.toMatch(/umi|secret/)
})

it('what was thrown and is no error is told too', () => {
  expect(describeError('broken')).toEqual({ message: 'broken' })
})

it('counters are printed as Prometheus reads them', () => {
  const counters = new Counters()
  counters.add('requests_total')
  counters.add('requests_total', 2)
  counters.gauge('sockets', 'Open sockets.', () => 7)
  expect(counters.text()).toContain('# TYPE madoguchi_requests_total counter\nmadoguchi_requests_total 3\n')
  expect(counters.text()).toContain('# HELP madoguchi_sockets Open sockets.\n# TYPE madoguchi_sockets gauge\nmadoguchi_sockets 7\n')
})

it('each entry is one line of JSON with its time in ISO 8601, whatever stands in it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-log-'))
  const log = openLog({ dataDir, toOutput: false })
  log.warn({ path: '/a\n{"level":50,"msg":"forged"}\u001b[2J\u2028' }, 'first\r\nsecond')
  const lines = (await readFile(join(dataDir, 'logs', 'server.log'), 'utf8')).split('\n')
  await rm(dataDir, { recursive: true })
  expect(lines).toHaveLength(2)
  expect(lines[0]).not.toMatch(/\p{Cc}/u)
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: 40,
    msg: 'first\r\nsecond',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
  })
})
