import { Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Audience } from '../graph/audience.ts'
import type { Context } from '../graph/context.ts'
import { connectionOf, PageArgs } from '../graph/page.ts'
import { fieldWords, LOOKS, purposeWords } from '../i18n/looks.ja.ts'
import { whoLooked } from './access-log.names.ts'
import { accessLog, type Look } from './access-log.queries.ts'

@ObjectType({
  description: '自分のデータを見られた記録。同じ日に同じ所が同じものを見たときは、1行にまとめます。\nA look at one’s own data.',
})
class AccessLogEntry {
  @Field(() => ID, { description: 'id。\nId.', simple: true }) id!: Look['id']
  @Field(() => Date, { description: '見た時(最後の)。\nWhen, the last time.', simple: true }) at!: Date
  @Field(() => Int, { description: 'その日に見た回数。\nHow often on that day.', simple: true }) times!: number
}

@ObjectType('AccessLogConnection', { description: '見られた記録の一覧。\nOne page of the access log.' })
class AccessLogConnection extends connectionOf('AccessLog', () => AccessLogEntry) {}

/** An access log that a person can read: who saw my data, when and what for (SPEC 14). */
@Resolver(() => AccessLogEntry)
export class AccessLogResolver {
  @Audience('seeker')
  @Query(() => AccessLogConnection, {
    description: 'だれが、いつ、なぜ、自分のデータを見たか。新しい順。\nWho looked at one’s own data, newest first.',
  })
  accessLog(@Ctx() ctx: Context, @Args(() => PageArgs) page: PageArgs) {
    return accessLog(ctx, page)
  }

  @FieldResolver(() => String, { description: '見た所と役割。人の名前は出しません。\nOffice or establishment, never a person’s name.' })
  who(@Root() look: Look, @Ctx() ctx: Context): Promise<string> {
    return whoLooked(ctx, look)
  }

  @FieldResolver(() => String, { description: '何を見たか。\nWhat was looked at.' })
  what(@Root() look: Look): string {
    return LOOKS[look.action] ?? 'そのほか'
  }

  @FieldResolver(() => [String], { description: '見た項目。\nWhich parts of it.' })
  fields(@Root() look: Look): string[] {
    return fieldWords(look.fields)
  }

  @FieldResolver(() => String, { description: 'なぜ見たか。\nWhat for.' })
  why(@Root() look: Look): string {
    return purposeWords(look.purpose)
  }
}
