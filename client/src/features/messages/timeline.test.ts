import { describe, expect, it } from 'vitest'
import { arrivedAfter, type Outgoing, stillOutgoing, timelineOf } from './timeline.ts'

const message = (seq: number, more: Partial<{ mine: boolean; body: string; sentAt: string; attachments: { id: string }[] }> = {}) => ({
  seq,
  mine: false,
  body: `message ${seq}`,
  sentAt: '2026-11-18T04:00:00.000Z',
  attachments: [],
  ...more,
})
const out = (key: string, body: string, more: Partial<Outgoing> = {}): Outgoing => ({
  key,
  threadId: 'thr_1',
  body,
  files: [],
  after: 2,
  at: 0,
  state: 'sending',
  message: null,
  ...more,
})

describe('what is on its way', () => {
  it('gives way to its message when that arrived before its own answer', () => {
    expect(stillOutgoing([message(3, { mine: true, body: 'はい。' })], [out('a', 'はい。')])).toEqual([])
  })

  it('gives way although the server tidied the words, and although its answer was lost', () => {
    expect(
      stillOutgoing([message(3, { mine: true, body: 'はい。\nよろしく' })], [out('a', '  はい。\r\nよろしく ', { state: 'waiting' })]),
    ).toEqual([])
  })

  it('stays beside an older message with the same words', () => {
    expect(stillOutgoing([message(2, { mine: true, body: 'はい。' })], [out('a', 'はい。')])).toHaveLength(1)
  })

  it('stays beside the same words of the other side', () => {
    expect(stillOutgoing([message(3, { body: 'はい。' })], [out('a', 'はい。')])).toHaveLength(1)
  })

  it('counts each message for one of two equal ones', () => {
    const twice = [out('a', 'はい。'), out('b', 'はい。')]
    expect(stillOutgoing([message(3, { mine: true, body: 'はい。' })], twice).map((one) => one.key)).toEqual(['b'])
  })

  it('looks at the files too', () => {
    const withFile = out('a', '', { files: [{ id: 'x', attachmentId: 'fil_1', name: 'a.pdf', size: 1 }] })
    expect(stillOutgoing([message(3, { mine: true, body: '', attachments: [{ id: 'fil_2' }] })], [withFile])).toHaveLength(1)
    expect(stillOutgoing([message(3, { mine: true, body: '', attachments: [{ id: 'fil_1' }] })], [withFile])).toEqual([])
  })
})

describe('the thread', () => {
  const none = { lastReadSeq: 0, count: 0 }
  const words = (rows: ReturnType<typeof timelineOf<ReturnType<typeof message>>>) =>
    rows.map((row) => (row.kind === 'day' ? `${row.day}/${row.unread}` : row.kind === 'message' ? row.message.seq : row.outgoing.key))

  it('names each day of Japan once', () => {
    const rows = timelineOf(
      [
        message(1, { sentAt: '2026-11-17T14:59:00Z' }),
        message(2, { sentAt: '2026-11-17T15:00:00Z' }),
        message(3, { sentAt: '2026-11-17T16:00:00Z' }),
      ],
      [],
      none,
    )
    expect(words(rows)).toEqual(['2026-11-17/0', 1, '2026-11-18/0', 2, 3])
  })

  it('says where the unread ones start, inside a day or at its beginning', () => {
    expect(words(timelineOf([message(1), message(2), message(3)], [], { lastReadSeq: 1, count: 2 }))).toEqual([
      '2026-11-18/0',
      1,
      '/2',
      2,
      3,
    ])
    expect(words(timelineOf([message(1), message(2)], [], { lastReadSeq: 0, count: 2 }))).toEqual(['2026-11-18/2', 1, 2])
  })

  it('never starts the unread ones at an own message', () => {
    expect(words(timelineOf([message(1), message(2, { mine: true }), message(3)], [], { lastReadSeq: 1, count: 1 }))).toEqual([
      '2026-11-18/0',
      1,
      2,
      '/1',
      3,
    ])
  })

  it('puts what is on its way at the end, in the order it was sent', () => {
    expect(words(timelineOf([message(1)], [out('a', 'x'), out('b', 'y')], none))).toEqual(['2026-11-18/0', 1, 'a', 'b'])
  })

  it('counts what came of the other side', () => {
    expect(arrivedAfter([message(1), message(2), message(3, { mine: true }), message(4)], 1)).toBe(2)
  })
})
