import { and, eq } from 'drizzle-orm'
import type { Db } from '../platform/db/connect.ts'
import { settings } from '../platform/db/platform.table.ts'
import type { Services } from './context.ts'

const own = and(eq(settings.scope, 'clock'), eq(settings.name, 'offset'))

/** The demo's clock: its offset stands in the database, and every process goes by it. */
export async function adoptClock({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(own)
  clock.offset = typeof row?.value === 'number' ? row.value : 0
}

/** Moves the clock of all processes. Null: back to the machine's. */
export async function moveClock(services: Services, offset: number | null): Promise<void> {
  const value = Math.round(offset ?? 0)
  await storeOffset(services.db, value, services.clock.now())
  services.clock.offset = value
  services.live.publish([{ topic: 'clock', id: 'clock' }])
}

/** What a process reads when it starts or is told that the clock was moved. */
export const storeOffset = (db: Db, value: number, changedAt: Date) =>
  db
    .insert(settings)
    .values({ scope: 'clock', name: 'offset', value, changedAt })
    .onConflictDoUpdate({ target: [settings.scope, settings.name], set: { value, changedAt } })
