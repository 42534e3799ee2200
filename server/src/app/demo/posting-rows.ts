import { addDays } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { readPosting } from '../../modules/postings/postings.form.ts'
import { searchRowOf } from '../../modules/postings/postings.search.rules.ts'
import { sheetOf } from '../../modules/postings/postings.sheet.ts'
import type { postingSheets } from '../../modules/postings/postings.sheet.table.ts'
import type { postingOpenPeriods, postings, postingSearch } from '../../modules/postings/postings.table.ts'
import { newId } from '../../platform/db/columns.ts'
import type { DemoEmployer } from './employers.ts'
import { type DemoPosting, rawOf } from './posting-draft.ts'
import { randomOf } from './random.ts'
import { duringOfficeHours } from './time-of-day.ts'

/** The rows an employer stands for. */
export interface KnownEmployer {
  id: Id<'emp'>
  sheetId: Id<'ems'>
  officeId: Id<'off'>
  demo: DemoEmployer
}

export interface PostingRows {
  demo: DemoPosting
  posting: typeof postings.$inferInsert & { id: Id<'pst'> }
  sheet: typeof postingSheets.$inferInsert & { id: Id<'sht'> }
  search: typeof postingSearch.$inferInsert | null
  period: typeof postingOpenPeriods.$inferInsert
}

type Outcome = (typeof postingSheets.$inferInsert)['outcome']

/** The immutable text of a posting, as submitting it would have written it. */
export function sheetRow(demo: DemoPosting, employer: KnownEmployer, postingId: Id<'pst'>, outcome: Outcome, submittedAt: Date) {
  const { values } = readPosting(rawOf(demo.steps))
  return {
    ...sheetOf(values, employer.demo),
    id: newId('sht'),
    postingId,
    number: 1,
    submittedAt,
    submittedBy: employer.id,
    outcome,
    acknowledged: [],
    provisionAgreedAt: values['provisionAgreement'] === null ? null : submittedAt,
    employerSheetId: employer.sheetId,
  } as typeof postingSheets.$inferInsert & { id: Id<'sht'>; hires: number }
}

/** An accepted posting with everything that acceptance writes. */
export function openPostingRows(demo: DemoPosting, employer: KnownEmployer, now: Date): PostingRows {
  const random = randomOf(`moments ${demo.postingNumber}`)
  const { postingNumber, acceptedOn, validUntil } = demo
  const id = newId('pst')
  const submittedAt = duringOfficeHours(random, addDays(acceptedOn, -random.int(1, 3)), now)
  const acceptedAt = duringOfficeHours(random, acceptedOn, now)
  const sheet = sheetRow(demo, employer, id, 'ACCEPTED', submittedAt)
  const found = searchRowOf({ postingNumber, acceptedOn, validUntil }, sheet as never, employer.demo)
  return {
    demo,
    posting: {
      id,
      officeId: employer.officeId,
      employerId: employer.id,
      lineageId: id,
      postingNumber,
      status: 'OPEN',
      sheetId: sheet.id,
      submittedAt,
      acceptedOn,
      validUntil,
      createdAt: submittedAt,
      changedAt: acceptedAt,
    },
    sheet,
    search: found && { postingId: id, ...found, publishedAt: acceptedAt },
    period: { postingId: id, openFrom: acceptedOn, hires: sheet.hires },
  }
}
