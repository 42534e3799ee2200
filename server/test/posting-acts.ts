import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ViewerOf } from '../src/graph/context.ts'
import type { RawForm } from '../src/kernel/form.ts'
import { postings } from '../src/modules/postings/postings.table.ts'
import { drafts } from '../src/platform/drafts/drafts.table.ts'
import type { MadeEmployer } from './actors.ts'
import type { Answer, TestApp } from './app.ts'
import { typedPosting } from './posting-form.ts'

export const DRAFT = `mutation ($key: String!) { draftPosting(key: $key) { ... on Posting { id status version title viewerCanEdit } ... on Refusal { code } } }`
export const SAVE = `mutation ($id: ID!, $step: String!, $data: FormData!, $version: Int!) { savePostingStep(postingId: $id, step: $step, data: $data, version: $version) {
  ... on Draft { version readyToSubmit problems { path code } steps { key state data } savedByName }
  ... on Refusal { code current { id ... on Draft { version steps { key data } savedByName } ... on Posting { status } } } } }`
export const SUBMIT = `mutation ($id: ID!, $version: Int!, $acknowledge: [AcknowledgementInput!]) { submitPosting(postingId: $id, version: $version, acknowledge: $acknowledge) {
  ... on Posting { status version submittedAt sheet { id number title } } ... on Refusal { code message problems { path code severity } } } }`
export const RECALL = `mutation ($id: ID!, $version: Int!) { recallPosting(postingId: $id, version: $version) { ... on Posting { status version } ... on Refusal { code } } }`
export const DISCARD = `mutation ($id: ID!, $version: Int!) { discardPosting(postingId: $id, version: $version) { ... on Discarded { id } ... on Refusal { code } } }`
export const COPY = `mutation ($id: ID!, $key: String!) { copyPosting(postingId: $id, key: $key) { ... on Posting { id status title draft { problems { path code } } } ... on Refusal { code } } }`
export const CANCEL = `mutation ($id: ID!, $version: Int!, $reason: PostingEndReason!) { cancelPosting(postingId: $id, version: $version, reason: $reason) {
  ... on Posting { status endReason invalidOn isOpen } ... on Refusal { code } } }`
export const PAUSE = `mutation ($id: ID!, $version: Int!) { pausePosting(postingId: $id, version: $version) { ... on Posting { applicationsPaused version status } ... on Refusal { code } } }`
export const RESUME = `mutation ($id: ID!, $version: Int!) { resumePosting(postingId: $id, version: $version) { ... on Posting { applicationsPaused } ... on Refusal { code } } }`
export const CLAIM = `mutation ($id: ID!) { claimCase(id: $id) { ... on Posting { claimedBy { name } version } ... on Refusal { code } } }`
export const RELEASE = `mutation ($id: ID!) { releaseCase(id: $id) { ... on Posting { claimedBy { name } } ... on Refusal { code } } }`
export const ACCEPT = `mutation ($id: ID!, $version: Int, $dryRun: Boolean) { acceptPosting(postingId: $id, version: $version, dryRun: $dryRun) {
  ... on Posting { status postingNumber acceptedOn validUntil validUntilAt isOpen } ... on Refusal { code current { id } } ... on Preview { changes { object field before after } } } }`
export const RETURN = `mutation ($id: ID!, $reasons: [FieldReasonInput!]!, $comment: String) { returnPosting(postingId: $id, reasons: $reasons, comment: $comment) {
  ... on Posting { status } ... on Refusal { code problems { path code } } } }`
export const REJECT = `mutation ($id: ID!, $reasonCode: RejectionReason!) { rejectPosting(postingId: $id, reasonCode: $reasonCode) { ... on Posting { status } ... on Refusal { code } } }`
const READ = `query ($id: ID!) { posting(id: $id) { id status title version draft { version problems { path } } reviews { outcome comment reasons { path label reason } } sheet { number }
  viewerCanSubmit viewerCanEdit viewerCanCancel noteToOffice } }`

let keys = 0
/** A number that no other call of this file has got. */
export const nextKey = (): string => String((keys += 1)).padStart(3, '0')

/** A posting as its member last saw it; a type, so that it serves as variables of a document. */
export type Seen = { id: string; version: number }

/** What tests do with postings through the graph; `made` and `counter` are asked for at each act. */
export function postingActs(app: () => TestApp, made: () => MadeEmployer, counter: () => ViewerOf<'staff'>) {
  const asOwner = () => app().as(made().owner)
  const draft = async (): Promise<Answer> => (await asOwner().run(DRAFT, { key: `draft-${nextKey()}` })).draftPosting
  const read = async (id: string, viewer: Parameters<TestApp['as']>[0] = made().owner): Promise<Answer> =>
    (await app().as(viewer).run(READ, { id })).posting
  /** Typed at once: the steps one after the other are another test's matter. */
  async function written(form: RawForm = typedPosting()): Promise<Seen> {
    const { id, version } = await draft()
    await app().db.update(drafts).set({ steps: form }).where(eq(drafts.subject, id))
    return { id, version }
  }
  async function writtenStepByStep(form: RawForm): Promise<Seen> {
    const { id, version: first } = await draft()
    let version = first
    for (const [step, data] of Object.entries(form))
      version = (await asOwner().run(SAVE, { id, step, data, version })).savePostingStep.version
    return { id, version }
  }
  async function submitted(form?: RawForm): Promise<Seen> {
    const seen = await written(form)
    const { submitPosting } = await asOwner().run(SUBMIT, seen)
    expect(submitPosting.status).toBe('SUBMITTED')
    return { id: seen.id, version: submitPosting.version }
  }
  async function opened(form?: RawForm): Promise<Seen> {
    const { id } = await submitted(form)
    expect((await app().as(counter()).run(ACCEPT, { id })).acceptPosting.status).toBe('OPEN')
    return { id, version: (await read(id)).version }
  }
  const rowsOf = (id: string) =>
    app()
      .db.select()
      .from(postings)
      .where(eq(postings.id, id as never))
  return { written, writtenStepByStep, submitted, opened, read, rowsOf }
}
