import type { ApolloCache } from '@apollo/client'

/** What came of an act: done, the server's words why not, or nothing heard at all. */
export type ActAnswer = { kind: 'done'; id: string } | { kind: 'refused'; message: string } | { kind: 'failed' }

type Answer = { __typename: 'Refusal'; message: string } | { __typename: 'Posting' | 'Discarded'; id: string } | undefined

/** Runs an act so that every way it can end has words on the page. */
export async function hear(asked: Promise<Answer>): Promise<ActAnswer> {
  try {
    const answer = await asked
    if (!answer) return { kind: 'failed' }
    return answer.__typename === 'Refusal' ? { kind: 'refused', message: answer.message } : { kind: 'done', id: answer.id }
  } catch {
    return { kind: 'failed' }
  }
}

/** Own lists by state are asked anew: a posting changed its place in them. */
export const forgetLists = (cache: ApolloCache): void => {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'employerPostings' })
}
