import { describe, expect, it } from 'vitest'
import { halfWidth, hasForbiddenCharacter, katakana, tidy, widthOf } from './text.ts'

describe('the width of a text (R28)', () => {
  it.each([
    ['', 0],
    ['あ', 1],
    ['ab', 1],
    ['abc', 2],
    ['経理ab', 3],
    ['ｱｲ', 1],
    ['か\u3099', 1],
    ['葛\u{e0100}', 1],
    ['👨‍👩‍👧', 1],
    ['\n', 1],
  ])('of %j is %i', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })
})

describe('what was typed', () => {
  it('in full width is read in half width where numbers and codes are asked', () => {
    expect(halfWidth(' １２３‐４５６７ ')).toBe('123-4567')
    expect(halfWidth('０３ー１２３４－５６７８')).toBe('03-1234-5678')
    expect(halfWidth('Ａｂｃ＠ｅｘａｍｐｌｅ．ｊｐ')).toBe('Abc@example.jp')
  })

  it('as hiragana or half-width kana becomes katakana', () => {
    expect(katakana('みずの　はるか')).toBe('ミズノ ハルカ')
    expect(katakana('ﾐｽﾞﾉ ﾊﾙｶ')).toBe('ミズノ ハルカ')
    expect(katakana('ヴぁいおりん')).toBe('ヴァイオリン')
  })

  it('keeps its characters in free text', () => {
    expect(tidy(' ①㈱髙橋\r\n二行め ')).toBe('①㈱髙橋\n二行め')
  })

  it('may hold no control characters, turned directions or halves of characters', () => {
    for (const text of ['a\u0000', '\u001b[31m', '\u202egpj.exe', '\ud800', 'x\udc00'])
      expect(hasForbiddenCharacter(text), JSON.stringify(text)).toBe(true)
    for (const text of ['ふつうの文\n二行め\t', '𠮷野家', '👨‍👩‍👧', '葛\u{e0100}']) expect(hasForbiddenCharacter(text), text).toBe(false)
  })
})
