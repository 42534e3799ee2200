import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { authenticators, type DeviceRow, devices, type SessionRow, sessions } from './accounts.table.ts'

/** Where somebody is signed in now, the newest act first. */
export const liveSessionsOf = (ctx: Context, accountId: Id<'acc'>): Promise<SessionRow[]> =>
  ctx.db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.accountId, accountId),
        isNull(sessions.endedAt),
        gt(sessions.idleUntil, ctx.now()),
        gt(sessions.absoluteUntil, ctx.now()),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(100)

/** Browsers that skip the one-time password (R2). */
export const rememberedDevicesOf = (ctx: Context, accountId: Id<'acc'>): Promise<DeviceRow[]> =>
  ctx.db
    .select()
    .from(devices)
    .where(and(eq(devices.accountId, accountId), isNull(devices.revokedAt), gt(devices.rememberedUntil, ctx.now())))
    .orderBy(desc(devices.rememberedAt), desc(devices.id))
    .limit(100)

/** When the authenticator app was set up; null: there is none. */
export async function authenticatorSince(ctx: Context, accountId: Id<'acc'>): Promise<Date | null> {
  const [known] = await ctx.db
    .select({ confirmedAt: authenticators.confirmedAt })
    .from(authenticators)
    .where(eq(authenticators.accountId, accountId))
  return known?.confirmedAt ?? null
}
