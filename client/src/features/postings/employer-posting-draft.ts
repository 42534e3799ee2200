import { graphql, type ResultOf } from '../../graph/graphql.ts'
import type { TaskState } from '../../ui/task-list.tsx'

/** A posting being written: all of it comes with each save, because one answer can change what is wrong elsewhere. */
export const EmployerPostingDraft_draft = graphql(`
  fragment EmployerPostingDraft_draft on Draft {
    id
    version
    savedAt
    savedByName
    readyToSubmit
    steps {
      key
      data
      state
      summary
      errors
      confirms
      preview {
        key
        label
        value
      }
    }
    problems {
      path
      code
      severity
      message
    }
    insights {
      step
      title
      tone
      lines {
        label
        value
      }
    }
  }
`)
export type PostingDraft = ResultOf<typeof EmployerPostingDraft_draft>

/** What the editor and its list of parts need of the posting itself. */
export const EmployerPostingEdit_posting = graphql(
  `
    fragment EmployerPostingEdit_posting on Posting {
      id
      status
      version
      title
      postingNumber
      viewerCanEdit
      viewerCanSubmit
      office {
        id
        name
        phone
      }
      reviews {
        id
        outcome
        comment
        decidedAt
        reasons {
          path
          label
          reason
        }
      }
      draft {
        ...EmployerPostingDraft_draft
      }
    }
  `,
  [EmployerPostingDraft_draft],
)

type Problem = PostingDraft['problems'][number]

/** The state of a part; what the person already said is all right no longer asks. */
export function taskState(draft: PostingDraft, key: string, isKept: (problem: Problem) => boolean): TaskState {
  const step = draft.steps.find((s) => s.key === key)
  if (!step || step.state === 'NOT_STARTED') return { kind: 'todo' }
  if (step.state === 'FIX') return { kind: 'err', count: step.errors }
  if (step.state === 'IN_PROGRESS') return { kind: 'part' }
  const open = draft.problems.filter((p) => p.severity === 'CONFIRM' && p.path.startsWith(`${key}.`) && !isKept(p)).length
  return open > 0 ? { kind: 'ask', count: open } : { kind: 'done' }
}

interface Review {
  outcome: string
  decidedAt: string
  comment: string | null
  reasons: readonly { path: string; label: string; reason: string }[]
}

/** What the office asked for last, while the posting waits to be put right. */
export function askedFor<R extends Review>(posting: { status: string; reviews: readonly R[] }): R | null {
  if (posting.status !== 'RETURNED') return null
  const returned = posting.reviews.filter((review) => review.outcome === 'RETURNED')
  return returned.toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1))[0] ?? null
}
