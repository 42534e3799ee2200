import { request } from 'node:http'
import { createServer } from 'node:net'
import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { describe, expect, it } from 'vitest'
import { doorSchema } from '../../test/door-schema.ts'
import { testServer } from '../../test/server.ts'

describe('a server that is told to stop', () => {
  it('finishes what is under way, takes nothing new, and may be told twice', async () => {
    let finish: (text: string) => void = () => {}
    let begun: () => void = () => {}
    const working = new Promise<void>((resolve) => (begun = resolve))
    const answer = new Promise<string>((resolve) => (finish = resolve))
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: { slow: { type: new GraphQLNonNull(GraphQLString), resolve: () => (begun(), answer) } },
      }),
    })
    const server = await testServer({ schema })
    const asked = server.ask('{ slow }')
    await working
    const stopped = Promise.all([server.running.stop(), server.running.stop()])
    await expect(fetch(`${server.url}/healthz`, { headers: { connection: 'close' } })).rejects.toThrow()
    finish('まにあった')
    expect((await asked).body).toEqual({ data: { slow: 'まにあった' } })
    await stopped
    await server.stop()
  })
})

it('a server with more work than it can do says so at once, stays healthy, and recovers', async () => {
  let finish: (text: string) => void = () => {}
  const answer = new Promise<string>((resolve) => (finish = resolve))
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { slow: { type: new GraphQLNonNull(GraphQLString), resolve: () => answer } } }),
  })
  const server = await testServer({ schema })
  const asked = Array.from({ length: 401 }, () => server.ask('{ slow }'))
  const refused = await Promise.race(asked)
  expect(refused.status).toBe(503)
  expect(refused.body.errors[0].extensions).toEqual({ code: 'OVERLOADED', retryAfter: 1 })
  expect(refused.headers.get('retry-after')).toBe('1')
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  finish('できました')
  expect((await Promise.all(asked)).filter(({ status }) => status === 200)).toHaveLength(400)
  expect((await server.ask('{ slow }')).status).toBe(200)
  await server.stop()
})

it('a server whose port is taken says so and leaves nothing running', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as { port: number }
  await expect(testServer({ schema: doorSchema().schema, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  other.close()
})

it('a server with its jobs on is ready, and is not any more once they ended', async () => {
  const server = await testServer({ schema: doorSchema().schema, jobs: true })
  const ready = async () => (await (await fetch(`${server.url}/readyz`)).json()) as Record<string, boolean>
  expect(await ready()).toEqual({ database: true, migrations: true, jobs: true })
  await server.stop()
})

it('the numbers for the operator stand on a port of their own', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  await new Promise((resolve) => taken.close(resolve))
  const server = await testServer({ schema: doorSchema().schema, metricsPort: port })
  await server.ask('{ hello }')
  await server.ask('{ boom }')
  const text = await new Promise<string>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/metrics' }, (res) => {
      let all = ''
      res.on('data', (data: Buffer) => (all += data.toString())).on('end', () => resolve(all))
    })
      .on('error', reject)
      .end()
  })
  expect(text).toContain('madoguchi_requests_total 2')
  expect(text).toContain('madoguchi_errors_total 1')
  await server.stop()
})
