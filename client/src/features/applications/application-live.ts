import { graphql } from '../../graph/graphql.ts'

/** What the inbox brings of an application. Named apart: the states of other subjects of one event have other types. */
export const Application_live = graphql(`
  fragment Application_live on Application {
    id
    applicationStatus: status
    version
    appliedAt
    cancellableUntil
    answerUntil
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
    posting {
      id
      isOpen
      applicationsPaused
      viewerCanApply
      applyRefusal {
        code
        message
      }
      viewerApplication {
        id
      }
      counts {
        applications
        running
        unread
      }
    }
  }
`)

/** An application came or moved: its row and what its posting counts redraw by themselves; lists by state and its own page are asked again. */
export const applyApplication = (): readonly string[] => ['employerApplications', 'seekerApplications', 'application']
