import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import type { Context } from '../../graph/context.ts'
import { postingLoader } from './postings.loaders.ts'
import type { PostingNews } from './postings.opened.ts'
import { PostingFilter } from './postings.search.types.ts'
import type { PostingRow } from './postings.table.ts'
import { Posting } from './postings.types.ts'
import { publishedStream } from './published-stream.ts'

@ObjectType('PostingNews', { description: '開いたままの検索への知らせ。\nWhat a search that is left open is told.' })
class PostingNewsType {
  @Field(() => [ID], { description: '新着でなくなった求人の id。\nNot found any more.', simple: true }) removed!: readonly string[]
  @Field(() => Boolean, {
    description:
      'added は一覧のあとの新着のぜんぶ。これまでに聞いた分と入れかえます。\nAll that is new since the list; it replaces what was told before.',
    simple: true,
  })
  whole!: boolean
  @Field(() => Boolean, {
    description: 'ほかにも新着があり、ここでは伝えきれない。読みなおしてください。\nMore is new than told: read again.',
    simple: true,
  })
  missed!: boolean
}

@Resolver(() => PostingNewsType)
export class PostingsPublishedResolver {
  @Audience('public')
  @Subscription(() => PostingNewsType, {
    description:
      '条件に合う新しい求人。after に検索の答えの asOf を渡すと、一覧のあとの新着がはじめにまとめて届きます。\nNew postings of a search; with the list’s `asOf`, first all that came since.',
    subscribe: ({ args, context }) => {
      const { filter, after } = args as { filter?: PostingFilter | null; after?: string | null }
      return publishedStream(context as Context, filter ?? {}, after ?? null)
    },
  })
  postingPublished(
    @Root() news: PostingNews,
    @Arg('filter', () => PostingFilter, { nullable: true, description: 'しぼりこみ。\nFilter.' }) _filter?: PostingFilter | null,
    @Arg('after', () => String, { nullable: true, description: '検索の答えの asOf。\n`asOf` of the list.' }) _after?: string | null,
  ): PostingNews {
    return news
  }

  @FieldResolver(() => [Posting], {
    description: '新着の求人。いまの権利で見えるものだけ。\nNew postings, as far as the viewer may see them now.',
  })
  async added(@Root() news: PostingNews, @Ctx() ctx: Context): Promise<PostingRow[]> {
    const rows = await postingLoader(ctx).loadMany(news.added)
    return rows.flatMap((row) => (row === null || row instanceof Error ? [] : [row]))
  }
}
