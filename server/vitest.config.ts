import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const require = createRequire(import.meta.url)

/** Where days begin elsewhere: fourteen hours before London, and three and a half after it, with summer time. */
const OTHER_ZONES = ['Pacific/Kiritimati', 'America/St_Johns']
/** What has a limit in days or minutes (R1–R8, R17, R24, R27) is asked again where the host's day is another one than Japan's. */
const LIMITS = [
  'src/kernel/{calendar,open-days}.test.ts',
  'src/modules/{accounts,entries,seekers}/*.test.ts',
  'src/modules/employers/employers.{codes,opening,provisional,claims}*.test.ts',
  'src/app/{maintenance,members,registered,session,withdrawal,zone}*.test.ts',
]

export default defineConfig({
  // Without this line Vite takes graphql's ES modules while type-graphql takes the CommonJS ones: two copies that do not know each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    globalSetup: ['test/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['src/app/zone.test.ts'],
        },
      },
      ...OTHER_ZONES.map((zone) => ({ extends: true as const, test: { name: zone, include: LIMITS, env: { TZ: zone } } })),
    ],
  },
})
