import { POLICY } from '../../policy.ts'
import { worksAtNight } from './postings.search.hours.rules.ts'
import type { Flag } from './postings.search.marks.rules.ts'
import type { SearchableSheet } from './postings.search.sheet.rules.ts'

const needsNoLicence = (sheet: SearchableSheet) =>
  !sheet.licences.some((licence) => licence.demand === 'REQUIRED') && !sheet.drivingLicence.startsWith('REQUIRED')

/** Written with the row, as its words say: one number for all offices. */
const isNearStation = ({ stationTransport, stationMinutes }: SearchableSheet) =>
  stationTransport === 'WALK' && stationMinutes !== null && stationMinutes <= POLICY.nearStationMinutes

const FACTS: Record<Flag, (sheet: SearchableSheet) => boolean | null> = {
  weekendsOff: ({ daysOff }) => daysOff.includes('SAT') && daysOff.includes('SUN'),
  selfApplication: ({ selfApplication, scope }) => selfApplication && (scope === '1' || scope === '2'),
  noExperience: ({ experience }) => experience === 'NONE',
  noEducation: ({ education }) => education === 'NONE',
  noLicence: needsNoLicence,
  noTransfer: ({ transfer }) => !transfer,
  carCommuting: ({ carCommuting }) => carCommuting,
  remote: ({ remoteWork }) => (remoteWork ?? '') !== '',
  regularOnly: ({ employmentType }) => employmentType === 'REGULAR',
  disability: ({ kind }) => kind === 'DISABILITY',
  twoDaysOff: ({ twoDaysOff }) => twoDaysOff === 'EVERY_WEEK',
  noNightWork: (sheet) => !worksAtNight(sheet),
  noFixedOvertime: ({ fixedOvertime }) => !fixedOvertime,
  bonus: ({ bonus }) => bonus,
  retirementPay: ({ retirementPay }) => retirementPay,
  housingSingle: ({ housingSingle }) => housingSingle,
  housingFamily: ({ housingFamily }) => housingFamily,
  nursery: ({ nursery }) => nursery,
  uijWelcome: ({ uijWelcome }) => uijWelcome,
  trial: ({ trial }) => trial !== 'NONE',
  noAgeLimit: ({ ageLimited }) => !ageLimited,
  noSmoking: ({ smoking }) => smoking === 'NO_SMOKING',
  nearStation: isNearStation,
  promotion: ({ promotion }) => promotion,
  noDispatch: ({ dispatch }) => dispatch === 'NONE',
  openEnded: ({ term }) => term === 'NONE',
  lasting: ({ term, renewal }) => term === 'NONE' || renewal === 'AUTOMATIC' || renewal === 'CONDITIONAL',
  reemployment: ({ reemployment, extension }) => reemployment === true || extension === true,
  noDocumentScreening: ({ methods }) => !methods.includes('DOCUMENTS'),
}

export const flagsOf = (sheet: SearchableSheet): Set<string> =>
  new Set(Object.entries(FACTS).flatMap(([flag, holds]) => (holds(sheet) === true ? [flag] : [])))

/** Yen by the month where the posting promises a month's wage; 0 for wages by the hour and forms of their own. */
export function monthlyFrom(sheet: SearchableSheet): number {
  if (sheet.wageForm === 'MONTHLY') return sheet.shownFrom
  if (sheet.wageForm === 'YEARLY') return Math.floor(sheet.shownFrom / 12)
  return sheet.wageForm === 'DAILY' ? Math.floor(sheet.shownFrom * sheet.workingDaysPerMonth) : 0
}

/** Overtime without a number is more than any limit a person sets. */
const UNKNOWN_OVERTIME = 999

export const overtimeHoursOf = ({ overtime, overtimeHours }: SearchableSheet): number =>
  overtime ? Math.min(Math.ceil(overtimeHours ?? UNKNOWN_OVERTIME), UNKNOWN_OVERTIME) : 0

/** Older than anybody. */
const ANY_AGE = 200

export const workableAges = ({ ageLimited, ageFrom, ageTo }: SearchableSheet) =>
  ageLimited ? { ageFrom: ageFrom ?? 0, ageTo: ageTo ?? ANY_AGE } : { ageFrom: 0, ageTo: ANY_AGE }

/** 定年: until which age one works without being taken on anew. */
export const workableUntil = ({ retirement, retirementAge }: SearchableSheet): number => (retirement ? (retirementAge ?? 0) : ANY_AGE)
