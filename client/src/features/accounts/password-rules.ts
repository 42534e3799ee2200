import type { TFunction } from 'i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'

/** How a password must be, as the server's policy says it. */
export const PasswordRules_policy = graphql(`
  fragment PasswordRules_policy on PolicyValue {
    name
    value
  }
`)

/** The rules in a sentence. */
export function passwordRules(t: TFunction<'account'>, values: FragmentOf<typeof PasswordRules_policy>[]): string {
  const policy = new Map(readFragment(PasswordRules_policy, values).map(({ name, value }) => [name, value]))
  const limits = { min: policy.get('passwordMin') ?? '', max: policy.get('passwordMax') ?? '' }
  return Number(policy.get('passwordKinds')) > 0 ? t('key.rules', limits) : t('key.phrase', limits)
}
