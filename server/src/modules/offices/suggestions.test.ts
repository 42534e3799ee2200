import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { normalise } from '../../kernel/tokens.ts'
import { occupationMiddleByCode, occupationMiddles } from './data/classes.rules.ts'
import { occupationWords, suggest } from './suggestions.rules.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
}, 60_000)
afterAll(() => app.close())

const names = (text: string, first = 8, kinds?: Parameters<typeof suggest>[2]) =>
  suggest(text, first, kinds).map(({ name, within }) => (within === null ? name : `${within} ${name}`))
const codes = (text: string) => suggest(text, 20, ['OCCUPATION']).map(({ code }) => code)

describe('everyday words for occupations', () => {
  it('are 250 and more, each with a class that exists, none twice and none empty', () => {
    expect(occupationWords.length).toBeGreaterThanOrEqual(250)
    for (const { word, kana, codes: classes } of occupationWords) {
      expect(normalise(word), word).not.toBe('')
      expect(classes.length, word).toBeGreaterThan(0)
      expect(new Set(classes).size, word).toBe(classes.length)
      for (const code of classes) expect(occupationMiddleByCode(code), `${word} ${code}`).toBeDefined()
      expect(kana ?? word, `${word} has a reading in katakana`).toMatch(/^[ァ-ヺーぁ-ん]+$/u)
    }
    expect(new Set(occupationWords.map(({ word }) => normalise(word))).size).toBe(occupationWords.length)
  })

  it('reach every class', () => {
    const reached = new Set(occupationWords.flatMap((row) => row.codes))
    expect(occupationMiddles.filter(({ code }) => !reached.has(code))).toEqual([])
  })

  it.each([
    ['エンジニア', '009'],
    ['プログラマー', '009'],
    ['大工', '091'],
    ['介護', '050'],
    ['レジ', '045'],
    ['事務', '034'],
    ['ドライバー', '083'],
    ['保育士', '029'],
    ['ｺｯｸ', '055'],
    ['ｓｅ', '009'],
  ])('lead to the likeliest class first: 「%s」', (word, code) => {
    expect(codes(word)[0]).toBe(code)
  })

  it('are found by their reading, and while a syllable is still being typed', () => {
    for (const typed of ['かいご', 'カイゴ', 'ｶｲｺﾞ', 'かいg']) expect([typed, codes(typed)[0]]).toEqual([typed, '050'])
    expect(codes('ほいくし')[0]).toBe('029')
  })

  it('stand beside each class for lists that are looked through on the page', async () => {
    const { occupations } = await app.as(null).run('{ occupations { middles { code words } } }')
    const middles: { code: string; words: string[] }[] = occupations.flatMap((major: { middles: unknown[] }) => major.middles)
    expect(middles.find(({ code }) => code === '091')?.words).toEqual(expect.arrayContaining(['大工', 'ダイク', '左官']))
    expect(middles.every(({ words }) => words.length > 0)).toBe(true)
  })

  it('are named where the class does not hold them, so that a person sees why', () => {
    const [carpenter] = suggest('大工', 1)
    expect(carpenter).toMatchObject({ kind: 'OCCUPATION', word: '大工', within: '建設・土木・電気工事の職業' })
    expect(suggest('看護師', 1)[0]).toMatchObject({ name: '看護師、准看護師', word: null })
  })
})

describe('places', () => {
  it('of one name are told apart by their prefecture', () => {
    expect(names('府中市')).toEqual(['東京都 府中市', '広島県 府中市'])
    const central = names('中央区', 20)
    expect(central).toEqual(expect.arrayContaining(['東京都 中央区', '北海道 札幌市中央区', '大阪府 大阪市中央区', '静岡県 浜松市中央区']))
    expect(central[0]).toBe('東京都 中央区')
  })

  it('are prefectures before cities before their wards', () => {
    expect(names('大阪', 3)).toEqual(['大阪府', '大阪府 大阪市', '大阪府 大阪狭山市'])
    expect(names('横浜', 3)).toEqual(['神奈川県 横浜市', '青森県 上北郡横浜町', '神奈川県 横浜市西区'])
  })

  it('are found by reading, with and without county, whichever way ヶ is written', () => {
    expect(names('なかの', 20)).toContain('東京都 中野区')
    expect(names('ﾖｺﾊﾏ', 1)).toEqual(['神奈川県 横浜市'])
    expect(names('大潟村', 1)).toEqual(['秋田県 南秋田郡大潟村'])
    expect(names('南秋田郡')).toContain('秋田県 南秋田郡大潟村')
    expect(names('東京都中野区', 1)).toEqual(['東京都 中野区'])
    for (const typed of ['鶴ヶ島', '鶴ケ島', 'つるがしま']) expect([typed, names(typed, 1)]).toEqual([typed, ['埼玉県 鶴ヶ島市']])
  })
})

describe('suggestions', () => {
  const ASK = `query ($text: String!, $first: Int, $kinds: [SuggestionKind!]) {
    searchSuggestions(text: $text, first: $first, kinds: $kinds) { kind code name within word } }`
  const ask = (variables: Record<string, unknown>) => app.as(null).ask(ASK, variables)

  it('are of the kinds that are asked for; without words the coarse lists', async () => {
    const { searchSuggestions: places } = await app.as(null).run(ASK, { text: '', first: 50, kinds: ['PREFECTURE', 'MUNICIPALITY'] })
    expect(places).toHaveLength(47)
    const { searchSuggestions: both } = await app.as(null).run(ASK, { text: '福', first: 50 })
    expect(new Set(both.map(({ kind }: { kind: string }) => kind)).size).toBe(4)
    const { searchSuggestions: jobs } = await app.as(null).run(ASK, { text: '福', first: 50, kinds: ['OCCUPATION'] })
    expect(new Set(jobs.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['OCCUPATION']))
    expect((await app.as(null).run(ASK, { text: '介護' })).searchSuggestions.length).toBeLessThanOrEqual(8)
  })

  it('answer anything that is typed', async () => {
    for (const text of [
      '%',
      '\\',
      '\0',
      '\ud800',
      '.*',
      '(',
      'あ'.repeat(10_000),
      '𠮷',
      ' ',
      '　',
      '"',
      "'; drop table x",
      '\n',
      '-',
      'ー',
      'k',
      'ｋ',
    ]) {
      const { data, errors } = await ask({ text })
      expect([text.slice(0, 10), errors]).toEqual([text.slice(0, 10), undefined])
      expect((data as { searchSuggestions: unknown[] }).searchSuggestions.length).toBeLessThanOrEqual(8)
    }
    for (const first of [0, 51, -1]) expect((await ask({ text: '介護', first })).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
  })
})
