import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { Message_message, putMessage } from './message-fields.ts'

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

export type SendAnswer = { kind: 'sent' } | { kind: 'refused'; message: string } | { kind: 'failed' }

/** Sends under a key: pressed again after a lost answer, the message is there once. */
export function useSendMessage() {
  const [mutate] = useMutation(SendMessage, {
    update(cache, { data }) {
      if (data?.sendMessage.__typename === 'Message') putMessage(cache, data.sendMessage.threadId, data.sendMessage)
    },
  })
  return useCallback(
    async (input: { key: string; threadId: string; body: string; attachmentIds: string[] }): Promise<SendAnswer> => {
      try {
        const answer = (await mutate({ variables: { input } })).data?.sendMessage
        if (!answer) return { kind: 'failed' }
        if (answer.__typename === 'Message') return { kind: 'sent' }
        return { kind: 'refused', message: answer.problems.map(({ message }) => message).join('') || answer.message }
      } catch {
        return { kind: 'failed' }
      }
    },
    [mutate],
  )
}
