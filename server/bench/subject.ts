import type { Server } from 'node:http'

/** What a subject is started with. */
export interface SubjectOptions {
  databaseUrl: string
  ownerUrl: string
  dataDir: string
  /** Where PostgreSQL tells it of new messages. */
  channel: string
}

export type FromSubject = { urls: { http: string; ws: string } } | { cpu: NodeJS.CpuUsage }

/** The life of a measured process: it says where it listens, and at any time how much CPU it has used. */
export async function subject(start: (options: SubjectOptions) => Promise<Server | { http: string; ws: string }>): Promise<void> {
  const say = (message: FromSubject) => process.send?.(message)
  process.on('disconnect', () => process.exit())
  process.on('message', () => say({ cpu: process.cpuUsage() }))
  const started = await start(JSON.parse(process.argv[2] ?? '{}') as SubjectOptions)
  say({ urls: 'http' in started ? started : await listening(started) })
}

/** A free port of this machine alone. */
export async function listening(server: Server): Promise<{ http: string; ws: string }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const at = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return { http: `http://${at}`, ws: `ws://${at}` }
}
