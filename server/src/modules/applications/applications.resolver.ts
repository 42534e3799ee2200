import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import type { Context } from '../../graph/context.ts'
import { PageArgs } from '../../graph/page.ts'
import { applicationsOfEmployer, applicationsOfSeeker, visibleApplication } from './applications.queries.ts'
import type { ApplicationStatus } from './applications.rules.ts'
import {
  Application,
  ApplicationConnection,
  ApplicationStatusEnum,
  ApplyToPostingInput,
  ApplyToPostingResult,
  CancelApplicationResult,
  RecordSelectionResultInput,
  RecordSelectionResultResult,
} from './applications.types.ts'
import { applyToPosting } from './commands/apply-to-posting.ts'
import { cancelApplication } from './commands/cancel-application.ts'
import { recordSelectionResult } from './commands/record-selection-result.ts'

@Resolver(() => Application)
export class ApplicationsResolver {
  @Audience('seeker')
  @Query(() => ApplicationConnection, { description: '自分の応募。新しい順。\nThe seeker’s own applications, newest first.' })
  seekerApplications(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('finished', () => Boolean, {
      nullable: true,
      description: '終わったもの、または応募中のもの。省略するとぜんぶ。\nFinished, running, or all.',
    })
    finished?: boolean | null,
  ) {
    return applicationsOfSeeker(ctx, { ...page, finished: finished ?? null })
  }

  @Audience('employer.viewer')
  @Query(() => ApplicationConnection, { description: '応募者。返事の期限が近い順。\nApplications to the employer, nearest promise first.' })
  employerApplications(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('status', () => [ApplicationStatusEnum], { nullable: true, description: 'この状態だけ。\nOnly these states.' })
    status?: ApplicationStatus[] | null,
    @Arg('postingId', () => ID, { nullable: true, description: 'この求人だけ。\nOnly this posting.' }) postingId?: string | null,
  ) {
    return applicationsOfEmployer(ctx, { ...page, status: status ?? null, postingId: postingId ?? null })
  }

  @Audience('seeker', 'employer.viewer', 'counter', 'manager')
  @Query(() => Application, { nullable: true, description: '応募。本人、求人の事業所、担当の安定所が見られます。\nOne application.' })
  application(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'id。' }) id: string) {
    return visibleApplication(ctx, id)
  }

  @Audience('seeker')
  @Mutation(() => ApplyToPostingResult, { description: '求人に応募します。\nApplies to a posting.' })
  applyToPosting(
    @Ctx() ctx: Context,
    @Arg('input', () => ApplyToPostingInput, { description: '応募。\nThe application.' }) input: ApplyToPostingInput,
  ) {
    return applyToPosting(ctx, input)
  }

  @Audience('seeker')
  @Mutation(() => CancelApplicationResult, { description: '応募を取り消します(24時間まで)。\nTakes an application back.' })
  cancelApplication(@Ctx() ctx: Context, @Arg('id', () => ID, { description: '応募の id。\nId of the application.' }) id: string) {
    return cancelApplication(ctx, id)
  }

  @Audience('employer.recruiter')
  @Mutation(() => RecordSelectionResultResult, { description: '選考の結果を登録します。\nRecords the result of the selection.' })
  recordSelectionResult(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordSelectionResultInput, { description: '結果。\nThe result.' }) input: RecordSelectionResultInput,
  ) {
    return recordSelectionResult(ctx, input)
  }
}
