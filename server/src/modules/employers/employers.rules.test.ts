import { getTableColumns } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ESTABLISHMENT_STEPS, readEstablishment } from './employers.form.ts'
import { isCorporateNumber, refuseSubmitting } from './employers.rules.ts'
import { employerSheets } from './employers.table.ts'

test.each([
  ['7000012050002', true],
  ['9430001008073', true],
  ['1234567890123', false],
  ['7000012050003', false],
  ['700001205000', false],
])('the check digit of %s fits: %s', (number, fits) => {
  expect(isCorporateNumber(number)).toBe(fits)
})

const typed = (corporateNumber: string) => ({
  establishment: {
    name: '株式会社あさなぎ製作室',
    nameKana: 'かぶしきがいしゃあさなぎせいさくしつ',
    corporateNumber,
    representativeName: '浅凪 みのり',
    postalCode: '100-0001',
    municipalityCode: '13101',
    address: '千代田8-8-8',
    phone: '03-0000-0100',
  },
  business: { industryCode: 'E', business: '計測器の部品の設計と製作', employeesHere: '62' },
})

test('a corporate number with a wrong check digit is asked about, not refused', () => {
  expect(readEstablishment(typed('1234567890123')).problems).toEqual([
    { path: 'establishment.corporateNumber', code: 'CORPORATE_NUMBER_CHECK_DIGIT', severity: 'CONFIRM' },
  ])
  expect(readEstablishment(typed('7000012050002')).problems).toEqual([])
})

test('full-width digits of a corporate number are read as digits', () => {
  expect(readEstablishment(typed('７０００012050002')).values['corporateNumber']).toBe('7000012050002')
  expect(readEstablishment(typed('')).problems).toEqual([])
})

test('provisional and open accounts may submit; others are told why not', () => {
  expect([refuseSubmitting('PROVISIONAL'), refuseSubmitting('OPEN'), refuseSubmitting('SUSPENDED'), refuseSubmitting('CLOSED')]).toEqual([
    null,
    null,
    'ACCOUNT_SUSPENDED',
    'EMPLOYER_NOT_OPEN',
  ])
})

test('every field of the establishment has its column, every column its field', () => {
  const own = ['id', 'employerId', 'number', 'submittedAt', 'outcome', 'decidedAt']
  /** The prefecture follows from the municipality. */
  const derived = ['prefectureCode']
  const leave = ['childcare', 'nursingCare', 'sickChildCare']
  const columns = Object.keys(getTableColumns(employerSheets)).filter((name) => ![...own, ...derived].includes(name))
  const keys = ESTABLISHMENT_STEPS.flatMap((step) => step.fields.map((field) => field.key)).filter((key) => !leave.includes(key))
  expect([...keys, 'leaveRecords'].toSorted()).toEqual(columns.toSorted())
})
