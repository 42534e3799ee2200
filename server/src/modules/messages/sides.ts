import { type Context, partyOf } from '../../graph/context.ts'
import { threadPartiesLoader } from './messages.loaders.ts'
import type { ThreadPartyRow, ThreadRow } from './messages.table.ts'

export const isMine = (ctx: Context, party: string | null): boolean => party !== null && party === partyOf(ctx.viewer)

/** The viewer's side of a thread, and the one it talks to. */
export async function sidesOf(ctx: Context, thread: ThreadRow): Promise<{ own: ThreadPartyRow | null; other: ThreadPartyRow | null }> {
  const parties = await threadPartiesLoader(ctx).load(thread.id)
  return {
    own: parties.find(({ party }) => isMine(ctx, party)) ?? null,
    other: parties.find(({ party }) => !isMine(ctx, party)) ?? null,
  }
}
