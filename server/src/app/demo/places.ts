import { municipalityByCode, nameInAddress } from '../../modules/offices/data/places.rules.ts'
import addressRows from './addresses.json' with { type: 'json' }
import prefixRows from './postal-prefixes.json' with { type: 'json' }
import type { Random } from './random.ts'

/** A real town; whoever lives there in the demo is invented. */
export type Town = { postalCode: string; prefectureCode: string; municipalityCode: string; city: string; area: string }

const towns = new Map<string, Town[]>()
for (const [postalCode, municipalityCode, area] of addressRows as [string, string, string][]) {
  const municipality = municipalityByCode(municipalityCode)
  if (municipality === undefined) throw new Error(`unknown municipality ${municipalityCode}`)
  const prefectureCode = municipalityCode.slice(0, 2)
  const list = towns.get(prefectureCode) ?? []
  list.push({ postalCode, prefectureCode, municipalityCode, city: nameInAddress(municipality), area })
  towns.set(prefectureCode, list)
}

export const townsOf = (prefectureCode: string): readonly Town[] => towns.get(prefectureCode) ?? []
export const postalPrefixesOf = (prefectureCode: string): readonly string[] =>
  (prefixRows as Record<string, string[]>)[prefectureCode] ?? []

/** Where work is: the prefectures by how many of the demo's employers and people they get. */
const weights: Record<string, number> = {
  '01': 14,
  '04': 7,
  '08': 7,
  '11': 14,
  '12': 13,
  '13': 34,
  '14': 18,
  '15': 7,
  '22': 9,
  '23': 20,
  '26': 8,
  '27': 22,
  '28': 13,
  '33': 6,
  '34': 8,
  '40': 14,
}
const weighted = Array.from({ length: 47 }, (_, index) => {
  const code = String(index + 1).padStart(2, '0')
  return [code, weights[code] ?? 4] as const
})

export const somePrefecture = (random: Random): string => random.weighted(weighted)
export const someTown = (random: Random, prefectureCode: string): Town => random.pick(townsOf(prefectureCode))

/** 「3-14-2」: an invented block behind a real town. */
export const inventedBlock = (random: Random): string => `${random.int(1, 6)}-${random.int(1, 28)}-${random.int(1, 19)}`
