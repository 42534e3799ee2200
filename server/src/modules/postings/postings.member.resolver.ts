import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { AcknowledgementInput, SaveDraftResult } from '../../graph/draft-result.ts'
import { Audience } from '../../graph/audience.ts'
import { type Context, viewerAs } from '../../graph/context.ts'
import { FormStep, formStepOf } from '../../graph/form-types.ts'
import { PageArgs } from '../../graph/page.ts'
import { FormDataScalar } from '../../graph/scalars.ts'
import { PROVISION } from '../../i18n/provision.ja.ts'
import type { RawStep } from '../../kernel/form.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { DraftRow } from '../../platform/drafts/drafts.table.ts'
import { cancelPosting } from './commands/cancel-posting.ts'
import { copyPosting } from './commands/copy-posting.ts'
import { discardPosting } from './commands/discard-posting.ts'
import { draftPosting } from './commands/draft-posting.ts'
import { pausePosting } from './commands/pause-posting.ts'
import { recallPosting } from './commands/recall-posting.ts'
import { resumePosting } from './commands/resume-posting.ts'
import { savePostingStep } from './commands/save-posting-step.ts'
import { submitPosting } from './commands/submit-posting.ts'
import { postingDraft } from './postings.draft.ts'
import { POSTING_STEPS } from './postings.form.ts'
import { PROVISION_VERSION } from './postings.provision.rules.ts'
import { ProvisionLeaflet } from './postings.provision.types.ts'
import { postingsOfEmployer } from './postings.queries.ts'
import {
  CancelPostingResult,
  CopyPostingResult,
  DiscardPostingResult,
  DraftPostingResult,
  PausePostingResult,
  RecallPostingResult,
  ResumePostingResult,
  SubmitPostingResult,
} from './postings.results.types.ts'
import type { EndReason, PostingStatus } from './postings.rules.ts'
import { plainPage, Posting, PostingConnection, PostingEndReasonEnum, PostingStatusEnum } from './postings.types.ts'

const PostingId = () => Arg('postingId', () => ID, { description: '求人の id。\nPosting id.' })
const Version = () =>
  Arg('version', () => Int, {
    description: '見ている版。求人とその書きかけは同じ版です。\nThe version seen; a posting and its draft share it.',
  })
const Key = () => Arg('key', () => String, { description: '作るたびに新しい番号。同じ番号なら、同じ答え。\nIdempotency key.' })

/** What an employer's members do with their own postings. */
@Resolver(() => Posting)
export class PostingsMemberResolver {
  @Audience('public')
  @Query(() => [FormStep], { description: '求人を書く8つの段。項目、必須、説明、長さ。\nThe eight steps of a posting as data.' })
  postingForm(): FormStep[] {
    return POSTING_STEPS.map(formStepOf)
  }

  @Audience('public')
  @Query(() => ProvisionLeaflet, {
    description: '求人の情報の提供についてのリーフレット(R26)。\nLeaflet that a posting agrees to unless nobody is provided with it.',
  })
  provisionLeaflet(): ProvisionLeaflet {
    return { version: PROVISION_VERSION, sections: PROVISION }
  }

  @Audience('employer.viewer')
  @Query(() => PostingConnection, { description: '自分の事業所の求人、新しい順。\nOwn postings, newest first.' })
  async employerPostings(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('status', () => [PostingStatusEnum], { nullable: true, description: 'この状態だけ。\nOnly these states.' })
    status?: PostingStatus[] | null,
  ) {
    return plainPage(await postingsOfEmployer(ctx, viewerAs(ctx, 'employer').employerId, status ?? null, page))
  }

  @Audience('employer.recruiter')
  @Mutation(() => DraftPostingResult, { description: '新しい求人を書きはじめる。\nStarts a new posting.' })
  draftPosting(@Ctx() ctx: Context, @Key() key: string) {
    return draftPosting(ctx, viewerAs(ctx, 'employer'), key)
  }

  @Audience('employer.recruiter')
  @Mutation(() => SaveDraftResult, { description: '一段を、書かれたまま保存する。\nSaves one step exactly as typed.' })
  async savePostingStep(
    @Ctx() ctx: Context,
    @PostingId() postingId: string,
    @Arg('step', () => String, { description: '段。\nStep.' }) step: string,
    @Arg('data', () => FormDataScalar, { description: '書かれたまま。\nAs typed.' }) data: RawStep,
    @Version() version: number,
  ) {
    return draftResult(ctx, await savePostingStep(ctx, viewerAs(ctx, 'employer'), { postingId, step, data, version }))
  }

  @Audience('employer.recruiter')
  @Mutation(() => SubmitPostingResult, { description: '求人を申し込む(仮登録)。\nSubmits the posting to the office.' })
  async submitPosting(
    @Ctx() ctx: Context,
    @PostingId() postingId: string,
    @Version() version: number,
    @Arg('acknowledge', () => [AcknowledgementInput], {
      nullable: true,
      description: '「このままでよい」と確かめたところ。\nWhat was confirmed.',
    })
    acknowledge?: AcknowledgementInput[] | null,
  ) {
    const result = await submitPosting(ctx, viewerAs(ctx, 'employer'), { postingId, version, acknowledge: acknowledge ?? [] })
    return withDraftView(ctx, result)
  }

  @Audience('employer.recruiter')
  @Mutation(() => RecallPostingResult, {
    description: '申し込みを取り下げて書きなおす。窓口が確かめはじめる前だけ。\nTakes a submission back while unclaimed.',
  })
  recallPosting(@Ctx() ctx: Context, @PostingId() postingId: string, @Version() version: number) {
    return recallPosting(ctx, viewerAs(ctx, 'employer'), { postingId, version })
  }

  @Audience('employer.recruiter')
  @Mutation(() => DiscardPostingResult, { description: '書きかけの求人を消す。\nErases a draft or returned posting.' })
  discardPosting(@Ctx() ctx: Context, @PostingId() postingId: string, @Version() version: number) {
    return discardPosting(ctx, viewerAs(ctx, 'employer'), { postingId, version })
  }

  @Audience('employer.recruiter')
  @Mutation(() => CopyPostingResult, {
    description: '前の求人から新しい求人を作る(転用)。日付は写しません。\nA new draft from an earlier posting.',
  })
  copyPosting(@Ctx() ctx: Context, @PostingId() postingId: string, @Key() key: string) {
    return copyPosting(ctx, viewerAs(ctx, 'employer'), postingId, key)
  }

  @Audience('employer.recruiter')
  @Mutation(() => CancelPostingResult, { description: '求人を取り消す(充足か計画変更)。もどせません。\nEnds an open posting for good.' })
  cancelPosting(
    @Ctx() ctx: Context,
    @PostingId() postingId: string,
    @Version() version: number,
    @Arg('reason', () => PostingEndReasonEnum, { description: 'FILLED か PLAN_CHANGED。\nWhy.' }) reason: EndReason,
  ) {
    return cancelPosting(ctx, viewerAs(ctx, 'employer'), { postingId, version, reason })
  }

  @Audience('employer.recruiter')
  @Mutation(() => PausePostingResult, { description: '応募の受け付けを止める。求人は出たままです。\nTakes no applications for now.' })
  pausePosting(@Ctx() ctx: Context, @PostingId() postingId: string, @Version() version: number) {
    return pausePosting(ctx, viewerAs(ctx, 'employer'), { postingId, version })
  }

  @Audience('employer.recruiter')
  @Mutation(() => ResumePostingResult, { description: '応募の受け付けを再開する。\nTakes applications again.' })
  resumePosting(@Ctx() ctx: Context, @PostingId() postingId: string, @Version() version: number) {
    return resumePosting(ctx, viewerAs(ctx, 'employer'), { postingId, version })
  }
}

const isDraftRow = (row: { id: string }): row is DraftRow => row.id.startsWith('drf_')

const draftResult = async (ctx: Context, result: DraftRow | Refusal) =>
  result instanceof Refusal ? withDraftView(ctx, result) : postingDraft(ctx, result)

/** Where a refusal names the draft that stands now, the page gets it as the wizard shows it. */
async function withDraftView<T extends { id: string }>(ctx: Context, result: T | Refusal): Promise<T | Refusal> {
  if (!(result instanceof Refusal) || !result.current || !isDraftRow(result.current)) return result
  return new Refusal(result.code, { problems: result.problems, current: await postingDraft(ctx, result.current) })
}
