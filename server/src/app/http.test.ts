import { connect as connectTcp } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { doorSchema } from '../../test/door-schema.ts'
import { stopClock, testServer, type TestServer } from '../../test/server.ts'
import { Buckets } from './buckets.ts'

const { schema, ran } = doorSchema()
let server: TestServer
beforeAll(async () => {
  server = await testServer({ schema })
})
beforeEach(() => void ran.splice(0))
afterAll(() => server.stop())

const post = (body: string, headers: Record<string, string>) => fetch(`${server.url}/graphql`, { method: 'POST', body, headers })
const json = { 'content-type': 'application/json' }
const codeOf = (body: { errors?: { extensions: { code: string } }[] }) => body.errors?.[0]?.extensions.code

describe('/graphql', () => {
  it('answers a question by POST and by GET', async () => {
    expect((await server.ask('{ hello }')).body).toEqual({ data: { hello: 'こんにちは' } })
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent('{ hello }')}`)
    expect(await response.json()).toEqual({ data: { hello: 'こんにちは' } })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('never writes by GET', async () => {
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent('mutation { change }')}`, {
      headers: { 'x-madoguchi-csrf': '1' },
    })
    expect(response.status).toBe(405)
    expect(ran).toEqual([])
  })

  it('tells its whole schema, for it is public', async () => {
    const { body } = await server.ask('{ __schema { queryType { name fields { name } } } }')
    expect(body.data.__schema.queryType.name).toBe('Query')
  })

  it('takes a body of 256 KB and refuses one of 257 KB', async () => {
    const bodyOf = (bytes: number) => {
      const shell = JSON.stringify({ query: '{ hello }', variables: { pad: '' } })
      return JSON.stringify({ query: '{ hello }', variables: { pad: 'a'.repeat(bytes - shell.length) } })
    }
    expect((await post(bodyOf(256 * 1024), json)).status).toBe(200)
    ran.splice(0)
    const refused = await post(bodyOf(257 * 1024), json)
    expect(refused.status).toBe(413)
    expect(codeOf((await refused.json()) as never)).toBe('TOO_EXPENSIVE')
    expect(ran).toEqual([])
  })

  it('stops reading a body that lies about its length', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(64 * 1024).fill(32))
      },
    })
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', body, headers: json, duplex: 'half' } as RequestInit).catch(
      () => null,
    )
    expect([null, 413]).toContain(response && response.status)
    expect((await server.ask('{ hello }')).status).toBe(200)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain; application/json'])(
    'refuses what a form of another site could send (%s)',
    async (type) => {
      const response = await post(JSON.stringify({ query: 'mutation { change }' }), { 'content-type': type })
      expect(response.status).toBe(415)
      expect(ran).toEqual([])
    },
  )

  it('refuses a list of operations, text that is no JSON, and an empty question', async () => {
    expect((await post(JSON.stringify([{ query: '{ hello }' }, { query: '{ hello }' }]), json)).status).toBe(400)
    expect((await post('{"query":', json)).status).toBe(400)
    expect((await post('{}', json)).status).toBe(400)
    expect(ran).toEqual([])
  })

  it('says what is wrong with a question, without guesses about the schema', async () => {
    const { status, body } = await server.ask('{ helo }')
    expect(status).toBe(400)
    expect(codeOf(body)).toBe('BAD_USER_INPUT')
    expect(body.errors[0].message).not.toContain('Did you mean')
    expect(codeOf((await server.ask('{ hello')).body)).toBe('BAD_USER_INPUT')
    expect(codeOf((await server.ask('query ($n: Int!) { page(first: $n) { nodes { name } } }', { variables: { n: 'x' } })).body)).toBe(
      'BAD_USER_INPUT',
    )
    expect(codeOf((await server.ask('subscription { news(topic: "a") }')).body)).toBe('BAD_USER_INPUT')
  })
})

describe('an error nobody expected', () => {
  it.each(['boom', 'boomSql', 'nothing'])('shows only a request id (%s)', async (field) => {
    const before = server.services.counters.count('errors_total')
    const { body } = await server.ask(`{ ${field} }`)
    expect(body.errors).toHaveLength(1)
    expect(body.errors[0].extensions).toEqual({ code: 'INTERNAL', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(JSON.stringify(body)).not.toMatch(/postgres|nowhere|秘密|srv|non-nullable|stack/)
    expect(server.services.counters.count('errors_total')).toBe(before + 1)
  })

  it('is told apart from one that belongs to the contract', async () => {
    const { body } = await server.ask('{ closed }')
    expect(body.errors[0]).toMatchObject({
      message: 'この操作は、いまの役割では使えません。',
      extensions: { code: 'FORBIDDEN' },
      path: ['closed'],
    })
  })
})

describe('a write from another site', () => {
  const change = 'mutation { change }'
  const cookie = { cookie: `madoguchi=${'x'.repeat(43)}` }
  const token = { 'x-madoguchi-csrf': '1' }

  it('is refused where the browser names another origin', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example'])
      expect((await server.ask(change, { headers: { origin, ...token } })).status).toBe(403)
    expect(ran).toEqual([])
  })

  it('is refused where a session cookie comes without the header that other sites cannot set', async () => {
    expect((await server.ask(change, { headers: cookie })).status).toBe(403)
    expect((await server.ask(change, { headers: { ...cookie, 'x-madoguchi-csrf': '0' } })).status).toBe(403)
    expect(ran).toEqual([])
  })

  it('is told apart from our own pages and from programs', async () => {
    const own = { origin: server.url }
    for (const headers of [{ ...cookie, ...token, ...own }, { ...cookie, ...token }, own, {}, { origin: 'http://localhost' }])
      expect((await server.ask(change, { headers })).body).toEqual({ data: { change: '変えました' } })
  })

  it('cannot read either: no answer allows another origin', async () => {
    const preflight = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(preflight.ok).toBe(false)
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('cookies', () => {
  const enter = (at: TestServer) => at.ask('mutation { enter(token: "abc") }')
  const sessionCookie = (headers: Headers) => headers.getSetCookie().find((text) => text.includes('abc'))

  it('of the demo on http have the plain name, and no script can read them', async () => {
    const plain = await testServer({ schema })
    stopClock(plain.services.clock)
    const text = sessionCookie((await enter(plain)).headers)
    expect(text?.split('; ').toSorted()).toEqual(['HttpOnly', 'Max-Age=3600', 'Path=/', 'SameSite=Lax', 'madoguchi=abc'].toSorted())
    const gone = (await plain.ask('mutation { leave }')).headers.getSetCookie().find((line) => line.startsWith('madoguchi='))
    expect(gone).toContain('Max-Age=0')
    await plain.stop()
  })

  it('over TLS are bound to the host', async () => {
    const secure = await testServer({ schema, publicUrl: 'https://madoguchi.example' })
    const { headers } = await enter(secure)
    const text = sessionCookie(headers)
    expect(text).toMatch(/^__Host-madoguchi=abc; /)
    for (const mark of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(text?.split('; ')).toContain(mark)
    expect(text).not.toContain('Domain')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    await secure.stop()
  })

  it('name an anonymous browser, so that its repeats are known, and two browsers are two', async () => {
    const first = await server.ask('{ actor }')
    const visitor = first.headers
      .getSetCookie()
      .find((text) => text.startsWith('madoguchi_visitor='))
      ?.split(';')[0]
    const again = await server.ask('{ actor }', { headers: { cookie: visitor! } })
    expect(again.body.data.actor).toBe(first.body.data.actor)
    expect(again.headers.getSetCookie()).toEqual([])
    expect((await server.ask('{ actor }')).body.data.actor).not.toBe(first.body.data.actor)
    expect(first.body.data.actor).not.toContain(visitor!.split('=')[1]!)
  })
})

it('tells an address that asks too often how long to wait', async () => {
  const { policy, web } = server.services
  const values = policy.of()
  const { buckets } = web
  web.buckets = new Buckets(() => 0)
  const real = policy.of.bind(policy)
  policy.of = () => ({ ...values, anonymousRequestsPerMinute: 1 })
  await server.ask('{ hello }')
  const { status, headers, body } = await server.ask('{ hello }')
  policy.of = real
  web.buckets = buckets
  expect(status).toBe(429)
  expect(codeOf(body)).toBe('RATE_LIMITED')
  expect(body.errors[0].extensions.retryAfter).toBeGreaterThan(0)
  expect(Number(headers.get('retry-after'))).toBe(body.errors[0].extensions.retryAfter)
})

describe('health', () => {
  it('is told to whoever watches', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${server.url}/readyz`)
    expect(await ready.json()).toEqual({ database: true, migrations: true, jobs: true })
    expect(ready.status).toBe(200)
  })

  it('counts are not told on the public port', async () => {
    expect((await fetch(`${server.url}/metrics`)).headers.get('content-type')).not.toContain('version=0.0.4')
    expect(server.services.counters.text()).toMatch(/^madoguchi_requests_total \d+$/m)
  })
})

it('turns away what is no HTTP and goes on', async () => {
  const socket = connectTcp(server.running.port, '127.0.0.1')
  const ended = new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (data) => (text += data.toString())).on('close', () => resolve(text))
  })
  socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\nnot a header\r\n\r\n')
  expect(await ended).toContain('400')
  expect((await server.ask('{ hello }')).status).toBe(200)
})
