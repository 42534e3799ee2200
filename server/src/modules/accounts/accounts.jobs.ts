import { lt, sql } from 'drizzle-orm'
import { addHours } from '../../kernel/calendar.ts'
import type { CommandContext } from '../../platform/db/transaction.ts'
import { authenticationKeys, devices, passkeyChallenges, sessions, signInAttempts } from './accounts.table.ts'

/** Challenges that nothing can answer any more. */
export const sweepOldPasskeyChallenges = (ctx: CommandContext) =>
  ctx.db.delete(passkeyChallenges).where(lt(passkeyChallenges.validUntil, ctx.now()))

const deadBefore = (ctx: CommandContext) => addHours(ctx.now(), -ctx.policyOf().deadKeyHours)

/** Keys past their end, used or not, and with them the address of whoever never finished opening a My Page. */
export const sweepOldAuthenticationKeys = (ctx: CommandContext) =>
  ctx.db.delete(authenticationKeys).where(lt(authenticationKeys.validUntil, deadBefore(ctx)))

/** Sign-ins that can no longer be ended with their one-time password. */
export const sweepOldSignInAttempts = (ctx: CommandContext) =>
  ctx.db.delete(signInAttempts).where(lt(signInAttempts.validUntil, deadBefore(ctx)))

/** Devices that are no longer remembered (R2); a session begun on one has ended by then. */
export const sweepForgottenDevices = (ctx: CommandContext) => ctx.db.delete(devices).where(lt(devices.rememberedUntil, deadBefore(ctx)))

/** Sessions that ended, or whose time ran out, as many days ago as the policy keeps them. */
export const sweepEndedSessions = (ctx: CommandContext) =>
  ctx.db
    .delete(sessions)
    .where(
      lt(
        sql`least(coalesce(${sessions.endedAt}, ${sessions.idleUntil}), ${sessions.absoluteUntil})`,
        addHours(ctx.now(), -24 * ctx.policyOf().endedSessionDays).toISOString(),
      ),
    )
