import type { JstDate } from '../../kernel/calendar.ts'
import { minimumWages as shipped } from './data/minimum-wages.rules.ts'

const EIGHT = 8
const SIX = 6

/** 求職番号・求人番号・送出情報番号: five digits of the office, then eight of its own count. */
export const caseNumber = (officeCode: string, count: number): string => `${officeCode}-${String(count).padStart(EIGHT, '0')}`

/** 事業所番号 has 4-6-1 digits: its first part names a region that several offices may share. */
export const employerNumberScope = (officeCode: string): string => officeCode.slice(0, 4)

/** The last digit checks the ten before it (modulus 10, weights 2 and 1 from the right), so that a slip of the pen is seen. */
export function employerNumber(officeCode: string, count: number): string {
  const region = employerNumberScope(officeCode)
  const own = String(count).padStart(SIX, '0')
  const sum = [...`${region}${own}`].reverse().reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return `${region}-${own}-${(10 - (sum % 10)) % 10}`
}

export interface LoadedWage {
  prefectureCode: string
  validFrom: JstDate
  yen: number
}

/** The regional minimum wage in force on a day (最低賃金法 14): what staff loaded, on top of the year that ships with the system. */
export function minimumWageInForce(loaded: readonly LoadedWage[], prefectureCode: string, on: JstDate): number {
  const base = shipped.find((row) => row.code === prefectureCode)
  if (!base) throw new Error(`no prefecture ${prefectureCode}`)
  const rows = [
    { validFrom: '0000-01-01', yen: base.previousYen },
    { validFrom: base.from, yen: base.yen },
    ...loaded.filter((row) => row.prefectureCode === prefectureCode),
  ]
  const inForce = rows.filter((row) => row.validFrom <= on)
  return inForce.reduce((newest, row) => (row.validFrom >= newest.validFrom ? row : newest)).yen
}

/** The office competent for an address: the longest fitting prefix, its own prefecture first, else the prefecture's first office. */
export function competentOffice<O extends { code: string; prefectureCode: string; postalPrefixes: readonly string[] }>(
  offices: readonly O[],
  postalCode: string,
  prefectureCode: string | null,
): O | null {
  const fit = (office: O) => Math.max(0, ...office.postalPrefixes.filter((prefix) => postalCode.startsWith(prefix)).map((p) => p.length))
  const isNear = (office: O) => office.prefectureCode === prefectureCode
  const candidates = offices.filter((office) => fit(office) > 0 || isNear(office))
  const inOrder = candidates.toSorted((a, b) => fit(b) - fit(a) || Number(isNear(b)) - Number(isNear(a)) || a.code.localeCompare(b.code))
  return inOrder[0] ?? null
}
