import { addDays, addHours, addMinutes, type JstDate, startOfDay } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { answerUntil, cancellableUntil } from '../../modules/applications/applications.rules.ts'
import { applications, selectionResults } from '../../modules/applications/applications.table.ts'
import { messagesOpenUntil } from '../../modules/messages/messages.rules.ts'
import { messages, threadParties, threadReads, threads } from '../../modules/messages/messages.table.ts'
import { postingParties } from '../../modules/postings/postings.parties.table.ts'
import { newId } from '../../platform/db/columns.ts'
import { POLICY } from '../../policy.ts'
import { demoAccounts } from './accounts.ts'
import { insertRows } from './insert-rows.ts'
import type { LoadedEmployer, LoadedSeeker, Loading } from './load-people.ts'
import type { PostingRows } from './posting-rows.ts'
import { randomOf } from './random.ts'
import type { DemoMessage, DemoThread } from './threads.ts'

interface Loaded {
  seekers: ReadonlyMap<string, LoadedSeeker>
  employers: ReadonlyMap<string, LoadedEmployer>
  postings: ReadonlyMap<string, PostingRows>
}

type MessageRow = typeof messages.$inferInsert

/** Whose last lines the other side has not read yet. */
export interface DemoApplication extends DemoThread {
  unreadBy: 'SEEKER' | 'EMPLOYER' | null
}

const RECEIVED = '応募を受け付けました。'
const SYSTEM = 'まどぐち'

/** Applications with their threads, as applying, writing and recording would have left them. */
export async function loadApplications(loading: Loading, loaded: Loaded, demo: readonly DemoApplication[]): Promise<void> {
  const made = demo.filter((one) => one.appliedAt < loading.now).map((one) => rowsOf(loading, loaded, one))
  const { db } = loading
  await insertRows(
    db,
    threads,
    made.map(({ thread }) => thread),
  )
  await insertRows(
    db,
    threadParties,
    made.flatMap(({ parties }) => parties),
  )
  await insertRows(
    db,
    messages,
    made.flatMap(({ lines }) => lines),
  )
  await insertRows(
    db,
    threadReads,
    made.flatMap(({ reads }) => reads),
  )
  await insertRows(
    db,
    applications,
    made.map(({ application }) => application),
  )
  await insertRows(
    db,
    postingParties,
    made.map(({ application: { postingId, seekerId } }) => ({ postingId, seekerId, reason: 'APPLICATION' as const })),
  )
  await insertRows(
    db,
    selectionResults,
    made.flatMap(({ result }) => result ?? []),
  )
}

function rowsOf({ now }: Loading, { seekers, employers, postings }: Loaded, demo: DemoApplication) {
  const seeker = seekers.get(demo.seekerKey)
  const employer = employers.get(demo.employerKey)
  const rows = postings.get(demo.postingNumber)
  if (!seeker || !employer || !rows) throw new Error(`an application of nobody: ${demo.seekerKey} ${demo.postingNumber}`)
  const applicationId = newId('app')
  const threadId = newId('thr')
  const lines = linesOf(demo, { threadId, seeker, employer }, now)
  const result = demo.result && startOfDay(addDays(demo.result.on, 1)) <= now ? demo.result : null
  const resultAt = result && addHours(startOfDay(result.on), 15)
  const limit = messagesOpenUntil({ resultOn: result?.on ?? null, postingInvalidOn: null }, POLICY)
  const closed = limit !== null && limit.until <= now
  const last = lines.at(-1)?.sentAt ?? demo.appliedAt
  const parties = [
    { threadId, party: seeker.id, displayName: seeker.demo.name, canWrite: true, lastMessageAt: last },
    { threadId, party: employer.id, displayName: employer.demo.name, canWrite: true, lastMessageAt: last },
  ]
  return {
    lines,
    parties,
    thread: {
      id: threadId,
      kind: 'APPLICATION' as const,
      officeId: employer.officeId,
      about: applicationId,
      subject: rows.sheet.title,
      status: closed ? ('CLOSED' as const) : ('OPEN' as const),
      closedReason: limit?.reason ?? null,
      closedAt: closed ? limit.until : null,
      messagesOpenUntil: limit?.until ?? null,
      lastSeq: lines.length,
      lastMessageAt: last,
      createdAt: demo.appliedAt,
    },
    reads: readsOf(demo, { threadId, seeker, employer }, lines),
    application: {
      id: applicationId,
      officeId: employer.officeId,
      seekerId: seeker.id,
      seekerSheetId: seeker.sheetId,
      employerId: employer.id,
      postingId: rows.posting.id,
      sheetId: rows.sheet.id,
      channel: demo.channel,
      status: result?.outcome ?? ('APPLIED' as const),
      motive: demo.motive,
      appliedAt: demo.appliedAt,
      cancellableUntil: cancellableUntil(demo.appliedAt, POLICY),
      answerUntil: answerUntil(demo.appliedAt, rows.sheet.noticeDays),
      closedAt: resultAt,
      resultAt,
      threadId,
    },
    result: result &&
      resultAt && {
        applicationId,
        number: 1,
        outcome: result.outcome,
        startDate: result.outcome === 'HIRED' ? addDays(result.on, 14) : null,
        differences: [],
        messageToSeeker: lines.findLast((line) => line.party === employer.id)?.body ?? null,
        toldOutside: false,
        recordedBy: employer.memberId,
        recordedAt: resultAt,
      },
  }
}

interface Sides {
  threadId: Id<'thr'>
  seeker: LoadedSeeker
  employer: LoadedEmployer
}

function linesOf(demo: DemoApplication, { threadId, seeker, employer }: Sides, now: Date): MessageRow[] {
  const received: MessageRow = {
    threadId: threadId,
    seq: 1,
    party: null,
    senderName: SYSTEM,
    automatic: true,
    body: RECEIVED,
    sentAt: demo.appliedAt,
  }
  const written = demo.messages.filter(({ sentAt }) => sentAt <= now)
  return [
    received,
    ...written.map(({ from, body, sentAt }, index) => ({
      threadId: threadId,
      seq: index + 2,
      party: from === 'SEEKER' ? seeker.id : employer.id,
      accountId: from === 'SEEKER' ? seeker.accountId : employer.accountId,
      senderName: from === 'SEEKER' ? seeker.demo.name : employer.demo.name,
      body,
      sentAt,
    })),
  ]
}

/** Both sides have read everything, but for the side whose turn it is. */
function readsOf(demo: DemoApplication, { threadId, seeker, employer }: Sides, lines: readonly MessageRow[]) {
  const lastOwn = (party: string) => lines.findLast((line) => line.party === party)?.seq ?? 1
  const read = (side: 'SEEKER' | 'EMPLOYER', party: string) => (demo.unreadBy === side ? lastOwn(party) : lines.length)
  const readAt = lines.at(-1)?.sentAt ?? demo.appliedAt
  return [
    ...(seeker.accountId === null
      ? []
      : [{ threadId, accountId: seeker.accountId, party: seeker.id, lastReadSeq: read('SEEKER', seeker.id), readAt }]),
    { threadId, accountId: employer.accountId, party: employer.id, lastReadSeq: read('EMPLOYER', employer.id), readAt },
  ]
}

/**
 * What the demo seeker finds: an application of six hours ago that can still be taken back, one whose answer is overdue
 * with letters not read yet, and whatever else the demo tells.
 */
export function arrange(
  threadsOfDemo: readonly DemoThread[],
  postings: readonly PostingRows[],
  now: Date,
  today: JstDate,
): DemoApplication[] {
  const [first] = postings
  const own = threadsOfDemo.filter((one) => one.seekerKey === 'seeker-1')
  const [older, ...others] = own
  if (!first || !older) throw new Error('the demo seeker has no applications')
  const fresh: DemoApplication = {
    ...older,
    employerKey: 'employer-1',
    postingNumber: first.demo.postingNumber,
    motive: FRESH_MOTIVE,
    appliedAt: addHours(now, -6),
    messages: [],
    result: null,
    unreadBy: null,
  }
  const promised = Number(postings.find((one) => one.demo.postingNumber === older.postingNumber)?.sheet.noticeDays ?? 7)
  const appliedAt = addHours(startOfDay(addDays(today, -(promised + 5))), 12)
  const overdue: DemoApplication = { ...older, appliedAt, messages: unanswered(appliedAt, older), result: null, unreadBy: 'SEEKER' }
  const rest = [...others, ...threadsOfDemo.filter((one) => one.seekerKey !== 'seeker-1')]
  return [
    fresh,
    overdue,
    ...rest.map((one) => ({
      ...one,
      unreadBy: randomOf(`unread ${one.postingNumber} ${one.seekerKey}`).chance(0.3) ? ('EMPLOYER' as const) : null,
    })),
  ]
}

const FRESH_MOTIVE = `経理の実務を4年つづけてきました。月次決算まで任せていただける仕事をさがしており、求人を拝見して応募しました。\n締切りから逆算して早めに確かめることを心がけています。部署をこえて相談しながら進められる職場で、はやく力になれるよう努めます。`

/** Two letters of the employer, and then nothing more. */
function unanswered(appliedAt: Date, { seekerKey }: DemoThread): DemoMessage[] {
  const name = seekerKey === 'seeker-1' ? demoAccounts.seeker.name.split(' ')[0] : ''
  return [
    {
      from: 'EMPLOYER',
      body: `${name}様\n\nご応募ありがとうございます。書類を受け取りました。社内で拝見し、あらためてご連絡します。`,
      sentAt: addMinutes(appliedAt, 95),
    },
    {
      from: 'SEEKER',
      body: 'ご連絡をいただき、ありがとうございます。どうぞよろしくお願いいたします。',
      sentAt: addMinutes(appliedAt, 160),
    },
    {
      from: 'EMPLOYER',
      body: 'お待たせしております。担当者が出張のため、書類の確認にもう少し時間をいただいています。',
      sentAt: addHours(appliedAt, 72),
    },
  ]
}
