import { expect, it } from 'vitest'
import { problemText } from '../i18n/problems.ja.ts'
import { refusalText } from '../i18n/refusals.ja.ts'
import { canMove } from './machine.ts'
import { PROBLEMS, type ProblemCode } from './problem-codes.ts'
import { errors, type Problem, unconfirmed } from './problem.ts'
import { REFUSALS, type RefusalCode } from './refusal-codes.ts'
import { Refusal } from './refusal.ts'

const problem = (path: string, code: ProblemCode, severity: Problem['severity']): Problem => ({ path, code, severity })

it('what must be fixed cannot be confirmed away', () => {
  const problems = [problem('wage.from', 'BELOW_MINIMUM_WAGE', 'ERROR'), problem('hours.perDay', 'HOURS_OVER_EIGHT', 'CONFIRM')]
  const said = problems.map(({ path, code }) => ({ path, code }))
  expect(errors(problems).map(({ path }) => path)).toEqual(['wage.from'])
  expect(unconfirmed(problems, [])).toHaveLength(1)
  expect(unconfirmed(problems, said)).toEqual([])
  expect(unconfirmed(problems, [{ path: 'hours.other', code: 'HOURS_OVER_EIGHT' }])).toHaveLength(1)
})

it('a refusal rolls back unless it says otherwise', () => {
  expect(new Refusal('NOT_FOUND').keeps).toBe(false)
  expect(new Refusal('SIGN_IN_FAILED').keeping().keeps).toBe(true)
  expect(new Refusal('PROBLEMS')).toMatchObject({ problems: [], current: null })
})

it('only the moves in the table are moves', () => {
  const moves = { DRAFT: ['OPEN'], OPEN: ['ENDED'], ENDED: [] } as const
  expect(canMove<'DRAFT' | 'OPEN' | 'ENDED'>(moves, 'DRAFT', 'OPEN')).toBe(true)
  expect(canMove<'DRAFT' | 'OPEN' | 'ENDED'>(moves, 'ENDED', 'OPEN')).toBe(false)
})

const FORBIDDEN_WORDS = /エラー|不正|無効な値|お客様/u

it('every refusal has a Japanese text that says what is the matter and blames nobody', () => {
  for (const code of Object.keys(REFUSALS) as RefusalCode[]) {
    for (const facts of [{}, { minutes: 15, max: 10, ended: '応募を辞退したため、終わりました。' }]) {
      expect(refusalText({ code, facts }), code).toMatch(/[ぁ-ん].*。$/u)
      expect(refusalText({ code, facts }), code).not.toMatch(FORBIDDEN_WORDS)
      expect(refusalText({ code, facts }), code).not.toMatch(/undefined|NaN/)
    }
  }
})

it('a refusal’s text names the numbers that were in force', () => {
  expect(refusalText(new Refusal('FILE_TOO_MANY', { facts: { max: 7 } }))).toContain('7個まで')
  expect(refusalText(new Refusal('TOO_MANY_TRIES', { facts: { minutes: 60 } }))).toContain('60分')
  expect(refusalText(new Refusal('TOO_MANY_TRIES'))).toContain('少し時間を')
})

it('every problem has a Japanese text', () => {
  for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
    const facts = {
      label: '項目',
      max: 10,
      min: 1,
      now: 11,
      hourly: 1_000,
      minimum: 1_226,
      prefecture: '東京都',
      hours: 9,
      allowed: 'pdf',
      name: 'なぎさ',
      number: '1',
    }
    const text = problemText({ code, facts })
    expect(text, code).toMatch(/[ぁ-ん]/u)
    expect(text, code).not.toMatch(FORBIDDEN_WORDS)
    expect(text, code).not.toMatch(/undefined|NaN/)
  }
})
