import type { JstDate } from '../../kernel/calendar.ts'
import { normalise, normaliseAll, tokenOfValue, tokensOfText } from '../../kernel/tokens.ts'
import { industryByCode, occupationMajorByCode, occupationMiddleByCode } from '../offices/data/classes.rules.ts'
import { municipalityByCode, nameInAddress, prefectureByCode } from '../offices/data/places.rules.ts'
import { CHOICES } from './form/choices.form.ts'
import { providedBits } from './postings.provision.rules.ts'
import { flagsOf, monthlyFrom, overtimeHoursOf, workableAges, workableUntil } from './postings.search.facts.rules.ts'
import { fewestDaysPerWeek, packSpan, spansOf } from './postings.search.hours.rules.ts'
import {
  bitOf,
  industryNumber,
  KIND,
  type Mark,
  MARK_COLUMNS,
  type MarkColumn,
  MARKS,
  markToken,
  numberOf,
  ofDigits,
} from './postings.search.marks.rules.ts'
import type { SearchableEmployer, SearchableSheet } from './postings.search.sheet.rules.ts'

/** Texts that do not lead to the employer. */
function openTexts(postingNumber: string, sheet: SearchableSheet, employer: SearchableEmployer): (string | null | undefined)[] {
  const municipality = municipalityByCode(sheet.workplaceMunicipality)
  const occupation = occupationMiddleByCode(sheet.occupationCode)
  const label = (options: readonly { value: string; label: string }[], value: string) => options.find((o) => o.value === value)?.label
  return [
    postingNumber,
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
  employer.employerNumber,
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

/** Counts up whenever rows would be written otherwise: those of an older edition are written again (postings.jobs.ts). */
export const SEARCH_EDITION = 1

/** The row a posting is found by, or null for scope 4: found by nobody. Scope decides which column knows the employer (R25). */
export function searchRowOf(
  posting: { postingNumber: string; acceptedOn: JstDate; validUntil: JstDate },
  sheet: SearchableSheet,
  employer: SearchableEmployer,
) {
  if (sheet.scope !== '1' && sheet.scope !== '2' && sheet.scope !== '3') return null
  const open = openTexts(posting.postingNumber, sheet, employer)
  const whole = sheet.scope === '3' ? open : [...open, ...identifyingTexts(sheet, employer)]
  const title = normalise(sheet.title)
  const seekerText = `${title}\n${normaliseAll(whole)}`
  const publicText = sheet.scope === '2' ? `${title}\n${normaliseAll(open)}` : seekerText
  const marked: Record<MarkColumn, ReadonlySet<string>> = {
    flags: flagsOf(sheet),
    daysOff: new Set(sheet.daysOff),
    insurances: insurancesOf(sheet),
  }
  const marks = MARK_COLUMNS.flatMap((column) =>
    MARKS[column].flatMap((name, place): Mark[] => (marked[column].has(name) ? [{ column, place }] : [])),
  )
  const bits = (column: MarkColumn) => marks.reduce((sum, mark) => (mark.column === column ? sum | bitOf(mark) : sum), 0)
  const values = {
    prefecture: ofDigits(sheet.workplaceMunicipality.slice(0, 2)),
    municipality: ofDigits(sheet.workplaceMunicipality),
    occupationMajor: ofDigits(occupationMiddleByCode(sheet.occupationCode)?.major ?? ''),
    occupation: ofDigits(sheet.occupationCode),
    workTime: numberOf(CHOICES.workTime, sheet.workTime),
    employmentType: numberOf(CHOICES.employmentType, sheet.employmentType),
    industry: industryNumber(employer.industryCode),
    hoursSystem: numberOf(CHOICES.variableHours, sheet.variableHours),
  }
  const valueTokens = [
    ...(Object.keys(values) as (keyof typeof values)[]).map((name) => tokenOfValue(KIND[name], values[name])),
    ...marks.map(markToken),
  ]
  const seekerTokens = [...tokensOfText(seekerText), ...valueTokens]
  const [hours1 = null, hours2 = null, hours3 = null, hours4 = null] = spansOf(sheet).map(packSpan)
  return {
    ...values,
    publicTokens: publicText === seekerText ? seekerTokens : [...tokensOfText(publicText), ...valueTokens],
    seekerTokens,
    titleTokens: tokensOfText(title),
    publicText,
    seekerText,
    flags: bits('flags'),
    daysOff: bits('daysOff'),
    insurances: bits('insurances'),
    hourlyFrom: sheet.hourlyFrom,
    monthlyFrom: monthlyFrom(sheet),
    yearlyHolidays: Math.min(sheet.yearlyHolidays, 366),
    overtimeHours: overtimeHoursOf(sheet),
    weekDays: fewestDaysPerWeek(sheet),
    ...workableAges(sheet),
    retirementAge: workableUntil(sheet),
    employees: employer.employeesWhole ?? employer.employeesHere,
    hours1,
    hours2,
    hours3,
    hours4,
    provided: providedBits(sheet),
    acceptedOn: posting.acceptedOn,
    validUntil: posting.validUntil,
    edition: SEARCH_EDITION,
  }
}

function insurancesOf(sheet: SearchableSheet): Set<string> {
  const names = new Set(sheet.insurances)
  if (sheet.mutualAid === true) names.add('MUTUAL_AID')
  if (sheet.corporatePensions.length > 0) names.add('CORPORATE_PENSION')
  return names
}

export type SearchRow = NonNullable<ReturnType<typeof searchRowOf>>
