import { useApolloClient } from '@apollo/client/react'
import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { requestKey } from '../../graph/request-key.ts'
import type { FileRow } from '../../ui/file-drop.tsx'
import { putBytes } from './put-bytes.ts'
import { type ReadyFile, readyFiles, underWay } from './upload-state.ts'
import { UploadStore, type UploadWay } from './upload-store.ts'

const CreateUpload = graphql(`
  mutation CreateUpload($input: CreateUploadInput!) {
    createUpload(input: $input) {
      __typename
      ... on Upload {
        id
        url
        attachment {
          id
          state
        }
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
`)
const CompleteUpload = graphql(`
  mutation CompleteUpload($id: ID!) {
    completeUpload(id: $id) {
      __typename
      ... on Attachment {
        id
        state
        problem
      }
      ... on Refusal {
        message
      }
    }
  }
`)
const DiscardUpload = graphql(`
  mutation DiscardUpload($id: ID!) {
    discardUpload(id: $id) {
      __typename
    }
  }
`)

function wayOf(client: ReturnType<typeof useApolloClient>): UploadWay {
  return {
    newKey: requestKey,
    put: putBytes,
    async open(input) {
      const { data } = await client.mutate({ mutation: CreateUpload, variables: { input }, fetchPolicy: 'no-cache' })
      const answer = data?.createUpload
      if (!answer) throw new Error('no answer')
      if (answer.__typename === 'Refusal')
        return { kind: 'refused', message: answer.problems.map(({ message }) => message).join('') || answer.message }
      return { kind: 'opened', attachmentId: answer.attachment.id, url: answer.attachment.state === 'UPLOADING' ? answer.url : null }
    },
    async check(id) {
      const { data } = await client.mutate({ mutation: CompleteUpload, variables: { id }, fetchPolicy: 'no-cache' })
      const answer = data?.completeUpload
      if (!answer) throw new Error('no answer')
      if (answer.__typename === 'Refusal') return { kind: 'refused', message: answer.message }
      return answer.state === 'READY' ? { kind: 'ready' } : { kind: 'refused', message: answer.problem ?? '' }
    },
    async discard(id) {
      await client.mutate({ mutation: DiscardUpload, variables: { id }, fetchPolicy: 'no-cache' })
    },
  }
}

/** Files on their way for one thing: an application, the box of a thread. */
export interface Uploads {
  rows: FileRow[]
  ready: ReadyFile[]
  busy: boolean
  /** Percent of all that is still on its way. */
  percent: number
  add: (files: File[]) => void
  remove: (id: string) => void
  retry: (id: string) => void
  restore: UploadStore['restore']
  clear: () => void
}

/** One list of files per `scope`, kept while the page is open: going to another thread and back loses none. */
export function useUploads(scope: string): Uploads {
  const client = useApolloClient()
  const stores = useRef(new Map<string, UploadStore>())
  const [way] = useState(() => wayOf(client))
  const store = useMemo(() => {
    const known = stores.current.get(scope) ?? new UploadStore(way)
    stores.current.set(scope, known)
    return known
  }, [scope, way])
  const rows = useSyncExternalStore(store.subscribe, store.get)
  return useMemo(() => {
    const open = underWay(rows)
    const size = open.reduce((sum, row) => sum + row.size, 0)
    return {
      rows: rows.map(({ id, name, size: bytes, state, percent, message }) => ({
        id,
        name,
        size: bytes,
        state,
        percent,
        message: message ?? undefined,
      })),
      ready: readyFiles(rows),
      busy: open.length > 0,
      percent: size === 0 ? 100 : Math.round(open.reduce((sum, row) => sum + (row.percent * row.size) / size, 0)),
      add: store.add,
      remove: store.remove,
      retry: store.again,
      restore: store.restore,
      clear: store.clear,
    }
  }, [rows, store])
}
