import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doorSchema } from '../../test/door-schema.ts'
import { testServer, type TestServer } from '../../test/server.ts'
import { newToken } from '../platform/secrets/tokens.ts'

let server: TestServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-pages-'))
  const clientDir = join(folder, 'dist')
  await mkdir(join(clientDir, 'assets'), { recursive: true })
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>まどぐち</title>')
  await writeFile(join(clientDir, 'graphiql.html'), '<!doctype html><title>GraphiQL</title>')
  await writeFile(join(clientDir, 'assets', 'app-abc123.js'), `console.log('${'a'.repeat(5_000)}')`)
  await writeFile(join(folder, 'secret.txt'), 'secret')
  server = await testServer({ schema: doorSchema().schema, clientDir })
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers })
/** As it stands, without the tidying that fetch does. */
const getRaw = (path: string) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.running.port, path }, (res) => {
      let text = ''
      res.on('data', (data: Buffer) => (text += data.toString())).on('end', () => resolve({ status: res.statusCode ?? 0, text }))
    })
      .on('error', reject)
      .end()
  })

describe('the pages', () => {
  it('are the same file for every address, because the SPA knows them', async () => {
    for (const path of ['/', '/postings', '/seeker/applications/app_1', '/dev/mail']) {
      const response = await get(path)
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('まどぐち')
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
  })

  it('are not kept in the browser, but known when nothing changed', async () => {
    const tag = (await get('/')).headers.get('etag')!
    expect((await get('/', { 'if-none-match': tag })).status).toBe(304)
    await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>まどぐち 2</title>')
    expect((await get('/', { 'if-none-match': tag })).status).toBe(200)
  })

  it('give the browser its first cookie, so that even a first write can be repeated', async () => {
    expect((await get('/')).headers.getSetCookie()[0]).toMatch(/^madoguchi_visitor=.+; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('name the files of the build for ever, compressed', async () => {
    const response = await get('/assets/app-abc123.js', { 'accept-encoding': 'br' })
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-type')).toContain('text/javascript')
    expect(Number(response.headers.get('content-length'))).toBeLessThan(1_000)
    expect(await response.text()).toContain('aaaa')
    expect((await get('/assets/app-abc123.js', { 'accept-encoding': 'identity' })).headers.get('content-encoding')).toBeNull()
  })

  it('say 404 for a file that is not there', async () => {
    for (const path of ['/assets/app-gone.js', '/favicon.ico', '/%E0%A4%A', '//', '//:99999999/'])
      expect((await getRaw(path)).status).toBe(404)
  })

  it('never leave their folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '//etc/passwd.txt',
      '/..%5csecret.txt',
    ]) {
      const { status, text } = await getRaw(path)
      expect(status, path).toBe(404)
      expect(text).not.toContain('secret\n')
    }
  })

  it('are read only', async () => {
    expect((await fetch(`${server.url}/`, { method: 'POST', body: 'x' })).status).toBe(405)
    expect((await fetch(`${server.url}/`, { method: 'HEAD' })).status).toBe(200)
  })
})

describe('the headers of safety', () => {
  it('let a page run only our own scripts and stand in no other page', async () => {
    const { headers } = await get('/')
    const policy = Object.fromEntries(
      (headers.get('content-security-policy') ?? '').split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
    )
    expect(policy['script-src']).toEqual(["'self'"])
    expect(policy['default-src']).toEqual(["'self'"])
    expect(policy['object-src']).toEqual(["'none'"])
    expect(policy['base-uri']).toEqual(["'none'"])
    expect(policy['frame-ancestors']).toEqual(["'none'"])
    expect(policy['connect-src']).toEqual(["'self'", `ws://127.0.0.1:${server.running.port}`, `wss://127.0.0.1:${server.running.port}`])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })

  it('answers the address of an invitation like any page, as often as it is looked at, and tells it to nobody (S1, S2)', async () => {
    for (const method of ['GET', 'HEAD', 'GET', 'GET']) {
      const response = await fetch(`${server.url}/invitation/${newToken()}`, { method })
      expect([method, response.status, response.headers.get('referrer-policy')]).toEqual([method, 200, 'no-referrer'])
    }
    expect((await fetch(`${server.url}/invitation/${newToken()}`, { method: 'POST' })).status).toBe(405)
  })

  it.each(['/graphiql', '/graphiql/', '/graphiql.html'])('lead who is not staff from %s to the staff’s door', async (path) => {
    const response = await fetch(`${server.url}${path}`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/staff'])
  })

  it('let an answer of the graph be nothing but data', async () => {
    const { headers } = await server.ask('{ hello }')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})
