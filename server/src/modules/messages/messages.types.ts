import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { enumOf, publishEnum } from '../../graph/enums.ts'
import { Expose } from '../../graph/expose.ts'
import { Node } from '../../graph/node.ts'
import { connectionOf } from '../../graph/page.ts'
import { resultOf } from '../../graph/result.ts'
import { messages, type MessageRow, threadClosedReason, threadKind, type ThreadRow, threads } from './messages.table.ts'

publishEnum(threadKind, 'ThreadKind', 'やりとりの種類。\nKind of a conversation.', {
  APPLICATION: '応募。Seeker and employer about an application.',
  REQUEST: 'リクエスト。Direct request.',
  OFFICE: '事業所と安定所。Employer and office.',
  CENTER: 'センターの登録者と担当者。Registrant and center.',
  PARTNER: '民間人材ビジネスなど。Partner.',
  NOTICE: 'お知らせ。Receive-only notice.',
})
publishEnum(threadClosedReason, 'ThreadClosedReason', 'やりとりが終わった理由。\nWhy a conversation ended.', {
  RESULT: '結果の登録から日がたった。Days after the result.',
  POSTING_ENDED: '募集が終わって日がたった。Months after the posting ended.',
  CANCELLED: '応募が取り消された。Application taken back.',
  VOIDED: '紹介が取り消された。Referral made in error.',
  WITHDRAWN: '辞退した。Withdrawn.',
  DECLINED: 'リクエストを断った。Request declined.',
  BLOCKED: '受け取らない設定。Blocked.',
  ACCOUNT_CLOSED: 'どちらかが退会した。An account was closed.',
  KEY_REVOKED: '提供が終わった。Access ended.',
})
export const ThreadClosedReasonEnum = enumOf(threadClosedReason)

@ObjectType({ implements: Node, description: 'やりとり。見る人の側から見た形です。\nA conversation, as the viewer’s side sees it.' })
export class Thread extends Node {
  @Expose(threads.id, 'id。') declare id: ThreadRow['id']
  @Expose(threads.kind, '種類。\nKind.') kind!: ThreadRow['kind']
  @Expose(threads.subject, '件名。\nSubject.') subject!: ThreadRow['subject']
  @Expose(threads.messagesOpenUntil, 'この時まで送れます(R12)。まだ決まっていなければ空。\nMessages end at this instant.')
  messagesOpenUntil!: ThreadRow['messagesOpenUntil']
  @Expose(threads.lastSeq, '最後のメッセージの番号。\nNumber of the newest message.') lastSeq!: ThreadRow['lastSeq']
  @Expose(threads.lastMessageAt, '最後のメッセージの時。\nWhen it was sent.') lastMessageAt!: ThreadRow['lastMessageAt']
}

@ObjectType({ implements: Node, description: 'メッセージ。\nA message.' })
export class Message extends Node {
  @Expose(messages.id, 'id。') declare id: MessageRow['id']
  @Expose(messages.threadId, 'やりとりの id。\nId of the thread.') threadId!: MessageRow['threadId']
  @Expose(messages.seq, 'やりとりの中の番号。1から、とびません。\nNumber in the thread, from 1, without holes.') seq!: MessageRow['seq']
  @Expose(messages.senderName, '書いた人。\nWho wrote it.') senderName!: MessageRow['senderName']
  @Expose(messages.automatic, '自動のお知らせ。\nWritten by the system.') automatic!: MessageRow['automatic']
  @Expose(messages.sentAt, '送った時。\nSent at.') sentAt!: MessageRow['sentAt']
}

export const ThreadConnection = connectionOf('Thread', () => Thread)

@InputType({ description: '送るメッセージ。\nA message to send.' })
export class SendMessageInput {
  @Field(() => String, { description: 'くり返しても一度だけになる番号。\nIdempotency key.' }) key!: string
  @Field(() => ID, { description: 'やりとりの id。\nId of the thread.' }) threadId!: string
  @Field(() => String, { description: '文章。\nText.' }) body!: string
  @Field(() => [ID], { nullable: true, description: '検査の終わったファイル。\nFiles that are READY.' }) attachmentIds?: string[] | null
}

export const SendMessageResult = resultOf('SendMessage', () => Message, 'Message')
export const MarkThreadReadResult = resultOf('MarkThreadRead', () => Thread, 'Thread')
