import type { ApolloClient } from '@apollo/client'
import { graphql } from '../../graph/graphql.ts'

/** What the inbox brings of an application. */
export const Application_live = graphql(`
  fragment Application_live on Application {
    id
    status
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

/** An application came or moved: its row redraws; the lists it belongs to come again. */
export async function applyApplication(client: ApolloClient): Promise<void> {
  await client.refetchQueries({
    updateCache(cache) {
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'employerApplications' })
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'seekerApplications' })
    },
    onQueryUpdated: () => true,
  })
}
