import type { Problem } from '../../kernel/problem.ts'
import { hasForbiddenCharacter, widthOf } from '../../kernel/text.ts'
import type { Policy } from '../../policy.ts'

/** What staff write down for the record: how the person was known, or why it is done. */
export function problemsOfPurpose(purpose: string, { staffPurposeMax: max }: Pick<Policy, 'staffPurposeMax'>, label = '理由'): Problem[] {
  const problem = (code: Problem['code'], facts: Problem['facts'] = {}): Problem[] => [
    { path: 'purpose', code, severity: 'ERROR', facts: { label, ...facts } },
  ]
  if (purpose.trim() === '') return problem('REQUIRED')
  if (hasForbiddenCharacter(purpose)) return problem('FORBIDDEN_CHARACTER')
  return widthOf(purpose) > max ? problem('TOO_LONG', { max, now: widthOf(purpose) }) : []
}
