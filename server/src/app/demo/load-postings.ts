import { addDays, addHours, endOfMonth, type JstDate } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { postingSheets } from '../../modules/postings/postings.sheet.table.ts'
import { postingOpenPeriods, postingReviews, postings, postingSearch } from '../../modules/postings/postings.table.ts'
import { newId } from '../../platform/db/columns.ts'
import { drafts } from '../../platform/drafts/drafts.table.ts'
import { insertRows } from './insert-rows.ts'
import type { LoadedEmployer, Loading } from './load-people.ts'
import { openPostingRows, type PostingRows, sheetRow } from './posting-rows.ts'
import { type DemoPosting, rawOf } from './posting-draft.ts'

/** Open postings, found by search. */
export async function loadPostings(
  { db, now }: Pick<Loading, 'db' | 'now'>,
  demo: readonly DemoPosting[],
  employers: ReadonlyMap<string, Omit<LoadedEmployer, 'accountId' | 'memberId' | 'ownerName'>>,
): Promise<PostingRows[]> {
  const made: PostingRows[] = []
  for (let from = 0; from < demo.length; from += AT_ONCE) {
    const rows = demo.slice(from, from + AT_ONCE).map((one) => {
      const employer = employers.get(one.employerKey)
      if (!employer) throw new Error(`no employer ${one.employerKey}`)
      return openPostingRows(one, employer, now)
    })
    await insertRows(
      db,
      postings,
      rows.map(({ posting }) => posting),
    )
    await insertRows(
      db,
      postingSheets,
      rows.map(({ sheet }) => sheet),
    )
    await insertRows(
      db,
      postingSearch,
      rows.flatMap(({ search }) => search ?? []),
    )
    await insertRows(
      db,
      postingOpenPeriods,
      rows.map(({ period }) => period),
    )
    made.push(...rows)
  }
  return made
}

/** A part of the work between two statements: a transaction that waits too long is ended by the server. */
const AT_ONCE = 400

const REASONS = [
  { path: 'hours.daysOffNote', reason: '土曜日に出勤する日があるときは、年に何回くらいかを書いてください。' },
  { path: 'work.duties', reason: '一日の流れがわかるように、扱うものと人数をもう少し書いてください。' },
]

/** What an employer's own list also shows: one returned with reasons, one waiting at the office, one half written. */
export async function loadUnfinished(
  loading: Loading,
  owner: LoadedEmployer,
  waiting: readonly [LoadedEmployer, DemoPosting][],
  texts: readonly DemoPosting[],
  staffId: Id<'stf'>,
) {
  const [returned, submitted, halfWritten] = texts
  if (!returned || !submitted || !halfWritten) throw new Error('the demo employer needs three more texts')
  await loadCase(loading, owner, returned, 'RETURNED', { daysAgo: 4, staffId })
  await loadCase(loading, owner, submitted, 'SUBMITTED', { daysAgo: 1, staffId })
  for (const [index, [employer, text]] of waiting.entries())
    await loadCase(loading, employer, text, 'SUBMITTED', { daysAgo: index + 1, staffId })
  const { kind, establishment, work } = rawOf(halfWritten.steps)
  const begun = {
    kind: kind ?? {},
    establishment: establishment ?? {},
    work: { title: work?.['title'] ?? '', occupationCode: work?.['occupationCode'] ?? '' },
  }
  await loadCase(loading, owner, halfWritten, 'DRAFT', { daysAgo: 0, staffId, typed: begun })
}

async function loadCase(
  { db, now }: Loading,
  employer: LoadedEmployer,
  text: DemoPosting,
  status: 'RETURNED' | 'SUBMITTED' | 'DRAFT',
  { daysAgo, staffId, typed = rawOf(text.steps) }: { daysAgo: number; staffId: Id<'stf'>; typed?: ReturnType<typeof rawOf> },
) {
  const id = newId('pst')
  const submittedAt = addHours(now, -24 * daysAgo - 3)
  const decidedAt = addHours(submittedAt, 22)
  const sheet = status === 'DRAFT' ? null : sheetRow(text, employer, id, status === 'RETURNED' ? 'RETURNED' : 'WAITING', submittedAt)
  await db.insert(postings).values({
    id,
    officeId: employer.officeId,
    employerId: employer.id,
    lineageId: id,
    status,
    sheetId: sheet?.id ?? null,
    submittedAt: sheet ? submittedAt : null,
    createdAt: addHours(submittedAt, -5),
    changedAt: status === 'RETURNED' ? decidedAt : submittedAt,
  })
  if (sheet) await db.insert(postingSheets).values(sheet)
  if (sheet && status === 'RETURNED')
    await db.insert(postingReviews).values({
      postingId: id,
      sheetId: sheet.id,
      outcome: 'RETURNED',
      reasons: REASONS,
      comment: '2か所だけ書き足していただければ、すぐに受理できます。',
      decidedBy: staffId,
      decidedAt,
    })
  await db.insert(drafts).values({
    party: employer.id,
    kind: 'POSTING',
    subject: id,
    steps: typed,
    version: 1,
    savedBy: employer.memberId,
    savedByName: employer.ownerName,
    savedAt: submittedAt,
  })
}

/** The posting the design draws has been open for a while, so that people have applied to it. */
export function openedEarlier(posting: DemoPosting, today: JstDate): DemoPosting {
  const acceptedOn = addDays(today, -12)
  return posting.acceptedOn <= acceptedOn ? posting : { ...posting, acceptedOn, validUntil: endOfMonth(acceptedOn, 2) }
}
