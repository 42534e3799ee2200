import type { Context } from '../../graph/context.ts'
import { streamFrom } from '../../graph/live-stream.ts'
import type { Watch } from '../../platform/live/live.ts'
import { type NextMessage, nextMessage, threadIdOf, visibleThread } from './messages.queries.ts'

/**
 * Messages of one thread after a number, in order and without holes, then live. The watch stands before the first read,
 * so nothing falls between (S61); the right is looked at again for every message; without it the stream ends.
 */
export const messageStream = (ctx: Context, threadId: string, after: number | null): Promise<AsyncIterableIterator<NextMessage>> =>
  streamFrom(
    ctx.live.watch(`thread:${threadIdOf(threadId)}`),
    async () => after ?? (await visibleThread(ctx, threadId))?.lastSeq ?? 0,
    (watch, seq) => follow(ctx, watch, threadId, seq),
  )

async function* follow(ctx: Context, watch: Watch, threadId: string, after: number): AsyncGenerator<NextMessage, void> {
  try {
    let seq = after
    for (let next = await nextMessage(ctx, threadId, seq); next !== null; next = await nextMessage(ctx, threadId, seq)) {
      if (next.message !== null) {
        seq = next.message.seq
        ctx.memo.clear()
        yield next
      }
      const isLast = next.message === null || seq >= next.thread.lastSeq
      if (isLast && !(await watch.next())) return
    }
  } finally {
    watch.close()
  }
}
