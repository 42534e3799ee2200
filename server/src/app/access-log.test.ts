import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeStaff } from '../../test/actors.ts'
import { app, apply, employer, office, openStage, read, resetStage, seeker } from '../../test/applying.ts'
import { makeEmployer, makeOpenPosting, makeSeeker } from '../../test/actors.ts'
import { LOOKS } from '../i18n/looks.ja.ts'

const LOG = `query ($first: Int!, $after: String) { accessLog(first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { id at times who what fields why } } }`
const log = async (who = seeker, variables: object = {}) => (await app.as(who.viewer).run(LOG, { first: 20, ...variables })).accessLog
const BY_NUMBER = `query ($number: String!, $purpose: String!) { staffSeeker(seekerNumber: $number, purpose: $purpose) { id } }`

beforeAll(async () => {
  await openStage()
  await resetStage()
})
afterAll(() => app.close())

it('a look of the counter and one of an employer appear with place, role and reason, newest first, without a name', async () => {
  const staff = await makeStaff(app, office)
  const { id } = await apply()
  app.setNow('2026-04-02T10:00:00+09:00')
  await app.as(staff).run(BY_NUMBER, { number: seeker.seeker.seekerNumber, purpose: '本人から電話があったため' })
  app.setNow('2026-04-02T11:00:00+09:00')
  await read(employer.owner, id)
  const { nodes } = await log()
  expect(nodes).toMatchObject([
    { who: `${employer.sheet.name}の担当者`, what: '応募の内容', why: '応募の選考のため' },
    { who: `${office.name}の職員`, what: '登録の内容', why: '窓口の記録:「本人から電話があったため」' },
  ])
  expect(nodes[0].fields).toEqual(expect.arrayContaining(['氏名・年齢・連絡先・経歴', '志望動機']))
  expect(nodes[1].fields).toEqual(expect.arrayContaining(['氏名', '電話番号']))
  expect(nodes[1].at.toISOString?.() ?? nodes[1].at).toMatch(/^2026-04-02T01:00:0/u)
  expect(JSON.stringify(nodes)).not.toMatch(/窪田|森下/u)
})

it('looking several times on a day is one line with its number, on the next day another one', async () => {
  await resetStage()
  const { id } = await apply()
  for (const time of ['2026-04-02T10:00:00+09:00', '2026-04-02T23:59:00+09:00', '2026-04-03T00:00:00+09:00']) {
    app.setNow(time)
    await read(employer.owner, id)
  }
  expect((await log()).nodes.map(({ times }: { times: number }) => times)).toEqual([1, 2])
  const page = await log(seeker, { first: 1 })
  expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } })
  const rest = await log(seeker, { first: 1, after: page.pageInfo.endCursor })
  expect(rest).toMatchObject({ nodes: [{ times: 2 }], pageInfo: { hasNextPage: false } })
})

it('what was looked at of somebody else, and one’s own looks, do not appear', async () => {
  await resetStage()
  const neighbour = await makeSeeker(app, office)
  const other = await makeEmployer(app, office, { name: '株式会社となり' })
  const { posting } = await makeOpenPosting(app, office, other)
  const { id } = await apply({ postingId: posting.id }, neighbour)
  await read(other.owner, id)
  const mine = await apply()
  await read(seeker.viewer, mine.id)
  expect((await log()).nodes).toEqual([])
  expect((await log(neighbour)).totalCount).toBe(1)
  const refused = await app.as(employer.owner).ask(LOG, { first: 1 })
  expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
})

it('every look that the server records has its words', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  )
  const recorded = sources.flatMap((path) =>
    [...readFileSync(`${root}${path}`, 'utf8').matchAll(/\.look\(\{\s*action: '(\w+)'/gu)].map(([, action]) => action),
  )
  expect(recorded.length).toBeGreaterThan(4)
  // A denied field is nobody's data; the paper of a code is about an establishment.
  const others = ['refused', 'lookAtCreationCode']
  expect(recorded.filter((action) => !others.includes(action!) && !(action! in LOOKS))).toEqual([])
})
