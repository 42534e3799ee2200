import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type MadeEmployer, makeEmployer, makeOffice, makeStaff } from '../../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../../test/app.ts'
import {
  ACCEPT,
  CANCEL,
  CLAIM,
  COPY,
  DISCARD,
  DRAFT,
  nextKey,
  PAUSE,
  postingActs,
  RECALL,
  REJECT,
  RELEASE,
  RESUME,
  RETURN,
  SAVE,
  SUBMIT,
} from '../../../test/posting-acts.ts'
import type { ViewerOf } from '../../graph/context.ts'
import { inboxEvents } from '../../platform/db/platform.table.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { sweepExpiredPostings } from './postings.jobs.ts'

let app: TestApp
let office: OfficeRow
let made: MadeEmployer
let counter: ViewerOf<'staff'>

beforeAll(async () => {
  app = await testApp()
  office = await makeOffice(app)
  counter = await makeStaff(app, office)
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  app.setNow('2026-04-01T09:00:00+09:00')
  made = await makeEmployer(app, office)
})

const act = postingActs(
  () => app,
  () => made,
  () => counter,
)
const reasons = [{ path: 'work.title', reason: '確かめてください。' }]
const returned = async () => {
  const { id } = await act.submitted()
  await app.as(counter).run(RETURN, { id, reasons })
  return act.read(id)
}
const claimed = async () => {
  const { id } = await act.submitted()
  await app.as(counter).run(CLAIM, { id })
  return { id }
}
const paused = async () => {
  const open = await act.opened()
  const { pausePosting } = await app.as(made.owner).run(PAUSE, open)
  return { id: open.id, version: pausePosting.version }
}

const heardBy = (party: string): Promise<{ kind: string; subject: string }[]> =>
  app.db
    .select({ kind: inboxEvents.kind, subject: inboxEvents.subject })
    .from(inboxEvents)
    .where(eq(inboxEvents.party, party))
    .orderBy(inboxEvents.seq)
/** What one act brings into the inboxes of the employer and of the office. */
async function heardDuring(run: () => Promise<Answer>): Promise<{ answer: Answer; employer: object[]; office: object[] }> {
  const before = [await heardBy(made.employer.id), await heardBy(office.id)]
  const answer = await run()
  const [employer, ofOffice] = [await heardBy(made.employer.id), await heardBy(office.id)]
  return { answer, employer: employer.slice(before[0]!.length), office: ofOffice.slice(before[1]!.length) }
}

const as = { member: () => made.owner, staff: () => counter }
test.each<[string, 'member' | 'staff', string, () => Promise<object>, object?]>([
  ['submitPosting', 'member', SUBMIT, () => act.written()],
  ['submitPosting', 'member', SUBMIT, returned],
  ['recallPosting', 'member', RECALL, () => act.submitted()],
  ['claimCase', 'staff', CLAIM, () => act.submitted()],
  ['releaseCase', 'staff', RELEASE, claimed],
  ['acceptPosting', 'staff', ACCEPT, async () => ({ id: (await act.submitted()).id })],
  ['returnPosting', 'staff', RETURN, () => act.submitted(), { reasons }],
  ['rejectPosting', 'staff', REJECT, () => act.submitted(), { reasonCode: 'FAR_WORSE' }],
  ['pausePosting', 'member', PAUSE, () => act.opened()],
  ['resumePosting', 'member', RESUME, paused],
  ['cancelPosting', 'member', CANCEL, () => act.opened(), { reason: 'FILLED' }],
  ['discardPosting', 'member', DISCARD, returned],
])('%s reaches the employer and the office live, once each', async (field, who, operation, prepare, more = {}) => {
  const seen = (await prepare()) as { id: string }
  const { answer, ...heard } = await heardDuring(() => app.as(as[who]()).run(operation, { ...seen, ...more }))
  expect(answer[field].code).toBeUndefined()
  const event = { kind: 'POSTING', subject: seen.id }
  expect(heard).toEqual({ employer: [event], office: [event] })
})

test('what is only a draft reaches the other devices of its employer, and never the office', async () => {
  const drafted = await heardDuring(() => app.as(made.owner).run(DRAFT, { key: `live-${nextKey()}` }))
  const { id, version } = drafted.answer.draftPosting
  expect(drafted).toMatchObject({ employer: [{ kind: 'POSTING', subject: id }], office: [] })
  const copied = await heardDuring(() => app.as(made.owner).run(COPY, { id, key: 'live-copy' }))
  expect(copied).toMatchObject({ employer: [{ kind: 'POSTING', subject: copied.answer.copyPosting.id }], office: [] })
  expect(copied.employer).toHaveLength(1)
  const again = await heardDuring(() => app.as(made.owner).run(COPY, { id, key: 'live-copy' }))
  expect(again).toMatchObject({ employer: [], office: [] })
  const discarded = await heardDuring(() => app.as(made.owner).run(DISCARD, { id, version }))
  expect(discarded).toMatchObject({ employer: [{ kind: 'POSTING', subject: id }], office: [] })
})

test('words saved on the way change no state and disturb nobody', async () => {
  const { id, version } = await returned()
  const saved = await heardDuring(() => app.as(made.owner).run(SAVE, { id, step: 'pr', data: { prMessage: 'よろしく' }, version }))
  expect(saved.answer.savePostingStep.version).toBe(version + 1)
  expect(saved).toMatchObject({ employer: [], office: [] })
})

test('an act that is refused or only tried reaches nobody', async () => {
  const { id, version } = await act.submitted()
  expect(await heardDuring(() => app.as(counter).run(ACCEPT, { id, dryRun: true }))).toMatchObject({ employer: [], office: [] })
  expect(await heardDuring(() => app.as(made.owner).run(PAUSE, { id, version }))).toMatchObject({ employer: [], office: [] })
})

test('the end by time reaches the employer and the office, once each', async () => {
  const { id } = await act.opened()
  app.setNow('2026-07-01T00:00:00+09:00')
  const heard = await heardDuring(() => sweepExpiredPostings(app.as(null).context()))
  const event = { kind: 'POSTING', subject: id }
  expect(heard.employer).toEqual([event])
  expect(heard.office.filter((one) => 'subject' in one && one.subject === id)).toEqual([event])
})
