import type { EmployerRow, EmployerSheetRow } from '../../src/modules/employers/employers.table.ts'
import type { MessageRow, ThreadRow } from '../../src/modules/messages/messages.table.ts'
import type { PostingSheetRow } from '../../src/modules/postings/postings.sheet.table.ts'
import type { PostingRow } from '../../src/modules/postings/postings.table.ts'

/** What one would write by hand for exactly these questions: joins, the columns that are answered and no others, rights (R25) in SQL. */

export const PAGE = 20

/** $1 today, $2 the seeker; the employer is there only where the seeker may see it. */
const EMPLOYER = `
  left join (employers e join employer_sheets es on es.id = e.sheet_id) on e.id = p.employer_id and (
    sh.scope = '1'
    or sh.scope = '2' and (select status = 'VALID' and (receives_benefit or valid_until is null or valid_until >= $1)
                           from seekers where id = $2)
    or exists (select from posting_parties pp where pp.posting_id = p.id and pp.seeker_id = $2))`
const FOUND = `p.status = 'OPEN' and p.valid_until >= $1 and sh.scope in ('1', '2', '3')`
const EMPLOYER_COLUMNS = 'e.id as employer_id, e.employer_number, es.name, es.name_kana, es.business'
const SHARED_COLUMNS = `
  p.id, p.posting_number, p.accepted_on::text, p.valid_until::text, p.applications_paused, sh.id as sheet_id, sh.scope, sh.title, sh.work_time,
  sh.employment_type, sh.self_application, sh.occupation_code, sh.workplace_municipality, sh.station, sh.wage_form, sh.wage_form_other,
  sh.shown_from, sh.shown_to, sh.yearly_holidays, ${EMPLOYER_COLUMNS}`

/** One row more than a page says whether more follows. The number stands in the text: the planner has to know it. */
const page = (where: string) => `
  select ${SHARED_COLUMNS}, sh.hourly_from, s.published_at
  from posting_search s
  join postings p on p.id = s.posting_id
  join posting_sheets sh on sh.id = p.sheet_id
  ${EMPLOYER}
  where ${FOUND} and s.valid_until >= $1 ${where}
  order by s.published_at desc nulls last, s.posting_id desc nulls last limit ${PAGE + 1}`

export const LIST_PAGE = page('')
export const SEARCH_PAGE = page('and s.seeker_tokens @> $3')
export const LIST_COUNT = 'select count(*)::int as count from posting_search where valid_until >= $1'
export const SEARCH_COUNT = `${LIST_COUNT} and seeker_tokens @> $2`
export const ONE_POSTING = `
  select ${SHARED_COLUMNS}, p.submitted_at, p.changed_at, p.version, p.status, sh.kind, sh.duties, sh.duties_change, sh.education, sh.experience,
    sh.base_from, sh.base_to, sh.hires, sh.notice_days
  from postings p
  join posting_sheets sh on sh.id = p.sheet_id
  ${EMPLOYER}
  where p.id = $3 and (${FOUND} or p.status in ('OPEN', 'ENDED')
    and exists (select from posting_parties pp where pp.posting_id = p.id and pp.seeker_id = $2))`

/** One message as far as a side of its thread may read it. */
export const ONE_MESSAGE = `
  select m.id, m.seq::int, m.party, m.sender_name, m.automatic, m.body, m.sent_at, m.erased_at, t.status, t.closed_reason
  from messages m
  join threads t on t.id = m.thread_id
  join thread_parties tp on tp.thread_id = m.thread_id and tp.party = $2
  where m.id = $1`

type Uuid<Row extends { id: string }> = Omit<Row, 'id'> & { id: string }
type EmployerColumns = {
  employerId: string | null
} & Pick<EmployerRow, 'employerNumber'> & { [K in 'name' | 'nameKana' | 'business']: EmployerSheetRow[K] | null }
type SharedColumns = EmployerColumns &
  Pick<Uuid<PostingRow>, 'id' | 'postingNumber' | 'acceptedOn' | 'validUntil' | 'applicationsPaused'> & { sheetId: string } & Pick<
    PostingSheetRow,
    | 'scope'
    | 'title'
    | 'workTime'
    | 'employmentType'
    | 'selfApplication'
    | 'occupationCode'
    | 'workplaceMunicipality'
    | 'station'
    | 'wageForm'
    | 'wageFormOther'
    | 'shownFrom'
    | 'shownTo'
    | 'yearlyHolidays'
  >
export type ListedRow = SharedColumns & Pick<PostingSheetRow, 'hourlyFrom'> & { publishedAt: Date }
export type PostingColumns = SharedColumns &
  Pick<PostingRow, 'submittedAt' | 'changedAt' | 'version' | 'status'> &
  Pick<PostingSheetRow, 'kind' | 'duties' | 'dutiesChange' | 'education' | 'experience' | 'baseFrom' | 'baseTo' | 'hires' | 'noticeDays'>
export type MessageColumns = Pick<Uuid<MessageRow>, 'id' | 'seq' | 'party' | 'senderName' | 'automatic' | 'body' | 'sentAt' | 'erasedAt'> &
  Pick<ThreadRow, 'status' | 'closedReason'>
