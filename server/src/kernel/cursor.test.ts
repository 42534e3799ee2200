import { expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor.ts'

it('a cursor brings back the values it was made of', () => {
  for (const values of [['2026-04-01', 'pst_1'], [12, null], ['日本語', -1.5], []])
    expect(decodeCursor(encodeCursor(values), values.length)).toEqual(values)
})

it('anything else is no cursor', () => {
  const good = encodeCursor(['a', 1])
  expect(decodeCursor(good, 3)).toBeNull()
  expect(decodeCursor(good.slice(1), 2)).toBeNull()
  expect(decodeCursor(`b${good.slice(1)}`, 2)).toBeNull()
  for (const text of [
    '',
    'a',
    'a!!!',
    `a${Buffer.from('{"a":1}').toString('base64url')}`,
    `a${Buffer.from('[{"a":1},2]').toString('base64url')}`,
    `a${Buffer.from('[[1],2]').toString('base64url')}`,
  ])
    expect(decodeCursor(text, 2), text).toBeNull()
})
