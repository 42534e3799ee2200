import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { withFileLock } from './with-file-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a file lock', () => {
  it('lets one after the other in', async () => {
    const path = join(folder, 'turns')
    let inside = 0
    let most = 0
    const enter = () =>
      withFileLock(path, async () => {
        inside += 1
        most = Math.max(most, inside)
        await sleep(5)
        inside -= 1
      })
    await Promise.all(Array.from({ length: 8 }, enter))
    expect(most).toBe(1)
  })

  it('opens after a failure and leaves no file behind', async () => {
    const path = join(folder, 'failure')
    await expect(withFileLock(path, () => Promise.reject(new Error('inside')))).rejects.toThrow('inside')
    expect(await withFileLock(path, async () => 'entered')).toBe('entered')
    expect(readdirSync(folder).filter((name) => name.startsWith('failure'))).toEqual([])
  })

  it('is taken over from a process that is gone', async () => {
    const path = join(folder, 'gone')
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(path, `${pid} some-other-holder`)
    expect(await withFileLock(path, async () => 'entered')).toBe('entered')
    expect(existsSync(path)).toBe(false)
  })
})
