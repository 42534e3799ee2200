import { describe, expect, it } from 'vitest'
import { type Field, isEmail, type RawValue, readForm, type Step } from './form.ts'

const stepOf = (...fields: Field[]): Step[] => [{ key: 's', title: '段', fields }]
const read = (field: Partial<Field> & Pick<Field, 'kind'>, raw: RawValue) => {
  const { values, problems } = readForm(stepOf({ key: 'f', label: '項目', ...field }), { s: { f: raw } })
  return problems.length > 0 ? problems.map(({ path, code }) => `${path} ${code}`) : values['f']
}

describe('a field', () => {
  it.each<[Partial<Field> & Pick<Field, 'kind'>, RawValue, unknown]>([
    [{ kind: 'TEXT', max: 3 }, 'あいう', 'あいう'],
    [{ kind: 'TEXT', max: 3 }, 'あいうe', ['s.f TOO_LONG']],
    [{ kind: 'TEXT', max: 3 }, 'あいab', 'あいab'],
    [{ kind: 'TEXT' }, 'a\u0000b', ['s.f FORBIDDEN_CHARACTER']],
    [{ kind: 'INTEGER', min: 1, max: 99 }, '９９', 99],
    [{ kind: 'INTEGER', min: 1, max: 99 }, '100', ['s.f TOO_LARGE']],
    [{ kind: 'INTEGER', min: 1 }, '0', ['s.f TOO_SMALL']],
    [{ kind: 'INTEGER' }, '1.5', ['s.f NOT_A_NUMBER']],
    [{ kind: 'YEN' }, '210,000円', 210_000],
    [{ kind: 'YEN' }, '-1', ['s.f TOO_SMALL']],
    [{ kind: 'DECIMAL', decimals: 1 }, '20.8', 20.8],
    [{ kind: 'DECIMAL', decimals: 1 }, '20.85', ['s.f NOT_A_NUMBER']],
    [{ kind: 'YES_NO' }, 'YES', true],
    [{ kind: 'YES_NO' }, 'はい', ['s.f NOT_A_CHOICE']],
    [{ kind: 'CHOICE', options: [{ value: 'A', label: 'あ' }] }, 'A', 'A'],
    [{ kind: 'CHOICE', options: [{ value: 'A', label: 'あ' }] }, 'B', ['s.f NOT_A_CHOICE']],
    [
      {
        kind: 'CHOICES',
        options: [
          { value: 'A', label: 'あ' },
          { value: 'B', label: 'い' },
        ],
        max: 1,
      },
      ['A', 'B'],
      ['s.f TOO_MANY_ROWS'],
    ],
    [{ kind: 'CHOICES', options: [{ value: 'A', label: 'あ' }] }, ['A', 'A'], ['A']],
    [{ kind: 'DATE' }, '2026/4/1', '2026-04-01'],
    [{ kind: 'DATE' }, '2027-02-29', ['s.f NOT_A_DATE']],
    [{ kind: 'TIME' }, '8:30', '08:30'],
    [{ kind: 'TIME' }, '８時３０分', '08:30'],
    [{ kind: 'TIME' }, '24:00', '24:00'],
    [{ kind: 'TIME' }, '8:60', ['s.f NOT_A_TIME']],
    [{ kind: 'POSTAL_CODE' }, '〒１００－０００１', '1000001'],
    [{ kind: 'POSTAL_CODE' }, '100-000', ['s.f NOT_A_POSTAL_CODE']],
    [{ kind: 'PHONE' }, '03(1234)5678', '03-1234-5678'],
    [{ kind: 'PHONE' }, '1234567890', ['s.f NOT_A_PHONE']],
    [{ kind: 'EMAIL' }, 'Umi@Example.JP', 'umi@example.jp'],
    [{ kind: 'EMAIL' }, 'umi@example', ['s.f NOT_AN_EMAIL']],
    [{ kind: 'URL' }, 'https://asanagi.example/a', 'https://asanagi.example/a'],
    [{ kind: 'URL' }, 'javascript:alert(1)', ['s.f NOT_A_URL']],
    [{ kind: 'KANA' }, 'みずの', 'ミズノ'],
    [{ kind: 'KANA' }, '水野', ['s.f NOT_KANA']],
  ])('%j reads %j as %j', (field, raw, expected) => {
    expect(read(field, raw)).toEqual(expected)
  })

  it('that is required may not be left empty, not even with spaces', () => {
    for (const raw of ['', ' ', '　']) expect(read({ kind: 'TEXT', required: true }, raw)).toEqual(['s.f REQUIRED'])
    expect(read({ kind: 'TEXT' }, '　')).toBeNull()
    expect(readForm(stepOf({ key: 'f', label: '項目', kind: 'TEXT', required: true }), {}).problems).toHaveLength(1)
  })

  it('of 100 characters of e-mail passes and of 101 does not (R5)', () => {
    const address = (length: number) => `${'a'.repeat(length - '@example.jp'.length)}@example.jp`
    expect(read({ kind: 'EMAIL' }, address(100))).toBe(address(100))
    expect(read({ kind: 'EMAIL' }, address(101))).toEqual(['s.f TOO_LONG'])
  })
})

describe('a field that depends on another', () => {
  const steps = stepOf(
    { key: 'has', label: '有無', kind: 'YES_NO' },
    { key: 'amount', label: '額', kind: 'YEN', shownWhen: { key: 'has', in: ['YES'] }, required: true },
    { key: 'why', label: '理由', kind: 'TEXT', requiredWhen: { key: 'has', in: ['NO'] } },
  )
  const codes = (raw: Record<string, string>) => readForm(steps, { s: raw }).problems.map(({ path, code }) => `${path} ${code}`)

  it('is asked only when the other says so, and forgets what was typed while hidden', () => {
    expect(codes({ has: 'YES', amount: '' })).toEqual(['s.amount REQUIRED'])
    const hidden = readForm(steps, { s: { has: 'NO', amount: 'abc', why: '理由' } })
    expect(hidden.problems).toEqual([])
    expect(hidden.values['amount']).toBeNull()
  })

  it('is required only when the other says so', () => {
    expect(codes({ has: 'NO' })).toEqual(['s.why REQUIRED'])
    expect(codes({ has: 'YES', amount: '1' })).toEqual([])
  })
})

describe('rows', () => {
  const rows: Field = {
    key: 'rows',
    label: '手当',
    kind: 'ROWS',
    max: 2,
    columns: [
      { key: 'name', label: '名', kind: 'TEXT', required: true },
      { key: 'yen', label: '額', kind: 'YEN', required: true },
    ],
  }
  const readRows = (raw: Record<string, string>[]) => readForm(stepOf(rows), { s: { rows: raw } })

  it('that are empty are left out, and problems name the row as it was typed', () => {
    const { values, problems } = readRows([
      { name: '', yen: '' },
      { name: '通勤', yen: 'abc' },
    ])
    expect(values['rows']).toEqual([{ name: '通勤', yen: null }])
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual(['s.rows.1.yen NOT_A_NUMBER'])
  })

  it('beyond the limit are told', () => {
    const one = { name: '通勤', yen: '1' }
    expect(readRows([one, one]).problems).toEqual([])
    expect(readRows([one, one, one]).problems.map(({ code }) => code)).toEqual(['TOO_MANY_ROWS'])
  })
})

it('an address of e-mail is told from a slip', () => {
  for (const good of ['a@example.jp', 'a.b+c@sub.example.co.jp', "o'neil@example.com"]) expect(isEmail(good), good).toBe(true)
  for (const bad of ['', 'a', '@example.jp', 'a@', 'a b@example.jp', 'a@example..jp', 'a@exa_mple.jp', 'a@b@example.jp'])
    expect(isEmail(bad), bad).toBe(false)
})
