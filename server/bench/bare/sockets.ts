import type { IncomingMessage, Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { readCookies } from '../../src/app/cookies.ts'
import { idOfUuid } from '../../src/kernel/ids.ts'
import type { Clock } from '../../src/platform/clock.ts'
import type { Sql } from '../../src/platform/db/connect.ts'
import type { BareAnswers } from './answers.ts'
import type { FindSeeker } from './session.ts'

interface Parts {
  sql: Sql
  channel: string
  findSeeker: FindSeeker
  answers: BareAnswers
  clock: Clock
}

interface Reader {
  socket: WebSocket
  party: string
  /** Everything of a frame before its data: the id of the subscription is spliced in once. */
  head: string
}

/** A raw `ws` server: the session once, then one row for each event and reader, sent as the protocol of the pages frames it. */
export async function attachBareSockets(server: Server, { sql, channel, findSeeker, answers, clock }: Parts): Promise<void> {
  const readers = new Map<string, Set<Reader>>()

  async function tell(topic: string, messageId: string): Promise<void> {
    for (const { socket, party, head } of readers.get(topic) ?? []) {
      const messageAdded = await answers.message(party, messageId, clock.now())
      if (messageAdded) socket.send(`${head}${JSON.stringify({ data: { messageAdded } })}}`)
    }
  }

  await sql.listen(channel, (payload) => {
    for (const [topic, id] of JSON.parse(payload) as [string, string][]) tell(topic, id).catch(console.error)
  })

  const wss = new WebSocketServer({ noServer: true, handleProtocols: () => 'graphql-transport-ws', clientTracking: false })
  server.on('upgrade', (req: IncomingMessage, duplex, head) => {
    wss.handleUpgrade(req, duplex, head, (socket) => {
      const seeker = findSeeker(readCookies(req))
      socket.on('message', (data: Buffer) => {
        const { type, id, payload } = JSON.parse(data.toString()) as {
          type: string
          id: string
          payload: { variables: { threadId: string } }
        }
        if (type === 'connection_init') return socket.send('{"type":"connection_ack"}')
        return void seeker.then((seekerId) => {
          if (type !== 'subscribe' || seekerId === null) return socket.close()
          const topic = `thread:${payload.variables.threadId}`
          const reader = { socket, party: idOfUuid('skr', seekerId), head: `{"id":${JSON.stringify(id)},"type":"next","payload":` }
          readers.set(topic, (readers.get(topic) ?? new Set()).add(reader))
          socket.once('close', () => readers.get(topic)?.delete(reader))
        })
      })
    })
  })
}
