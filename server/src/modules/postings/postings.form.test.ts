import { getTableColumns } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { typedPosting, typedWith } from '../../../test/posting-form.ts'
import type { RawForm } from '../../kernel/form.ts'
import { POSTING_FIELDS, POSTING_STEPS, readPosting } from './postings.form.ts'
import { sectionsOf } from './postings.sheet-sections.ts'
import { flagsOf, hoursText, stationText, wageLines } from './postings.sheet-text.ts'
import { sheetOf, typedAgain } from './postings.sheet.ts'
import { postingSheets, type PostingSheetRow } from './postings.sheet.table.ts'

const OWN_COLUMNS = [
  'id',
  'postingId',
  'number',
  'submittedAt',
  'submittedBy',
  'outcome',
  'acknowledged',
  'provisionAgreedAt',
  'employerSheetId',
  'hourlyFrom',
  'shownFrom',
  'shownTo',
]
const establishment = { postalCode: '1000001', municipalityCode: '13101', address: '千代田8-8-8 なぎさビル3階' }
const sheetFrom = (form: RawForm) => sheetOf(readPosting(form).values, establishment) as PostingSheetRow

test('every field of the form has its column, every column its field', () => {
  const columns = Object.keys(getTableColumns(postingSheets)).filter((name) => !OWN_COLUMNS.includes(name))
  expect(POSTING_FIELDS.map((field) => field.key).toSorted()).toEqual(columns.toSorted())
})

const required = POSTING_STEPS.flatMap((step) =>
  step.fields.filter((field) => field.required).map((field) => [`${step.key}.${field.key}`, step.key, field.key] as const),
)

test('the form asks for at least forty fields', () => {
  expect(required.length).toBeGreaterThan(40)
})

test.each(required)('%s is asked for where it is missing', (path, step, key) => {
  const { problems } = readPosting(typedWith({ [step]: { [key]: undefined } }))
  const code = key === 'provisionAgreement' ? 'AGREEMENT_REQUIRED' : 'REQUIRED'
  expect(problems.filter((problem) => problem.path === path)).toEqual([expect.objectContaining({ code, severity: 'ERROR' })])
})

test('what is required only with another answer is asked for only with it', () => {
  const other = readPosting(typedWith({ establishment: { workplace: 'OTHER' } })).problems.map(({ path }) => path)
  expect(other).toEqual(['establishment.workplacePostalCode', 'establishment.workplaceMunicipality', 'establishment.workplaceAddress'])
  expect(readPosting(typedPosting()).problems).toEqual([])
})

test('a sheet typed again reads the same, but for what is dated or was agreed to', () => {
  const form = typedWith({
    work: { term: 'FIXED_LONG', termMonths: '6', termUntil: '2026-12-31', renewal: 'NO' },
    hours: {
      shifts: [
        { from: '9:00', to: '17:45' },
        { from: '13:00', to: '21:45' },
      ],
    },
  })
  const { values } = readPosting(form)
  expect(readPosting(typedAgain(sheetFrom(form))).values).toEqual({ ...values, termUntil: null, provisionAgreement: null })
})

test('a workplace that is the establishment’s is written out on the sheet', () => {
  expect(sheetFrom(typedPosting())).toMatchObject({
    workplacePostalCode: '1000001',
    workplaceMunicipality: '13101',
    workplaceAddress: '千代田8-8-8 なぎさビル3階',
    hourlyFrom: 1464,
    shownFrom: 228000,
    shownTo: 275000,
  })
})

test('the sheet in words has its sections in order and no row that leads to the employer', () => {
  const sheet = sheetFrom(typedWith({ selection: { remarks: '見学できます' } }))
  const sections = sectionsOf(sheet)
  expect(sections.map(({ key }) => key)).toEqual(['kind', 'work', 'wage', 'hours', 'insurance', 'selection', 'remarks'])
  const text = JSON.stringify(sections)
  for (const hidden of ['千代田8-8-8', '森下', '03-0000-0101', 'saiyo@', '本社3階', '休みの予定を出し合って', '急ぎではありません'])
    expect(text).not.toContain(hidden)
  const rows = new Map(sections.flatMap((section) => section.rows.map((row) => [row.label, row.value])))
  expect(rows.get('就業場所')).toBe('東京都千代田区')
  expect(rows.get('固定残業代(c)')).toBe('なし')
  expect(rows.get('通勤手当')).toBe('実費支給(上限あり)(月額30,000円まで)')
  expect(rows.get('賞与')).toBe('あり、前年度は年2回、計3.2か月分')
  expect(rows.get('休日')).toBe('土日祝、夏季3日、年末年始6日')
})

test('short texts for cards', () => {
  const sheet = sheetFrom(typedPosting())
  expect(hoursText(sheet)).toBe('9:00〜17:45')
  expect(stationText(sheet)).toBe('汐見線 汐見駅 徒歩7分')
  expect(wageLines(sheet).map(({ label, from, to }) => [label, from, to])).toEqual([
    ['基本給(a)', 213000, 255000],
    ['職務手当(b)', 15000, 20000],
    ['合計(a + b)', 228000, 275000],
  ])
  expect(flagsOf(sheet)[0]).toBe('オンライン応募可')
  expect(flagsOf(sheet).length).toBeLessThanOrEqual(8)
})
