import { startTestServer } from './test-server.ts'

/** Gives every test file a running server: the one of `pnpm test`, or one of its own when vitest is run directly. */
export default async function setup() {
  if (process.env.MADOGUCHI_TEST_ADMIN_URL) return
  const server = await startTestServer()
  process.env.MADOGUCHI_TEST_ADMIN_URL = server.url
  return server.stop
}
