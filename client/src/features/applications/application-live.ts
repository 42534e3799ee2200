import type { ApolloClient, Reference } from '@apollo/client'
import { graphql } from '../../graph/graphql.ts'

/** What the inbox brings of an application. Named apart: the states of other subjects of one event have other types. */
export const Application_live = graphql(`
  fragment Application_live on Application {
    id
    applicationStatus: status
    version
    closedAt
    isOverdue
    nextAct
    viewerCanCancel
    viewerCanRecordResult
    steps {
      label
      state
    }
    result {
      id
      outcome
      startDate
      messageToSeeker
      recordedAt
    }
    thread {
      id
    }
  }
`)

const LISTS = ['employerApplications', 'seekerApplications'] as const

/** An application came or moved: its row redraws by itself; lists are asked anew where it is new or may have left them. */
export async function applyApplication(client: ApolloClient, application: { id: string }): Promise<void> {
  const { cache } = client
  const ref = cache.identify({ __typename: 'Application', id: application.id }) ?? ''
  let stays = true
  for (const list of LISTS)
    cache.modify<Record<string, { nodes: readonly Reference[] }>>({
      fields: {
        [list]: (known, { readField }) => {
          const { nodes } = known as unknown as { nodes: readonly Reference[] }
          if (!nodes.some((one) => one.__ref === ref) || readField('status', { __ref: ref }) !== 'APPLIED') stays = false
          return known
        },
      },
    })
  if (stays) return
  await client.refetchQueries({
    updateCache: (present) => {
      for (const list of LISTS) present.modify({ fields: { [list]: (_known, { INVALIDATE }) => INVALIDATE as never } })
    },
    onQueryUpdated: () => true,
  })
}
