import { getTableColumns } from 'drizzle-orm'
import { postingSheets, type PostingSheetRow } from './postings.sheet.table.ts'

/** What lists show of a sheet and rules ask of it: a page reads these columns of its rows, not all 140. */
const NAMES = [
  'id',
  'scope',
  'employerSheetId',
  'kind',
  'workTime',
  'selfApplication',
  'trial',
  'workplaceMunicipality',
  'station',
  'stationTransport',
  'stationMinutes',
  'carCommuting',
  'transfer',
  'uijWelcome',
  'remoteWork',
  'title',
  'occupationCode',
  'employmentType',
  'employmentName',
  'ageLimited',
  'education',
  'experience',
  'drivingLicence',
  'licences',
  'wageForm',
  'wageFormOther',
  'fixedOvertime',
  'fixedOvertimeHours',
  'shownFrom',
  'shownTo',
  'hourlyFrom',
  'shifts',
  'rangeFrom',
  'rangeTo',
  'rangeHours',
  'overtime',
  'overtimeHours',
  'daysOff',
  'yearlyHolidays',
] as const satisfies (keyof PostingSheetRow)[]
type Name = (typeof NAMES)[number]

/** What can be made of it, the compiler tells: texts of a brief sheet take this row. */
export type BriefSheetRow = Pick<PostingSheetRow, Name>

const columns = getTableColumns(postingSheets)
export const BRIEF_COLUMNS = Object.fromEntries(NAMES.map((name) => [name, columns[name]])) as Pick<typeof columns, Name>

const TEXTS = [
  'occupationText',
  'employmentTypeText',
  'wageFormText',
  'placeText',
  'stationText',
  'hoursText',
  'overtimeText',
  'daysOffText',
  'flags',
]

/** Fields of PostingSheet that a brief sheet answers; asked for any other, the whole one is read. */
export const BRIEF_FIELDS: ReadonlySet<string> = new Set(['__typename', ...NAMES, ...TEXTS])
