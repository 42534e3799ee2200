import { municipalityByCode, nameInAddress, prefectureByCode } from './data/places.rules.ts'

/** A prefecture as the graph shows it. */
export function prefectureView(code: string): { code: string; name: string } {
  const found = prefectureByCode(code)
  if (!found) throw new Error(`no prefecture ${code}`)
  return found
}

/** A municipality as the graph shows it: with the county that an address writes. */
export function municipalityView(code: string): { code: string; name: string; kana: string; prefectureCode: string } {
  const found = municipalityByCode(code)
  if (!found) throw new Error(`no municipality ${code}`)
  return { code, name: nameInAddress(found), kana: found.kana, prefectureCode: code.slice(0, 2) }
}

/** 「東京都千代田区千代田1-1」 */
export function addressLine(place: { prefectureCode: string; municipalityCode: string; address: string }): string {
  const municipality = municipalityByCode(place.municipalityCode)
  return `${prefectureByCode(place.prefectureCode)?.name ?? ''}${municipality ? nameInAddress(municipality) : ''}${place.address}`
}
