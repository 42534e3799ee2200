import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { type Context, viewerAs } from '../../graph/context.ts'
import { isMemberOf, isWriter } from '../../graph/standing.ts'
import { claimEmployer } from './commands/claim-employer.ts'
import { withdrawEmployerClaim } from './commands/withdraw-employer-claim.ts'
import type { EmployerClaimRow } from './employers.claims.table.ts'
import { ClaimEmployerInput, ClaimEmployerResult, EmployerClaim, WithdrawEmployerClaimResult } from './employers.claims.types.ts'
import { claimsByEmployer, employerById } from './employers.loaders.ts'
import { refuseRecall } from './employers.provisional.rules.ts'
import type { EmployerWithSheet } from './employers.queries.ts'
import { Employer } from './employers.types.ts'

/** Who has a history says the number instead of writing the establishment (SPEC 4, way 5). */
@Resolver(() => Employer)
export class EmployerClaimsResolver {
  @Audience('employer.recruiter')
  @Mutation(() => ClaimEmployerResult, {
    description:
      '事業所番号を申し出る(仮登録)。番号があるかどうかは、答えからわかりません。\nClaims an employer number; the answer never tells whether it exists.',
  })
  claimEmployer(
    @Ctx() ctx: Context,
    @Arg('input', () => ClaimEmployerInput, { description: '書くこと。\nWhat it says.' }) input: ClaimEmployerInput,
  ) {
    const { phone, words, ...rest } = input
    return claimEmployer(ctx, viewerAs(ctx, 'employer'), { ...rest, phone: phone ?? '', words: words ?? '' })
  }

  @Audience('employer.recruiter')
  @Mutation(() => WithdrawEmployerClaimResult, {
    description: '事業所番号の申出を取り下げる。番号を直すか、事業所の内容を書けるようになります。\nTakes the claim back.',
  })
  withdrawEmployerClaim(
    @Ctx() ctx: Context,
    @Arg('version', () => Int, { description: '申出の、見ている版。\nVersion of the claim.' }) version: number,
  ) {
    return withdrawEmployerClaim(ctx, viewerAs(ctx, 'employer'), { version })
  }

  @FieldResolver(() => EmployerClaim, {
    nullable: true,
    description: 'いちばん新しい事業所番号の申出。担当者だけに見えます。\nThe newest claim of a number, for members only.',
  })
  async claim(@Root() { id }: EmployerWithSheet, @Ctx() ctx: Context): Promise<EmployerClaimRow | null> {
    if (!isMemberOf(ctx.viewer, id)) return null
    const [newest] = await claimsByEmployer(ctx).load(id)
    return newest ?? null
  }
}

@Resolver(() => EmployerClaim)
export class EmployerClaimFieldsResolver {
  @FieldResolver(() => Boolean, { description: '取り下げられるか。\nMay the viewer take it back?' })
  async viewerCanWithdraw(@Root() { employerId, state }: EmployerClaimRow, @Ctx() ctx: Context): Promise<boolean> {
    if (state !== 'PENDING' || !isMemberOf(ctx.viewer, employerId) || !isWriter(ctx.viewer)) return false
    const employer = await employerById(ctx).load(employerId)
    return employer !== null && refuseRecall(employer, ctx.now()) === null
  }
}
