import { describe, expect, it, vi } from 'vitest'
import { readyFiles, underWay, uploadReducer, type UploadRow } from './upload-state.ts'
import { UploadStore, type UploadWay } from './upload-store.ts'

const added = uploadReducer([], { kind: 'added', files: [{ id: 'a', name: '履歴書.pdf', size: 10 }] })
const only = (rows: readonly UploadRow[]) => rows[0]!

describe('moves of a file', () => {
  it('goes from waiting over sending and checking to done', () => {
    let rows = uploadReducer(added, { kind: 'started', id: 'a' })
    rows = uploadReducer(rows, { kind: 'opened', id: 'a', attachmentId: 'fil_1' })
    rows = uploadReducer(rows, { kind: 'progress', id: 'a', percent: 62 })
    expect(only(rows)).toMatchObject({ state: 'sending', percent: 62 })
    expect(readyFiles(rows)).toEqual([])
    rows = uploadReducer(rows, { kind: 'sent', id: 'a' })
    expect(underWay(rows)).toHaveLength(1)
    rows = uploadReducer(rows, { kind: 'done', id: 'a' })
    expect(readyFiles(rows)).toEqual([{ id: 'a', attachmentId: 'fil_1', name: '履歴書.pdf', size: 10 }])
    expect(underWay(rows)).toEqual([])
  })

  it('never goes backwards with its progress', () => {
    let rows = uploadReducer(added, { kind: 'started', id: 'a' })
    rows = uploadReducer(rows, { kind: 'progress', id: 'a', percent: 40 })
    expect(only(uploadReducer(rows, { kind: 'progress', id: 'a', percent: 30 })).percent).toBe(40)
  })

  it('keeps a refused file with its reason, and no late word makes it ready', () => {
    let rows = uploadReducer(added, { kind: 'started', id: 'a' })
    rows = uploadReducer(rows, { kind: 'refused', id: 'a', message: 'この形式は送れません' })
    for (const late of ['sent', 'done', 'again'] as const) rows = uploadReducer(rows, { kind: late, id: 'a' })
    expect(only(rows)).toMatchObject({ state: 'refused', message: 'この形式は送れません' })
  })

  it('ignores words for a file that was removed', () => {
    const rows = uploadReducer(uploadReducer(added, { kind: 'removed', id: 'a' }), { kind: 'done', id: 'a' })
    expect(rows).toEqual([])
  })

  it('can be tried again only after it failed', () => {
    expect(only(uploadReducer(added, { kind: 'again', id: 'a' })).state).toBe('waiting')
    const failed = uploadReducer(uploadReducer(added, { kind: 'started', id: 'a' }), { kind: 'failed', id: 'a' })
    expect(only(failed).state).toBe('failed')
    expect(only(uploadReducer(failed, { kind: 'again', id: 'a' })).state).toBe('waiting')
  })
})

const file = (name: string) => new File(['x'], name)
function makeWay(change: Partial<UploadWay> = {}) {
  let keys = 0
  const way: UploadWay = {
    open: vi.fn<UploadWay['open']>(async ({ key }) => ({
      kind: 'opened' as const,
      attachmentId: `fil_${key}`,
      url: `/files/upload/${key}`,
    })),
    put: vi.fn<UploadWay['put']>(async () => undefined),
    check: vi.fn<UploadWay['check']>(async () => ({ kind: 'ready' as const })),
    discard: vi.fn<UploadWay['discard']>(async () => undefined),
    newKey: () => `k${(keys += 1)}`,
    ...change,
  }
  return way
}
const states = (store: UploadStore) => store.get().map((row) => row.state)

describe('sending files', () => {
  it('sends two at once, then the next', async () => {
    const waiting: (() => void)[] = []
    const way = makeWay({ put: () => new Promise((resolve) => waiting.push(resolve)) })
    const store = new UploadStore(way)
    store.add([file('a.pdf'), file('b.pdf'), file('c.pdf')])
    await vi.waitFor(() => expect(waiting).toHaveLength(2))
    expect(states(store)).toEqual(['sending', 'sending', 'waiting'])
    waiting[0]!()
    await vi.waitFor(() => expect(states(store)).toEqual(['done', 'sending', 'sending']))
  })

  it('keeps the reason of the server when the content is refused', async () => {
    const store = new UploadStore(makeWay({ check: async () => ({ kind: 'refused', message: '中身が合いません' }) }))
    store.add([file('a.pdf')])
    await vi.waitFor(() => expect(store.get()[0]).toMatchObject({ state: 'refused', message: '中身が合いません' }))
  })

  it('tries again under the same name after a cut, and sends no bytes the server already has', async () => {
    const opened: string[] = []
    const put = vi.fn<UploadWay['put']>().mockResolvedValue(undefined)
    const check = vi.fn<UploadWay['check']>().mockRejectedValueOnce(new Error('cut')).mockResolvedValue({ kind: 'ready' })
    const way = makeWay({
      open: async ({ key }) => {
        opened.push(key)
        return { kind: 'opened', attachmentId: 'fil_1', url: opened.length === 1 ? '/files/upload/1' : null }
      },
      put,
      check,
    })
    const store = new UploadStore(way)
    store.add([file('a.pdf')])
    await vi.waitFor(() => expect(states(store)).toEqual(['failed']))
    store.again('k1')
    await vi.waitFor(() => expect(states(store)).toEqual(['done']))
    expect(opened).toEqual(['k1', 'k1'])
    expect(put).toHaveBeenCalledTimes(1)
  })

  it('stops the bytes of a removed file and takes its place back', async () => {
    let stopped = false
    const way = makeWay({
      put: (_url, _file, _progress, stop) =>
        new Promise((_resolve, reject) =>
          stop.addEventListener('abort', () => {
            stopped = true
            reject(new Error('stopped'))
          }),
        ),
    })
    const store = new UploadStore(way)
    store.add([file('a.pdf')])
    await vi.waitFor(() => expect(store.get()[0]?.attachmentId).toBe('fil_k1'))
    store.remove('k1')
    await vi.waitFor(() => expect(way.discard).toHaveBeenCalledWith('fil_k1'))
    expect(stopped).toBe(true)
    expect(store.get()).toEqual([])
  })
})
