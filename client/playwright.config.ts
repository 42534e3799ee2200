import { defineConfig } from '@playwright/test'

const executablePath = process.env.CHROMIUM_PATH
/** The files, not the folder somebody cloned into. */
const JOURNEY = /\/(journey|session)\.spec\.ts$/u

/** `pnpm test` starts the demo and says by E2E_BASE_URL where; the tests share its database and its clock, so they run one after another, those that move the clock last. */
export default defineConfig({
  testDir: './e2e',
  testMatch: /\.spec\.ts$/u,
  outputDir: './test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  projects: [
    { name: 'pages', testIgnore: JOURNEY },
    { name: 'journey', testMatch: JOURNEY },
  ],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? 'http://localhost:4000',
    actionTimeout: 30_000,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: executablePath ? { executablePath } : {},
  },
})
