import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import type { Id } from '../src/kernel/ids.ts'
import { accounts } from '../src/modules/accounts/accounts.table.ts'
import { hashPassword } from '../src/modules/accounts/passwords.ts'
import { receiveUpload } from '../src/modules/files/commands/receive-upload.ts'
import { makeOpenPosting, type MadeEmployer, type MadeSeeker } from './actors.ts'
import type { Answer, TestApp } from './app.ts'
import { browser, rememberAccount } from './browser.ts'
import type { OfficeRow } from '../src/modules/offices/offices.table.ts'

const PASSWORD = 'Tsukuba7#gawa'
const SIGN_IN = `mutation ($email: String!) { signIn(email: $email, password: "${PASSWORD}") { __typename } }`
const WITHDRAW = `mutation { withdraw(input: { currentPassword: "${PASSWORD}", closesEmployer: true }) { __typename ... on Refusal { code } } }`
const UPLOAD = `mutation ($input: CreateUploadInput!) { createUpload(input: $input) { ... on Upload { id url } ... on Refusal { code } } }`
const COMPLETE = `mutation ($id: ID!) { completeUpload(id: $id) { ... on Attachment { state } ... on Refusal { code } } }`
const APPLY = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Application { id thread { id } } ... on Refusal { code } } }`
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { id } ... on Refusal { code } } }`

let count = 0
const key = () => `leaving ${(count += 1)}`

/** The account opens with PASSWORD from now on. */
async function givePassword(app: TestApp, accountId: Id<'acc'>): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD)
  await app.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId))
}

/** 退会, as the person does it: signed in, with the password. */
export async function leave(app: TestApp, accountId: Id<'acc'>, email: string): Promise<void> {
  await givePassword(app, accountId)
  await rememberAccount(app, accountId)
  const by = browser(app)
  await by.run(SIGN_IN, { email })
  const { withdraw } = await by.run(WITHDRAW)
  if (withdraw.__typename !== 'Viewer') throw new Error(JSON.stringify(withdraw))
}

/** A checked file of the seeker that says `text`. */
export async function uploadFile(app: TestApp, who: MadeSeeker, name: string, text: string): Promise<string> {
  const bytes = Buffer.from(text)
  const { id, url } = (await app.as(who.viewer).run(UPLOAD, { input: { key: key(), name, size: bytes.length } })).createUpload
  const token = new URL(url, 'http://here').searchParams.get('token') ?? ''
  await receiveUpload(app.as(who.viewer).context(), { id, token, bytes: Readable.from([bytes]) })
  await app.as(who.viewer).run(COMPLETE, { id })
  return id
}

/** An application with a file, and a word of each side. */
export async function applyAndTalk(app: TestApp, office: OfficeRow, who: MadeSeeker, to: MadeEmployer, text: string): Promise<Answer> {
  const { posting } = await makeOpenPosting(app, office, to)
  const attachmentIds = [await uploadFile(app, who, `${text}.txt`, text)]
  const input = { key: key(), postingId: posting.id, motive: text, attachmentIds, understoodNotReferral: true }
  const made = (await app.as(who.viewer).run(APPLY, { input })).applyToPosting
  for (const viewer of [who.viewer, to.owner])
    await app.as(viewer).run(SEND, { input: { key: key(), threadId: made.thread.id, body: text, attachmentIds: [] } })
  return made
}
