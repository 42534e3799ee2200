import type { GraphQLResolveInfo } from 'graphql'
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql'
import { asksOnly } from '../../graph/asked.ts'
import type { Context } from '../../graph/context.ts'
import { Draft } from '../../graph/draft-types.ts'
import { DayScalar } from '../../graph/scalars.ts'
import { isMemberOf, isOfficeStaff, isWriter } from '../../graph/standing.ts'
import { endOfDay } from '../../kernel/calendar.ts'
import { staffMemberById } from '../accounts/accounts.loaders.ts'
import { StaffMember } from '../accounts/accounts.types.ts'
import { officeById } from '../offices/offices.loaders.ts'
import { Office } from '../offices/offices.types.ts'
import { BRIEF_FIELDS } from './postings.brief.ts'
import { draftByPosting, reviewsByPosting } from './postings.case.loaders.ts'
import { postingDraft } from './postings.draft.ts'
import { briefSheetLoader, postingSheetLoader } from './postings.loaders.ts'
import { ProvisionAgreement } from './postings.provision.types.ts'
import { reasonInWords } from './postings.reasons.rules.ts'
import { isOpen, refuseMove, refuseWrite, stateOn } from './postings.rules.ts'
import { PostingSheet } from './postings.sheet.types.ts'
import type { PostingReviewRow, PostingRow } from './postings.table.ts'
import { FieldReason, Posting, PostingEndReasonEnum, PostingReview, PostingStatusEnum } from './postings.types.ts'

const isOwn = ({ viewer }: Context, posting: PostingRow) => isMemberOf(viewer, posting.employerId)
const seesCase = (ctx: Context, posting: PostingRow) => isOwn(ctx, posting) || isOfficeStaff(ctx.viewer)
const mayWrite = (ctx: Context, posting: PostingRow) => isOwn(ctx, posting) && isWriter(ctx.viewer)

/** The case of a posting: its state, texts and what its own people may do. Who the employer is: postings.resolver.ts. */
@Resolver(() => Posting)
export class PostingFieldsResolver {
  @FieldResolver(() => PostingStatusEnum, { description: '状態。期限がすぎた求人は、無効と答えます。\nState as it holds today.' })
  status(@Root() posting: PostingRow, @Ctx() ctx: Context) {
    return stateOn(posting, ctx.today()).status
  }

  @FieldResolver(() => PostingEndReasonEnum, { nullable: true, description: '無効になった理由。\nWhy it ended.' })
  endReason(@Root() posting: PostingRow, @Ctx() ctx: Context) {
    return stateOn(posting, ctx.today()).endReason
  }

  @FieldResolver(() => DayScalar, { nullable: true, description: '無効になった日。\nFirst day on which it is no longer open.' })
  invalidOn(@Root() posting: PostingRow, @Ctx() ctx: Context) {
    return stateOn(posting, ctx.today()).invalidOn
  }

  @FieldResolver(() => Date, { nullable: true, description: '紹介期限日が終わる時。\nThe instant at which it is no longer open.' })
  validUntilAt(@Root() posting: PostingRow): Date | null {
    return posting.validUntil === null ? null : endOfDay(posting.validUntil)
  }

  @FieldResolver(() => Office, { description: '受理する安定所。\nThe office in charge.' })
  office(@Root() posting: PostingRow, @Ctx() ctx: Context) {
    return officeById(ctx).load(posting.officeId)
  }

  @FieldResolver(() => String, { description: '職種。書きかけのときは、いま書かれているもの。\nOccupation title; of a draft, as typed.' })
  async title(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<string> {
    const writing = refuseWrite(posting.status) === null && isOwn(ctx, posting)
    const typed = writing ? (await draftByPosting(ctx).load(posting.id))?.steps['work']?.['title'] : undefined
    if (typeof typed === 'string' && typed.trim() !== '') return typed.trim()
    const sheet = posting.sheetId === null ? null : await briefSheetLoader(ctx).load(posting.sheetId)
    return sheet?.title ?? '(職種がまだありません)'
  }

  @FieldResolver(() => PostingSheet, { nullable: true, description: '申し込まれた内容。まだないときは null。\nThe newest submitted text.' })
  sheet(@Root() posting: PostingRow, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    const loader = asksOnly(info, BRIEF_FIELDS) ? briefSheetLoader : postingSheetLoader
    return posting.sheetId === null ? null : loader(ctx).load(posting.sheetId)
  }

  @FieldResolver(() => Draft, {
    nullable: true,
    description: '書きかけ。自分の事業所だけ(職員は、申し込まれたあと)。\nThe draft; own employer, and staff once submitted.',
  })
  async draft(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<Draft | null> {
    if (!isOwn(ctx, posting) && (posting.status === 'DRAFT' || !isOfficeStaff(ctx.viewer))) return null
    const row = await draftByPosting(ctx).load(posting.id)
    return row && postingDraft(ctx, row)
  }

  @FieldResolver(() => [PostingReview], {
    description: '窓口の判断、新しい順。自分の事業所と職員だけ。\nDecisions, newest first; own employer and staff.',
  })
  async reviews(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<PostingReviewRow[]> {
    return seesCase(ctx, posting) ? reviewsByPosting(ctx).load(posting.id) : []
  }

  @FieldResolver(() => StaffMember, {
    nullable: true,
    description: '担当している職員。自分の事業所と職員だけ。\nWho looks at it; own employer and staff.',
  })
  async claimedBy(@Root() posting: PostingRow, @Ctx() ctx: Context) {
    if (posting.claimedBy === null || !seesCase(ctx, posting)) return null
    return staffMemberById(ctx).load(posting.claimedBy)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '窓口への連絡。自分の事業所と職員だけ。\nNote to the office; own employer and staff.',
  })
  async noteToOffice(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<string | null> {
    if (posting.sheetId === null || !seesCase(ctx, posting)) return null
    return (await postingSheetLoader(ctx).load(posting.sheetId))?.noteToOffice ?? null
  }

  @FieldResolver(() => ProvisionAgreement, {
    nullable: true,
    description: '情報の提供への同意(R26)。自分の事業所と職員だけ。\nAgreement to its provision; own employer and staff.',
  })
  async provisionAgreement(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<ProvisionAgreement | null> {
    if (posting.sheetId === null || !seesCase(ctx, posting)) return null
    const sheet = await postingSheetLoader(ctx).load(posting.sheetId)
    if (!sheet?.provisionAgreement || !sheet.provisionAgreedAt) return null
    return { version: sheet.provisionAgreement, agreedAt: sheet.provisionAgreedAt }
  }

  @FieldResolver(() => Boolean, { description: 'いま申し込める状態か。\nWhether the viewer may submit it.' })
  viewerCanSubmit(@Root() posting: PostingRow, @Ctx() ctx: Context): boolean {
    return mayWrite(ctx, posting) && refuseMove(posting.status, 'SUBMITTED') === null
  }

  @FieldResolver(() => Boolean, { description: 'いま書ける状態か。\nWhether the viewer may write on.' })
  viewerCanEdit(@Root() posting: PostingRow, @Ctx() ctx: Context): boolean {
    return mayWrite(ctx, posting) && refuseWrite(posting.status) === null
  }

  @FieldResolver(() => Boolean, { description: 'いま取り消せるか(充足・計画変更)。\nWhether the viewer may end it.' })
  viewerCanCancel(@Root() posting: PostingRow, @Ctx() ctx: Context): boolean {
    return mayWrite(ctx, posting) && isOpen(posting, ctx.today())
  }
}

@Resolver(() => PostingReview)
export class PostingReviewsResolver {
  @FieldResolver(() => [FieldReason], { description: '項目ごとの理由。\nReasons by field.' })
  reasons(@Root() review: PostingReviewRow): FieldReason[] {
    return review.reasons.map(reasonInWords)
  }
}
