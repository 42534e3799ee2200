import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { type Context, partyOf } from '../../graph/context.ts'
import { demandAudience } from '../../graph/live-stream.ts'
import { PageArgs } from '../../graph/page.ts'
import { DayScalar } from '../../graph/scalars.ts'
import type { JstDate } from '../../kernel/calendar.ts'
import type { AttachmentRow } from '../files/files.table.ts'
import { Attachment } from '../files/files.types.ts'
import { TAKEN_BACK } from './closed-text.ts'
import { markThreadRead } from './commands/mark-thread-read.ts'
import { sendMessage } from './commands/send-message.ts'
import { messageStream } from './message-stream.ts'
import { messageFilesLoader, threadLoader } from './messages.loaders.ts'
import { type NextMessage, threadsOfViewer, visibleThread } from './messages.queries.ts'
import { erasedEarly, eraseOn, isErased, isTakenBack } from './messages.rules.ts'
import type { MessageRow } from './messages.table.ts'
import { MarkThreadReadResult, Message, SendMessageInput, SendMessageResult, Thread, ThreadConnection } from './messages.types.ts'
import { isMine } from './sides.ts'

const READERS = ['seeker', 'registrant', 'employer.viewer'] as const
const ERASED = '保存期間(1年)がすぎたため、消去されました。'
const ERASED_BY_WITHDRAWAL = '退会により消去されました。'

async function isHidden(ctx: Context, message: MessageRow): Promise<boolean> {
  const thread = await threadLoader(ctx).load(message.threadId)
  return thread === null || isTakenBack(thread, partyOf(ctx.viewer), message.party)
}

@Resolver(() => Message)
export class MessagesResolver {
  @Audience(...READERS)
  @Query(() => ThreadConnection, { description: 'やりとり。新しい順。\nConversations, newest first.' })
  threads(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('unreadOnly', () => Boolean, { defaultValue: false, description: '未読があるものだけ。\nOnly with unread messages.' })
    unreadOnly: boolean,
  ) {
    return threadsOfViewer(ctx, { ...page, unreadOnly })
  }

  @Audience(...READERS)
  @Query(() => Thread, { nullable: true, description: 'やりとり。\nOne conversation.' })
  thread(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'id。' }) id: string) {
    return visibleThread(ctx, id)
  }

  @Audience('seeker', 'registrant', 'employer.recruiter')
  @Mutation(() => SendMessageResult, { description: 'メッセージを送ります。\nSends a message.' })
  sendMessage(
    @Ctx() ctx: Context,
    @Arg('input', () => SendMessageInput, { description: 'メッセージ。\nThe message.' }) input: SendMessageInput,
  ) {
    return sendMessage(ctx, input)
  }

  @Audience(...READERS)
  @Mutation(() => MarkThreadReadResult, { description: 'ここまで読んだと記録します。\nMarks messages as read up to a number.' })
  markThreadRead(
    @Ctx() ctx: Context,
    @Arg('threadId', () => ID, { description: 'やりとりの id。\nId of the thread.' }) threadId: string,
    @Arg('seq', () => Int, { description: 'この番号まで。\nUp to this number.' }) seq: number,
  ) {
    return markThreadRead(ctx, threadId, seq)
  }

  @Audience(...READERS)
  @Subscription(() => Message, {
    description:
      'このやりとりの新しいメッセージ。after の次から、もれなく順に届きます。\nMessages of one thread after a number, then live.',
    subscribe: ({ args, context }) => {
      const { threadId, after } = args as { threadId: string; after?: number | null }
      demandAudience(context as Context, READERS)
      return messageStream(context as Context, threadId, after ?? null)
    },
  })
  messageAdded(
    @Root() { thread, message }: NextMessage,
    @Ctx() ctx: Context,
    @Arg('threadId', () => ID, { description: 'やりとりの id。\nId of the thread.' }) _threadId: string,
    @Arg('after', () => Int, { nullable: true, description: '最後に受け取った番号。\nLast number known.' }) _after?: number | null,
  ): MessageRow | null {
    threadLoader(ctx).prime(thread.id, thread)
    return message
  }

  @FieldResolver(() => Boolean, { description: '自分の側が書いた。\nWritten by the viewer’s side.' })
  mine(@Root() message: MessageRow, @Ctx() ctx: Context): boolean {
    return isMine(ctx, message.party)
  }

  @FieldResolver(() => String, { description: '文章。\nText.' })
  async body(@Root() message: MessageRow, @Ctx() ctx: Context): Promise<string> {
    if (isErased(message, ctx.now(), ctx.policyOf())) return erasedEarly(message, ctx.now(), ctx.policyOf()) ? ERASED_BY_WITHDRAWAL : ERASED
    return (await isHidden(ctx, message)) ? TAKEN_BACK : message.body
  }

  @FieldResolver(() => [Attachment], { description: '付いているファイル。\nFiles.' })
  async attachments(@Root() message: MessageRow, @Ctx() ctx: Context): Promise<AttachmentRow[]> {
    if (isErased(message, ctx.now(), ctx.policyOf()) || (await isHidden(ctx, message))) return []
    return (await messageFilesLoader(ctx).load(message.id)).map(({ file }) => file)
  }

  @FieldResolver(() => DayScalar, { description: 'この日の終わりに消えます(R16)。\nErased at the end of this day.' })
  eraseOn(@Root() message: MessageRow, @Ctx() ctx: Context): JstDate {
    return eraseOn(message.sentAt, ctx.policyOf())
  }

  @FieldResolver(() => Thread, { name: 'thread', description: 'やりとり。\nThe conversation.' })
  threadOfMessage(@Root() message: MessageRow, @Ctx() ctx: Context) {
    return threadLoader(ctx).load(message.threadId)
  }
}
