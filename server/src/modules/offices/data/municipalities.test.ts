import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { industryMajors, occupationMajorByCode, occupationMajors, occupationMiddles } from './classes.rules.ts'
import { minimumWages } from './minimum-wages.rules.ts'
import { codesWithin, municipalities, municipalityNamed, nameInAddress, prefectures, renamedMunicipalities } from './places.rules.ts'
import { addressOfPostalCode } from './postal.queries.ts'

const folder = join(dirname(createRequire(import.meta.url).resolve('japan-postal-code/package.json')), 'zipdata')
const postalNames = new Set<string>()
for (const file of readdirSync(folder)) {
  const text = readFileSync(join(folder, file), 'utf8')
  const rows = JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))) as Record<string, [number, string]>
  for (const [prefecture, name] of Object.values(rows)) postalNames.add(String(prefecture).padStart(2, '0') + name)
}
const split = (key: string) => [key.slice(0, 2), key.slice(2)] as const

describe('prefectures and municipalities', () => {
  it('are 47 prefectures numbered 01 to 47', () => {
    expect(prefectures.map((row) => row.code)).toEqual(Array.from({ length: 47 }, (_, i) => String(i + 1).padStart(2, '0')))
  })
  it('have codes of five digits that begin with their prefecture and occur once', () => {
    const known = new Set(prefectures.map((row) => row.code))
    for (const row of municipalities) expect(row.code, row.name).toMatch(/^\d{5}$/)
    expect(municipalities.filter((row) => !known.has(row.code.slice(0, 2)))).toEqual([])
    expect(new Set(municipalities.map((row) => row.code)).size).toBe(municipalities.length)
    expect(new Set(municipalities.map((row) => row.code.slice(0, 2))).size).toBe(47)
  })
  it('have one meaning per written address within a prefecture', () => {
    expect(new Set(municipalities.map((row) => row.code.slice(0, 2) + nameInAddress(row))).size).toBe(municipalities.length)
  })
  it('are 1,918: 792 cities, 743 towns, 189 villages with the northern islands, 23 special wards and 171 wards of 20 designated cities', () => {
    const wards = municipalities.filter((row) => row.city !== undefined)
    const rest = municipalities.filter((row) => row.city === undefined)
    const ending = (mark: string) => rest.filter((row) => row.name.endsWith(mark)).length
    expect([ending('市'), ending('町'), ending('村'), ending('区'), wards.length]).toEqual([792, 743, 189, 23, 171])
    expect(new Set(wards.map((row) => row.city)).size).toBe(20)
    expect(municipalities.length).toBe(1918)
  })
  it('carry kana in katakana', () => {
    for (const row of [...municipalities, ...prefectures]) expect(row.kana, row.name).toMatch(/^[ァ-ヺー]+$/)
  })
  it('put every ward under its own city, and the city before the ward in its name', () => {
    for (const row of municipalities) {
      if (row.city === undefined) continue
      const city = municipalities.find((other) => other.code === row.city)
      expect(row.name.startsWith(city?.name ?? '?'), row.name).toBe(true)
    }
    expect(codesWithin('22130')).toEqual(['22130', '22138', '22139', '22140'])
    expect(codesWithin('13101')).toEqual(['13101'])
  })
})

describe('names of the postal data', () => {
  it('resolve to a municipality each', () => {
    expect([...postalNames].filter((key) => municipalityNamed(...split(key)) === undefined)).toEqual([])
    expect(postalNames.size).toBeGreaterThan(1890)
  })
  it('differ from today’s names only where the list of renamed municipalities says why', () => {
    const differing = [...postalNames].filter((key) => {
      const found = municipalityNamed(...split(key))
      return found !== undefined && nameInAddress(found) !== split(key)[1]
    })
    expect(differing.sort()).toEqual(Object.keys(renamedMunicipalities).sort())
  })
  it('cover every municipality but those without post or made since', () => {
    const covered = new Set([...postalNames].map((key) => municipalityNamed(...split(key))?.code))
    const missing = municipalities.filter((row) => !covered.has(row.code) && codesWithin(row.code).length === 1).map((row) => row.name)
    expect(missing).toEqual(['色丹村', '泊村', '留夜別村', '留別村', '紗那村', '蘂取村'])
  })
})

describe('address of a postal code', () => {
  it('knows prefecture, municipality code, city and area', async () => {
    expect(await addressOfPostalCode('1000001')).toEqual({
      prefectureCode: '13',
      municipalityCode: '13101',
      city: '千代田区',
      area: '千代田',
    })
  })
  it('accepts full-width digits, hyphens of any kind and the postal mark', async () => {
    const expected = await addressOfPostalCode('0100494')
    expect(expected?.city).toBe('南秋田郡大潟村')
    for (const typed of ['010-0494', '０１０－０４９４', '〒010ー0494', ' 010 0494 '])
      expect(await addressOfPostalCode(typed), typed).toEqual(expected)
  })
  it('gives today’s name where the data has an older one', async () => {
    expect((await addressOfPostalCode('4338105'))?.city).toBe('浜松市中央区')
    expect((await addressOfPostalCode('6692101'))?.city).toBe('丹波篠山市')
  })
  it('says null for a code that does not exist or is not a code', async () => {
    for (const typed of ['9999999', '000-0000', '12345', '12345678', '', '../../0', '１２３'])
      expect(await addressOfPostalCode(typed), typed).toBeNull()
  })
})

describe('classes and wages', () => {
  it('are 15 major and 99 middle occupations, each under a major, and 20 industries A to T', () => {
    expect([occupationMajors.length, occupationMiddles.length]).toEqual([15, 99])
    for (const row of occupationMiddles) expect(occupationMajorByCode(row.major), row.code).toBeDefined()
    expect(industryMajors.map((row) => row.code).join('')).toBe('ABCDEFGHIJKLMNOPQRST')
  })
  it('have one minimum wage per prefecture, never falling', () => {
    expect(minimumWages.map((row) => row.code)).toEqual(prefectures.map((row) => row.code))
    for (const row of minimumWages) expect(row.yen, row.code).toBeGreaterThan(row.previousYen)
  })
})
