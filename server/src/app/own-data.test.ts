import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { makeMember, makeSeeker, makeStaff } from '../../test/actors.ts'
import { app, apply, employer, office, openStage, read, resetStage, seeker } from '../../test/applying.ts'
import type { Viewer } from '../graph/context.ts'
import { accounts, passkeys } from '../modules/accounts/accounts.table.ts'
import { registrants } from '../modules/entries/entries.table.ts'
import { newId } from '../platform/db/columns.ts'
import { auditRecords } from '../platform/db/platform.table.ts'
import { serveOwnData } from './own-data.ts'

const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Refusal { code } } }`
let server: Server
let base: string
/** Who asks; the cookie is looked at before. */
let visitor: Viewer | null = null
beforeAll(async () => {
  await openStage()
  server = createServer((req, res) => void serveOwnData(req, res, async () => app.as(visitor).context()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await app.close()
})
beforeEach(resetStage)

const download = (as: Viewer | null) => {
  visitor = as
  return fetch(`${base}/files/own-data.json`)
}
const accountLike = async (id: typeof accounts.$inferSelect.id) => (await app.db.select().from(accounts).where(eq(accounts.id, id)))[0]!
let keys = 0
const say = (by: Viewer, threadId: string, body: string) =>
  app.as(by).run(SEND, { input: { key: `own data ${(keys += 1)}`, threadId, body } })

it('a seeker gets registration, applications, talks, devices and looks in one file to save, and the act is recorded', async () => {
  const { id, thread } = await apply({ motive: '経理の経験を生かします。' })
  await say(employer.owner, thread.id, '面接は来週です。')
  await read(employer.owner, id)
  const { accountId } = seeker.viewer
  const passkey = { accountId, credentialId: 'credential', publicKey: 'public half', counter: 0, transports: [], name: 'ためしの鍵' }
  await app.db.insert(passkeys).values({ ...passkey, createdAt: app.clock.now() })
  const answer = await download(seeker.viewer)
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment; filename=/u),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({
    アカウント: { メールアドレス: seeker.email },
    パスキー: [{ 名前: 'ためしの鍵', 最後にログインした時: null }],
    求職の登録: { 求職番号: seeker.seeker.seekerNumber, 登録の内容: [{ 氏名: seeker.sheet.name, 電話番号: seeker.sheet.phone }] },
    応募: [{ 事業所: employer.sheet.name, 状態: 'APPLIED', 志望動機: '経理の経験を生かします。' }],
    メッセージ: expect.arrayContaining([expect.objectContaining({ 文章: '面接は来週です。', 自分が書いた: false })]),
    見られた記録: [{ だれが: `${employer.sheet.name}の担当者`, なぜ: '応募の選考のため' }],
  })
  for (const part of [passkey.credentialId, passkey.publicKey]) expect(text).not.toContain(part)
  const recorded = await app.db.select().from(auditRecords).where(eq(auditRecords.object, seeker.viewer.accountId))
  expect(recorded.map(({ action }) => action)).toEqual(['downloadOwnData'])
})

it('holds nothing of another seeker who applied to the same posting, and no secret of the account', async () => {
  const neighbour = await makeSeeker(app, office, { name: '隣野 だれか', phone: '09099998888' })
  await apply({}, seeker)
  const { thread } = await apply({ motive: '隣の志望動機です。' }, neighbour)
  await say(neighbour.viewer, thread.id, '隣のひみつです。')
  const text = await (await download(seeker.viewer)).text()
  for (const foreign of [neighbour.email, '隣野', '09099998888', '隣の', neighbour.seeker.id]) expect(text).not.toContain(foreign)
  expect(text).not.toMatch(/passwordHash|tokenHash|scrypt/u)
})

it('a member gets what is the member’s, not the applicants or what colleagues wrote', async () => {
  const { viewer } = await makeMember(app, employer.employer.id)
  const { thread } = await apply({ motive: 'ひみつの志望動機。' })
  await say(employer.owner, thread.id, '代表が書きました。')
  await say(viewer, thread.id, '私が書きました。')
  const text = await (await download(viewer)).text()
  expect(JSON.parse(text).メッセージ.map((one: { 文章: string }) => one.文章)).toEqual(['私が書きました。'])
  for (const foreign of ['ひみつの志望動機。', '代表が書きました。', seeker.email]) expect(text).not.toContain(foreign)
})

it('a registrant of a center gets what the center knows of them', async () => {
  const [account] = await app.db
    .insert(accounts)
    .values({ ...(await accountLike(seeker.viewer.accountId)), id: newId('acc'), email: 'entry@mail.example' })
    .returning()
  const registrantId = newId('rgs')
  const by = await makeStaff(app, office)
  await app.db.insert(registrants).values({
    id: registrantId,
    officeId: office.id,
    accountId: account!.id,
    entryNumber: '900001',
    name: '移山 うつる',
    nameKana: 'ウツヤマ ウツル',
    email: 'entry@mail.example',
    invitedBy: by.staffId,
    invitedAt: app.clock.now(),
    openedAt: app.clock.now(),
  })
  const answer = await download({ kind: 'registrant', accountId: account!.id, registrantId })
  expect(await answer.json()).toMatchObject({
    アカウント: { メールアドレス: 'entry@mail.example' },
    登録: { 登録番号: '900001', 氏名: '移山 うつる' },
  })
})

it('nobody else gets anything, and after ten downloads one waits an hour', async () => {
  for (const other of [null, await makeStaff(app, office)]) expect((await download(other)).status).toBe(404)
  const statuses: number[] = []
  for (let i = 0; i < 11; i++) statuses.push((await download(seeker.viewer)).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429])
  app.setNow('2026-04-01T10:30:00+09:00')
  expect((await download(seeker.viewer)).status).toBe(200)
})
