import type { ViewerOf } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { typedAgain, withoutDates } from '../postings.sheet.ts'
import { draftOfPosting, lockOwn, sheetById } from '../postings.steps.ts'
import type { PostingRow } from '../postings.table.ts'
import { rereadOwn, startPosting } from './draft-posting.ts'

/** 転用: a new draft from any of the employer's postings; nothing dated is taken along (STATES 3.1). */
export function copyPosting(
  ctx: CommandContext,
  member: ViewerOf<'employer'>,
  postingId: string,
  key: string,
): Promise<PostingRow | Refusal> {
  const input = { employerId: member.employerId, postingId }
  return inTransaction<PostingRow | Refusal>(
    ctx,
    { key: { value: key, operation: 'copyPosting', input, reread: rereadOwn(member) } },
    async (tx) => {
      const source = await lockOwn(tx, member.employerId, postingId)
      if (source instanceof Refusal) return source
      const draft = await draftOfPosting(tx, source.id)
      const sheet = await sheetById(tx, source.sheetId)
      const typed = draft ? withoutDates(draft.steps) : sheet ? typedAgain(sheet) : {}
      return startPosting(tx, member, typed, source.lineageId)
    },
  )
}
