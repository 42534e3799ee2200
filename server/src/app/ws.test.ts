import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { doorSchema } from '../../test/door-schema.ts'
import { askSocket, testServer, type TestServer } from '../../test/server.ts'

const { schema } = doorSchema()
let server: TestServer
beforeAll(async () => {
  server = await testServer({ schema })
})
afterAll(() => server.stop())

/** A socket without any library's help. */
function rawSocket(headers: Record<string, string> = {}, at = server) {
  const socket = new WebSocket(`${at.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers })
  const messages: Record<string, unknown>[] = []
  const waiting: (() => void)[] = []
  socket.on('message', (data) => {
    messages.push(JSON.parse((data as Buffer).toString()) as Record<string, unknown>)
    for (const wake of waiting.splice(0)) wake()
  })
  const closed = new Promise<{ code: number; reason?: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
    socket.on('error', () => {})
    socket.on('unexpected-response', (_req, res) => resolve({ code: res.statusCode ?? 0 }))
  })
  const opened = new Promise<void>((resolve) => socket.on('open', () => resolve()))
  return {
    socket,
    messages,
    closed,
    opened,
    send: (message: object) => socket.send(JSON.stringify(message)),
    async until(found: (message: Record<string, unknown>) => boolean) {
      for (;;) {
        const message = messages.find(found)
        if (message) return message
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
    /** Messages are read in order: what was asked before this is under way. */
    async answered() {
      this.send({ type: 'ping' })
      await this.until(({ type }) => type === 'pong')
    },
    async ready() {
      await opened
      this.send({ type: 'connection_init' })
      await this.until(({ type }) => type === 'connection_ack')
    },
  }
}
const subscribe = (id: string, query: string) => ({ id, type: 'subscribe', payload: { query } })
/** Waits for what other parts of the system do in their own time. */
const eventually = async (holds: () => boolean) => {
  for (let i = 0; i < 200 && !holds(); i++) await sleep(20)
  expect(holds()).toBe(true)
}

describe('a socket', () => {
  it('answers questions, writes and events like HTTP does', async () => {
    const client = server.socket({ origin: server.url })
    expect(await askSocket(client, '{ hello who }')).toEqual({ data: { hello: 'こんにちは', who: 'visitor' } })
    expect(await askSocket(client, 'mutation { change }')).toEqual({ data: { change: '変えました' } })
    const events = client.iterate({ query: 'subscription { news(topic: "postings") }' })
    const first = events.next()
    const telling = setInterval(() => server.services.live.publish([{ topic: 'postings', id: 'pst_1' }]), 20)
    expect((await first).value).toEqual({ data: { news: '知らせ' } })
    clearInterval(telling)
    await client.dispose()
  })

  it('of another site is not opened', async () => {
    for (const origin of ['https://evil.example', 'null']) {
      const { closed } = rawSocket({ origin })
      expect((await closed).code).toBe(403)
    }
  })

  it('at another address is not opened', async () => {
    for (const path of ['/other', '//']) {
      const headers = {
        connection: 'upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'MDEyMzQ1Njc4OWFiY2RlZg==',
        'sec-websocket-version': '13',
      }
      const status = await new Promise((resolve, reject) => {
        const req = request({ host: '127.0.0.1', port: server.running.port, path, headers }, (res) => resolve(res.statusCode))
        req
          .on('upgrade', () => reject(new Error('opened')))
          .on('error', reject)
          .end()
      })
      expect(status).toBe(404)
    }
  })

  it('that never introduces itself is closed', async () => {
    const { closed, opened } = rawSocket()
    await opened
    expect((await closed).code).toBe(4408)
  })

  it('that asks before introducing itself is closed', async () => {
    const raw = rawSocket()
    await raw.opened
    raw.send(subscribe('1', '{ hello }'))
    expect((await raw.closed).code).toBe(4401)
  })

  it('with a frame of more than 256 KB is closed', async () => {
    const raw = rawSocket()
    await raw.ready()
    raw.send({ id: '1', type: 'subscribe', payload: { query: '{ hello }', variables: { pad: 'a'.repeat(257 * 1024) } } })
    expect((await raw.closed).code).toBe(1009)
  })

  it('carries at most 20 operations at once', async () => {
    const raw = rawSocket()
    await raw.ready()
    for (let i = 0; i < 21; i++) raw.send(subscribe(`s${i}`, 'subscription { news(topic: "nothing") }'))
    const refused = await raw.until(({ type }) => type === 'error')
    expect(refused).toMatchObject({ id: 's20', payload: [{ extensions: { code: 'RATE_LIMITED' } }] })
    expect(raw.messages.filter(({ type }) => type === 'error')).toHaveLength(1)
    raw.socket.close()
  })

  it('is refused once an address has opened 100', async () => {
    const many = Array.from({ length: 100 }, () => rawSocket())
    await Promise.all(many.map(({ opened }) => Promise.race([opened, sleep(2_000)])))
    expect((await rawSocket().closed).code).toBe(429)
    for (const { socket } of many) socket.terminate()
    await eventually(() => server.services.counters.text().includes('madoguchi_sockets 0'))
    const later = rawSocket()
    await later.ready()
    later.socket.close()
  })

  it('shows only a request id of an error nobody expected, in answers and in events', async () => {
    const client = server.socket()
    for (const query of ['{ boom }', 'subscription { loud }']) {
      const answer = await askSocket(client, query)
      expect(answer.errors[0].extensions).toEqual({ code: 'INTERNAL', requestId: expect.any(String) })
      expect(JSON.stringify(answer)).not.toContain('postgres://')
    }
    await client.dispose()
  })

  it('refuses a subscription that is not for this viewer before it begins', async () => {
    const client = server.socket()
    expect((await askSocket(client, 'subscription { staffNews }')).errors[0].extensions.code).toBe('UNAUTHENTICATED')
    expect((await askSocket(client, 'subscription { ...A } fragment A on Subscription { staffNews }')).errors[0].extensions.code).toBe(
      'UNAUTHENTICATED',
    )
    await client.dispose()
  })

  it('sets no cookies', async () => {
    const client = server.socket()
    expect((await askSocket(client, 'mutation { enter(token: "abc") }')).errors[0].extensions.code).toBe('FORBIDDEN')
    await client.dispose()
  })

  it('stops listening when its reader leaves', async () => {
    const raw = rawSocket()
    await raw.ready()
    for (let i = 0; i < 5; i++) raw.send(subscribe(`${i}`, `subscription { news(topic: "leaving-${i}") }`))
    raw.send({ id: '0', type: 'complete' })
    raw.socket.close()
    const registry = () => server.services.counters.text()
    await eventually(() => registry().includes('madoguchi_sockets 0'))
    server.services.live.publish([{ topic: 'leaving-1', id: 'x' }])
    const before = server.services.counters.count('events_total')
    await sleep(100)
    expect(server.services.counters.count('events_total')).toBe(before)
  })
})

describe('a reader that stops reading', () => {
  const floods = (raw: ReturnType<typeof rawSocket>, how: { subscriptions: number; size: number }) => {
    for (let i = 0; i < how.subscriptions; i++) raw.send(subscribe(`s${i}`, `subscription { news(topic: "flood", size: ${how.size}) }`))
  }
  const refused = () => server.services.counters.count('refused_total')
  /** Tells everybody 50 times, each time waiting until a reader that reads has it. */
  async function flood(reader: ReturnType<typeof rawSocket>, after: () => void = () => {}, published = server) {
    for (let i = 1; i <= 50; i++) {
      published.services.live.publish([{ topic: 'flood', id: 'x' }])
      await reader.until(() => reader.messages.filter(({ type }) => type === 'next').length >= i)
      after()
    }
  }

  it('with more waiting for it than its place holds is closed with a reason, and harms nobody', async () => {
    const silent = rawSocket()
    await silent.ready()
    // Each event is about 1 MB: the way to the silent reader is soon full.
    floods(silent, { subscriptions: 10, size: 120_000 })
    await silent.answered()
    const [closedBefore, rssBefore] = [refused(), process.memoryUsage().rss]
    silent.socket.pause()
    const reader = rawSocket()
    await reader.ready()
    floods(reader, { subscriptions: 1, size: 1 })
    await reader.answered()
    // It reads on just in time to hear why.
    await flood(reader, () => refused() > closedBefore && silent.socket.resume())
    expect(process.memoryUsage().rss - rssBefore).toBeLessThan(150 * 1024 * 1024)
    expect(refused()).toBe(closedBefore + 1)
    expect(await silent.closed).toEqual({ code: 1013, reason: 'reads too slowly' })
    reader.socket.terminate()
  })

  it('is given up when it does not answer any more, however little waits for it', async () => {
    const own = await testServer({ schema, pingMs: 200 })
    const silent = rawSocket({}, own)
    await silent.ready()
    floods(silent, { subscriptions: 1, size: 1 })
    await silent.answered()
    silent.socket.pause()
    const reader = rawSocket({}, own)
    await reader.ready()
    floods(reader, { subscriptions: 1, size: 1 })
    await reader.answered()
    await flood(reader, undefined, own)
    await eventually(() => own.services.counters.text().includes('madoguchi_sockets 1'))
    expect(reader.socket.readyState).toBe(WebSocket.OPEN)
    reader.socket.terminate()
    await own.stop()
  })
})

it('stopping sends sockets elsewhere and ends within the time it has', async () => {
  const own = await testServer({ schema })
  const socket = new WebSocket(`${own.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  await new Promise((resolve) => socket.on('open', resolve))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await own.stop()
  expect(await closed).toBe(1012)
  await expect(fetch(`${own.url}/healthz`)).rejects.toThrow()
})
