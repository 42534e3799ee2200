import { useSuspenseQuery } from '@apollo/client/react'
import { graphql, type ResultOf } from '../graph/graphql.ts'

/** Who is here: asked once per session, kept right by sign-in, sign-out and the inbox. */
export const AppViewer = graphql(`
  query AppViewer {
    viewer {
      kind
      account {
        id
        email
        displayName
      }
      seeker {
        id
        status
        isValid
      }
      registrant {
        id
      }
      employer {
        id
        name
        employerNumber
        status
      }
      employers {
        id
      }
      member {
        id
        title
        role
      }
      staff {
        id
        name
        role
        office {
          id
          name
        }
      }
      counts {
        unreadThreads
        waitingApplicants
        toDo
      }
      inboxSeq
      serverTime
      demo {
        password
        accounts {
          email
          role
        }
      }
    }
  }
`)
export type AppViewerData = ResultOf<typeof AppViewer>['viewer']

export function useViewer(): AppViewerData {
  return useSuspenseQuery(AppViewer, { fetchPolicy: 'cache-first' }).data.viewer
}
