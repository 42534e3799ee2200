import { lt } from 'drizzle-orm'
import type { CommandContext } from '../../platform/db/transaction.ts'
import { passkeyChallenges } from './accounts.table.ts'

/** Challenges that nothing can answer any more. */
export const sweepOldPasskeyChallenges = (ctx: CommandContext) =>
  ctx.db.delete(passkeyChallenges).where(lt(passkeyChallenges.validUntil, ctx.now()))
