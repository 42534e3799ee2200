import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeEmployer, type MadeEmployer, type MadeSeeker, makeOffice, makeOpenPosting, makeSeeker } from '../../test/actors.ts'
import type { Answer, TestApp } from '../../test/app.ts'
import { testServer, type TestServer } from '../../test/server.ts'
import { type actingAs, sessions } from '../modules/accounts/accounts.table.ts'
import { hashToken, newToken } from '../platform/secrets/tokens.ts'
import { systemContext } from './jobs.ts'
import { makeSchema } from './schema.ts'

let server: TestServer
let employer: MadeEmployer
let seeker: MadeSeeker
let postingId: string
beforeAll(async () => {
  server = await testServer({ schema: await makeSchema() })
  const { services } = server
  const stage = { ...services, services, as: () => ({ context: () => systemContext(services) }) } as unknown as TestApp
  const office = await makeOffice(stage)
  employer = await makeEmployer(stage, office)
  seeker = await makeSeeker(stage, office)
  postingId = (await makeOpenPosting(stage, office, employer)).posting.id
})
afterAll(() => server.stop())

/** The headers of a page of somebody who is signed in. */
async function pageOf(accountId: MadeSeeker['viewer']['accountId'], as: (typeof actingAs.enumValues)[number], subject: string) {
  const token = newToken()
  const at = server.services.clock.now()
  const until = new Date(at.getTime() + 3_000_000)
  const times = { createdAt: at, lastSeenAt: at, idleUntil: until, absoluteUntil: until }
  await server.services.db
    .insert(sessions)
    .values({ tokenHash: hashToken(token), accountId, actingAs: as, subject, userAgent: 'test', ...times })
  return { cookie: `${server.services.web.cookies.session}=${token}`, 'x-madoguchi-csrf': '1' }
}
const ask = async (headers: Record<string, string>, query: string, variables: object = {}): Promise<Answer> =>
  (await server.ask(query, { headers, variables })).body.data

it('a file, an application and a message travel from one browser to the other', async () => {
  const mine = await pageOf(seeker.viewer.accountId, 'SEEKER', seeker.seeker.id)
  const theirs = await pageOf(employer.owner.accountId, 'EMPLOYER', employer.owner.memberId)

  const CREATE = `mutation ($input: CreateUploadInput!) { createUpload(input: $input) { ... on Upload { id url } } }`
  const { createUpload: place } = await ask(mine, CREATE, { input: { key: 'k1', name: '職務経歴.txt', size: 12 } })
  const put = (headers: Record<string, string>) => fetch(server.url + place.url, { method: 'PUT', body: '経理四年', headers })
  expect((await put({ cookie: mine.cookie })).status).toBe(403)
  expect((await put({ ...mine, origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await put(mine)).status).toBe(204)
  const COMPLETE = `mutation ($id: ID!) { completeUpload(id: $id) { ... on Attachment { state } } }`
  expect((await ask(mine, COMPLETE, { id: place.id })).completeUpload.state).toBe('READY')

  const socket = server.socket(theirs)
  const inbox = socket.iterate({
    query: `subscription { inbox(after: 0) { seq kind subject { __typename } counts { unreadThreads waitingApplicants } } }`,
  })
  const APPLY = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Application { id thread { id } } } }`
  const input = { key: 'k2', postingId, motive: '応募します。', attachmentIds: [place.id], understoodNotReferral: true }
  const { applyToPosting: made } = await ask(mine, APPLY, { input })
  const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { seq } } }`
  await ask(mine, SEND, { input: { key: 'k3', threadId: made.thread.id, body: 'よろしくお願いします。' } })
  const heard: Answer[] = []
  for await (const { data } of inbox) if (heard.push(data?.['inbox']) === 3) break
  expect(heard.map(({ seq, kind, subject }) => [seq, kind, subject.__typename])).toEqual([
    [1, 'MESSAGE', 'Thread'],
    [2, 'APPLICATION', 'Application'],
    [3, 'MESSAGE', 'Thread'],
  ])
  expect(heard[2].counts).toEqual({ unreadThreads: 1, waitingApplicants: 1 })
  await socket.dispose()

  const read = (headers: Record<string, string>) => fetch(`${server.url}/files/${place.id}`, { headers })
  expect(await (await read({ cookie: theirs.cookie })).text()).toBe('経理四年')
  expect((await read({})).status).toBe(404)
})
