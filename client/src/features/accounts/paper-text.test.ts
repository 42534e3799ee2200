import { expect, it } from 'vitest'
import { grouped } from './paper-text.ts'

it.each([
  ['2cdf4ghj7kmn9pqr', '2CDF-4GHJ-7KMN-9PQR'],
  ['２ｃｄｆー４ｇｈｊ‐7kmn 9pqr　', '2CDF-4GHJ-7KMN-9PQR'],
  ['2CDF-4GHJ-7KMN-9PQR', '2CDF-4GHJ-7KMN-9PQR'],
  ['2cd', '2CD'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['', ''],
])('%s is shown as %s', (typed, shown) => {
  expect(grouped(typed)).toBe(shown)
})
