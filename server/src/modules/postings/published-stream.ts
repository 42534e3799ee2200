import type { Context } from '../../graph/context.ts'
import { closable } from '../../graph/live-stream.ts'
import { type AsOf, asOfNow, newSince, readAsOf } from './postings.as-of.ts'
import type { NamedQuestion, Opened, PostingNews, Reader } from './postings.opened.ts'
import { publicationsOf } from './postings.publications.ts'
import { questionOf } from './postings.search.queries.ts'
import type { SearchFilter } from './postings.search.filter.rules.ts'
import { searchClassOf } from './postings.visible.queries.ts'

/**
 * New postings of a search that is left open: first all that came since the list, then what comes. Rights are looked at again for
 * every event (R25). The reader waits before the first read, so nothing falls between (S61).
 */
export function publishedStream(ctx: Context, filter: SearchFilter, after: string | null): AsyncIterableIterator<PostingNews, void> {
  const since = after === null ? null : readAsOf(after)
  const reader = publicationsOf(ctx).reader()
  return closable(reader, follow(ctx, reader, filter, since))
}

async function* follow(ctx: Context, reader: Reader, filter: SearchFilter, since: AsOf | null): AsyncGenerator<PostingNews, void> {
  const publications = publicationsOf(ctx)
  const begin = since ?? asOfNow(ctx)
  const questions = questionsOf(ctx, filter)
  try {
    let whole = since !== null
    for (;;) {
      if (whole) {
        ctx.memo.clear()
        const { ids, more } = await newSince(ctx, await questionOf(ctx, filter), begin)
        publications.forget(reader)
        publications.told(reader, ids)
        yield { added: ids, removed: [], whole: true, missed: more }
      }
      const heard = await reader.next()
      if (heard === null) return
      whole = heard.missed
      if (whole) continue
      if (heard.gone.length > 0) yield { added: [], removed: heard.gone, whole: false, missed: false }
      for (const opened of heard.opened) {
        const news = unseen(await newsFor(ctx, opened, await questions()), begin.seen)
        if (news === null) continue
        publications.told(reader, news.added)
        yield news
      }
    }
  } finally {
    reader.close()
  }
}

/** A hint may come later than the list that holds its posting already. */
function unseen(news: PostingNews | null, seen: readonly string[]): PostingNews | null {
  if (!news?.added.some((id) => seen.includes(id))) return news
  const added = news.added.filter((id) => !seen.includes(id))
  return added.length === 0 ? null : { ...news, added }
}

/** The filter as each class of viewers asks it today. */
function questionsOf(ctx: Context, filter: SearchFilter) {
  let today = ''
  let asked: Record<'public' | 'seeker', NamedQuestion>
  return async () => {
    if (today === ctx.today()) return asked
    const question = await questionOf(ctx, filter)
    const named = (viewerClass: 'public' | 'seeker'): NamedQuestion => {
      const one = { ...question, viewerClass }
      return { name: JSON.stringify(one), question: one }
    }
    today = question.today
    return (asked = { public: named('public'), seeker: named('seeker') })
  }
}

/** Whom a person is to the search is asked only where it matters, and then anew: a registration may have ended. */
async function newsFor(ctx: Context, opened: Opened, asked: Record<'public' | 'seeker', NamedQuestion>): Promise<PostingNews | null> {
  if (ctx.viewer.kind === 'visitor') return opened.for(asked.public)
  if (opened.for(asked.public) === null && opened.for(asked.seeker) === null) return null
  ctx.memo.clear()
  return opened.for(asked[await searchClassOf(ctx)])
}
