import { eq } from 'drizzle-orm'
import type { Context, ViewerOf } from '../../../graph/context.ts'
import type { Id } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { bucketOf, countTry } from '../../accounts/accounts.steps.ts'
import { officeOfNumber } from '../employers.claims.queries.ts'
import { readClaim } from '../employers.claims.rules.ts'
import { type EmployerClaimRow, employerClaims } from '../employers.claims.table.ts'
import { refuseEstablishment } from '../employers.provisional.rules.ts'
import { employers } from '../employers.table.ts'

export interface ClaimEmployer {
  employerNumber: string
  name: string
  phone: string
  words: string
}

const HOUR = 60

/**
 * 事業所番号の申出 (SPEC 4, way 5). Numbers are public: the answer, the work behind it and what the claimant sees are the same whether
 * somebody has the number or not, and only staff find out.
 */
export function claimEmployer(
  ctx: Context,
  member: ViewerOf<'employer'>,
  { key: value, ...input }: ClaimEmployer & { key: string },
): Promise<EmployerClaimRow | Refusal> {
  const key = { value, operation: 'claimEmployer', input, reread: (tx: Tx, id: string) => reread(tx, member.employerId, id) }
  return inTransaction<EmployerClaimRow | Refusal>(ctx, { key }, async (tx) => {
    const { text, problems } = readClaim({ ...input }, tx.policyOf())
    const [claimed] = await tx.db
      .select({ officeId: employers.officeId })
      .from(employers)
      .where(eq(employers.employerNumber, text.employerNumber))
    const office = await officeOfNumber(tx.db, text.employerNumber)
    if (problems.length === 0 && office === null)
      problems.push({ path: 'employerNumber', code: 'EMPLOYER_NUMBER_OF_NOWHERE', severity: 'ERROR' })
    if (problems.length > 0 || office === null) return new Refusal('PROBLEMS', { problems })
    const [employer] = await tx.db.select().from(employers).where(eq(employers.id, member.employerId)).for('update')
    const no = employer ? refuseEstablishment(employer, tx.now) : 'NOT_FOUND'
    if (!employer || no) return new Refusal(no ?? 'NOT_FOUND')
    const tooMany = await refuseTries(tx, member, ctx.address)
    if (tooMany) return tooMany
    const [claim] = await tx.db
      .insert(employerClaims)
      .values({
        ...text,
        employerId: employer.id,
        memberId: member.memberId,
        officeId: claimed?.officeId ?? office.id,
        state: 'PENDING',
        claimedAt: tx.now,
      })
      .returning()
    await tx.db
      .update(employers)
      .set({ waitingSince: tx.now, version: employer.version + 1 })
      .where(eq(employers.id, employer.id))
    await tx.record({ action: 'claimEmployer', object: claim!.id, changes: [{ field: 'state', before: null, after: 'PENDING' }] })
    tx.deliver(employer.id, 'EMPLOYER', employer.id)
    tx.deliver(claim!.officeId, 'EMPLOYER', claim!.id)
    return claim!
  })
}

/** By account, and by address behind which one opens many. */
async function refuseTries(tx: Tx, { accountId }: ViewerOf<'employer'>, address: string): Promise<Refusal | null> {
  const { employerClaimsPerHour, employerClaimsPerHourAndAddress } = tx.policyOf()
  for (const [what, whose, limit] of [
    ['employerClaim', accountId, employerClaimsPerHour],
    ['employerClaimFrom', address, employerClaimsPerHourAndAddress],
  ] as const)
    if ((await countTry(tx, bucketOf(what, whose), { limit, minutes: HOUR })) > limit)
      return new Refusal('TOO_MANY_TRIES', { facts: { minutes: HOUR } })
  return null
}

async function reread(tx: Tx, employerId: Id<'emp'>, id: string): Promise<EmployerClaimRow | Refusal> {
  const [claim] = await tx.db
    .select()
    .from(employerClaims)
    .where(eq(employerClaims.id, id as Id<'clm'>))
  return claim?.employerId === employerId ? claim : new Refusal('NOT_FOUND')
}
