import { dayOf } from '../../ui/format.ts'

/** A file that goes with what is being sent. */
export interface SentFile {
  attachmentId: string
  id: string
  name: string
  size: number
}

/** Something on its way; `key` is the name under which a repeated try is sent only once. */
export interface Outgoing {
  key: string
  threadId: string
  body: string
  files: readonly SentFile[]
  /** The last number known when it was sent: what it becomes comes after. */
  after: number
  /** When it was sent, in milliseconds of the server's clock. */
  at: number
  /** `waiting` for the connection, then it goes by itself; too `old` for that. */
  state: 'sending' | 'waiting' | 'old' | 'refused'
  /** The server's words why not. */
  message: string | null
}

interface Known {
  seq: number
  mine: boolean
  body: string
  sentAt: string
  attachments: readonly { id: string }[]
}

const sameWords = (a: string, b: string): boolean => a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim()
const sameFiles = (out: Outgoing, message: Known): boolean =>
  out.files.length === message.attachments.length &&
  out.files.every((file) => message.attachments.some(({ id }) => id === file.attachmentId))

/** What is still on its way: a message that arrived by another road than its own answer is not shown twice. */
export function stillOutgoing(messages: readonly Known[], outgoing: readonly Outgoing[]): Outgoing[] {
  const taken = new Set<number>()
  return outgoing.filter((out) => {
    const arrived = messages.find(
      (message) =>
        message.mine && message.seq > out.after && !taken.has(message.seq) && sameWords(message.body, out.body) && sameFiles(out, message),
    )
    if (arrived) taken.add(arrived.seq)
    return !arrived
  })
}

export type TimelineRow<Message> =
  | { kind: 'day'; day: string; at: string; unread: number }
  | { kind: 'message'; message: Message }
  | { kind: 'outgoing'; outgoing: Outgoing }

interface UnreadAtOpening {
  lastReadSeq: number
  count: number
}

/** Days, 「ここから未読」, messages by number, and at the end what is on its way. `unread` 0 on a day row is a plain day. */
export function timelineOf<Message extends Known>(
  messages: readonly Message[],
  outgoing: readonly Outgoing[],
  unread: UnreadAtOpening,
): TimelineRow<Message>[] {
  const rows: TimelineRow<Message>[] = []
  let day = ''
  let told = unread.count === 0
  for (const message of messages) {
    const here = dayOf(message.sentAt)
    const first = !told && !message.mine && message.seq > unread.lastReadSeq
    if (first || here !== day)
      rows.push({ kind: 'day', day: here === day ? '' : here, at: message.sentAt, unread: first ? unread.count : 0 })
    if (first) told = true
    day = here
    rows.push({ kind: 'message', message })
  }
  return [...rows, ...stillOutgoing(messages, outgoing).map((out) => ({ kind: 'outgoing' as const, outgoing: out }))]
}

/** Messages of the other side that came after `seq`. */
export const arrivedAfter = (messages: readonly Known[], seq: number): number =>
  messages.filter((message) => !message.mine && message.seq > seq).length
