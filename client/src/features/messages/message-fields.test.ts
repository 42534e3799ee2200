import { InMemoryCache } from '@apollo/client'
import { gql } from '@apollo/client/core'
import { expect, it } from 'vitest'
import { numbered } from '../../graph/merge-by-seq.ts'
import { putMessage } from './message-fields.ts'

const THREAD = gql`
  query Thread {
    thread {
      id
      messages {
        id
        seq
      }
    }
  }
`
const message = (seq: number) => ({ __typename: 'Message', id: `msg_${seq}`, seq })

function open(...seqs: number[]) {
  const cache = new InMemoryCache({ typePolicies: { Thread: { fields: { messages: numbered } } } })
  cache.writeQuery({ query: THREAD, data: { thread: { __typename: 'Thread', id: 'thr_1', messages: seqs.map(message) } } })
  const comes = (seq: number) => {
    cache.writeFragment({ fragment: gql('fragment M on Message { id seq }'), data: message(seq) })
    putMessage(cache, 'thr_1', message(seq))
  }
  const shown = () => cache.readQuery<{ thread: { messages: { seq: number }[] } }>({ query: THREAD })?.thread.messages.map(({ seq }) => seq)
  return { comes, shown }
}

it('an own message answered before those of the other side arrive drops nothing, and they go before it', () => {
  const { comes, shown } = open(1, 2, 3)
  comes(6)
  expect(shown()).toEqual([1, 2, 3, 6])
  comes(4)
  comes(5)
  expect(shown()).toEqual([1, 2, 3, 4, 5, 6])
})

it('a message that comes by two ways is there once', () => {
  const { comes, shown } = open(1)
  comes(2)
  comes(2)
  expect(shown()).toEqual([1, 2])
})
