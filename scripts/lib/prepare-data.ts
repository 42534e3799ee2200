import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../server/src/config.ts'
import { startEmbedded } from '../../server/src/platform/db/embedded/start-embedded.ts'
import { ensureRoles } from '../../server/src/platform/db/prepare-database.ts'

/** Where the server finds its data, and how to let go of it. */
export type Data = { databaseUrl: string; ownerUrl: string; place: string; stop: () => Promise<void> }

/** The database the environment names, or else the embedded one in the data folder. */
export async function prepareData({ databaseUrl, ownerUrl, dataDir }: Config, note: (line: string) => void): Promise<Data> {
  await mkdir(dataDir, { recursive: true })
  if (databaseUrl) return { databaseUrl, ownerUrl: ownerUrl ?? databaseUrl, place: withoutPassword(databaseUrl), stop: async () => {} }
  const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgres'), log: note })
  if (embedded.reused) note('動いているデータベースを引き継ぎます')
  try {
    const urls = await ensureRoles(embedded.url)
    return { databaseUrl: urls.appUrl, ownerUrl: urls.ownerUrl, place: embedded.dataDir, stop: embedded.stop }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

function withoutPassword(url: string): string {
  const shown = new URL(url)
  shown.password = ''
  return shown.href
}
