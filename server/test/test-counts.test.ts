import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, sum, summary } from '../../scripts/lib/test-counts.ts'

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const reportOf = (content: unknown) => {
  const path = join(folder, `${Math.random()}.json`)
  writeFileSync(path, JSON.stringify(content))
  return path
}
const vitestReport = (passed: number, failed: number, testResults: unknown[] = []) =>
  reportOf({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 0, numTodoTests: 0, testResults })

describe('the last line of the tests', () => {
  it('names skipped tests only where any were', () => {
    expect(summary({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
    expect(summary({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped')
  })

  it('adds up the stages', async () => {
    const browser = reportOf({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] })
    const counts = sum([await countVitest(vitestReport(10, 0), 0), await countPlaywright(browser, 1)])
    expect(counts).toEqual({ passed: 14, failed: 2, skipped: 2 })
  })

  it('counts a file that could not be loaded as a failure', async () => {
    const report = vitestReport(3, 0, [{ status: 'failed', assertionResults: [] }])
    expect(await countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('counts a tool that died without a report as a failure, and one without tests as nothing', async () => {
    expect(await countVitest(join(folder, 'missing.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(await countVitest(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 0, skipped: 0 })
    expect(await countVitest(vitestReport(5, 0), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  })
})
