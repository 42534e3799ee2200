import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../../../test/app.ts'
import { makeOffice } from '../../../test/actors.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { officeOfPostalCode } from './offices.queries.ts'
import { caseNumber, employerNumber, minimumWageInForce } from './offices.rules.ts'
import { nextNumber, nextSeekerNumber } from './offices.steps.ts'
import { minimumWages, offices } from './offices.table.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
})
afterAll(() => app.close())
const run = (source: string, variables = {}) => app.as(null).run(source, variables)

describe('places', () => {
  it('are 47 prefectures with their municipalities', async () => {
    const { prefectures, municipalities } = await run(
      '{ prefectures { code name } municipalities(prefectureCode: "05") { code name kana prefectureCode } }',
    )
    expect(prefectures).toHaveLength(47)
    expect(municipalities).toContainEqual({ code: '05368', name: '南秋田郡大潟村', kana: 'オオガタムラ', prefectureCode: '05' })
    expect((await run('{ municipalities(prefectureCode: "99") { code } }')).municipalities).toEqual([])
  })

  it('are found by a postal code in any width, or not at all', async () => {
    const document =
      'query ($c: String!) { addressOfPostalCode(postalCode: $c) { postalCode prefecture { name } municipality { name } area } }'
    const expected = { postalCode: '0100494', prefecture: { name: '秋田県' }, municipality: { name: '南秋田郡大潟村' } }
    for (const c of ['0100494', '010-0494', '〒０１０－０４９４'])
      expect((await run(document, { c })).addressOfPostalCode).toMatchObject(expected)
    for (const c of ['9999999', '123', '']) expect((await run(document, { c })).addressOfPostalCode).toBeNull()
  })

  it('have occupations and industries by class', async () => {
    const { occupations, industries } = await run(
      '{ occupations { code name middles { code name } } industries { code name middles { code } } }',
    )
    expect(occupations).toHaveLength(15)
    expect(occupations.flatMap((o: { middles: unknown[] }) => o.middles)).toHaveLength(99)
    expect(industries).toHaveLength(20)
  })
})

describe('minimum wage', () => {
  it('is the one in force on the day, before and from the day it rises', async () => {
    const document = 'query ($on: Day) { prefectures { code minimumWage(on: $on) } }'
    const tokyo = async (on?: string) =>
      (await run(document, { on })).prefectures.find((p: { code: string }) => p.code === '13').minimumWage
    expect([await tokyo('2025-10-02'), await tokyo('2025-10-03')]).toEqual([1163, 1226])
    await app.db.insert(minimumWages).values({ prefectureCode: '13', validFrom: '2026-12-01', yen: 1290, loadedAt: app.clock.now() })
    expect([await tokyo(), await tokyo('2026-11-30'), await tokyo('2026-12-01')]).toEqual([1226, 1226, 1290])
  })

  it('of a loaded row on the same day stands before the shipped one', () => {
    const shippedDay = '2025-10-03'
    expect(minimumWageInForce([{ prefectureCode: '13', validFrom: shippedDay, yen: 1300 }], '13', shippedDay)).toBe(1300)
    expect(minimumWageInForce([{ prefectureCode: '27', validFrom: shippedDay, yen: 1300 }], '13', shippedDay)).toBe(1226)
  })
})

describe('the office of an address', () => {
  it('has the longest fitting prefix, its own prefecture before another one, else the first of the prefecture', async () => {
    const shiomi = await makeOffice(app)
    const minato = await makeOffice(app, { code: '13020', name: '港野公共職業安定所', postalPrefixes: ['1000', '105'] })
    const center = await makeOffice(app, { code: '13900', kind: 'CENTER', postalPrefixes: ['1000001'] })
    const abroad = await makeOffice(app, { code: '14010', prefectureCode: '14', postalPrefixes: ['105'] })
    const codeOf = async (postalCode: string) => (await officeOfPostalCode(app.db, postalCode))?.code
    expect(await codeOf('1000001')).toBe(minato.code)
    expect(await codeOf('105-0001')).toBe(minato.code)
    expect(await codeOf('1510051')).toBe(shiomi.code)
    expect(await codeOf('2310001')).toBe(abroad.code)
    expect(await codeOf('0100494')).toBeUndefined()
    expect(await codeOf('9999999')).toBeUndefined()
    expect(center.kind).toBe('CENTER')
  })

  it('is public, by list and by id', async () => {
    const { offices: all } = await run('{ offices { code address } }')
    expect(all.map((o: { code: string }) => o.code)).toEqual(['13010', '13020', '13900', '14010'])
    expect(all[0].address).toBe('東京都千代田区千代田9-9-9')
    const near = await run('{ offices(prefectureCode: "14") { id kind openingHours { days hours } prefecture { name } } }')
    expect(near.offices).toMatchObject([
      { kind: 'PUBLIC_OFFICE', prefecture: { name: '神奈川県' }, openingHours: [{ hours: '8:30〜17:15' }] },
    ])
    const { node } = await run('query ($id: ID!) { node(id: $id) { id ... on Office { name } } }', { id: near.offices[0].id })
    expect(node).toMatchObject({ id: near.offices[0].id, name: '汐見公共職業安定所' })
  })
})

describe('numbers', () => {
  it('are written with the office in front', () => {
    expect(caseNumber('13010', 161)).toBe('13010-00000161')
    expect(employerNumber('13010', 1)).toMatch(/^1301-000001-\d$/)
    expect(employerNumber('13010', 12)).not.toBe(employerNumber('13010', 21))
  })

  it('have a check digit that a slip of one digit or a swap of neighbours changes', () => {
    const digitOf = (count: number) => employerNumber('13010', count).at(-1)
    const slips = [111_111, 211_111, 121_111, 112_111, 111_211, 111_121, 111_112].map(digitOf)
    expect(slips.slice(1)).not.toContain(slips[0])
    expect(digitOf(123_456)).not.toBe(digitOf(132_456))
  })

  it('run without holes or doubles, whoever asks at once and whoever fails', async () => {
    const [office] = await app.db.select().from(offices).where(eq(offices.code, '13010'))
    const numbers: string[] = []
    const take = (fails: boolean) =>
      inTransaction(app.as(null).context(), {}, async (tx) => {
        const number = await nextSeekerNumber(tx, office!)
        if (fails) return new Refusal('NOT_FOUND')
        numbers.push(number)
        return { id: number }
      })
    await Promise.all(Array.from({ length: 20 }, (_, n) => take(n % 4 === 3)))
    expect(numbers.toSorted()).toEqual(Array.from({ length: 15 }, (_, n) => caseNumber('13010', n + 1)))
  })

  it('of different kinds do not share a count', async () => {
    const counts = await Promise.all(
      (['POSTING', 'EMPLOYER'] as const).map((kind) =>
        inTransaction(app.as(null).context(), {}, async (tx) => ({ id: String(await nextNumber(tx, '99999', kind)) })),
      ),
    )
    expect(counts).toEqual([{ id: '1' }, { id: '1' }])
  })
})
