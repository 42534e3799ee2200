import { describe, expect, it } from 'vitest'
import { type RawForm, readForm, type Step } from '../kernel/form.ts'
import type { Problem } from '../kernel/problem.ts'
import type { DraftRow } from '../platform/drafts/drafts.table.ts'
import { draftView } from './draft-view.ts'
import { valueText } from './value-text.ts'

const STEPS: Step[] = [
  {
    key: 'work',
    title: '仕事',
    fields: [
      { key: 'title', label: '職種', kind: 'TEXT', required: true, max: 28 },
      { key: 'occupation', label: '分類', kind: 'OCCUPATION' },
      { key: 'startsOn', label: '開始', kind: 'DATE' },
      {
        key: 'remote',
        label: '在宅',
        kind: 'YES_NO',
        options: [
          { value: 'YES', label: 'できる' },
          { value: 'NO', label: 'できない' },
        ],
      },
      {
        key: 'commuting',
        label: '通勤手当',
        kind: 'CHOICE',
        options: [
          { value: 'NONE', label: 'ない' },
          { value: 'FIXED', label: '一定額' },
        ],
      },
    ],
  },
  {
    key: 'wage',
    title: '賃金',
    fields: [
      { key: 'base', label: '基本給', kind: 'YEN', required: true },
      {
        key: 'allowances',
        label: '手当',
        kind: 'ROWS',
        columns: [
          { key: 'name', label: '名前', kind: 'TEXT' },
          { key: 'from', label: '下限', kind: 'YEN' },
          { key: 'to', label: '上限', kind: 'YEN' },
        ],
      },
    ],
  },
]
const rowOf = (steps: RawForm): DraftRow => ({
  id: 'drf_00000000000000000000000000000001',
  party: 'p',
  kind: 'POSTING',
  subject: 's',
  steps,
  version: 3,
  savedBy: 'acc',
  savedByName: '森下',
  savedAt: new Date('2026-11-21T01:00:00Z'),
})
const view = (steps: RawForm, more: Problem[] = [], rest: Partial<Parameters<typeof draftView>[0]> = {}) =>
  draftView({ steps: STEPS, row: rowOf(steps), problems: [...readForm(STEPS, steps).problems, ...more], ...rest })
const confirm: Problem = { path: 'wage.base', code: 'BELOW_MINIMUM_WAGE', severity: 'CONFIRM' }

describe('a draft', () => {
  it('begins with steps that are still to come, though their fields are required', () => {
    const draft = view({})
    expect(draft.steps.map((s) => s.state)).toEqual(['NOT_STARTED', 'NOT_STARTED'])
    expect(draft.readyToSubmit).toBe(false)
    expect(draft.steps.map((s) => s.errors)).toEqual([1, 1])
  })

  it('tells apart what is empty, wrong, to confirm and done', () => {
    expect(view({ work: { startsOn: '2026-12-1' } }).steps[0]).toMatchObject({ state: 'IN_PROGRESS', errors: 1 })
    expect(view({ work: { title: '経理', startsOn: '2026-02-30' } }).steps[0]).toMatchObject({ state: 'FIX', errors: 1 })
    expect(view({ wage: { base: '100' } }, [confirm]).steps[1]).toMatchObject({ state: 'CONFIRM', errors: 0, confirms: 1 })
    expect(view({ wage: { base: '100' } }).steps[1]).toMatchObject({ state: 'DONE', confirms: 0 })
    expect(view({ work: { title: ' ' } }).steps[0]?.state).toBe('NOT_STARTED')
    expect(view({}, [{ path: 'wage.base', code: 'TERM_REQUIRED', severity: 'ERROR' }]).steps[1]?.state).toBe('FIX')
  })

  it('may be submitted while something is only to be confirmed, and forgets what was', () => {
    const steps = { work: { title: '経理' }, wage: { base: '100' } }
    expect(view(steps, [confirm])).toMatchObject({ readyToSubmit: true, problems: [{ path: 'wage.base', severity: 'CONFIRM' }] })
    const acknowledged = [{ path: 'wage.base', code: 'BELOW_MINIMUM_WAGE' }]
    expect(view(steps, [confirm], { acknowledged })).toMatchObject({ problems: [], steps: [{}, { state: 'DONE', confirms: 0 }] })
  })

  it('lists problems in the order of the fields, with words for a person', () => {
    const { problems } = view({ work: { startsOn: 'いつか' } })
    expect(problems.map((p) => p.path)).toEqual(['work.title', 'work.startsOn', 'wage.base'])
    expect(problems[0]?.message).toBe('職種を入れてください。')
  })

  it('shows answers as text, what could not be read as it was typed, and keeps the typed data', () => {
    const work = { title: '経理 ', occupation: '025', startsOn: '２０２６/１２/１', remote: 'YES' }
    const step = view({ work }, [], { labelOf: (_, code) => `職業${code}` }).steps[0]!
    expect(step.data).toEqual(work)
    expect(step.preview.map((r) => r.value)).toEqual(['経理', '職業025', '2026年12月1日', 'できる'])
    expect(step.summary).toBe('経理・職業025・2026年12月1日')
    expect(view({ wage: { base: '二十万' } }).steps[1]?.preview).toEqual([{ key: 'base', label: '基本給', value: '二十万' }])
  })

  it('has a summary of one line', () => {
    const allowances = Array.from({ length: 4 }, (_, n) => ({ name: `とても長い名前の手当${n}`, from: '5000', to: '12000' }))
    const { summary } = view({ wage: { base: '200000', allowances } }).steps[1]!
    expect(summary).toBe('200,000円…')
    expect(view({ work: { occupation: '検診があります。\n昼食が出ます。' } }).steps[0]!.summary).toBe('検診があります。昼食が出ます。')
    expect(view({ work: { title: 'あ'.repeat(28), occupation: 'い'.repeat(80) } }).steps[0]!.summary.length).toBeLessThanOrEqual(61)
  })

  it('has a summary without what says nothing alone; what somebody wrote stands in it, whatever it is', () => {
    const form = { title: 'なし', remote: 'NO', commuting: 'NONE' }
    expect(view({ work: form }).steps[0]).toMatchObject({
      summary: 'なし',
      preview: [{ value: 'なし' }, { value: 'できない' }, { value: 'ない' }],
    })
    expect(view({ work: { ...form, commuting: 'FIXED' } }).steps[0]!.summary).toBe('なし・一定額')
  })
})

describe('a value as text', () => {
  const allowances = STEPS[1]!.fields[1]!
  it('of rows joins the ends of a span', () => {
    const rows = [
      { name: '資格手当', from: 5000, to: 12000 },
      { name: '役職手当', from: 8000, to: 8000 },
    ]
    expect(valueText(allowances, rows)).toBe('資格手当 5,000円〜12,000円\n役職手当 8,000円')
    expect(valueText(allowances, [])).toBe('')
  })

  it('of numbers has commas and units, of years none', () => {
    expect(valueText({ key: 'a', label: '', kind: 'YEN' }, 1_234_567)).toBe('1,234,567円')
    expect(valueText({ key: 'a', label: '', kind: 'DECIMAL', unit: '日' }, 20.5)).toBe('20.5日')
    expect(valueText({ key: 'a', label: '', kind: 'INTEGER', unit: '年' }, 1998)).toBe('1998年')
    expect(valueText({ key: 'a', label: '', kind: 'INTEGER', unit: '人' }, 0)).toBe('0人')
  })

  it('of choices, times, postal codes and nothing reads as people write them', () => {
    const options = [
      { value: 'A', label: '雇用' },
      { value: 'B', label: '労災' },
    ]
    expect(valueText({ key: 'a', label: '', kind: 'CHOICES', options }, ['A', 'B'])).toBe('雇用、労災')
    expect(valueText({ key: 'a', label: '', kind: 'TIME' }, '09:00')).toBe('9:00')
    expect(valueText({ key: 'a', label: '', kind: 'TIME' }, '00:30')).toBe('0:30')
    expect(valueText({ key: 'a', label: '', kind: 'POSTAL_CODE' }, '1000001')).toBe('100-0001')
    expect(valueText({ key: 'a', label: '', kind: 'YES_NO' }, false)).toBe('いいえ')
    expect(valueText({ key: 'a', label: '', kind: 'TEXT' }, null)).toBe('')
  })
})
