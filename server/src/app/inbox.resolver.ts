import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql'
import { Audience } from '../graph/audience.ts'
import { type Context, partyOf } from '../graph/context.ts'
import { publishWords } from '../graph/enums.ts'
import { demandAudience } from '../graph/live-stream.ts'
import { Node } from '../graph/node.ts'
import type { InboxKind } from '../kernel/inbox-kind.ts'
import { Counts } from '../modules/accounts/accounts.types.ts'
import { type InboxItem, inboxStream } from './inbox-stream.ts'
import { visibleNode } from './nodes.ts'

const FOLLOWERS = ['seeker', 'registrant', 'employer.viewer', 'counter', 'manager'] as const

const InboxKindEnum = publishWords<InboxKind | 'UNKNOWN'>('InboxKind', '知らせの種類。\nWhat an event is about.', {
  MESSAGE: '新しいメッセージ(subject はやりとり)。A new message; the subject is its thread.',
  THREAD: 'やりとりが変わった。A thread changed.',
  APPLICATION: '応募が変わった。An application changed.',
  POSTING: '求人が変わった。A posting changed.',
  SEEKER: '登録が変わった。A registration changed.',
  MEMBER: '担当者が変わった。Members of the establishment changed.',
  EMPLOYER: '事業所の申込みか、その判断があった。An establishment was submitted, or decided.',
  READ: '自分の側が読んだ。The own side has read.',
  UNKNOWN: 'そのほか。ページを読みなおしてください。Anything else: read the page again.',
})

@ObjectType('InboxEvent', { description: '知らせ。\nOne event of the viewer’s inbox.' })
class InboxEventType {
  @Field(() => Int, { description: '番号。つぎに after へ渡します。\nCursor for `after`.', simple: true }) seq!: number
  @Field(() => Boolean, {
    description: 'これより前に、伝えられないものがある。読みなおしてください。\nEarlier events are lost: read again.',
    simple: true,
  })
  gap!: boolean
  @Field(() => Date, { description: '起きた時。\nWhen it happened.', simple: true }) at!: Date
}

@Resolver(() => InboxEventType)
export class InboxResolver {
  @Audience(...FOLLOWERS)
  @Subscription(() => InboxEventType, {
    description:
      '自分あての知らせ。after の次から、もれなく一度ずつ順に届き、そのまま続きます。\nWhat was missed after a number, then live.',
    subscribe: ({ args, context }) => {
      const ctx = context as Context
      demandAudience(ctx, FOLLOWERS)
      return inboxStream(ctx, partyOf(ctx.viewer) ?? '', (args as { after?: number | null }).after ?? null)
    },
  })
  inbox(
    @Root() item: InboxItem,
    @Arg('after', () => Int, {
      nullable: true,
      description: '最後に受け取った番号。省略すると、いまから。\nLast number known; omitted: from now.',
    })
    _after?: number | null,
  ): InboxItem {
    return item
  }

  @FieldResolver(() => InboxKindEnum, { description: '種類。\nKind.' })
  kind(@Root() item: InboxItem): keyof typeof InboxKindEnum {
    return item.kind in InboxKindEnum ? (item.kind as InboxKind) : 'UNKNOWN'
  }

  /** What arrives by itself is no look at a person (S30): staff get a registration only when they ask for it. */
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      '何が変わったか。いまの権利で見えるときだけ。職員への登録の知らせにはありません。\nWhat it is about, with the rights of this moment; staff look at a registration only on purpose.',
  })
  subject(@Root() item: InboxItem, @Ctx() ctx: Context): Promise<{ id: string } | null> | null {
    if (item.subject === null || (item.kind === 'SEEKER' && ctx.viewer.kind === 'staff')) return null
    return visibleNode(ctx, item.subject)
  }

  @FieldResolver(() => Counts, { description: 'この時の数。\nCounts at this moment.' })
  counts(): Counts {
    return new Counts()
  }
}
