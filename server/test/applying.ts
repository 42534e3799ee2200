import { makeEmployer, type MadeEmployer, type MadeSeeker, makeOffice, makeOpenPosting, makeSeeker } from './actors.ts'
import { type Answer, testApp, type TestApp } from './app.ts'
import type { OfficeRow } from '../src/modules/offices/offices.table.ts'
import type { PostingRow } from '../src/modules/postings/postings.table.ts'

/** An office, an employer with an open posting and a valid seeker, and what they do to each other through the graph. */
export let app: TestApp
export let office: OfficeRow
export let employer: MadeEmployer
export let seeker: MadeSeeker
export let posting: PostingRow

const NOW = '2026-04-01T09:00:00+09:00'

/** Once for a test file. */
export async function openStage(): Promise<void> {
  app = await testApp({ now: NOW })
  office = await makeOffice(app)
  employer = await makeEmployer(app, office)
}

/** Before each test: the clock stands where it stood, seeker and posting are new. */
export async function resetStage(): Promise<void> {
  app.setNow(NOW)
  seeker = await makeSeeker(app, office)
  posting = (await makeOpenPosting(app, office, employer)).posting
}

const APPLICATION = `id status version motive nextAct isOverdue viewerCanCancel viewerCanRecordResult cancellableUntil answerUntil
  cancelRefusal { code } steps { label state } documents { id } applicant { name place phone licences careers { value } }
  employerName employerContact { person { name phone } } sheet { id title } thread { id subject counterpart isClosed closedReason closedText messagesOpenUntil openUntilReason viewerCanWrite }
  result { outcome startDate messageToSeeker differences { field label posted offered } }`
const APPLY = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Application { ${APPLICATION} } ... on Refusal { code message problems { path code message } } } }`
const CANCEL = `mutation ($id: ID!) { cancelApplication(id: $id) { ... on Application { ${APPLICATION} } ... on Refusal { code message } } }`
export const RECORD = `mutation ($input: RecordSelectionResultInput!) { recordSelectionResult(input: $input) { ... on Application { ${APPLICATION} } ... on Refusal { code problems { path code } current { id } } } }`
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Refusal { code message } } }`
const MAY_SEND = `query ($id: ID!) { thread(id: $id) { sendRefusal { code message } } }`
const READ = `query ($id: ID!) { application(id: $id) { ${APPLICATION} } }`
export const INBOX = `subscription ($after: Int) { inbox(after: $after) { seq kind subject { id __typename } counts { unreadThreads waitingApplicants } } }`

let keys = 0
const application = (more: object = {}) => ({
  key: `key-${(keys += 1)}`,
  postingId: posting.id,
  motive: '月次決算の経験を生かせると考えました。',
  attachmentIds: [],
  understoodNotReferral: true,
  ...more,
})
export const apply = async (more: object = {}, who = seeker): Promise<Answer> =>
  (await app.as(who.viewer).run(APPLY, { input: application(more) })).applyToPosting
/** Why one cannot write into a thread: as the page is told before, and as the attempt is answered; one line where both say the same. */
export async function refusalsOf(viewer: Parameters<TestApp['as']>[0], threadId: string): Promise<string[]> {
  const before: Answer = (await app.as(viewer).run(MAY_SEND, { id: threadId })).thread.sendRefusal
  const input = { key: `key-${(keys += 1)}`, threadId, body: 'よろしくお願いします。' }
  const tried: Answer = (await app.as(viewer).run(SEND, { input })).sendMessage
  return [...new Set([before, tried].map((no) => `${no?.code} ${no?.message}`))]
}
export const read = async (viewer: Parameters<TestApp['as']>[0], id: string): Promise<Answer> =>
  (await app.as(viewer).run(READ, { id })).application
export const cancel = async (id: string, who = seeker): Promise<Answer> => (await app.as(who.viewer).run(CANCEL, { id })).cancelApplication
export const hired = (id: string, version: number, more: object = {}) => ({
  applicationId: id,
  version,
  outcome: 'HIRED',
  startDate: '2026-05-01',
  sameAsPosted: true,
  messageToSeeker: 'ぜひ一緒に働きましょう。',
  ...more,
})
export const record = async (input: object, viewer = employer.owner): Promise<Answer> =>
  (await app.as(viewer).run(RECORD, { input })).recordSelectionResult
