import { startServer } from '../../src/main.ts'
import { subject } from '../subject.ts'

/** The product as a deployment serves it, jobs elsewhere. */
await subject(async ({ databaseUrl, ownerUrl, dataDir }) => {
  const { port } = await startServer({ databaseUrl, ownerUrl, dataDir, port: 0, host: '127.0.0.1', demo: false, jobs: false })
  return { http: `http://127.0.0.1:${port}/graphql`, ws: `ws://127.0.0.1:${port}/graphql` }
})
