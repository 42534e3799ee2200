import municipalityRows from './municipalities.json' with { type: 'json' }
import prefectureRows from './prefectures.json' with { type: 'json' }

export type Prefecture = { code: string; name: string; kana: string; region: string }

/** `city` is the designated city a ward belongs to, `county` what an address writes before the name of a town or village. */
export type Municipality = { code: string; name: string; kana: string; city?: string; county?: string }

/** The 47 prefectures by JIS X 0401. */
export const prefectures: readonly Prefecture[] = prefectureRows

/** Every municipality by JIS X 0402: cities, towns, villages, the special wards, and designated cities with their wards. */
export const municipalities: readonly Municipality[] = municipalityRows

const prefecturesByCode = new Map(prefectures.map((row) => [row.code, row]))
const municipalitiesByCode = new Map(municipalities.map((row) => [row.code, row]))
const municipalitiesByName = new Map(municipalities.map((row) => [row.code.slice(0, 2) + nameInAddress(row), row]))
const municipalitiesByPrefecture = new Map(prefectures.map(({ code }) => [code, municipalities.filter((row) => row.code.startsWith(code))]))

/** 「南秋田郡大潟村」: the name as an address writes it after the prefecture. */
export function nameInAddress(municipality: Municipality): string {
  return (municipality.county ?? '') + municipality.name
}

export const prefectureByCode = (code: string): Prefecture | undefined => prefecturesByCode.get(code)
export const municipalityByCode = (code: string): Municipality | undefined => municipalitiesByCode.get(code)

/** Those of one prefecture, in the order of their codes. */
export const municipalitiesOf = (prefectureCode: string): readonly Municipality[] => municipalitiesByPrefecture.get(prefectureCode) ?? []

/** A designated city's own code and its wards' codes, since a posting names the ward and a search may name the city. */
export function codesWithin(municipalityCode: string): string[] {
  const wards = municipalitiesOf(municipalityCode.slice(0, 2)).filter((row) => row.city === municipalityCode)
  return [municipalityCode, ...wards.map((row) => row.code)]
}

/** What is asked for a place to work or live: a designated city is named by its ward. */
export function isWholeCity(municipalityCode: string): boolean {
  return codesWithin(municipalityCode).length > 1
}

/** Names that older lists still use: merged, raised to a city, or written with another character. Key: prefecture code and name. */
export const renamedMunicipalities: Readonly<Record<string, { code: string; why: string }>> = {
  '04黒川郡富谷町': { code: '04216', why: '2016-10-10 市制施行で富谷市' },
  '11鶴ケ島市': { code: '11241', why: '市の表記は鶴ヶ島市' },
  '22浜松市中区': { code: '22138', why: '2024-01-01 区の再編で中央区' },
  '22浜松市東区': { code: '22138', why: '2024-01-01 区の再編で中央区' },
  '22浜松市西区': { code: '22138', why: '2024-01-01 区の再編で中央区' },
  '22浜松市南区': { code: '22138', why: '2024-01-01 区の再編で中央区' },
  '22浜松市北区': { code: '22139', why: '2024-01-01 区の再編で浜名区 (三方原地区の七町は中央区)' },
  '22浜松市浜北区': { code: '22139', why: '2024-01-01 区の再編で浜名区' },
  '28篠山市': { code: '28221', why: '2019-05-01 丹波篠山市に改称' },
  '40筑紫郡那珂川町': { code: '40231', why: '2018-10-01 市制施行で那珂川市' },
  '40糟屋郡須惠町': { code: '40344', why: '町の表記は須恵町' },
}
const movedToHamamatsuChuo = new Set(['初生町', '三方原町', '東三方町', '豊岡町', '三幸町', '大原町', '根洗町'])

/** The municipality of an address written today or some years ago; `area` decides where a ward was divided. */
export function municipalityNamed(prefectureCode: string, name: string, area = ''): Municipality | undefined {
  if (prefectureCode === '22' && name === '浜松市北区' && movedToHamamatsuChuo.has(area)) return municipalityByCode('22138')
  const key = prefectureCode + name
  const renamed = renamedMunicipalities[key]
  return municipalitiesByName.get(key) ?? (renamed === undefined ? undefined : municipalityByCode(renamed.code))
}
