import { describe, expect, it } from 'vitest'
import { joinedUntil, mergeBySeq } from './merge-by-seq.ts'

interface Item {
  seq: number
  words?: string
}
const items = (...seqs: number[]): Item[] => seqs.map((seq) => ({ seq }))
const merge = (known: Item[], incoming: Item[]) => mergeBySeq(known, incoming, (item) => item.seq)
const seqs = (list: Item[]) => list.map((item) => item.seq)

describe('mergeBySeq', () => {
  it('appends the next number', () => expect(seqs(merge(items(1, 2), items(3)))).toEqual([1, 2, 3]))

  it('shows a number once and takes the newer answer for it', () => {
    expect(merge([{ seq: 1, words: 'old' }, { seq: 2 }], [{ seq: 1, words: 'new' }])).toEqual([{ seq: 1, words: 'new' }, { seq: 2 }])
  })

  it('puts what arrives out of order into order', () => expect(seqs(merge(items(4, 5), items(7, 6)))).toEqual([4, 5, 6, 7]))

  it('puts an earlier page before what is known', () => expect(seqs(merge(items(51, 52), items(49, 50)))).toEqual([49, 50, 51, 52]))

  it('starts anew from a newer piece that does not join, instead of hiding a hole', () => {
    expect(seqs(merge(items(1, 2, 3), items(5, 6)))).toEqual([5, 6])
    expect(seqs(merge(items(1, 2, 3), items(4, 5)))).toEqual([1, 2, 3, 4, 5])
  })

  it('leaves out an older piece that does not join', () => {
    expect(seqs(merge(items(10, 11), items(7, 8)))).toEqual([10, 11])
    expect(seqs(merge(items(10, 11), items(8, 9)))).toEqual([8, 9, 10, 11])
  })

  it('keeps what is known when nothing comes, and takes all when nothing is known', () => {
    expect(seqs(merge(items(1), []))).toEqual([1])
    expect(seqs(merge([], items(3, 2)))).toEqual([2, 3])
  })
})

it('knows until where nothing is missing', () => {
  expect([joinedUntil([]), joinedUntil(items(4, 5)), joinedUntil(items(4, 5, 8)), joinedUntil(items(4, 6, 7))]).toEqual([0, 5, 5, 4])
})
