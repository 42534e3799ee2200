import { useState } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { useLive } from '../../graph/use-live.ts'
import type { Filter } from './jobs-search.ts'

const PostingNews = graphql(`
  subscription PostingNews($filter: PostingFilter!, $after: String!) {
    postingPublished(filter: $filter, after: $after) {
      whole
      missed
      removed
      added {
        id
      }
    }
  }
`)

interface News {
  name: string | null
  ids: readonly string[]
  /** More is new than was told. */
  more: boolean
}

/** What is new to a search since its list was read; after a cut it is told the whole again, so nothing is missed or counted twice. */
export function usePostingNews(filter: Filter, asOf: string | null): Omit<News, 'name'> {
  const name = asOf === null ? null : JSON.stringify([filter, asOf])
  const [news, setNews] = useState<News>({ name, ids: [], more: false })
  useLive({
    query: PostingNews,
    name,
    from: () => ({ filter, after: asOf ?? '' }),
    heard: ({ postingPublished: { whole, missed, removed, added } }) =>
      setNews((before) => {
        const kept = whole || before.name !== name ? [] : before.ids.filter((id) => !removed.includes(id))
        const ids = [...new Set([...added.map(({ id }) => id), ...kept])]
        return { name, ids, more: missed || (!whole && before.name === name && before.more) }
      }),
  })
  return news.name === name ? news : { ids: [], more: false }
}
