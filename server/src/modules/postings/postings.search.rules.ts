import type { JstDate } from '../../kernel/calendar.ts'
import { normaliseAll, tokenOfValue, tokensOfText } from '../../kernel/tokens.ts'
import { industryByCode, occupationMajorByCode, occupationMiddleByCode } from '../offices/data/classes.rules.ts'
import { municipalityByCode, nameInAddress, prefectureByCode } from '../offices/data/places.rules.ts'
import { CHOICES } from './form/choices.form.ts'

/** What the search keeps of a submitted text: structural, so that demo and tests can make it too. */
export interface SearchableSheet {
  kind: string
  workTime: string
  scope: string
  selfApplication: boolean
  workplaceMunicipality: string
  workplaceAddress: string
  station: string | null
  carCommuting: boolean
  transfer: boolean
  remoteWork: string | null
  title: string
  occupationCode: string
  duties: string
  dutiesChange: string
  employmentType: string
  employmentName: string | null
  education: string
  educationNote: string | null
  experience: string
  experienceNote: string | null
  pcSkills: string | null
  drivingLicence: string
  licences: readonly { name: string; demand: string }[]
  wageForm: string
  allowances: readonly { name: string }[]
  otherAllowances: string | null
  workingDaysPerMonth: number
  hoursNote: string | null
  overtime: boolean
  overtimeHours: number | null
  daysOff: readonly string[]
  daysOffNote: string | null
  yearlyHolidays: number
  nurseryNote: string | null
  prMessage: string | null
  jobFeatures: string | null
  welfare: string | null
  training: string | null
  workLifeSupport: string | null
  selectionPlace: string | null
  remarks: string | null
  selectionNote: string | null
  hourlyFrom: number
  shownFrom: number
}

export interface SearchableEmployer {
  name: string
  nameKana: string
  industryCode: string
  business: string
}

/** Kinds of filter values among the tokens; a number once given is never given to another kind. */
export const KIND = { prefecture: 1, municipality: 2, occupationMajor: 3, occupation: 4, workTime: 5, employmentType: 6, flag: 7 } as const

/** Yes-no filters, each a bit of `posting_search.flags` and a token; the order is stored, so new ones are added at the end. */
export const FLAGS = {
  weekendsOff: '土日休み',
  selfApplication: 'オンライン応募可',
  noExperience: '未経験可',
  noEducation: '学歴不問',
  noLicence: '資格・免許なしで可',
  noTransfer: '転勤なし',
  carCommuting: '車通勤可',
  remote: '在宅勤務あり',
  regularOnly: '正社員',
  disability: '障害のある方の求人',
} as const
export type Flag = keyof typeof FLAGS
export const FLAG_NAMES = Object.keys(FLAGS) as Flag[]
export const bitOf = (flag: Flag): number => 1 << FLAG_NAMES.indexOf(flag)
export const flagToken = (flag: Flag): number => tokenOfValue(KIND.flag, FLAG_NAMES.indexOf(flag) + 1)

/** Choices as small numbers: their place in the list, from 1; 0 is none of them. */
export const numberOf = (options: readonly { value: string }[], value: string): number =>
  options.findIndex((option) => option.value === value) + 1
export const ofDigits = (code: string): number => (/^\d{1,5}$/.test(code) ? Number(code) : 0)

const needsNoLicence = (sheet: SearchableSheet) =>
  !sheet.licences.some((licence) => licence.demand === 'REQUIRED') && !sheet.drivingLicence.startsWith('REQUIRED')

const flagsOf = (sheet: SearchableSheet): Record<Flag, boolean> => ({
  weekendsOff: sheet.daysOff.includes('SAT') && sheet.daysOff.includes('SUN'),
  selfApplication: sheet.selfApplication && (sheet.scope === '1' || sheet.scope === '2'),
  noExperience: sheet.experience === 'NONE',
  noEducation: sheet.education === 'NONE',
  noLicence: needsNoLicence(sheet),
  noTransfer: !sheet.transfer,
  carCommuting: sheet.carCommuting,
  remote: (sheet.remoteWork ?? '') !== '',
  regularOnly: sheet.employmentType === 'REGULAR',
  disability: sheet.kind === 'DISABILITY',
})

/** Yen by the month where the posting promises a month's wage; 0 for wages by the hour and forms of their own. */
function monthlyFrom(sheet: SearchableSheet): number {
  if (sheet.wageForm === 'MONTHLY') return sheet.shownFrom
  if (sheet.wageForm === 'YEARLY') return Math.floor(sheet.shownFrom / 12)
  return sheet.wageForm === 'DAILY' ? Math.floor(sheet.shownFrom * sheet.workingDaysPerMonth) : 0
}

/** Overtime without a number is more than any limit a person sets. */
const UNKNOWN_OVERTIME = 999

/** Texts that do not lead to the employer. */
function openTexts(postingNumber: string, sheet: SearchableSheet, employer: SearchableEmployer): (string | null | undefined)[] {
  const municipality = municipalityByCode(sheet.workplaceMunicipality)
  const occupation = occupationMiddleByCode(sheet.occupationCode)
  const label = (options: readonly { value: string; label: string }[], value: string) => options.find((o) => o.value === value)?.label
  return [
    postingNumber,
    sheet.title,
    sheet.duties,
    sheet.dutiesChange,
    occupation?.name,
    occupation && occupationMajorByCode(occupation.major)?.name,
    industryByCode(employer.industryCode)?.name,
    `${prefectureByCode(sheet.workplaceMunicipality.slice(0, 2))?.name ?? ''}${municipality ? nameInAddress(municipality) : ''}`,
    sheet.station,
    label(CHOICES.workTime, sheet.workTime),
    label(CHOICES.employmentType, sheet.employmentType),
    label(CHOICES.wageForm, sheet.wageForm),
    sheet.employmentName,
    sheet.remoteWork === null ? null : `在宅勤務 ${sheet.remoteWork}`,
    sheet.educationNote,
    sheet.experienceNote,
    sheet.pcSkills,
    ...sheet.licences.map((licence) => licence.name),
    ...sheet.allowances.map((allowance) => allowance.name),
    sheet.otherAllowances,
    sheet.hoursNote,
    sheet.daysOffNote,
    sheet.nurseryNote,
    sheet.remarks,
    sheet.selectionNote,
  ]
}

/** R25: texts that name or lead to the employer; no contact person, whom nobody finds by search. */
const identifyingTexts = (sheet: SearchableSheet, employer: SearchableEmployer): (string | null)[] => [
  employer.name,
  employer.nameKana,
  employer.business,
  sheet.workplaceAddress,
  sheet.prMessage,
  sheet.jobFeatures,
  sheet.welfare,
  sheet.training,
  sheet.workLifeSupport,
  sheet.selectionPlace,
]

/** The row a posting is found by, or null for scope 4: found by nobody. Scope decides which column knows the employer (R25). */
export function searchRowOf(
  posting: { postingNumber: string; acceptedOn: JstDate; validUntil: JstDate },
  sheet: SearchableSheet,
  employer: SearchableEmployer,
) {
  if (sheet.scope !== '1' && sheet.scope !== '2' && sheet.scope !== '3') return null
  const open = openTexts(posting.postingNumber, sheet, employer)
  const whole = sheet.scope === '3' ? open : [...open, ...identifyingTexts(sheet, employer)]
  const seekerText = normaliseAll(whole)
  const publicText = sheet.scope === '2' ? normaliseAll(open) : seekerText
  const flags = flagsOf(sheet)
  const values = {
    prefecture: ofDigits(sheet.workplaceMunicipality.slice(0, 2)),
    municipality: ofDigits(sheet.workplaceMunicipality),
    occupationMajor: ofDigits(occupationMiddleByCode(sheet.occupationCode)?.major ?? ''),
    occupation: ofDigits(sheet.occupationCode),
    workTime: numberOf(CHOICES.workTime, sheet.workTime),
    employmentType: numberOf(CHOICES.employmentType, sheet.employmentType),
  }
  const valueTokens = [
    ...(Object.keys(values) as (keyof typeof values)[]).map((name) => tokenOfValue(KIND[name], values[name])),
    ...FLAG_NAMES.filter((flag) => flags[flag]).map(flagToken),
  ]
  const seekerTokens = [...tokensOfText(seekerText), ...valueTokens]
  return {
    ...values,
    publicTokens: publicText === seekerText ? seekerTokens : [...tokensOfText(publicText), ...valueTokens],
    seekerTokens,
    publicText,
    seekerText,
    hourlyFrom: sheet.hourlyFrom,
    monthlyFrom: monthlyFrom(sheet),
    yearlyHolidays: Math.min(sheet.yearlyHolidays, 366),
    overtimeHours: sheet.overtime ? Math.min(Math.ceil(sheet.overtimeHours ?? UNKNOWN_OVERTIME), UNKNOWN_OVERTIME) : 0,
    flags: FLAG_NAMES.reduce((bits, flag) => (flags[flag] ? bits | bitOf(flag) : bits), 0),
    acceptedOn: posting.acceptedOn,
    validUntil: posting.validUntil,
  }
}
export type SearchRow = NonNullable<ReturnType<typeof searchRowOf>>
