import type { Context } from '../graph/context.ts'
import { streamFrom } from '../graph/live-stream.ts'
import { inboxSeqOf } from '../modules/accounts/accounts.queries.ts'
import type { Watch } from '../platform/live/live.ts'
import { hasGap, inboxEventsAfter } from './inbox.queries.ts'

/** One event as the party's inbox holds it; `gap`: something before it cannot be told any more. */
export interface InboxItem {
  seq: number
  kind: string
  gap: boolean
  at: Date
  subject: string | null
}

const BATCH = 100

/** What a party's session hears (DESIGN 5): missed events first, each once and in order, then live. The watch stands before the first read. */
export const inboxStream = (ctx: Context, party: string, after: number | null): Promise<AsyncIterableIterator<InboxItem>> =>
  streamFrom(
    ctx.live.watch(`party:${party}`),
    async () => after ?? (await inboxSeqOf(ctx, party)),
    (watch, seq) => follow(ctx, watch, party, seq),
  )

async function* follow(ctx: Context, watch: Watch, party: string, after: number): AsyncGenerator<InboxItem, void> {
  try {
    let seq = after
    if (await hasGap(ctx, party, seq)) {
      seq = await inboxSeqOf(ctx, party)
      ctx.memo.clear()
      yield { seq, kind: 'UNKNOWN', gap: true, at: ctx.now(), subject: null }
    }
    for (;;) {
      const rows = await inboxEventsAfter(ctx, party, seq, BATCH)
      for (const row of rows) {
        seq = row.seq
        ctx.memo.clear()
        yield { seq, kind: row.kind, gap: false, at: row.createdAt, subject: row.subject }
      }
      if (rows.length < BATCH && !(await watch.next())) return
    }
  } finally {
    watch.close()
  }
}
