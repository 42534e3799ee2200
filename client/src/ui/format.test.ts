import { describe, expect, it } from 'vitest'
import * as format from './format.ts'

const now = new Date('2026-11-20T10:24:08+09:00')

describe('days and times are those of Japan', () => {
  it('names the day with its weekday in the current year and with the year otherwise', () => {
    expect(format.formatDay('2026-11-23', now)).toBe('11月23日(月)')
    expect(format.formatDay('2026-11-23', now, { weekday: false })).toBe('11月23日')
    expect(format.formatDay('2027-03-31', now)).toBe('2027年3月31日')
    expect(format.formatFullDay('2026-12-20')).toBe('2026年12月20日(日)')
    expect(format.formatFullDay('2026-12-20T15:00:00Z')).toBe('2026年12月21日(月)')
  })

  it('says 今日 and きのう up to midnight in Japan, not of the browser or of London', () => {
    expect(format.formatDate('2026-11-19T15:00:00Z', now)).toBe('今日')
    expect(format.formatDate('2026-11-19T14:59:59Z', now)).toBe('きのう')
    expect(format.formatDate('2026-11-18T15:00:00Z', now)).toBe('きのう')
    expect(format.formatDate('2026-11-18T14:59:59Z', now)).toBe('11月18日(水)')
    expect(format.formatDate('2026-11-21', now)).toBe('11月21日(土)')
  })

  it('writes times without a leading zero and with seconds where asked', () => {
    expect(format.formatTime('2026-11-20T00:41:00Z')).toBe('9:41')
    expect(format.formatTime('2026-11-20T10:24:08+09:00', { seconds: true })).toBe('10:24:08')
    expect(format.formatDateTime('2026-11-19T15:36:00+09:00', now)).toBe('きのう 15:36')
  })

  it('shortens for lists: time, きのう, day, day with its year', () => {
    expect(format.formatShort('2026-11-20T09:41:00+09:00', now)).toBe('9:41')
    expect(format.formatShort('2026-11-19T09:41:00+09:00', now)).toBe('きのう')
    expect(format.formatShort('2026-11-13T09:41:00+09:00', now)).toBe('11/13')
    expect(format.formatShort('2025-12-31T23:59:00+09:00', now)).toBe('2025/12/31')
  })

  it('writes a slot with both times, and the second day only when there is one', () => {
    expect(format.formatSlot('2026-11-25T14:00:00+09:00', '2026-11-25T14:45:00+09:00', now)).toBe('11月25日(水) 14:00〜14:45')
    expect(format.formatSlot('2026-11-28T23:00:00+09:00', '2026-11-29T06:00:00+09:00', now)).toBe('11月28日(土) 23:00〜11月29日(日) 6:00')
  })

  it('lets a limit at midnight belong to the day before', () => {
    expect(format.formatLimit('2026-11-20T17:00:00+09:00', now)).toBe('今日 17:00')
    expect(format.formatLimit('2026-11-20', now)).toBe('今日 24:00')
    expect(format.formatLimit('2026-11-21T00:00:00+09:00', now)).toBe('今日 24:00')
    expect(format.formatLimit('2026-11-21T00:01:00+09:00', now)).toBe('あした 0:01')
    expect(format.formatLimit('2026-11-23', now)).toBe('11月23日')
  })
})

describe('eras', () => {
  it('changes era on the day itself and writes the first year as 元年', () => {
    expect(format.formatEra('2019-04-30')).toBe('平成31年4月30日')
    expect(format.formatEra('2019-05-01')).toBe('令和元年5月1日')
    expect(format.formatEra('1989-01-07')).toBe('昭和64年1月7日')
    expect(format.formatEra('1993-07-21')).toBe('平成5年7月21日')
    expect(format.westernYear('平成', 5)).toBe(1993)
  })

  it('counts full years up to the birthday itself', () => {
    expect(format.ageOn('1993-11-20', now)).toBe(33)
    expect(format.ageOn('1993-11-21', now)).toBe(32)
  })

  it('knows which days there are', () => {
    expect(format.isRealDay('2028-02-29')).toBe(true)
    expect(format.isRealDay('2027-02-29')).toBe(false)
    expect(format.isRealDay('2027-13-01')).toBe(false)
    expect(format.isRealDay('')).toBe(false)
  })
})

describe('amounts', () => {
  it('writes monthly wages in 万 and never promises more than there is', () => {
    expect(format.formatYenRange(228_000, 275_000)).toBe('22.8万〜27.5万円')
    expect(format.formatYenRange(240_000, 240_000)).toBe('24.0万円')
    expect(format.formatYenRange(228_999, 275_999)).toBe('22.8万〜27.5万円')
  })

  it('keeps hourly wages exact', () => {
    expect(format.formatYenRange(1380, 1450)).toBe('1,380円〜1,450円')
    expect(format.formatYenRange(9999, 12_000)).toBe('9,999円〜12,000円')
    expect(format.formatYenRange(10_000, 12_000)).toBe('1.0万〜1.2万円')
  })

  it('leaves the open end open', () => {
    expect(format.formatYenRange(1420, null)).toBe('1,420円〜')
    expect(format.formatYenRange(null, 300_000)).toBe('〜30.0万円')
    expect(format.formatYenRange(null, undefined)).toBe('')
  })

  it('is exact where one thing is shown', () => {
    expect(format.formatYen(228_000)).toBe('228,000円')
    expect(format.formatNumber(48_216)).toBe('48,216')
  })

  it('writes file sizes as people read them', () => {
    expect(format.formatFileSize(820)).toBe('820 B')
    expect(format.formatFileSize(421_888)).toBe('412 KB')
    expect(format.formatFileSize(1_887_436)).toBe('1.8 MB')
    expect(format.formatFileSize(1_048_575)).toBe('1.0 MB')
  })
})

describe('the width of characters', () => {
  it('counts full-width as one and half-width as a half', () => {
    expect(format.characterWidth('')).toBe(0)
    expect(format.characterWidth('家族手当')).toBe(4)
    expect(format.characterWidth('5,000')).toBe(2.5)
    expect(format.characterWidth('ｶﾅ')).toBe(1)
    expect(format.characterWidth('家族手当 子1人につき月5,000円')).toBe(14.5)
  })

  it('counts what looks like one character as one', () => {
    expect(format.characterWidth('𠮟')).toBe(1)
    expect(format.characterWidth('が')).toBe(1)
  })

  it('reads numbers in any width and with commas', () => {
    expect(format.plainNumber('１８５，０００')).toBe('185000')
    expect(format.plainNumber(' 20.1 ')).toBe('20.1')
  })
})
