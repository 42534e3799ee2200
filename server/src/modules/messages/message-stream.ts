import type { Context } from '../../graph/context.ts'
import { streamFrom } from '../../graph/live-stream.ts'
import type { Watch } from '../../platform/live/live.ts'
import { messagesAfter, threadIdOf, visibleThread } from './messages.queries.ts'
import type { MessageRow } from './messages.table.ts'

const BATCH = 100

/**
 * Messages of one thread after a number, in order and without holes, then live. The watch stands before the first read,
 * so nothing falls between (S61); the right is looked at again for every message; without it the stream ends.
 */
export const messageStream = (ctx: Context, threadId: string, after: number | null): Promise<AsyncIterableIterator<MessageRow>> =>
  streamFrom(
    ctx.live.watch(`thread:${threadIdOf(threadId)}`),
    async () => after ?? (await visibleThread(ctx, threadId))?.lastSeq ?? 0,
    (watch, seq) => follow(ctx, watch, threadId, seq),
  )

async function* follow(ctx: Context, watch: Watch, threadId: string, after: number): AsyncGenerator<MessageRow, void> {
  try {
    let seq = after
    for (let thread = await visibleThread(ctx, threadId); thread !== null; thread = await visibleThread(ctx, threadId)) {
      const rows = await messagesAfter(ctx, thread.id, seq, BATCH)
      for (const row of rows) {
        ctx.memo.clear()
        if ((await visibleThread(ctx, threadId)) === null) return
        seq = row.seq
        yield row
      }
      if (rows.length < BATCH && !(await watch.next())) return
    }
  } finally {
    watch.close()
  }
}
