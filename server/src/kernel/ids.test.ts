import { expect, it } from 'vitest'
import { ID_KINDS, idOfUuid, kindOfId, uuidOfId } from './ids.ts'

const UUID = '0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'
const NOBODY = '00000000-0000-0000-0000-000000000000'

it('an id and its uuid lead to each other', () => {
  const id = idOfUuid('pst', UUID)
  expect(id).toBe('pst_0199a1b2c3d47e5f8a9b0c1d2e3f4a5b')
  expect(uuidOfId('pst', id)).toBe(UUID)
  expect(kindOfId(id)).toBe('pst')
})

it('an id of another kind, a broken one or an attack leads to nobody', () => {
  const id = idOfUuid('pst', UUID)
  for (const wrong of [
    '',
    'pst_',
    UUID,
    id.toUpperCase(),
    `${id}0`,
    ` ${id}`,
    `${id}\n`,
    "pst_'; drop table postings; --",
    'pst_0199a1b2c3d47e5f8a9b0c1d2e3f4a5g',
  ])
    expect(uuidOfId('pst', wrong), wrong).toBe(NOBODY)
  expect(uuidOfId('app', id)).toBe(NOBODY)
})

it('only known prefixes name a kind', () => {
  expect(kindOfId('xyz_0199a1b2c3d47e5f8a9b0c1d2e3f4a5b')).toBeNull()
  expect(kindOfId('constructor')).toBeNull()
  expect(kindOfId('')).toBeNull()
})

it('every prefix has three letters and a name of its own', () => {
  const names = Object.values(ID_KINDS)
  expect(new Set(names).size).toBe(names.length)
  for (const prefix of Object.keys(ID_KINDS)) expect(prefix).toMatch(/^[a-z]{3}$/)
})
