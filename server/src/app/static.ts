import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { readCookies } from './cookies.ts'
import { visitorOf } from './request-context.ts'
import { sendText } from './respond.ts'
import { addPagePolicy } from './security-headers.ts'
import type { ServerServices } from './server-services.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
}
const SQUEEZED = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt', '.wasm', '.ttf'])
const WORTH_SQUEEZING = 1_000

interface StaticFile {
  changed: number
  type: string
  tag: string
  plain: Buffer
  br: Buffer | null
  gzip: Buffer | null
}

/** The staff's GraphiQL, whatever way its address is written. */
export const isWorkplace = (path: string): boolean => path === '/graphiql' || path === '/graphiql/' || path === '/graphiql.html'

/** The pages: files of the client's build, kept in memory with their compressed forms; every other address is the SPA's to answer. */
export function staticPages(services: ServerServices) {
  const root = normalize(services.web.clientDir)
  const known = new Map<string, Promise<StaticFile>>()

  async function find(path: string): Promise<StaticFile | null> {
    const file = normalize(join(root, path))
    if (!file.startsWith(root + sep)) return null
    const facts = await stat(file).catch(() => null)
    if (!facts?.isFile()) return null
    const kept = await known.get(file)?.catch(() => null)
    if (kept?.changed === facts.mtimeMs) return kept
    const loading = load(file, facts.mtimeMs)
    known.set(file, loading)
    return loading
  }

  return async (req: IncomingMessage, res: ServerResponse, path: string): Promise<void> => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('allow', 'GET, HEAD')
      return sendText(res, 405, 'GET で読んでください。')
    }
    const isGraphiql = isWorkplace(path)
    const asked = isGraphiql ? '/graphiql.html' : path
    const found = extname(asked) === '' ? null : await find(asked)
    if (found) return send(req, res, found, asked, isGraphiql)
    if (extname(asked) !== '') return sendText(res, 404, '見つかりませんでした。')
    const page = await find('/index.html')
    if (!page) return sendText(res, 503, '画面がまだ組み立てられていません。\nThe pages have not been built yet.')
    visitorOf(services, readCookies(req), res)
    return send(req, res, page, '/index.html', false)
  }
}

async function load(file: string, changed: number): Promise<StaticFile> {
  const plain = await readFile(file)
  const extension = extname(file).toLowerCase()
  const squeeze = SQUEEZED.has(extension) && plain.length > WORTH_SQUEEZING
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }
  const [br, zipped] = squeeze ? await Promise.all([promisify(brotliCompress)(plain, quality), promisify(gzip)(plain)]) : [null, null]
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { changed, type: TYPES[extension] ?? 'application/octet-stream', tag, plain, br, gzip: zipped }
}

function send(req: IncomingMessage, res: ServerResponse, file: StaticFile, path: string, isGraphiql: boolean): void {
  const isPage = file.type.startsWith('text/html')
  if (isPage) addPagePolicy(req, res, isGraphiql)
  // Names below /assets/ carry a hash of what they hold.
  res.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
  res.setHeader('etag', file.tag)
  res.setHeader('vary', 'accept-encoding')
  if (req.headers['if-none-match'] === file.tag) return void res.writeHead(304).end()
  const accepted = String(req.headers['accept-encoding'] ?? '')
  const [body, encoding] =
    file.br && /\bbr\b/u.test(accepted)
      ? [file.br, 'br']
      : file.gzip && /\bgzip\b/u.test(accepted)
        ? [file.gzip, 'gzip']
        : [file.plain, null]
  if (encoding) res.setHeader('content-encoding', encoding)
  res.writeHead(200, { 'content-type': file.type, 'content-length': body.length }).end(req.method === 'HEAD' ? undefined : body)
}
