import { type ApolloCache } from '@apollo/client'
import { graphql } from '../../graph/graphql.ts'
import { putBySeq } from '../../graph/merge-by-seq.ts'

/** One message as the thread shows it. */
export const Message_message = graphql(`
  fragment Message_message on Message @_unmask {
    id
    threadId
    seq
    mine
    senderName
    automatic
    body
    sentAt
    eraseOn
    attachments {
      id
      name
      size
      state
      url
    }
  }
`)

/** Puts a message into its thread, at its number. An own one may be answered before those of the other side arrive. */
export function putMessage(cache: ApolloCache, threadId: string, message: { id: string; seq: number }): void {
  cache.modify({
    id: cache.identify({ __typename: 'Thread', id: threadId }) ?? '',
    fields: {
      messages: (known: readonly { __ref: string }[], { readField }) => {
        const ref = { __ref: cache.identify({ __typename: 'Message', id: message.id }) ?? '' }
        return putBySeq(known, ref, (one) => readField<number>('seq', one) ?? 0)
      },
    },
  })
}
