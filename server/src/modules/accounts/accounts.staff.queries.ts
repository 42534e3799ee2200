import type { Context } from '../../graph/context.ts'
import { graphError } from '../../graph/errors.ts'
import { problemText } from '../../i18n/problems.ja.ts'
import { tidy } from '../../kernel/text.ts'
import { problemsOfPurpose } from './accounts.staff.rules.ts'

/** Why staff look at somebody, as it goes into the record; a look without a readable reason is no look (S30). */
export function purposeOf(ctx: Context, typed: string): string {
  const [problem] = problemsOfPurpose(typed, ctx.policyOf(), '見る理由')
  if (problem) throw graphError('BAD_USER_INPUT', problemText(problem))
  return tidy(typed)
}
