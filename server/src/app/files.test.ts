import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  makeEmployer,
  makeMember,
  makeOffice,
  makeOpenPosting,
  makeSeeker,
  makeStaff,
  type MadeEmployer,
  type MadeSeeker,
} from '../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../test/app.ts'
import type { Viewer } from '../graph/context.ts'
import { attachments, blobs } from '../modules/files/files.table.ts'
import type { OfficeRow } from '../modules/offices/offices.table.ts'
import { auditRecords } from '../platform/db/platform.table.ts'
import { handleFiles } from './files.ts'
import { runSweeps } from './jobs.ts'

const NOW = '2026-04-01T09:00:00+09:00'
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF')
const MAX = 10 * 1024 * 1024

let app: TestApp
let server: Server
let base: string
let office: OfficeRow
let employer: MadeEmployer
/** Who asks over HTTP; the cookie is looked at before files are. */
let visitor: Viewer | null = null
beforeAll(async () => {
  app = await testApp({ now: NOW })
  office = await makeOffice(app)
  employer = await makeEmployer(app, office)
  server = createServer((req, res) => void handleFiles(app.services, req, res, async () => app.as(visitor).context()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await app.close()
})

let seeker: MadeSeeker
beforeEach(async () => {
  app.setNow(NOW)
  visitor = null
  seeker = await makeSeeker(app, office)
})

let keys = 0
const key = () => `key-${(keys += 1)}`
const CREATE = `mutation ($input: CreateUploadInput!) { createUpload(input: $input) { ... on Upload { id url maxBytes attachment { id name state url } } ... on Refusal { code problems { path code message } } } }`
const COMPLETE = `mutation ($id: ID!) { completeUpload(id: $id) { ... on Attachment { id name state size problem url } ... on Refusal { code problems { code } } } }`
const create = async (viewer: Viewer, name: string, size: number, more: object = {}): Promise<Answer> =>
  (await app.as(viewer).run(CREATE, { input: { key: key(), name, size, ...more } })).createUpload
const complete = async (viewer: Viewer, id: string): Promise<Answer> => (await app.as(viewer).run(COMPLETE, { id })).completeUpload
const put = (url: string, body: Buffer) => fetch(base + url, { method: 'PUT', body: new Uint8Array(body) })
const get = (id: string, as: Viewer | null) => {
  visitor = as
  return fetch(`${base}/files/${id}`)
}
async function upload(viewer: Viewer, name = '履歴書_水野はるか.pdf', bytes = PDF): Promise<string> {
  const { id, url } = await create(viewer, name, bytes.length)
  expect((await put(url, bytes)).status).toBe(204)
  expect((await complete(viewer, id)).state).toBe('READY')
  return id
}
async function applyWith(attachmentIds: string[], who = seeker): Promise<Answer> {
  const { posting } = await makeOpenPosting(app, office, employer)
  const APPLY = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Application { id thread { id } documents { id name url } } ... on Refusal { code message problems { path code } } } }`
  const input = { key: key(), postingId: posting.id, motive: '応募します。', attachmentIds, understoodNotReferral: true }
  return (await app.as(who.viewer).run(APPLY, { input })).applyToPosting
}
const storedFiles = () =>
  readdirSync(join(app.dataDir, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

describe('sending a file', () => {
  it('goes by a place for one file, its bytes, and the check', async () => {
    const made = await create(seeker.viewer, '履歴書_水野はるか.pdf', PDF.length)
    expect(made).toMatchObject({ maxBytes: MAX, attachment: { name: '履歴書_水野はるか.pdf', state: 'UPLOADING', url: null } })
    expect((await complete(seeker.viewer, made.id)).problems).toEqual([{ code: 'FILE_NOT_READY' }])
    expect((await put(made.url, PDF)).status).toBe(204)
    expect(await complete(seeker.viewer, made.id)).toEqual({
      id: made.id,
      name: '履歴書_水野はるか.pdf',
      state: 'READY',
      size: PDF.length,
      problem: null,
      url: `/files/${made.id}`,
    })
    expect((await put(made.url, PDF)).status).toBe(404)
  })

  it('is refused by name and size before any byte comes', async () => {
    expect((await create(seeker.viewer, '資格証.heic', 10)).problems).toMatchObject([{ path: 'name', code: 'FILE_TYPE' }])
    expect((await create(seeker.viewer, 'a.pdf', MAX + 1)).problems).toMatchObject([
      { path: 'size', code: 'FILE_SIZE', message: '1つ10MBまでです。小さくしてから送ってください。' },
    ])
    expect((await create(seeker.viewer, 'a.pdf', MAX)).maxBytes).toBe(MAX)
  })

  it('is refused when a program calls itself a PDF, and keeps none of it', async () => {
    const { id, url } = await create(seeker.viewer, '履歴書.pdf', 20)
    await put(url, Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0]))
    expect(await complete(seeker.viewer, id)).toMatchObject({
      state: 'REFUSED',
      url: null,
      problem: expect.stringContaining('中身が合いません'),
    })
    expect((await get(id, seeker.viewer)).status).toBe(404)
    expect((await applyWith([id])).problems).toEqual([{ path: 'attachmentIds.0', code: 'FILE_NOT_READY' }])
  })

  it('of 11 MB stops early, whatever length was announced, and leaves nothing on the disk', async () => {
    const before = storedFiles()
    const { id, url } = await create(seeker.viewer, '大きい.pdf', 1000)
    const answer = await new Promise<{ status: number; sent: number }>((resolve, reject) => {
      let sent = 0
      const out = request(base + url, { method: 'PUT' }, (res) => {
        res.resume()
        resolve({ status: res.statusCode ?? 0, sent })
      })
      out.on('error', reject)
      const chunk = Buffer.alloc(64 * 1024, 1)
      const more = () => {
        if (sent >= 40 * 1024 * 1024 || out.destroyed) return
        sent += chunk.length
        if (out.write(chunk)) setImmediate(more)
        else out.once('drain', more)
      }
      more()
    })
    expect(answer.status).toBe(413)
    expect(answer.sent).toBeLessThan(30 * 1024 * 1024)
    expect(await complete(seeker.viewer, id)).toMatchObject({
      state: 'REFUSED',
      problem: '1つ10MBまでです。小さくしてから送ってください。',
    })
    expect(storedFiles()).toBe(before)

    const announced = await create(seeker.viewer, '大きい.pdf', 1000)
    expect((await put(announced.url, Buffer.alloc(11 * 1024 * 1024))).status).toBe(413)
  })

  it('needs the token of its place, and takes the same key once', async () => {
    const first = await create(seeker.viewer, 'a.pdf', 10, { key: 'twice' })
    const again = await create(seeker.viewer, 'a.pdf', 10, { key: 'twice' })
    expect(again.id).toBe(first.id)
    expect((await put(`/files/upload/${first.id}?token=wrong`, PDF)).status).toBe(404)
    expect((await put(again.url, PDF)).status).toBe(204)
    expect(await complete((await makeSeeker(app, office)).viewer, first.id)).toEqual({ code: 'NOT_FOUND', problems: [] })
  })

  it('is not for members who only read, nor for those who are not signed in', async () => {
    const { viewer } = await makeMember(app, employer.employer.id, 'VIEWER')
    for (const [who, code] of [
      [viewer, 'FORBIDDEN'],
      [null, 'UNAUTHENTICATED'],
    ] as const) {
      const { errors } = await app.as(who).ask(CREATE, { input: { key: key(), name: 'a.pdf', size: 10 } })
      expect(errors?.[0]?.extensions['code']).toBe(code)
    }
  })

  it('is answered 405 for other ways, and left to the pages for other addresses', async () => {
    const { id, url } = await create(seeker.viewer, 'a.pdf', 10)
    expect((await fetch(base + url)).status).toBe(405)
    expect((await fetch(`${base}/files/${id}`, { method: 'DELETE' })).status).toBe(405)
    const res = {} as never
    expect(
      await handleFiles(app.services, { url: '/files/x', method: 'GET', headers: {} } as never, res, async () => app.as(null).context()),
    ).toBe(false)
  })
})

describe('reading a file', () => {
  it('always saves it, under its own name, and lets no browser run or keep it', async () => {
    const id = await upload(seeker.viewer, "履歴書 '26(案).pdf")
    const answer = await get(id, seeker.viewer)
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''%E5%B1%A5%E6%AD%B4%E6%9B%B8%20%2726%28%E6%A1%88%29.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  it('of an application is for the two sides and the staff of its office, whose look is kept', async () => {
    const id = await upload(seeker.viewer)
    const elsewhere = await makeOffice(app, { code: '13020', name: '青波公共職業安定所' })
    const others = { otherSeeker: (await makeSeeker(app, office)).viewer, otherEmployer: (await makeEmployer(app, office)).owner }
    const staff = {
      own: await makeStaff(app, office),
      other: await makeStaff(app, elsewhere),
      auditor: await makeStaff(app, office, 'AUDITOR'),
    }
    const matrix = async () => ({
      seeker: (await get(id, seeker.viewer)).status,
      employer: (await get(id, employer.owner)).status,
      otherSeeker: (await get(id, others.otherSeeker)).status,
      otherEmployer: (await get(id, others.otherEmployer)).status,
      visitor: (await get(id, null)).status,
      staff: (await get(id, staff.own)).status,
      otherStaff: (await get(id, staff.other)).status,
      auditor: (await get(id, staff.auditor)).status,
    })
    const nobody = {
      seeker: 200,
      employer: 404,
      otherSeeker: 404,
      otherEmployer: 404,
      visitor: 404,
      staff: 404,
      otherStaff: 404,
      auditor: 404,
    }
    expect(await matrix()).toEqual(nobody)
    const application = await applyWith([id])
    expect(application.documents).toEqual([{ id, name: '履歴書_水野はるか.pdf', url: `/files/${id}` }])
    expect(await matrix()).toEqual({ ...nobody, employer: 200, staff: 200 })
    const looks = await app.db.select().from(auditRecords).where(eq(auditRecords.object, id))
    expect(looks.filter(({ action }) => action === 'readDocument').map(({ actor }) => actor)).toEqual([
      employer.owner.accountId,
      staff.own.accountId,
    ])

    await app
      .as(seeker.viewer)
      .run(`mutation ($id: ID!) { cancelApplication(id: $id) { ... on Application { id } } }`, { id: application.id })
    expect(await matrix()).toEqual({ ...nobody, staff: 200 })
  })

  it('of a message is for the two sides only, once it is sent', async () => {
    const { thread } = await applyWith([])
    const id = await upload(employer.owner, '会社までの地図.pdf')
    expect((await get(id, seeker.viewer)).status).toBe(404)
    const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { attachments { id name url } } ... on Refusal { code problems { path code } } } }`
    const send = async (viewer: Viewer, attachmentIds: string[]): Promise<Answer> =>
      (await app.as(viewer).run(SEND, { input: { key: key(), threadId: thread.id, body: '', attachmentIds } })).sendMessage
    expect((await send(seeker.viewer, [id])).problems).toEqual([{ path: 'attachmentIds.0', code: 'FILE_NOT_READY' }])
    expect((await send(employer.owner, [id])).attachments).toEqual([{ id, name: '会社までの地図.pdf', url: `/files/${id}` }])
    expect((await send(employer.owner, [id])).code).toBe('PROBLEMS')
    expect((await get(id, seeker.viewer)).status).toBe(200)
    expect((await get(id, (await makeSeeker(app, office)).viewer)).status).toBe(404)
    expect((await get(id, await makeStaff(app, office))).status).toBe(404)
    app.setNow('2027-04-02T00:00:00+09:00')
    expect((await get(id, seeker.viewer)).status).toBe(404)
  })

  it('of a message is gone for the employer once the application is taken back', async () => {
    const { id: application, thread } = await applyWith([])
    const file = await upload(seeker.viewer, '作品集.pdf')
    const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { attachments { id } } ... on Refusal { code } } }`
    await app.as(seeker.viewer).run(SEND, { input: { key: key(), threadId: thread.id, body: '', attachmentIds: [file] } })
    const ASK = `query ($id: ID!) { thread(id: $id) { messages { attachments { id } } } }`
    const shown = async (viewer: Viewer): Promise<Answer> =>
      (await app.as(viewer).run(ASK, { id: thread.id })).thread.messages.at(-1).attachments
    expect(await shown(employer.owner)).toEqual([{ id: file }])
    expect((await get(file, employer.owner)).status).toBe(200)
    await app.as(seeker.viewer).run(`mutation ($id: ID!) { cancelApplication(id: $id) { ... on Application { id } } }`, { id: application })
    expect(await shown(employer.owner)).toEqual([])
    expect((await get(file, employer.owner)).status).toBe(404)
    expect(await shown(seeker.viewer)).toEqual([{ id: file }])
    expect((await get(file, seeker.viewer)).status).toBe(200)
  })

  it('takes at most ten with one application', async () => {
    const ids = Array.from({ length: 11 }, (_, i) => `fil_${String(i).padStart(32, '0')}`)
    expect(await applyWith(ids)).toMatchObject({ code: 'FILE_TOO_MANY', message: expect.stringContaining('10個まで') })
  })
})

describe('the sweep', () => {
  it('erases what nothing carries after 24 hours, and the bytes nobody names, and nothing else', async () => {
    const used = await upload(seeker.viewer, '使う.pdf')
    const unused = await upload(seeker.viewer, '使わない.txt', Buffer.from('だれも使いません。'))
    const twin = await upload(seeker.viewer, '同じ中身.pdf')
    await applyWith([used])
    const stateOf = async (id: string) =>
      (
        await app.db
          .select()
          .from(attachments)
          .where(eq(attachments.id, id as never))
      )[0]!
    const { blobHash } = await stateOf(unused)
    app.setNow('2026-04-02T08:59:00+09:00')
    await runSweeps(app.services)
    expect((await stateOf(unused)).state).toBe('READY')
    app.setNow('2026-04-02T09:01:00+09:00')
    await runSweeps(app.services)
    expect([(await stateOf(used)).state, (await stateOf(unused)).state, (await stateOf(twin)).state]).toEqual(['READY', 'ERASED', 'ERASED'])
    expect(await app.db.select().from(blobs).where(eq(blobs.hash, blobHash!))).toEqual([])
    expect(await app.services.files.get(blobHash!)).toBeNull()
    expect((await get(used, seeker.viewer)).status).toBe(200)
    expect((await get(unused, seeker.viewer)).status).toBe(404)
  })
})
