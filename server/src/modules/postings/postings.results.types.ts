import { Field, Int, ObjectType } from 'type-graphql'
import { Discarded } from '../../graph/discarded.ts'
import { resultOf } from '../../graph/result.ts'
import type { PostingRow } from './postings.table.ts'
import { Posting } from './postings.types.ts'

const postingResult = (name: string, options: { preview?: boolean } = {}) => resultOf(name, () => Posting, 'Posting', options)

export const DraftPostingResult = postingResult('DraftPosting')
export const SubmitPostingResult = postingResult('SubmitPosting')
export const RecallPostingResult = postingResult('RecallPosting')
export const DiscardPostingResult = resultOf('DiscardPosting', () => Discarded, 'Discarded')
export const CopyPostingResult = postingResult('CopyPosting')
export const CancelPostingResult = postingResult('CancelPosting')
export const PausePostingResult = postingResult('PausePosting')
export const ResumePostingResult = postingResult('ResumePosting')
export const ClaimCaseResult = postingResult('ClaimCase', { preview: true })
export const ReleaseCaseResult = postingResult('ReleaseCase', { preview: true })
export const AcceptPostingResult = postingResult('AcceptPosting', { preview: true })
export const ReturnPostingResult = postingResult('ReturnPosting', { preview: true })
export const RejectPostingResult = postingResult('RejectPosting', { preview: true })

@ObjectType({ description: '受理を待つ求人。\nPostings that wait for the office.' })
export class WaitingPostings {
  @Field(() => Int, { description: 'ぜんぶの数。\nHow many.', simple: true }) total!: number
  @Field(() => [Posting], { description: '長く待っている順に2つ。\nThe two that have waited longest.', simple: true }) oldest!: PostingRow[]
}

/** The applications module adds overdue applications. */
@ObjectType({ description: '待っていること。\nWhat waits for the office.' })
export class Waiting {
  /** Asked only when wanted: postings.staff.resolver.ts. */
  declare readonly postings: WaitingPostings
}
