import postgres from 'postgres'
import { WebSocket } from 'ws'
import { uuidOfId } from '../src/kernel/ids.ts'
import { Clock } from '../src/platform/clock.ts'
import { newId } from '../src/platform/db/columns.ts'
import { MESSAGE_ADDED } from './questions.ts'
import type { Seat } from './seats.ts'

/** A message as the product writes it, and the hint of it, in one statement. */
const WRITE = `
  with numbered as (update threads set last_seq = last_seq + 1, last_message_at = $4 where id = $1 returning last_seq),
  written as (
    insert into messages (id, thread_id, seq, party, sender_name, automatic, body, sent_at)
    select $2, $1, last_seq, null, 'bench', false, $3, $4 from numbered returning id)
  select pg_notify($5, $6) from written`
const BODY = '面接の日時について、ご都合のよい日をお知らせください。'.repeat(4)
const IN_FLIGHT = 10
const PATIENCE_MS = 5_000

type Frame = { type: string; payload: { data: { messageAdded: { id: string } & Record<string, unknown> } } }

/** People who each follow their own conversation over a socket, and the one who writes to them. */
export class EventReaders {
  readonly #sql: postgres.Sql
  readonly #channel: string
  readonly #clock = new Clock()
  readonly #sockets: WebSocket[] = []
  readonly #seats: Seat[]
  readonly #waiting = new Map<string, (frame: Frame) => void>()

  private constructor(databaseUrl: string, channel: string, seats: Seat[]) {
    this.#sql = postgres(databaseUrl, { max: IN_FLIGHT, onnotice: () => {} })
    this.#channel = channel
    this.#seats = seats
  }

  /** Ready when everybody has heard a first message. */
  static async open({ ws, channel, databaseUrl, seats }: { ws: string; channel: string; databaseUrl: string; seats: Seat[] }) {
    const readers = new EventReaders(databaseUrl, channel, seats)
    await Promise.all(seats.map((seat) => readers.#listen(ws, seat)))
    for (const seat of seats) while (!(await readers.#tell(seat, 500)));
    return readers
  }

  #listen(ws: string, { cookie, threadId }: Seat): Promise<void> {
    const socket = new WebSocket(ws, 'graphql-transport-ws', { headers: { cookie } })
    this.#sockets.push(socket)
    socket.on('open', () => socket.send('{"type":"connection_init"}'))
    return new Promise((resolve, reject) => {
      socket.on('error', reject)
      socket.on('close', (code) => reject(new Error(`${ws} closed a socket: ${code}`)))
      socket.on('message', (data: Buffer) => {
        const frame = JSON.parse(data.toString()) as Frame
        if (frame.type === 'next') return this.#waiting.get(frame.payload.data.messageAdded.id)?.(frame)
        if (frame.type !== 'connection_ack') return reject(new Error(`${ws} said ${data.toString()}`))
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: MESSAGE_ADDED, variables: { threadId } } }))
        return resolve()
      })
    })
  }

  /** Writes to one person and waits until their socket has it. */
  async #tell({ threadId }: Seat, patience: number): Promise<Frame | null> {
    const id = newId('msg')
    const arrived = new Promise<Frame | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), patience)
      this.#waiting.set(id, (frame) => {
        clearTimeout(timer)
        resolve(frame)
      })
    })
    const hint = JSON.stringify([[`thread:${threadId}`, id]])
    const values = [uuidOfId('thr', threadId), uuidOfId('msg', id), BODY, this.#clock.now().toISOString(), this.#channel, hint]
    await this.#sql.unsafe(WRITE, values, { prepare: true })
    const frame = await arrived
    this.#waiting.delete(id)
    return frame
  }

  /** So many messages, each to one person, a few on the way at a time. */
  async deliver(count: number): Promise<void> {
    let next = 0
    const tellOn = async () => {
      while (next < count) {
        const seat = this.#seats[next++ % this.#seats.length]
        if (seat && (await this.#tell(seat, PATIENCE_MS)) === null) throw new Error(`a message did not arrive (${this.#channel})`)
      }
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, tellOn))
  }

  /** What the first of them hears of a message. */
  async first(): Promise<Frame['payload']['data']['messageAdded']> {
    const [seat] = this.#seats
    const frame = seat && (await this.#tell(seat, PATIENCE_MS))
    if (!frame) throw new Error(`a message did not arrive (${this.#channel})`)
    return frame.payload.data.messageAdded
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.removeAllListeners('close').terminate()
    await this.#sql.end()
  }
}
