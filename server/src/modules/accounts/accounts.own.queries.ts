import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { type DeviceRow, devices, type SessionRow, sessions } from './accounts.table.ts'

/** Where somebody is signed in now, the newest act first. */
export const liveSessionsOf = ({ db, now }: Context, accountId: Id<'acc'>): Promise<SessionRow[]> =>
  db
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), gt(sessions.idleUntil, now()), gt(sessions.absoluteUntil, now())),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(100)

/** Browsers that skip the one-time password (R2). */
export const rememberedDevicesOf = ({ db, now }: Context, accountId: Id<'acc'>): Promise<DeviceRow[]> =>
  db
    .select()
    .from(devices)
    .where(and(eq(devices.accountId, accountId), isNull(devices.revokedAt), gt(devices.rememberedUntil, now())))
    .orderBy(desc(devices.rememberedAt), desc(devices.id))
    .limit(100)
