import { and, arrayContains, eq, gte, inArray, or, sql } from 'drizzle-orm'
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { daysBetween } from '../../src/kernel/calendar.ts'
import { encodeCursor } from '../../src/kernel/cursor.ts'
import type { Id } from '../../src/kernel/ids.ts'
import { postingSheets, type PostingSheetRow } from '../../src/modules/postings/postings.sheet.table.ts'
import { placeOf, wageFormText } from '../../src/modules/postings/postings.sheet-text.ts'
import { postings, type PostingRow, postingSearch } from '../../src/modules/postings/postings.table.ts'
import { FOUND_SCOPES } from '../../src/modules/postings/postings.visible.rules.ts'
import { POLICY } from '../../src/policy.ts'
import { keptTotals } from '../kept-totals.ts'
import { tokensOf } from '../tokens-of.ts'
import type { NaiveContext } from './context.ts'
import { Employer, Posting, PostingConnection, PostingFilter, PostingOrder, PostingSheet } from './types.ts'

const totalOf = keptTotals()

const foundSheets = ({ db }: NaiveContext) =>
  db
    .select({ id: postingSheets.id })
    .from(postingSheets)
    .where(inArray(postingSheets.scope, [...FOUND_SCOPES]))

const openPostings = (ctx: NaiveContext) =>
  and(eq(postings.status, 'OPEN'), gte(postings.validUntil, ctx.today), inArray(postings.sheetId, foundSheets(ctx)))

@Resolver(() => Posting)
export class PostingsResolver {
  @Query(() => PostingConnection)
  async postings(
    @Ctx() ctx: NaiveContext,
    @Arg('first', () => Int) first: number,
    @Arg('orderBy', () => PostingOrder) _order: PostingOrder,
    @Arg('filter', () => PostingFilter, { nullable: true }) filter?: PostingFilter,
  ): Promise<PostingConnection> {
    const tokens = filter ? tokensOf(filter, ctx.today) : []
    const wanted = and(
      gte(postingSearch.validUntil, ctx.today),
      tokens.length > 0 ? arrayContains(postingSearch.seekerTokens, tokens) : undefined,
    )
    const rows = await ctx.db
      .select({ node: postings, publishedAt: postingSearch.publishedAt })
      .from(postingSearch)
      .innerJoin(postings, eq(postings.id, postingSearch.postingId))
      .where(and(wanted, openPostings(ctx)))
      .orderBy(sql`${postingSearch.publishedAt} desc nulls last`, sql`${postingSearch.postingId} desc nulls last`)
      .limit(first + 1)
    const edges = rows.slice(0, first).map(({ node, publishedAt }) => ({
      cursor: encodeCursor(['NEWEST', publishedAt.toISOString(), node.id]),
      node,
    }))
    return {
      edges,
      pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
      totalCount: await totalOf(tokens.join(), () => ctx.db.$count(postingSearch, wanted)),
      totalIsExact: true,
    }
  }

  @Query(() => Posting, { nullable: true })
  async posting(@Ctx() ctx: NaiveContext, @Arg('id', () => ID) id: Id<'pst'>): Promise<Posting | null> {
    const isParty = (await ctx.isParty.load(id)) ? inArray(postings.status, ['OPEN', 'ENDED']) : undefined
    const [row] = await ctx.db
      .select()
      .from(postings)
      .where(and(eq(postings.id, id), or(openPostings(ctx), isParty)))
    return row ?? null
  }

  @FieldResolver(() => PostingSheet)
  sheet(@Root() posting: PostingRow, @Ctx() ctx: NaiveContext): Promise<PostingSheet> {
    return ctx.sheets.load(posting.sheetId!)
  }

  @FieldResolver(() => String)
  async title(@Root() posting: PostingRow, @Ctx() ctx: NaiveContext): Promise<string> {
    return (await ctx.sheets.load(posting.sheetId!)).title
  }

  @FieldResolver(() => Boolean)
  isNew(@Root() { status, acceptedOn }: PostingRow, @Ctx() ctx: NaiveContext): boolean {
    return status === 'OPEN' && acceptedOn !== null && daysBetween(acceptedOn, ctx.today) < POLICY.newPostingDays
  }

  @FieldResolver(() => String)
  async identity(@Root() posting: PostingRow, @Ctx() ctx: NaiveContext): Promise<string> {
    const { scope } = await ctx.sheets.load(posting.sheetId!)
    if (scope === '1' || (await ctx.isParty.load(posting.id)) || (scope === '2' && (await ctx.validSeeker()))) return 'SHOWN'
    return scope === '2' ? 'FOR_SEEKERS' : 'AT_COUNTER'
  }

  @FieldResolver(() => Employer, { nullable: true })
  async employer(@Root() posting: PostingRow, @Ctx() ctx: NaiveContext): Promise<Employer | null> {
    if ((await this.identity(posting, ctx)) !== 'SHOWN') return null
    const { employers: employer, employer_sheets: sheet } = await ctx.employers.load(posting.employerId)
    return { ...employer, name: sheet?.name ?? '', nameKana: sheet?.nameKana ?? '', business: sheet?.business ?? '' }
  }
}

@Resolver(() => PostingSheet)
export class PostingSheetsResolver {
  @FieldResolver(() => String)
  placeText(@Root() sheet: PostingSheetRow): string {
    return placeOf(sheet.workplaceMunicipality)
  }

  @FieldResolver(() => String)
  wageFormText(@Root() sheet: PostingSheetRow): string {
    return wageFormText(sheet)
  }
}
