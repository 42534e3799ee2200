import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { AcknowledgementInput } from '../../graph/draft-result.ts'
import { type Context, viewerAs } from '../../graph/context.ts'
import { PageArgs } from '../../graph/page.ts'
import { halfWidth } from '../../kernel/text.ts'
import { acceptPosting } from './commands/accept-posting.ts'
import { claimCase } from './commands/claim-case.ts'
import { rejectPosting } from './commands/reject-posting.ts'
import { releaseCase } from './commands/release-case.ts'
import { returnPosting } from './commands/return-posting.ts'
import { postingsForStaff, waitingPostings } from './postings.queries.ts'
import type { RejectionReason } from './postings.reasons.rules.ts'
import {
  AcceptPostingResult,
  ClaimCaseResult,
  RejectPostingResult,
  ReleaseCaseResult,
  ReturnPostingResult,
  Waiting,
  WaitingPostings,
} from './postings.results.types.ts'
import type { PostingStatus } from './postings.rules.ts'
import { FieldReasonInput, plainPage, PostingConnection, PostingStatusEnum, RejectionReasonEnum } from './postings.types.ts'

const CaseId = () => Arg('id', () => ID, { description: '求人の id。\nId of the case.' })
const PostingId = () => Arg('postingId', () => ID, { description: '求人の id。\nPosting id.' })
const Version = () =>
  Arg('version', () => Int, {
    nullable: true,
    description: '見ている版。なければ、いまの版。\nThe version seen; without it, the one that stands.',
  })
const Comment = () => Arg('comment', () => String, { nullable: true, description: '事業所へのことば。\nWords to the employer.' })
const DryRun = () =>
  Arg('dryRun', () => Boolean, {
    defaultValue: false,
    description: '試すだけ。何も変えません。\nChanges nothing; answers what would change.',
  })

/** The counter's work on postings. */
@Resolver(() => Waiting)
export class PostingsStaffResolver {
  @Audience('counter', 'manager', 'auditor')
  @Query(() => Waiting, { description: '待っていること。窓口は自分の安定所、管理者と監査はぜんぶ。\nWhat waits.' })
  waiting(): object {
    return {}
  }

  @FieldResolver(() => WaitingPostings, { description: '受理を待つ求人。\nPostings that wait.' })
  postings(@Ctx() ctx: Context) {
    return waitingPostings(ctx, viewerAs(ctx, 'staff'))
  }

  @Audience('counter', 'manager', 'auditor')
  @Query(() => PostingConnection, {
    description: '窓口の求人、新しい順。書きかけは出ません。\nPostings for staff, newest first; no drafts.',
  })
  async staffPostings(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('status', () => [PostingStatusEnum], { nullable: true, description: 'この状態だけ。\nOnly these states.' })
    status?: PostingStatus[] | null,
    @Arg('employerNumber', () => String, { nullable: true, description: '事業所番号。\nOnly of this establishment.' })
    employerNumber?: string | null,
  ) {
    const filter = { status: status ?? null, employerNumber: employerNumber == null ? null : halfWidth(employerNumber) }
    return plainPage(await postingsForStaff(ctx, viewerAs(ctx, 'staff'), filter, page))
  }

  @Audience('counter', 'manager')
  @Mutation(() => ClaimCaseResult, { description: '担当になる。事業所は取り下げられなくなります。\nClaims a case.' })
  claimCase(@Ctx() ctx: Context, @CaseId() id: string, @DryRun() dryRun: boolean) {
    return claimCase(ctx, viewerAs(ctx, 'staff'), { id, dryRun })
  }

  @Audience('counter', 'manager')
  @Mutation(() => ReleaseCaseResult, { description: '担当を外れる。\nReleases a case.' })
  releaseCase(@Ctx() ctx: Context, @CaseId() id: string, @DryRun() dryRun: boolean) {
    return releaseCase(ctx, viewerAs(ctx, 'staff'), { id, dryRun })
  }

  @Audience('counter', 'manager')
  @Mutation(() => AcceptPostingResult, {
    description: '求人を受理する。番号が付き、公開されます。\nAccepts a posting: it gets its number and opens.',
  })
  acceptPosting(
    @Ctx() ctx: Context,
    @PostingId() postingId: string,
    @DryRun() dryRun: boolean,
    @Version() version?: number | null,
    @Comment() comment?: string | null,
    @Arg('acknowledge', () => [AcknowledgementInput], {
      nullable: true,
      description: '「このままでよい」と確かめたところ。\nWhat was confirmed.',
    })
    acknowledge?: AcknowledgementInput[] | null,
  ) {
    const decision = { postingId, version: version ?? null, comment: comment ?? null, dryRun }
    return acceptPosting(ctx, viewerAs(ctx, 'staff'), { ...decision, acknowledge: acknowledge ?? [] })
  }

  @Audience('counter', 'manager')
  @Mutation(() => ReturnPostingResult, {
    description: '修正を依頼する。項目ごとに理由を書きます。\nReturns a posting with reasons by field.',
  })
  returnPosting(
    @Ctx() ctx: Context,
    @PostingId() postingId: string,
    @Arg('reasons', () => [FieldReasonInput], { description: '項目ごとの理由、1つ以上。\nAt least one.' }) reasons: FieldReasonInput[],
    @DryRun() dryRun: boolean,
    @Version() version?: number | null,
    @Comment() comment?: string | null,
  ) {
    return returnPosting(ctx, viewerAs(ctx, 'staff'), { postingId, reasons, version: version ?? null, comment: comment ?? null, dryRun })
  }

  @Audience('counter', 'manager')
  @Mutation(() => RejectPostingResult, {
    description: '受理しない。理由は法律の決まりから選びます。\nRejects a posting for one of the law’s reasons.',
  })
  rejectPosting(
    @Ctx() ctx: Context,
    @PostingId() postingId: string,
    @Arg('reasonCode', () => RejectionReasonEnum, { description: '理由。\nReason.' }) reasonCode: RejectionReason,
    @DryRun() dryRun: boolean,
    @Version() version?: number | null,
    @Comment() comment?: string | null,
  ) {
    return rejectPosting(ctx, viewerAs(ctx, 'staff'), { postingId, reasonCode, version: version ?? null, comment: comment ?? null, dryRun })
  }
}
