import { afterEach, describe, expect, it, vi } from 'vitest'
import { forgetAccount, keptBelow, keptPlace, onKept, welcome } from './kept.ts'

const drawer = vi.hoisted(() => new Map<string, unknown>())
vi.mock('idb-keyval', () => ({
  get: (key: string) => Promise.resolve(drawer.get(key)),
  set: (key: string, value: unknown) => Promise.resolve(void drawer.set(key, value)),
  del: (key: string) => Promise.resolve(void drawer.delete(key)),
  delMany: (keys: string[]) => Promise.resolve(keys.forEach((key) => drawer.delete(key))),
  keys: () => Promise.resolve([...drawer.keys()]),
}))
afterEach(() => drawer.clear())

const MONDAY = new Date('2026-11-16T03:00:00Z')
const days = (count: number, more = 0) => new Date(MONDAY.getTime() + count * 24 * 60 * 60 * 1000 + more)
const put = (account: string, name: string, value: string, at = MONDAY) => keptPlace<string>(account, name, () => at).write(value)
const namesOf = async (account: string, beginning = '') => (await keptBelow(account, beginning)).map(({ name }) => name)

describe('what lies in this browser', () => {
  it('lies under its account: another one sees nothing of it', async () => {
    await put('acc_1', 'thread:thr_1', 'はい。')
    expect(await keptPlace<string>('acc_2', 'thread:thr_1', () => MONDAY).read()).toBeUndefined()
    expect(await namesOf('acc_2')).toEqual([])
    expect(await keptPlace<string>('acc_1', 'thread:thr_1', () => MONDAY).read()).toBe('はい。')
  })

  it('is gone when its person signs out, words typed a moment later too; others keep theirs', async () => {
    localStorage.setItem('madoguchi:acc_1:acknowledged:pst_1', '[]')
    await put('acc_1', 'thread:thr_1', 'はい。')
    await put('acc_10', 'thread:thr_1', 'いいえ。')
    await forgetAccount('acc_1')
    await put('acc_1', 'thread:thr_1', 'はい。おねがい')
    expect([...drawer.keys()]).toEqual(['madoguchi:acc_10:thread:thr_1'])
    expect(localStorage.getItem('madoguchi:acc_1:acknowledged:pst_1')).toBeNull()
  })

  it('is kept again when the person comes back', async () => {
    await forgetAccount('acc_1')
    await welcome('acc_1', MONDAY)
    await put('acc_1', 'thread:thr_1', 'はい。')
    expect(await namesOf('acc_1')).toEqual(['thread:thr_1'])
  })

  it('goes by itself after seven days, whosever it is, and not a moment before', async () => {
    await put('acc_1', 'thread:thr_1', 'はい。')
    await welcome('acc_2', days(7))
    expect(await namesOf('acc_1')).toEqual(['thread:thr_1'])
    await welcome('acc_2', days(7, 1))
    expect(await namesOf('acc_1')).toEqual([])
  })

  it('is found by the beginning of its name, the oldest first', async () => {
    await put('acc_1', 'draft:pst_1:wage:b', '2', days(1))
    await put('acc_1', 'draft:pst_1:wage:a', '1')
    await put('acc_1', 'draft:pst_2:wage:a', '3')
    expect(await namesOf('acc_1', 'draft:pst_1:')).toEqual(['draft:pst_1:wage:a', 'draft:pst_1:wage:b'])
  })

  it('tells when something is put down or taken away', async () => {
    const heard = vi.fn<() => void>()
    const off = onKept(heard)
    const place = keptPlace<string>('acc_1', 'apply:pst_1', () => MONDAY)
    await place.write('はい。')
    await place.clear()
    off()
    await place.write('いいえ。')
    expect(heard).toHaveBeenCalledTimes(2)
  })
})
