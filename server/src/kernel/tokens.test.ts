import { describe, expect, it } from 'vitest'
import { isExact, normalise, normaliseAll, readAs, readWords, tokenOfValue, tokensOfText, tokensOfWord } from './tokens.ts'

const read = (typed: string) => {
  const { all, none } = readWords(typed)
  return { all: all.map((group) => group.map((w) => w.text)), none: none.map((w) => w.text) }
}

describe('normalised text', () => {
  it('has one spelling for width, case and kana', () => {
    expect(normalise('ﾌｫｰｸﾘﾌﾄ')).toBe(normalise('フォークリフト'))
    expect(normalise('フォークリフト')).toBe('ふぉーくりふと')
    expect(normalise('ＣＡＤ／ＪＷ')).toBe('cad jw')
    expect(normalise('ヴァイオリン・C++')).toBe('ゔぁいおりん c++')
  })

  it('has one spelling for the small ka of places and for commas in numbers', () => {
    expect(normalise('駒ヶ根')).toBe(normalise('駒ケ根'))
    expect(normalise('三ヵ月')).toBe('三か月')
    expect(normalise('月給１，２００，０００円、5,60')).toBe('月給1200000円 5 60')
  })

  it('has no sign that SQL or a pattern knows', () => {
    expect(normalise('100%_\\\'"*?[]()^$|\0\u{e001}')).toBe('100')
    expect(normalise('\ud842')).toBe('')
    expect(normalise('𠮷野')).toBe('𠮷野')
  })

  it('keeps the ends of texts apart', () => {
    expect(normaliseAll(['介', null, '護'])).toBe('介\n護')
    expect(tokensOfText('介\n護')).toHaveLength(2)
  })
})

describe('tokens', () => {
  it('of a word are all tokens of every text that holds it', () => {
    const text = new Set(tokensOfText(normalise('介護福祉士(夜勤なし)・𠮷野町・c++')))
    for (const word of ['介', '護福', '介護福祉士', 'なし', '𠮷野', 'c++', 'C'])
      expect(tokensOfWord(normalise(word)).every((token) => text.has(token))).toBe(true)
    expect(tokensOfWord('看護').every((token) => text.has(token))).toBe(false)
  })

  it('fit the signed 32 bits of the database', () => {
    for (const token of [...tokensOfText('介護\uffdc字'), tokenOfValue(1, 47), tokenOfValue(15, 65_535)])
      expect(token).toSatisfy((t: number) => Number.isInteger(t) && t >= -(2 ** 31) && t < 2 ** 31)
  })

  it('of filter values are those of no text', () => {
    expect(tokensOfText(normalise('\ue001\ue002\uf8ff'))).toEqual([])
    expect(tokenOfValue(1, 13)).not.toBe(tokenOfValue(2, 13))
    expect(() => tokenOfValue(1, 65_536)).toThrow('no token')
  })

  it('decide a word alone up to two characters', () => {
    expect([isExact('介'), isExact('介護'), isExact('介護士'), isExact('a b')]).toEqual([true, true, false, false])
  })
})

describe('typed words', () => {
  it('are all wanted, with full-width spaces too', () => {
    expect(read('介護　夜勤 パート')).toEqual({ all: [['介護'], ['夜勤'], ['ぱーと']], none: [] })
  })

  it('are choices around OR, written in any width', () => {
    expect(read('介護 夜勤 OR 日勤 ＯＲ 早番')).toEqual({ all: [['介護'], ['夜勤', '日勤', '早番']], none: [] })
    expect(read('OR 介護 OR')).toEqual({ all: [['介護']], none: [] })
    expect(read('orange')).toEqual({ all: [['orange']], none: [] })
  })

  it('are phrases beside OR when signs part them, and each wanted elsewhere', () => {
    expect(read('経理/総務 OR 人事・労務')).toEqual({ all: [['経理 総務', '人事 労務']], none: [] })
    expect(read('(夜勤 OR 日勤) 経理/総務')).toEqual({ all: [['夜勤', '日勤'], ['経理'], ['総務']], none: [] })
    expect(read('A OR AND B')).toEqual({ all: [['a', 'b']], none: [] })
  })

  it('are choices when they are several posting numbers, whatever stands between them', () => {
    const read5 = { all: [['13010 00000161', '13010 00000162', '27010 00000001', '01010 00000002', '47010 00000003']], none: [] }
    for (const typed of [
      '13010-00000161 13010-00000162　27010-00000001 0101000000002 ４７０１０－０００００００３',
      '13010-00000161,13010-00000162、27010-00000001/0101000000002;47010-00000003',
      '13010-00000161 OR 13010-00000162 27010-00000001 OR 0101000000002 47010-00000003',
    ])
      expect(read(typed)).toEqual(read5)
    expect(read('経理 13010-00000161 事務 13010-00000162')).toEqual({
      all: [['経理'], ['13010 00000161', '13010 00000162'], ['事務']],
      none: [],
    })
    expect(read('13010-00000161 -13010-00000162')).toEqual({ all: [['13010 00000161']], none: ['13010 00000162'] })
  })

  it('are one phrase when they are the number of an establishment', () => {
    for (const typed of ['1301-999999-9', '１３０１－９９９９９９－９', '1301ー999999ー9'])
      expect(read(typed)).toEqual({ all: [['1301 999999 9']], none: [] })
  })

  it('are unwanted after a minus in any width, but not within a word', () => {
    expect(read('-"夜勤 専従" －“土日 出勤”')).toEqual({ all: [], none: ['夜勤 専従', '土日 出勤'] })
    expect(read('介護 -派遣 －夜勤 "-x"')).toEqual({ all: [['介護'], ['x']], none: ['派遣', '夜勤'] })
    expect(read('介護ーム')).toEqual({ all: [['介護ーむ']], none: [] })
  })

  it('stay together in quotes, also unclosed and curly ones', () => {
    expect(read('"未経験 歓迎" 事務')).toEqual({ all: [['未経験 歓迎'], ['事務']], none: [] })
    expect(read('“未経験 歓迎”')).toEqual({ all: [['未経験 歓迎']], none: [] })
    expect(read('"未経験 歓迎')).toEqual({ all: [['未経験 歓迎']], none: [] })
  })

  it('are a posting number in any width, with any hyphen or none', () => {
    for (const typed of ['13010-00000161', '１３０１０－０００００１６１', '13010ー00000161', '1301000000161', '13010−00000161'])
      expect(read(typed)).toEqual({ all: [['13010 00000161']], none: [] })
  })

  it('of signs only are none', () => {
    for (const typed of ['', '   ', '-', '- OR -', '" "', '%_\\', '\0', '\ud800', '***', '||| &&'])
      expect(read(typed)).toEqual({ all: [], none: [] })
  })

  it('end at a limit, and the echo says so', () => {
    const words = readWords('あ'.repeat(10_000))
    expect(words.all[0]?.[0]?.text).toHaveLength(1000)
    expect(readAs(words, 'あ')).toContain('ここまでの言葉')
    expect(readWords(Array.from({ length: 50 }, (_, i) => `語${i}`).join(' ')).all).toHaveLength(16)
  })

  it('are read back to the person', () => {
    const echo = (typed: string) => readAs(readWords(typed), typed)
    expect(echo('')).toBeNull()
    expect(echo('介護　夜勤')).toBeNull()
    expect(echo('13010-00000161')).toBeNull()
    expect(echo('"未経験 歓迎"')).toBe('「未経験 歓迎」をふくむ')
    expect(echo('-派遣')).toBe('「派遣」をふくまない')
    expect(echo('介護 夜勤 OR 日勤 -派遣')).toBe('「介護」と「夜勤」か「日勤」をすべてふくむ、「派遣」をふくまない')
    expect(echo('%%%')).toBe('さがせる文字がありません。言葉をのぞいて表示しています')
  })
})
