import { expect, it } from 'vitest'
import { Buckets } from './buckets.ts'

it('gives a minute’s worth at once and then as much as flows in', () => {
  let seconds = 0
  const buckets = new Buckets(() => seconds)
  for (let i = 0; i < 60; i++) expect(buckets.take('a', 60)).toBe(0)
  expect(buckets.take('a', 60)).toBe(1)
  seconds = 0.5
  expect(buckets.take('a', 60)).toBe(1)
  seconds = 1
  expect(buckets.take('a', 60)).toBe(0)
  expect(buckets.take('a', 60)).toBe(1)
})

it('never holds more than a minute’s worth, and each has their own', () => {
  let seconds = 0
  const buckets = new Buckets(() => seconds)
  buckets.take('a', 2)
  seconds = 3_600
  expect([1, 2, 3].map(() => buckets.take('a', 2))).toEqual([0, 0, 30])
  expect(buckets.take('b', 2)).toBe(0)
})
