import { eq, like, or } from 'drizzle-orm'
import { POLICY, type Policy, type PolicyName } from '../policy.ts'
import type { Db } from './db/connect.ts'
import { settings } from './db/platform.table.ts'

/** Values in force: the defaults, a deployment's (`policy`), an office's (`policy:off_…`). */
export class PolicyInForce {
  #byScope = new Map<string, Partial<Policy>>()
  readonly #made = new Map<string, Policy>()
  readonly #defaults: Policy

  /** `chosen`: what the environment sets instead of the defaults. */
  constructor(chosen: Partial<Policy> = {}) {
    this.#defaults = { ...POLICY, ...chosen }
  }

  of(officeId?: string): Policy {
    const scope = officeId === undefined ? 'policy' : `policy:${officeId}`
    const known = this.#made.get(scope)
    if (known) return known
    const policy = { ...this.#defaults, ...this.#byScope.get('policy'), ...(officeId === undefined ? {} : this.#byScope.get(scope)) }
    this.#made.set(scope, policy)
    return policy
  }

  async load(db: Db): Promise<void> {
    const rows = await db
      .select()
      .from(settings)
      .where(or(eq(settings.scope, 'policy'), like(settings.scope, 'policy:%')))
    const byScope = new Map<string, Partial<Record<PolicyName, number>>>()
    for (const { scope, name, value } of rows)
      if (name in POLICY && typeof value === 'number') byScope.set(scope, { ...byScope.get(scope), [name]: value })
    this.#byScope = byScope
    this.#made.clear()
  }
}
