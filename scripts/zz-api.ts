import { readConfig } from '../server/src/config.ts'
import { migrateDatabase } from '../server/src/platform/db/migrate.ts'
import { prepareData } from './lib/prepare-data.ts'
process.env.DEMO = '1'
const config = readConfig()
const data = await prepareData(config, console.log)
await migrateDatabase(data.ownerUrl)
const demo = await import('../server/src/app/demo/load-demo.ts')
const t = performance.now()
await demo.loadDemo({ databaseUrl: data.databaseUrl, ownerUrl: data.ownerUrl, log: console.log })
console.log('demo', Math.round(performance.now() - t))
const { startServer } = await import('../server/src/main.ts')
const server = await startServer({ databaseUrl: data.databaseUrl, ownerUrl: data.ownerUrl, port: config.port, dataDir: config.dataDir, demo: true })
console.log('UP', server.url)
process.on('SIGTERM', () => void server.stop().then(() => data.stop()).then(() => process.exit(0)))
