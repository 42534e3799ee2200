import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { type Context, viewerAs } from '../../graph/context.ts'
import { Node } from '../../graph/node.ts'
import { RefusalType } from '../../graph/result.ts'
import { isMemberOf, isOfficeStaff } from '../../graph/standing.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { kindOfId } from '../../kernel/ids.ts'
import { Counts } from '../accounts/accounts.types.ts'
import { employerById } from '../employers/employers.loaders.ts'
import type { ThreadRow } from '../messages/messages.table.ts'
import { Thread } from '../messages/messages.types.ts'
import { postingSheetLoader, standingLoader } from '../postings/postings.loaders.ts'
import { isOpen } from '../postings/postings.rules.ts'
import { Waiting } from '../postings/postings.results.types.ts'
import type { PostingRow } from '../postings/postings.table.ts'
import { Posting, PostingCounts } from '../postings/postings.types.ts'
import { isValid } from '../seekers/seekers.rules.ts'
import { overdueCount, toDoCount, waitingApplicantCount } from './applications.counts.queries.ts'
import { applicationLoader, ownApplicationLoader, postingCountsLoader, seekerValidityLoader } from './applications.loaders.ts'
import { applicationIdOf } from './applications.queries.ts'
import { refuseApply } from './applications.rules.ts'
import type { ApplicationRow } from './applications.table.ts'
import { Application } from './applications.types.ts'

/** Whether the viewer, a seeker, may apply; for everybody else the way leads over signing in or the counter. */
async function refusalOf(ctx: Context, posting: PostingRow): Promise<Refusal | null> {
  if (ctx.viewer.kind !== 'seeker') return new Refusal('NOT_ALLOWED')
  const seeker = await seekerValidityLoader(ctx).load(ctx.viewer.seekerId)
  const sheet = posting.sheetId === null ? null : await postingSheetLoader(ctx).load(posting.sheetId)
  if (seeker === null || sheet === null) return new Refusal('NOT_FOUND')
  const today = ctx.today()
  const applied = (await ownApplicationLoader(ctx).load(posting.id)) !== null
  const employer = await employerById(ctx).load(posting.employerId)
  const facts = {
    accepted: posting.acceptedOn !== null,
    offered: (await standingLoader(ctx).load(posting.id))?.reason === 'OFFER',
    employerOpen: employer?.status === 'OPEN',
    open: isOpen(posting, today),
    paused: posting.applicationsPaused,
    scope: sheet.scope,
    selfApplication: sheet.selfApplication,
  }
  const no = refuseApply(facts, { valid: isValid(seeker, today) }, applied)
  return no && new Refusal(no)
}

/** What this module adds to a posting. */
@Resolver(() => Posting)
export class PostingApplicationsResolver {
  @FieldResolver(() => Boolean, { description: 'いま応募できる。\nWhether the viewer can apply.' })
  async viewerCanApply(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<boolean> {
    return (await refusalOf(ctx, posting)) === null
  }

  @FieldResolver(() => RefusalType, { nullable: true, description: '応募できない理由。求職者のときだけ。\nWhy not, for seekers.' })
  applyRefusal(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<Refusal | null> | null {
    return ctx.viewer.kind === 'seeker' ? refusalOf(ctx, posting) : null
  }

  @FieldResolver(() => Application, { nullable: true, description: 'この求人への自分の応募。\nThe viewer’s own application.' })
  viewerApplication(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<ApplicationRow | null> | null {
    return ctx.viewer.kind === 'seeker' ? ownApplicationLoader(ctx).load(posting.id) : null
  }

  @FieldResolver(() => PostingCounts, {
    nullable: true,
    description: '応募の数。求人の事業所と窓口だけ。\nCounts, for the own employer and staff.',
  })
  async counts(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<PostingCounts | null> {
    if (!isMemberOf(ctx.viewer, posting.employerId) && !isOfficeStaff(ctx.viewer)) return null
    return (await postingCountsLoader(ctx).load(posting.id)) ?? { applications: 0, running: 0, unread: 0 }
  }
}

/** What a conversation is about. */
@Resolver(() => Thread)
export class ThreadApplicationResolver {
  @FieldResolver(() => Node, { nullable: true, description: '何についてか(応募)。\nThe application it belongs to.' })
  about(@Root() thread: ThreadRow, @Ctx() ctx: Context): Promise<ApplicationRow | null> | null {
    return thread.about !== null && kindOfId(thread.about) === 'app' ? applicationLoader(ctx).load(applicationIdOf(thread.about)) : null
  }
}

@Resolver(() => Counts)
export class CountsApplicationsResolver {
  @FieldResolver(() => Int)
  waitingApplicants(@Ctx() ctx: Context): Promise<number> {
    return waitingApplicantCount(ctx)
  }

  @FieldResolver(() => Int)
  toDo(@Ctx() ctx: Context): Promise<number> {
    return toDoCount(ctx)
  }
}

/** The office's share of promises that have passed (R31). */
@Resolver(() => Waiting)
export class WaitingApplicationsResolver {
  @FieldResolver(() => Int, { description: '返事の約束をすぎた応募の数。\nApplications whose promised answer is late.' })
  applicationsOverdue(@Ctx() ctx: Context): Promise<number> {
    const viewer = viewerAs(ctx, 'staff')
    if (!isOfficeStaff(viewer)) return Promise.resolve(0)
    return overdueCount(ctx, viewer.role === 'COUNTER' ? viewer.officeId : null)
  }
}
