import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import type { Context } from '../../graph/context.ts'
import { graphError } from '../../graph/errors.ts'
import { PageArgs, pageOf, readPage } from '../../graph/page.ts'
import { isDate } from '../../kernel/calendar.ts'
import type { CursorValue } from '../../kernel/cursor.ts'
import { kindOfId } from '../../kernel/ids.ts'
import { readAs } from '../../kernel/tokens.ts'
import { employerById, employerSheetById } from '../employers/employers.loaders.ts'
import type { EmployerWithSheet } from '../employers/employers.queries.ts'
import { type EstablishmentFactsRow, establishmentFacts } from '../employers/employers.rules.ts'
import { Employer, EstablishmentFacts } from '../employers/employers.types.ts'
import { asOfList } from './postings.as-of.ts'
import { facetsOf } from './postings.facets.queries.ts'
import { briefSheetLoader, postingSheetLoader, standingLoader, visiblePosting, withPostings } from './postings.loaders.ts'
import { isOpen } from './postings.rules.ts'
import { type Found, type Order, pageOfPostings, type Place, questionOf, totalOf } from './postings.search.queries.ts'
import { PostingFilter, PostingOrderEnum } from './postings.search.types.ts'
import type { PostingRow } from './postings.table.ts'
import {
  type IdentityVisibility,
  IdentityVisibilityEnum,
  Posting,
  PostingConnection,
  PostingContact,
  PostingTotal,
} from './postings.types.ts'
import { postingByNumber, viewerFactsOf } from './postings.visible.queries.ts'
import { contactOf, contactPersonShown, identityOf, isNew } from './postings.visible.rules.ts'

/** As many as a search can have conditions. */
const MOST_TOTALS = 40

@Resolver(() => Posting)
export class PostingsResolver {
  @Audience('public')
  @Query(() => PostingConnection, {
    description:
      '公開されている有効な求人。件数としぼりこみの件数は、見ている人に見えることばだけで数えます。\nOpen postings that the viewer may find.',
  })
  async postings(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('orderBy', () => PostingOrderEnum, { defaultValue: 'NEWEST', description: 'ならび順。\nOrder.' }) order: Order,
    @Arg('filter', () => PostingFilter, { nullable: true, description: 'しぼりこみ。\nFilter.' }) given?: PostingFilter | null,
  ) {
    const filter = given ?? {}
    const { first, after } = readPage(page, 3)
    const at = ctx.now()
    const question = await questionOf(ctx, filter)
    const found = await pageOfPostings(ctx, question, { order, first, after: after && placeOf(order, after) })
    const total = await totalOf(ctx, question)
    const rows = pageOf(await withPostings(ctx, found), first, (row) => [order, valueOf(order, row), row.postingId], total.count)
    return {
      ...rows,
      nodes: rows.nodes.map(({ posting }) => posting),
      edges: rows.edges.map(({ cursor, node }) => ({ cursor, node: node.posting })),
      totalIsExact: total.exact,
      /** Counted only when asked for. */
      facets: () => facetsOf(ctx, question, filter),
      wordsReadAs: readAs(question.words, filter.words ?? ''),
      asOf: () => (after ? null : asOfList(ctx, question, { at, first, newest: order === 'NEWEST' ? found : null })),
    }
  }

  @Audience('public')
  @Query(() => [PostingTotal], {
    description:
      'いくつかのしぼりこみの件数を、一度に。順番は filters のとおり。\nTotals of several searches at once, in the order of the filters.',
  })
  async postingTotals(
    @Ctx() ctx: Context,
    @Arg('filters', () => [PostingFilter], { description: `しぼりこみ(${MOST_TOTALS}まで)。\nFilters, up to ${MOST_TOTALS}.` })
    filters: PostingFilter[],
  ): Promise<PostingTotal[]> {
    if (filters.length > MOST_TOTALS) throw graphError('BAD_USER_INPUT', `filters は${MOST_TOTALS}までです。`)
    const totals: PostingTotal[] = []
    for (const filter of filters) {
      const { count, exact } = await totalOf(ctx, await questionOf(ctx, filter))
      totals.push({ totalCount: count, totalIsExact: exact })
    }
    return totals
  }

  @Audience('public')
  @Query(() => Posting, {
    nullable: true,
    description: '求人番号の求人。見られないもの、終わったものは null。\nThe posting of a number, if the viewer may see it.',
  })
  postingByNumber(
    @Ctx() ctx: Context,
    @Arg('number', () => String, { description: '求人番号(全角でもよい)。\nPosting number, in any width.' }) number: string,
  ): Promise<PostingRow | null> {
    return postingByNumber(ctx, number)
  }

  @Audience('public')
  @Query(() => Posting, {
    nullable: true,
    description: 'id の求人。自分の事業所の求人と職員には、どの状態でも。\nThe posting of an id, if the viewer may see it.',
  })
  posting(@Ctx() ctx: Context, @Arg('id', () => ID, { description: '求人の id。\nPosting id.' }) id: string): Promise<PostingRow | null> {
    return visiblePosting(ctx, id)
  }

  @FieldResolver(() => Boolean, { description: '有効(紹介期限日まで)。\nOpen today.' })
  isOpen(@Root() posting: PostingRow, @Ctx() ctx: Context): boolean {
    return isOpen(posting, ctx.today())
  }

  @FieldResolver(() => Boolean, { description: '新着。\nAccepted within the last days.' })
  isNew(@Root() posting: PostingRow, @Ctx() ctx: Context): boolean {
    return isOpen(posting, ctx.today()) && isNew(posting, ctx.today(), ctx.policyOf())
  }

  @FieldResolver(() => IdentityVisibilityEnum, { description: '事業所名の見えかた(R25)。\nWhether the viewer sees the employer.' })
  async identity(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<IdentityVisibility> {
    return (await seen(ctx, posting)).identity
  }

  @FieldResolver(() => Employer, { nullable: true, description: '事業所。見えないときは null(R25)。\nThe employer; null when hidden.' })
  async employer(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<EmployerWithSheet | null> {
    const { identity } = await seen(ctx, posting)
    return identity === 'SHOWN' ? employerById(ctx).load(posting.employerId) : null
  }

  @FieldResolver(() => PostingContact, {
    nullable: true,
    description: '所在地、選考の場所、担当者、PR。見えないときは null(R25)。\nWhat leads to the employer; null when hidden.',
  })
  async contact(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<PostingContact | null> {
    const { identity, facts } = await seen(ctx, posting)
    const sheet = identity === 'SHOWN' && posting.sheetId !== null ? await postingSheetLoader(ctx).load(posting.sheetId) : null
    return sheet ? contactOf(sheet, { personShown: contactPersonShown(sheet, facts) }) : null
  }

  @FieldResolver(() => EstablishmentFacts, {
    nullable: true,
    description: '事業所のあらまし。\nWhat may always show of the establishment.',
  })
  async establishment(@Root() posting: PostingRow, @Ctx() ctx: Context): Promise<EstablishmentFactsRow | null> {
    const { identity, sheet } = await seen(ctx, posting)
    const text = sheet && (await employerSheetById(ctx).load(sheet.employerSheetId))
    return text && establishmentFacts(text, { hidden: identity !== 'SHOWN' })
  }
}

/** A posting without a sheet is a draft, which only its own people reach. */
async function seen(ctx: Context, posting: PostingRow) {
  const [standing, sheet] = await Promise.all([
    standingLoader(ctx).load(posting.id),
    posting.sheetId === null ? null : briefSheetLoader(ctx).load(posting.sheetId),
  ])
  const facts = await viewerFactsOf(ctx, posting, standing)
  return { facts, sheet, identity: identityOf(sheet ?? { scope: '4' }, facts) }
}

function valueOf(order: Order, row: Found): string | number {
  if (order === 'NEWEST') return row.publishedAt.toISOString()
  return order === 'DEADLINE' ? row.validUntil : row.hourlyFrom
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** A cursor goes on in the order it was made in, and holds only what this file wrote. */
function placeOf(order: Order, [made, value, id]: readonly CursorValue[]): Place {
  const known =
    order === 'WAGE' ? Number.isSafeInteger(value) : typeof value === 'string' && (order === 'DEADLINE' ? isDate(value) : isInstant(value))
  if (made !== order || !known || value == null || typeof id !== 'string' || kindOfId(id) !== 'pst')
    throw graphError('BAD_USER_INPUT', 'after は、同じならび順の前の答えの endCursor を使ってください。')
  return { value, id }
}

const isInstant = (text: string) => INSTANT.test(text) && !Number.isNaN(Date.parse(text))
