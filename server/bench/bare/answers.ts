import { daysBetween, type JstDate } from '../../src/kernel/calendar.ts'
import { encodeCursor } from '../../src/kernel/cursor.ts'
import { idOfUuid, uuidOfId } from '../../src/kernel/ids.ts'
import { isErased, isTakenBack } from '../../src/modules/messages/messages.rules.ts'
import type { SearchFilter } from '../../src/modules/postings/postings.search.filter.rules.ts'
import { placeOf, wageFormText } from '../../src/modules/postings/postings.sheet-text.ts'
import type { Sql } from '../../src/platform/db/connect.ts'
import { POLICY } from '../../src/policy.ts'
import { keptTotals } from '../kept-totals.ts'
import { tokensOf } from '../tokens-of.ts'
import {
  LIST_COUNT,
  LIST_PAGE,
  type ListedRow,
  type MessageColumns,
  ONE_MESSAGE,
  ONE_POSTING,
  PAGE,
  type PostingColumns,
  SEARCH_COUNT,
  SEARCH_PAGE,
} from './statements.ts'

/** Uuid of the signed-in seeker, and the day. */
export interface Asker {
  seekerId: string
  today: JstDate
}

/** The same answers without a graph: one prepared statement each. `same-work.ts` holds them against the graph's. */
export function bareAnswers(sql: Sql) {
  const ask = <Row>(statement: string, values: (string | number | number[])[]): Promise<Row[]> =>
    sql.unsafe(statement, values, { prepare: true }) as unknown as Promise<Row[]>

  const kept = keptTotals()
  const total = (statement: string, values: (string | number[])[]) =>
    kept(JSON.stringify([statement, values]), async () => (await ask<{ count: number }>(statement, values))[0]?.count ?? 0)

  return {
    async list({ seekerId, today }: Asker) {
      const rows = ask<ListedRow>(LIST_PAGE, [today, seekerId])
      return pageOf(await rows, await total(LIST_COUNT, [today]), today)
    },

    async search({ seekerId, today }: Asker, filter: SearchFilter) {
      const tokens = tokensOf(filter, today)
      const rows = ask<ListedRow>(SEARCH_PAGE, [today, seekerId, tokens])
      return pageOf(await rows, await total(SEARCH_COUNT, [today, tokens]), today)
    },

    async posting({ seekerId, today }: Asker, id: string) {
      const [row] = await ask<PostingColumns>(ONE_POSTING, [today, seekerId, uuidOfId('pst', id)])
      return row ? wholePosting(row, today) : null
    },

    async message(party: string, id: string, now: Date) {
      const [row] = await ask<MessageColumns>(ONE_MESSAGE, [uuidOfId('msg', id), party])
      if (!row || isErased(row, now, POLICY) || isTakenBack(row, party, row.party)) return null
      const { seq, senderName, automatic, body, sentAt } = row
      return { id: idOfUuid('msg', row.id), seq, senderName, automatic, mine: row.party === party, body, sentAt }
    },
  }
}
export type BareAnswers = ReturnType<typeof bareAnswers>

function pageOf(rows: readonly ListedRow[], totalCount: number, today: JstDate) {
  const edges = rows.slice(0, PAGE).map((row) => {
    const node = listedPosting(row, today)
    return { cursor: encodeCursor(['NEWEST', row.publishedAt.toISOString(), node.id]), node }
  })
  const pageInfo = { hasNextPage: rows.length > PAGE, endCursor: edges.at(-1)?.cursor ?? null }
  return { edges, pageInfo, totalCount, totalIsExact: true }
}

const postingOf = (row: ListedRow | PostingColumns, today: JstDate) => ({
  id: idOfUuid('pst', row.id),
  postingNumber: row.postingNumber,
  acceptedOn: row.acceptedOn,
  validUntil: row.validUntil,
  applicationsPaused: row.applicationsPaused,
  title: row.title,
  isNew: row.acceptedOn !== null && daysBetween(row.acceptedOn, today) < POLICY.newPostingDays,
  identity: row.employerId !== null ? 'SHOWN' : row.scope === '2' ? 'FOR_SEEKERS' : 'AT_COUNTER',
})

const sheetOf = (row: ListedRow | PostingColumns) => ({
  id: idOfUuid('sht', row.sheetId),
  workTime: row.workTime,
  employmentType: row.employmentType,
  selfApplication: row.selfApplication,
  occupationCode: row.occupationCode,
  placeText: placeOf(row.workplaceMunicipality),
  station: row.station,
  wageFormText: wageFormText(row),
  shownFrom: row.shownFrom,
  shownTo: row.shownTo,
  yearlyHolidays: row.yearlyHolidays,
})

const employerOf = ({ employerId, employerNumber, name, nameKana, business }: ListedRow | PostingColumns) =>
  employerId === null ? null : { id: idOfUuid('emp', employerId), employerNumber, name, nameKana, business }

const listedPosting = (row: ListedRow, today: JstDate) => ({
  ...postingOf(row, today),
  sheet: { ...sheetOf(row), hourlyFrom: row.hourlyFrom },
  employer: employerOf(row),
})

function wholePosting(row: PostingColumns, today: JstDate) {
  const { kind, duties, dutiesChange, education, experience, baseFrom, baseTo, hires, noticeDays } = row
  const { submittedAt, changedAt, version } = row
  const posting = postingOf(row, today)
  return {
    ...posting,
    submittedAt,
    changedAt,
    version,
    isNew: row.status === 'OPEN' && posting.isNew,
    sheet: { ...sheetOf(row), kind, duties, dutiesChange, education, experience, baseFrom, baseTo, hires, noticeDays },
    employer: employerOf(row),
  }
}
