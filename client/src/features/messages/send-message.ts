import type { ApolloClient } from '@apollo/client'
import { graphql } from '../../graph/graphql.ts'
import { isSignedOut } from '../../graph/session-end.ts'
import { Message_message, putMessage } from './message-fields.ts'
import type { SendAnswer } from './outbox.ts'
import type { Outgoing } from './timeline.ts'

const SendMessage = graphql(
  `
    mutation SendMessage($input: SendMessageInput!) {
      sendMessage(input: $input) {
        __typename
        ... on Message {
          id
          threadId
          seq
          ...Message_message
        }
        ... on Refusal {
          message
          problems {
            path
            message
          }
        }
      }
    }
  `,
  [Message_message],
)

/** Sends under its key: sent again after a lost answer, the message is there once. */
export async function sendMessage(client: ApolloClient, { key, threadId, body, files }: Outgoing): Promise<SendAnswer> {
  const input = { key, threadId, body, attachmentIds: files.map(({ attachmentId }) => attachmentId) }
  try {
    const { data } = await client.mutate({
      mutation: SendMessage,
      variables: { input },
      update(cache, { data: sent }) {
        if (sent?.sendMessage.__typename === 'Message') putMessage(cache, sent.sendMessage.threadId, sent.sendMessage)
      },
    })
    const answer = data?.sendMessage
    if (!answer) return { kind: 'failed' }
    if (answer.__typename === 'Message') return { kind: 'sent' }
    return { kind: 'refused', message: answer.problems.map(({ message }) => message).join('') || answer.message }
  } catch (error) {
    return { kind: isSignedOut(error) ? 'signedOut' : 'failed' }
  }
}
