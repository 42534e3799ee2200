import type { GraphQLObjectType } from 'graphql'
import { beforeAll, expect, test } from 'vitest'
import { makeSchema } from '../../app/schema.ts'
import { POSTING_FIELDS } from './postings.form.ts'

const PRIVATE = ['postingId', 'submittedBy', 'acknowledged', 'employerSheetId', 'outcome', 'employer', 'employerId', 'contact']

let fields: string[]
beforeAll(async () => {
  const type = (await makeSchema()).getType('PostingSheet') as GraphQLObjectType
  fields = Object.keys(type.getFields())
}, 60_000)

test('no field of a sheet names or leads to the employer, nor is meant for staff only (R25)', () => {
  const hidden = POSTING_FIELDS.filter((field) => field.identifying || field.staffOnly).map((field) => field.key)
  expect(hidden).toEqual(
    expect.arrayContaining([
      'workplacePostalCode',
      'workplaceAddress',
      'dispatchLicence',
      'selectionPlace',
      'contactName',
      'contactPhone',
      'prMessage',
      'noteToOffice',
    ]),
  )
  expect(fields.filter((name) => hidden.includes(name) || PRIVATE.includes(name))).toEqual([])
})

test('every other field of the form is published by its name', () => {
  const open = POSTING_FIELDS.filter((field) => !field.identifying && !field.staffOnly).map((field) => field.key)
  expect(open.filter((name) => !fields.includes(name))).toEqual([])
})
