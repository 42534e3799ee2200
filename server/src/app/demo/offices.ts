import type { OpeningHours } from '../../modules/offices/offices.table.ts'
import { officeWords } from './names.ts'
import { inventedPhone } from './numbers.ts'
import { inventedBlock, postalPrefixesOf, someTown } from './places.ts'
import { randomOf } from './random.ts'

export type DemoOffice = {
  kind: 'PUBLIC_OFFICE' | 'CENTER'
  code: string
  name: string
  kana: string
  prefectureCode: string
  municipalityCode: string
  postalCode: string
  address: string
  phone: string
  openingHours: OpeningHours[]
  /** First digits of the postal codes it serves, all within its prefecture. */
  postalPrefixes: string[]
}

/** Prefectures with more than one office. */
const several: Record<string, number> = { '01': 2, '13': 3, '14': 2, '23': 2, '27': 3, '40': 2 }
const centerPrefecture = '13'

const weekdays: OpeningHours = { days: '月曜から金曜', hours: '8:30〜17:15' }
const evening: OpeningHours = { days: '火曜・木曜', hours: '8:30〜19:00' }
const saturday: OpeningHours = { days: '第2・第4土曜', hours: '10:00〜17:00' }

function officeOf(prefectureCode: string, index: number, count: number, word: readonly [string, string]): DemoOffice {
  const random = randomOf(`office ${prefectureCode} ${index}`)
  const town = someTown(random, prefectureCode)
  const prefixes = postalPrefixesOf(prefectureCode)
  const from = Math.floor((prefixes.length * index) / count)
  const to = Math.floor((prefixes.length * (index + 1)) / count)
  return {
    kind: 'PUBLIC_OFFICE',
    code: `${prefectureCode}${String((index + 1) * 10).padStart(3, '0')}`,
    name: `${word[0]}公共職業安定所`,
    kana: `${word[1]}コウキョウショクギョウアンテイショ`,
    prefectureCode,
    municipalityCode: town.municipalityCode,
    postalCode: town.postalCode,
    address: `${town.area}${inventedBlock(random)}`,
    phone: inventedPhone(random),
    openingHours: random.pick([[weekdays], [weekdays, evening], [weekdays, saturday], [weekdays, evening, saturday]]),
    postalPrefixes: prefixes.slice(from, to),
  }
}

/** Invented public offices, at least one per prefecture, and one center. Tokyo's first is 汐見. */
export function makeOffices(): DemoOffice[] {
  const offices: DemoOffice[] = []
  const [first, ...others] = officeWords
  if (first === undefined) throw new Error('no words')
  let next = 0
  for (let prefecture = 1; prefecture <= 47; prefecture++) {
    const code = String(prefecture).padStart(2, '0')
    const count = several[code] ?? 1
    for (let index = 0; index < count; index++) {
      const word = code === '13' && index === 0 ? first : others[next++]
      if (word === undefined) throw new Error('more offices than words')
      offices.push(officeOf(code, index, count, word))
    }
  }
  const random = randomOf('center')
  const town = someTown(random, centerPrefecture)
  offices.push({
    kind: 'CENTER',
    code: `${centerPrefecture}900`,
    name: '汐見しごと移行支援センター',
    kana: 'シオミシゴトイコウシエンセンター',
    prefectureCode: centerPrefecture,
    municipalityCode: town.municipalityCode,
    postalCode: town.postalCode,
    address: `${town.area}${inventedBlock(random)}`,
    phone: inventedPhone(random),
    openingHours: [{ days: '月曜から金曜', hours: '9:00〜17:00' }],
    postalPrefixes: [],
  })
  return offices
}

/** The public office competent for an address: by the first digits of its postal code, within its prefecture. */
export function officeCodeFor(offices: readonly DemoOffice[], prefectureCode: string, postalCode: string): string {
  const near = offices.filter((office) => office.kind === 'PUBLIC_OFFICE' && office.prefectureCode === prefectureCode)
  const office = near.find((one) => one.postalPrefixes.includes(postalCode.slice(0, 3))) ?? near[0]
  if (office === undefined) throw new Error(`no office in prefecture ${prefectureCode}`)
  return office.code
}
