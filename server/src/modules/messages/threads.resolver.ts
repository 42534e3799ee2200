import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { type Context, partyOf } from '../../graph/context.ts'
import { graphError } from '../../graph/errors.ts'
import { RefusalType } from '../../graph/result.ts'
import { isWriter } from '../../graph/standing.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { closedText, openUntilText, sendRefusal, TAKEN_BACK } from './closed-text.ts'
import { Counts } from '../accounts/accounts.types.ts'
import { lastMessageLoader, pieceLoader, readMarksLoader, unreadLoader } from './messages.loaders.ts'
import { unreadThreadCount } from './messages.queries.ts'
import { isClosed, isErased, isTakenBack, refuseSend, type ThreadClosedReason } from './messages.rules.ts'
import type { MessageRow, ThreadRow } from './messages.table.ts'
import { Message, Thread, ThreadClosedReasonEnum } from './messages.types.ts'
import { isMine, sidesOf } from './sides.ts'

const PAGE = 50
const LINE = 60
/** Stands for any text: only the thread and the side decide whether one may write. */
const SOME_TEXT = { body: '.', files: 0 }

async function refusalOf(ctx: Context, thread: ThreadRow): Promise<Refusal | null> {
  const { own } = await sidesOf(ctx, thread)
  if (own === null) return new Refusal('NOT_FOUND')
  const policy = ctx.policyOf(thread.officeId)
  const no = refuseSend(thread, own, SOME_TEXT, { now: ctx.now(), policy })
  if (no) return sendRefusal(no, thread, ctx.now(), policy)
  return ctx.viewer.kind === 'employer' && !isWriter(ctx.viewer) ? new Refusal('NOT_ALLOWED') : null
}

async function readSeq(ctx: Context, thread: ThreadRow, own: boolean): Promise<number> {
  const marks = await readMarksLoader(ctx).load(thread.id)
  return Math.max(0, ...marks.filter(({ party }) => isMine(ctx, party) === own).map(({ seq }) => seq ?? 0))
}

/** What a thread looks like from the viewer's side. */
@Resolver(() => Thread)
export class ThreadsResolver {
  @FieldResolver(() => String, { description: '相手。\nThe other side.' })
  async counterpart(@Root() thread: ThreadRow, @Ctx() ctx: Context): Promise<string> {
    return (await sidesOf(ctx, thread)).other?.displayName ?? 'まどぐち'
  }

  @FieldResolver(() => Boolean, { description: '終わっている。読むことはできます。\nWhether it is closed.' })
  isClosed(@Root() thread: ThreadRow, @Ctx() ctx: Context): boolean {
    return isClosed(thread, ctx.now())
  }

  @FieldResolver(() => ThreadClosedReasonEnum, { nullable: true, description: '終わった理由。\nWhy it is closed.' })
  closedReason(@Root() thread: ThreadRow, @Ctx() ctx: Context): ThreadClosedReason | null {
    return isClosed(thread, ctx.now()) ? (thread.closedReason ?? 'POSTING_ENDED') : null
  }

  @FieldResolver(() => String, { nullable: true, description: '終わった理由と日を、ことばで。\nReason and day of the end in words.' })
  closedText(@Root() thread: ThreadRow, @Ctx() ctx: Context): string | null {
    return closedText(thread, ctx.now(), ctx.policyOf(thread.officeId))
  }

  @FieldResolver(() => String, { nullable: true, description: 'いつまで使えるかと、その理由。\nUntil when it is open, and why.' })
  openUntilReason(@Root() thread: ThreadRow, @Ctx() ctx: Context): string | null {
    return openUntilText(thread, ctx.now(), ctx.policyOf(thread.officeId))
  }

  @FieldResolver(() => Boolean, { description: 'いま送れる。\nWhether the viewer may write.' })
  async viewerCanWrite(@Root() thread: ThreadRow, @Ctx() ctx: Context): Promise<boolean> {
    return (await refusalOf(ctx, thread)) === null
  }

  @FieldResolver(() => RefusalType, { nullable: true, description: '送れない理由。\nWhy not.' })
  sendRefusal(@Root() thread: ThreadRow, @Ctx() ctx: Context): Promise<Refusal | null> {
    return refusalOf(ctx, thread)
  }

  @FieldResolver(() => Int, { description: 'この人の未読の数。\nUnread messages of this person.' })
  async unreadCount(@Root() thread: ThreadRow, @Ctx() ctx: Context): Promise<number> {
    return (await unreadLoader(ctx).load(thread.id))?.unread ?? 0
  }

  @FieldResolver(() => Int, { description: 'この人が読んだ最後の番号。\nLast number this person has read.' })
  lastReadSeq(@Root() thread: ThreadRow, @Ctx() ctx: Context): Promise<number> {
    return readSeq(ctx, thread, true)
  }

  @FieldResolver(() => Int, { description: '相手が読んだ最後の番号(既読)。\nLast number the other side has read.' })
  counterpartReadSeq(@Root() thread: ThreadRow, @Ctx() ctx: Context): Promise<number> {
    return readSeq(ctx, thread, false)
  }

  @FieldResolver(() => String, { description: '最後のメッセージの始め。\nBeginning of the newest message.' })
  async lastLine(@Root() thread: ThreadRow, @Ctx() ctx: Context): Promise<string> {
    const last = await lastMessageLoader(ctx).load(thread.id)
    if (last === null || isErased(last, ctx.now(), ctx.policyOf())) return ''
    if (isTakenBack(thread, partyOf(ctx.viewer), last.party)) return TAKEN_BACK
    const line = last.body.replaceAll(/\s+/gu, ' ')
    const short = [...line].length > LINE ? `${[...line].slice(0, LINE).join('')}…` : line
    if (last.automatic) return `${short}(自動)`
    return `${isMine(ctx, last.party) ? 'あなた:' : ''}${short === '' ? 'ファイルを送りました' : short}`
  }

  @FieldResolver(() => [Message], { description: 'メッセージ。番号の順。\nMessages in order; the newest ones, or those before a number.' })
  async messages(
    @Root() thread: ThreadRow,
    @Ctx() ctx: Context,
    @Arg('last', () => Int, { defaultValue: PAGE, description: '件数(1〜100)。\nHow many, 1 to 100.' }) last: number,
    @Arg('before', () => Int, { nullable: true, description: 'この番号より前。\nBefore this number.' }) before?: number | null,
  ): Promise<MessageRow[]> {
    if (last < 1 || last > 100) throw graphError('BAD_USER_INPUT', 'last は1から100までです。')
    return (await pieceLoader(ctx).load(`${thread.id}:${last}:${before ?? ''}`)).map(({ message }) => message)
  }

  @FieldResolver(() => Boolean, {
    description: 'もっと前のメッセージがある。省略すると、最後の50件より前。\nWhether earlier messages exist.',
  })
  hasEarlier(
    @Root() thread: ThreadRow,
    @Arg('before', () => Int, { nullable: true, description: 'この番号より前。\nBefore this number.' }) before?: number | null,
  ): boolean {
    return (before ?? thread.lastSeq - PAGE + 1) > 1
  }
}

@Resolver(() => Counts)
export class CountsMessagesResolver {
  @FieldResolver(() => Int)
  unreadThreads(@Ctx() ctx: Context): Promise<number> {
    return unreadThreadCount(ctx)
  }
}
