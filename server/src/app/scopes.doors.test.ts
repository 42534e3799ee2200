import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../test/app.ts'
import { SECRETS } from '../../test/scopes/secrets.ts'
import { SCOPES, type Scope, VIEWERS, type Who } from '../../test/scopes/table.ts'
import { DOCUMENT, makeWorld, type Place, type World } from '../../test/scopes/world.ts'
import type { Viewer } from '../graph/context.ts'
import { mails } from '../platform/db/platform.table.ts'
import { cookieNames } from './cookies.ts'
import { handleFiles } from './files.ts'
import type { ServerServices } from './server-services.ts'
import { staticPages } from './static.ts'

const CLIENT = fileURLToPath(new URL('../../../client', import.meta.url))
let world: World
let server: Server
let base: string
/** Who asks over HTTP; whose cookie it is has been read before. */
let asking: Viewer | null = null
beforeAll(async () => {
  world = await makeWorld()
  const { app } = world
  const pages = staticPages({ ...app.services, web: { clientDir: CLIENT, cookies: cookieNames(false) } } as unknown as ServerServices)
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    if (!(await handleFiles(app.services, req, res, async () => app.as(asking).context())))
      await pages(req, res, new URL(req.url ?? '/', 'http://here').pathname)
  }
  server = createServer((req, res) => void answer(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}, 120_000)
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await world.app.close()
})

const secretsIn = (text: string, { secrets }: Place): string[] =>
  SECRETS.map(({ name }) => name).filter((name) => text.includes(secrets[name]!))
const places = () => Object.values(world.places).flatMap((byScope) => Object.values(byScope))
const get = async (path: string, viewer: Viewer | null) => {
  asking = viewer
  const response = await fetch(base + path)
  return { status: response.status, all: `${JSON.stringify([...response.headers])} ${await response.text()}` }
}

describe('the door of files', () => {
  const READERS: Who[] = ['an applicant', 'its own owner', 'its own recruiter', 'its own reader', 'the counter of its office', 'a manager']
  it.each(VIEWERS)(
    'gives %s a document of an application only as far as the application is theirs, and no employer with it',
    async (who) => {
      for (const scope of SCOPES) {
        const { documentId } = world.applications['an applicant']![scope]
        const { status, all } = await get(`/files/${documentId}`, world.viewers[who](scope))
        expect([scope, status, all.includes(DOCUMENT)]).toEqual([scope, READERS.includes(who) ? 200 : 404, READERS.includes(who)])
        expect(places().flatMap((place) => secretsIn(all, place))).toEqual([])
      }
    },
  )
})

describe('the source of a page', () => {
  it.each(SCOPES)('holds nothing of a posting of scope %s: neither who offers it nor that it is there', async (scope: Scope) => {
    const place = world.places.PROVIDED[scope]
    for (const who of ['a visitor', 'a valid registered seeker', 'its own owner', 'a manager'] as const) {
      const { status, all } = await get(`/jobs/${place.posting.postingNumber}`, world.viewers[who](scope))
      expect([status, secretsIn(all, place), all.includes(place.title)]).toEqual([200, [], false])
    }
  })
})

describe('mails', () => {
  const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { id } ... on Refusal { code } } }`
  const RESULT = `mutation ($input: RecordSelectionResultInput!) { recordSelectionResult(input: $input) { ... on Application { id } ... on Refusal { code problems { path } } } }`

  it('name an employer to nobody but itself, whatever happens to an application', async () => {
    const { app, applications, viewers } = world
    for (const scope of SCOPES) {
      const { id, threadId } = applications['an applicant']![scope]
      const owner = app.as(viewers['its own owner'](scope))
      const sent: Answer = await owner.run(SEND, { input: { key: `mail-${scope}`, threadId, body: '面接の日をご連絡します。' } })
      expect(sent.sendMessage.code).toBeUndefined()
      const result = { applicationId: id, version: 1, outcome: 'NOT_HIRED', messageToSeeker: 'ご応募ありがとうございました。' }
      expect((await owner.run(RESULT, { input: result })).recordSelectionResult).toEqual({ id })
    }
    const written = await app.db.select().from(mails)
    expect(new Set(written.map(({ template }) => template))).toEqual(
      new Set(['newApplication', 'cancelledApplication', 'newMessage', 'selectionResult']),
    )
    for (const { to, subject, text } of written)
      for (const place of places())
        expect([to, to === place.employer.ownerEmail ? [] : secretsIn(`${subject} ${text}`, place)]).toEqual([to, []])
  })
})
