import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { type Context, viewerAs } from '../../graph/context.ts'
import { Office } from '../offices/offices.types.ts'
import { officeById } from '../offices/offices.loaders.ts'
import { acceptEmployerClaim } from './commands/accept-employer-claim.ts'
import { rejectEmployerClaim } from './commands/reject-employer-claim.ts'
import { claimantEmail, visibleEmployerClaim } from './employers.claims.queries.ts'
import type { EmployerClaimRow } from './employers.claims.table.ts'
import { AcceptEmployerClaimResult, EmployerClaim, RejectEmployerClaimResult } from './employers.claims.types.ts'
import { employerByNumber } from './employers.loaders.ts'
import { membersOf } from './employers.members.queries.ts'
import type { EmployerWithSheet } from './employers.queries.ts'
import { isInCharge } from './employers.staff.queries.ts'
import type { EmployerMemberRow } from './employers.table.ts'
import { Employer, EmployerMember } from './employers.types.ts'

const ClaimId = () => Arg('claimId', () => ID, { description: '申出の id。\nId of the claim.' })
const Version = () =>
  Arg('version', () => Int, {
    nullable: true,
    description: '見ている版。なければ、いまの版。\nThe version seen; without it, the one that stands.',
  })
const DryRun = () =>
  Arg('dryRun', () => Boolean, {
    defaultValue: false,
    description: '試すだけ。何も変えません。\nChanges nothing; answers what would change.',
  })

const isForOffice = ({ viewer }: Context, claim: EmployerClaimRow): boolean => viewer.kind === 'staff' && isInCharge(viewer, claim)

/** The counter decides who belongs to an establishment that has a number. */
@Resolver(() => EmployerClaim)
export class EmployerClaimsStaffResolver {
  @Audience('counter', 'manager', 'auditor')
  @Query(() => EmployerClaim, {
    nullable: true,
    description: '事業所番号の申出を読む。\nReads a claim of an employer number.',
  })
  employerClaim(@Ctx() ctx: Context, @Arg('id', () => ID, { description: '申出の id。\nId of the claim.' }) id: string) {
    return visibleEmployerClaim(ctx, id)
  }

  @Audience('counter', 'manager')
  @Mutation(() => AcceptEmployerClaimResult, {
    description:
      '事業所番号の申出を受理する。申し出た人が担当者になり、いまの代表に知らせます。\nAccepts a claim: the claimant becomes a member, and the owner is told.',
  })
  acceptEmployerClaim(
    @Ctx() ctx: Context,
    @ClaimId() claimId: string,
    @Arg('asOwner', () => Boolean, {
      defaultValue: false,
      description:
        '代表の担当者にする。いまの代表は採用の担当者になります。代表がいなければ、いつも代表です。\nMakes the claimant the owner; where there is none, always.',
    })
    asOwner: boolean,
    @DryRun() dryRun: boolean,
    @Version() version?: number | null,
  ) {
    return acceptEmployerClaim(ctx, viewerAs(ctx, 'staff'), { claimId, asOwner, version: version ?? null, dryRun })
  }

  @Audience('counter', 'manager')
  @Mutation(() => RejectEmployerClaimResult, {
    description: '事業所番号の申出を受理しない。理由を書きます。\nRejects a claim, with a reason for the person.',
  })
  rejectEmployerClaim(
    @Ctx() ctx: Context,
    @ClaimId() claimId: string,
    @Arg('reason', () => String, { description: '理由。申し出た人が読みます。\nReason, read by the claimant.' }) reason: string,
    @DryRun() dryRun: boolean,
    @Version() version?: number | null,
  ) {
    return rejectEmployerClaim(ctx, viewerAs(ctx, 'staff'), { claimId, reason, version: version ?? null, dryRun })
  }

  @FieldResolver(() => Employer, {
    nullable: true,
    description: 'この番号で登録されている事業所。担当の職員だけに見えます。\nThe establishment of the number, for staff in charge only.',
  })
  registered(@Root() claim: EmployerClaimRow, @Ctx() ctx: Context): Promise<EmployerWithSheet | null> | null {
    return isForOffice(ctx, claim) ? employerByNumber(ctx).load(claim.employerNumber) : null
  }

  @FieldResolver(() => [EmployerMember], {
    description: 'その事業所の、いまの担当者。担当の職員だけに見えます。\nIts present members, for staff in charge only.',
  })
  async members(@Root() claim: EmployerClaimRow, @Ctx() ctx: Context): Promise<EmployerMemberRow[]> {
    const registered = isForOffice(ctx, claim) ? await employerByNumber(ctx).load(claim.employerNumber) : null
    return registered ? membersOf(ctx, registered.id) : []
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '申し出た人のメールアドレス。担当の職員だけに見えます。\nE-mail of the claimant, for staff in charge only.',
  })
  email(@Root() claim: EmployerClaimRow, @Ctx() ctx: Context): Promise<string | null> | null {
    return isForOffice(ctx, claim) ? claimantEmail(ctx, claim.memberId) : null
  }

  @FieldResolver(() => Office, {
    nullable: true,
    description: '確かめる安定所。担当の職員だけに見えます。\nThe office that decides, for staff in charge only.',
  })
  office(@Root() claim: EmployerClaimRow, @Ctx() ctx: Context) {
    return isForOffice(ctx, claim) ? officeById(ctx).load(claim.officeId) : null
  }
}
