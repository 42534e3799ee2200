import { readFile } from 'node:fs/promises'

export type Counts = { passed: number; failed: number; skipped: number }

export const NO_TESTS: Counts = { passed: 0, failed: 0, skipped: 0 }

/** The last line of a test run. */
export const summary = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), NO_TESTS)

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** Counts a vitest report; a file that could not even be loaded is a failure too. */
export async function countVitest(reportFile: string, exitCode: number): Promise<Counts> {
  const report = await readReport<VitestReport>(reportFile)
  if (!report) return withExitCode(NO_TESTS, exitCode)
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  const skipped = report.numPendingTests + report.numTodoTests
  return withExitCode({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length, skipped }, exitCode)
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] }

/** Counts a Playwright report; a journey that only passed at the second try counts as failed. */
export async function countPlaywright(reportFile: string, exitCode: number): Promise<Counts> {
  const report = await readReport<PlaywrightReport>(reportFile)
  if (!report) return withExitCode(NO_TESTS, exitCode)
  const { expected, unexpected, flaky, skipped } = report.stats
  return withExitCode({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped }, exitCode)
}

/** A run that ended badly without a failed test has failed all the same. */
const withExitCode = (counts: Counts, exitCode: number): Counts =>
  exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts

async function readReport<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T
  } catch {
    return null
  }
}
