import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeEmployer, type MadeEmployer, makeOffice, makeStaff } from '../../../test/actors.ts'
import { type Answer, type TestApp, testApp } from '../../../test/app.ts'
import { postingActs, SUBMIT } from '../../../test/posting-acts.ts'
import { typedWith } from '../../../test/posting-form.ts'
import type { ViewerOf } from '../../graph/context.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { postingReviews, type PostingRow } from './postings.table.ts'

let app: TestApp
let made: MadeEmployer
let counter: ViewerOf<'staff'>
beforeAll(async () => {
  app = await testApp()
  const office = await makeOffice(app)
  made = await makeEmployer(app, office)
  counter = await makeStaff(app, office)
})
afterAll(() => app.close())
const { written, read } = postingActs(
  () => app,
  () => made,
  () => counter,
)

const ACCEPT = `mutation ($id: ID!, $acknowledge: [AcknowledgementInput!], $dryRun: Boolean) { acceptPosting(postingId: $id, acknowledge: $acknowledge, dryRun: $dryRun) {
  ... on Posting { status } ... on Preview { changes { field } } ... on Refusal { code problems { path code severity message } current { id } } } }`
const REMARKS = { path: 'selection.remarks', code: 'EMPLOYER_NAME_IN_FREE_TEXT' }
const named = (scope: string) => typedWith({ kind: { scope, selfApplication: 'NO' }, selection: { remarks: 'あさなぎ製作室は駅の前です' } })
const submit = async (seen: object, acknowledge: object[] = []): Promise<Answer> =>
  (await app.as(made.owner).run(SUBMIT, { ...seen, acknowledge })).submitPosting
const accept = async (id: string, more: object = {}): Promise<Answer> => (await app.as(counter).run(ACCEPT, { id, ...more })).acceptPosting

it.each(['2', '3'])('a name that everybody reads in scope %s is asked about by both hands, and what they say is kept', async (scope) => {
  const seen = await written(named(scope))
  expect(await submit(seen)).toMatchObject({ code: 'DRAFT_INCOMPLETE', problems: [{ ...REMARKS, severity: 'CONFIRM' }] })
  expect((await submit(seen, [REMARKS])).status).toBe('SUBMITTED')
  const { id } = seen
  const [sheet] = await app.db
    .select()
    .from(postingSheets)
    .where(eq(postingSheets.postingId, id as PostingRow['id']))
  expect(sheet?.acknowledged).toEqual([REMARKS])

  const asked = { code: 'TO_CONFIRM', problems: [{ ...REMARKS, severity: 'CONFIRM' }], current: { id } }
  expect(await accept(id, { dryRun: true })).toMatchObject(asked)
  expect((await accept(id)).problems[0].message).toContain('「当社」「当事業所」のように書いてください')
  expect(await accept(id, { acknowledge: [{ ...REMARKS, path: 'work.duties' }] })).toMatchObject(asked)
  expect((await read(id, counter)).status).toBe('SUBMITTED')
  expect((await accept(id, { acknowledge: [REMARKS], dryRun: true })).changes.length).toBeGreaterThan(0)
  expect((await accept(id, { acknowledge: [REMARKS, { path: 'work.duties', code: 'NEVER_ASKED' }] })).status).toBe('OPEN')
  const [review] = await app.db
    .select()
    .from(postingReviews)
    .where(eq(postingReviews.postingId, id as PostingRow['id']))
  expect(review).toMatchObject({ outcome: 'ACCEPTED', acknowledged: [REMARKS] })
})

it.each(['1', '4'])('and about none in scope %s, where the name is open or nobody reads it', async (scope) => {
  const seen = await written(named(scope))
  expect((await submit(seen)).status).toBe('SUBMITTED')
  expect((await accept(seen.id)).status).toBe('OPEN')
})
