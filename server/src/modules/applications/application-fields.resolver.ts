import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../graph/context.ts'
import { SheetRow } from '../../graph/draft-types.ts'
import { RefusalType } from '../../graph/result.ts'
import { isWriter } from '../../graph/standing.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { employerSheetById } from '../employers/employers.loaders.ts'
import type { AttachmentRow } from '../files/files.table.ts'
import { Attachment } from '../files/files.types.ts'
import { threadLoader } from '../messages/messages.loaders.ts'
import { Thread } from '../messages/messages.types.ts'
import { postingCaseLoader, postingSheetLoader } from '../postings/postings.loaders.ts'
import { PostingSheet } from '../postings/postings.sheet.types.ts'
import type { PostingSheetRow } from '../postings/postings.sheet.table.ts'
import { Posting, PostingContact } from '../postings/postings.types.ts'
import { contactOf } from '../postings/postings.visible.rules.ts'
import { applicantOf, lookOnce } from './applicant.ts'
import { documentsLoader, newestResultLoader } from './applications.loaders.ts'
import { isOverdue, keepsContact, refuseCancel, refuseResult, stepsOf } from './applications.rules.ts'
import type { ApplicationRow, SelectionResultRow } from './applications.table.ts'
import { Applicant, Application, ApplicationStep, Difference, SelectionResult } from './applications.types.ts'
import { formerNameOn } from './applications.withdrawal.rules.ts'
import { conditionsOf, labelOf } from './conditions.ts'
import { nextActOf } from './next-act.ts'

/** Motive, files and person are gone for the employer once the application was taken back. */
const isHidden = (ctx: Context, { status }: ApplicationRow) => ctx.viewer.kind === 'employer' && status === 'CANCELLED'

async function sheetOf(ctx: Context, application: ApplicationRow): Promise<PostingSheetRow> {
  const sheet = await postingSheetLoader(ctx).load(application.sheetId)
  if (sheet === null) throw new Error('an application without its snapshot')
  return sheet
}

function cancelRefusalOf(ctx: Context, application: ApplicationRow): Refusal | null {
  if (ctx.viewer.kind !== 'seeker') return new Refusal('NOT_ALLOWED')
  const no = refuseCancel(application, ctx.now())
  return no && new Refusal(no)
}

@Resolver(() => Application)
export class ApplicationFieldsResolver {
  @FieldResolver(() => String, { nullable: true, description: '志望動機。\nMotive; gone for the employer once taken back.' })
  motive(@Root() application: ApplicationRow, @Ctx() ctx: Context): string | null {
    if (isHidden(ctx, application)) return null
    lookOnce(ctx, application, 'motive')
    return application.motive
  }

  @FieldResolver(() => String, { nullable: true, description: '連絡のつきやすい時間。\nWhen to be reached.' })
  reachable(@Root() application: ApplicationRow, @Ctx() ctx: Context): string | null {
    if (isHidden(ctx, application)) return null
    lookOnce(ctx, application, 'reachable')
    return application.reachable
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      '退会した応募者の氏名。事業所と窓口だけが、決まった日まで見られます。\nName of an applicant who has left, for a while, for the employer and the office.',
  })
  formerApplicantName(@Root() application: ApplicationRow, @Ctx() ctx: Context): string | null {
    if (ctx.viewer.kind !== 'employer' && ctx.viewer.kind !== 'staff') return null
    const name = formerNameOn(application, ctx.today())
    if (name !== null) lookOnce(ctx, application, 'applicant')
    return name
  }

  @FieldResolver(() => Boolean, { description: 'いま取り消せる。\nWhether the viewer can take it back.' })
  viewerCanCancel(@Root() application: ApplicationRow, @Ctx() ctx: Context): boolean {
    return cancelRefusalOf(ctx, application) === null
  }

  @FieldResolver(() => RefusalType, { nullable: true, description: '取り消せない理由。\nWhy not.' })
  cancelRefusal(@Root() application: ApplicationRow, @Ctx() ctx: Context): Refusal | null {
    return cancelRefusalOf(ctx, application)
  }

  @FieldResolver(() => Boolean, { description: '返事の約束をすぎている(R31)。\nWhether the promised answer is late.' })
  isOverdue(@Root() application: ApplicationRow, @Ctx() ctx: Context): boolean {
    return isOverdue(application, ctx.today())
  }

  @FieldResolver(() => Posting, { description: '求人のいま。\nThe posting as it is now.' })
  posting(@Root() application: ApplicationRow, @Ctx() ctx: Context) {
    return postingCaseLoader(ctx).load(application.postingId)
  }

  @FieldResolver(() => PostingSheet, { description: '応募したときの求人票(R30)。\nThe posting as it stood.' })
  sheet(@Root() application: ApplicationRow, @Ctx() ctx: Context): Promise<PostingSheetRow> {
    return sheetOf(ctx, application)
  }

  @FieldResolver(() => [SheetRow], {
    description: '採用の条件と比べる、求人の条件。\nConditions of the posting that an offer is compared with.',
  })
  async conditions(@Root() application: ApplicationRow, @Ctx() ctx: Context): Promise<SheetRow[]> {
    return conditionsOf(await sheetOf(ctx, application))
  }

  @FieldResolver(() => String, { description: '事業所名(応募したとき)。\nThe employer’s name as it stood.' })
  async employerName(@Root() application: ApplicationRow, @Ctx() ctx: Context): Promise<string> {
    const { employerSheetId } = await sheetOf(ctx, application)
    return (await employerSheetById(ctx).load(employerSheetId))?.name ?? ''
  }

  @FieldResolver(() => PostingContact, {
    nullable: true,
    description:
      '連絡先(応募した人には担当者まで)。取り消した応募では空。\nContact; an applicant sees the person too, until it is taken back.',
  })
  async employerContact(@Root() application: ApplicationRow, @Ctx() ctx: Context): Promise<PostingContact | null> {
    if (ctx.viewer.kind === 'seeker' && !keepsContact(application)) return null
    return contactOf(await sheetOf(ctx, application), { personShown: true })
  }

  @FieldResolver(() => Applicant, {
    nullable: true,
    description: '応募した人。取り消された応募では空。\nWho applied; for employer and staff.',
  })
  applicant(@Root() application: ApplicationRow, @Ctx() ctx: Context): Promise<Applicant | null> {
    return applicantOf(ctx, application)
  }

  @FieldResolver(() => [Attachment], { description: '応募書類。取り消すと、事業所からは消えます。\nDocuments.' })
  async documents(@Root() application: ApplicationRow, @Ctx() ctx: Context): Promise<AttachmentRow[]> {
    if (isHidden(ctx, application)) return []
    lookOnce(ctx, application, 'documents')
    return (await documentsLoader(ctx).load(application.id)).map(({ file }) => file)
  }

  @FieldResolver(() => Thread, {
    nullable: true,
    description: 'やりとり。両方にマイページがあるとき。\nThe conversation, where both sides have a My Page.',
  })
  thread(@Root() application: ApplicationRow, @Ctx() ctx: Context) {
    return application.threadId === null || ctx.viewer.kind === 'staff' ? null : threadLoader(ctx).load(application.threadId)
  }

  @FieldResolver(() => SelectionResult, { nullable: true, description: '選考の結果(いちばん新しいもの)。\nNewest result.' })
  result(@Root() application: ApplicationRow, @Ctx() ctx: Context): Promise<SelectionResultRow | null> {
    return newestResultLoader(ctx).load(application.id)
  }

  @FieldResolver(() => Boolean, { description: 'いま結果を登録できる。\nWhether the viewer can record a result.' })
  async viewerCanRecordResult(@Root() application: ApplicationRow, @Ctx() ctx: Context): Promise<boolean> {
    if (!isWriter(ctx.viewer)) return false
    const posting = await postingCaseLoader(ctx).load(application.postingId)
    const facts = { postingInvalidOn: posting?.invalidOn ?? null, now: ctx.now(), policy: ctx.policyOf(application.officeId) }
    const outcome = application.status === 'HIRED' ? 'NOT_HIRED' : 'HIRED'
    return refuseResult(application, outcome, 'EMPLOYER', facts) === null
  }

  @FieldResolver(() => [ApplicationStep], { description: '応募・書類・面接・結果。\nHow far it is.' })
  steps(@Root() application: ApplicationRow): ApplicationStep[] {
    return stepsOf(application.status)
  }

  @FieldResolver(() => String, { description: 'いまどうなるか、何ができるか。\nWhat happens or can be done now.' })
  nextAct(@Root() application: ApplicationRow, @Ctx() ctx: Context): string {
    return nextActOf(application, ctx.viewer, ctx.today())
  }
}

@Resolver(() => SelectionResult)
export class SelectionResultResolver {
  @FieldResolver(() => [Difference], { description: '求人とちがう条件。\nWhat differs from the posting.' })
  differences(@Root() result: SelectionResultRow): Difference[] {
    return result.differences.map((difference) => ({ ...difference, label: labelOf(difference.field) }))
  }
}
