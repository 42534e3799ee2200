import { describe, expect, it, test } from 'vitest'
import { hashCode, newCode } from './creation-code.ts'
import {
  checkCharacter,
  CODE_ALPHABET,
  codeStateAt,
  codeValidUntil,
  isUnfinished,
  lastDayOf,
  readShown,
  refuseIssuing,
  refuseOpening,
  shownCode,
  typedCode,
  typedEmployerNumber,
} from './employers.codes.rules.ts'
import { EMPLOYER_STATUSES } from './employers.rules.ts'

const policy = { emailMax: 100, accountCreationCodeDays: 30 }
const wide = (text: string) => text.replaceAll(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

describe('a code', () => {
  it('has at least 64 random bits, no vowel, and none of the characters that are misread', () => {
    expect(Math.log2(CODE_ALPHABET.length) * 15).toBeGreaterThanOrEqual(64)
    expect(CODE_ALPHABET).not.toMatch(/[AEIOU01L5S6BZ]/u)
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length)
    const codes = Array.from({ length: 500 }, newCode)
    expect(new Set(codes).size).toBe(500)
    for (const code of codes) expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{16}$`, 'u'))
  })

  it('is read in any width, case and grouping, and by what its characters are mistaken for', () => {
    const code = '2GV8-CDFG-HJKM-NPQR'
    for (const typed of ['2gv8 cdfg hjkm npqr', wide('2GV8-CDFG-HJKM-NPQR'), 'z6ub‐cdfgーhjkm−npqr', ' 2GV8CDFGHJKMNPQR\t'])
      expect(typedCode(typed)).toBe('2GV8CDFGHJKMNPQR')
    expect(shownCode(typedCode(code))).toBe(code)
  })

  it('with one wrong character, or two that changed places, never fits its check', () => {
    const code = newCode()
    for (let place = 0; place < code.length; place++)
      for (const other of CODE_ALPHABET) {
        if (other === code[place]) continue
        const slip = code.slice(0, place) + other + code.slice(place + 1)
        expect(checkCharacter(slip.slice(0, -1)), slip).not.toBe(slip.at(-1))
      }
    for (let place = 0; place + 1 < code.length; place++) {
      if (code[place] === code[place + 1]) continue
      const slip = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2)
      expect(checkCharacter(slip.slice(0, -1)), slip).not.toBe(slip.at(-1))
    }
  })

  it('is kept as a hash that is its own', () => {
    const code = newCode()
    expect(hashCode(code)).not.toContain(code)
    expect(hashCode(code)).toBe(hashCode(code))
    expect(hashCode(code)).not.toBe(hashCode(newCode()))
  })

  it('lives to the end of its thirtieth day, and reads as expired from then on', () => {
    const validUntil = codeValidUntil(new Date('2026-11-21T10:00:00+09:00'), policy)
    expect(validUntil).toEqual(new Date('2026-12-22T00:00:00+09:00'))
    expect(lastDayOf({ validUntil })).toBe('2026-12-21')
    expect(codeStateAt({ state: 'ISSUED', validUntil }, new Date('2026-12-21T23:59:59.999+09:00'))).toBe('ISSUED')
    expect(codeStateAt({ state: 'ISSUED', validUntil }, validUntil)).toBe('EXPIRED')
    expect(codeStateAt({ state: 'USED', validUntil }, validUntil)).toBe('USED')
  })
})

test.each([
  ['1301-204815-7', '1301-204815-7'],
  ['13012048157', '1301-204815-7'],
  [wide('1301-204815-7'), '1301-204815-7'],
  [' 1301 204815 7 ', '1301-204815-7'],
  ['1301ー204815−7', '1301-204815-7'],
  ['1301-20481-57', '1301-204815-7'],
  ['1301-204815', null],
  ['1301-204815-77', null],
  ['1301-20481a-7', null],
  ['', null],
])('the number %s is read as %s', (typed, read) => {
  expect(typedEmployerNumber(typed)).toBe(read)
})

describe('what was typed from the paper', () => {
  const code = newCode()
  const right = { email: 'Clerk@Mail.example', employerNumber: '1301-204815-7', phone: '03-0000-0100', code: shownCode(code) }
  const problems = (more: Record<string, string>) => readShown({ ...right, ...more }, policy).problems.map((p) => `${p.path} ${p.code}`)

  it('is compared in half-width and without hyphens', () => {
    expect(readShown(right, policy)).toEqual({
      shown: { email: 'clerk@mail.example', employerNumber: '1301-204815-7', phone: '0300000100', code },
      problems: [],
    })
    const typed = Object.fromEntries(Object.entries(right).map(([key, text]) => [key, wide(text)]))
    expect(readShown(typed, policy)).toEqual(readShown(right, policy))
    expect(readShown({ ...right, phone: '(03) 0000 0100' }, policy).shown.phone).toBe('0300000100')
  })

  it('is wrong at its field', () => {
    expect(problems({ email: 'clerk@' })).toEqual(['email NOT_AN_EMAIL'])
    expect(problems({ email: `${'a'.repeat(88)}@mail.example` })).toEqual(['email TOO_LONG'])
    expect(problems({ employerNumber: '1301-2048' })).toEqual(['employerNumber NOT_AN_EMPLOYER_NUMBER'])
    expect(problems({ phone: '0000-0100' })).toEqual(['phone NOT_A_PHONE'])
    expect(problems({ code: shownCode(code).slice(0, -1) })).toEqual(['code NOT_A_CREATION_CODE'])
    expect(problems({ code: `O${code.slice(1)}` })).toEqual(['code NOT_A_CREATION_CODE'])
  })

  it('says what is wrong with a code: a character, the length, or a slip', () => {
    const factsOf = (typed: string) => readShown({ ...right, code: typed }, policy).problems[0]?.facts
    expect(factsOf(`O${code.slice(1)}`)).toEqual({ strange: 'O' })
    expect(factsOf(code.slice(1))).toEqual({ max: 16, now: 15 })
    const slip = CODE_ALPHABET[(CODE_ALPHABET.indexOf(code[0]!) + 1) % CODE_ALPHABET.length] + code.slice(1)
    expect(factsOf(slip)).toEqual({})
  })

  it('is not finished while a field is empty', () => {
    expect(isUnfinished(readShown({ ...right, code: '  ' }, policy).problems)).toBe(true)
    expect(isUnfinished(readShown({ ...right, code: 'x' }, policy).problems)).toBe(false)
  })
})

test('only an establishment that never opened a My Page gets a code, and a code opens only such a one', () => {
  for (const status of EMPLOYER_STATUSES) {
    expect(refuseIssuing(status)).toBe(status === 'UNOPENED' ? null : 'EMPLOYER_HAS_MY_PAGE')
    expect(refuseOpening('ISSUED', status)).toBe(status === 'UNOPENED' ? null : 'CREATION_CODE_DEAD')
  }
  expect(['DEAD', 'EXPIRED', 'REVOKED', 'USED'].map((state) => refuseOpening(state as 'DEAD', 'UNOPENED'))).toEqual([
    null,
    null,
    'CREATION_CODE_DEAD',
    'CREATION_CODE_DEAD',
  ])
})
