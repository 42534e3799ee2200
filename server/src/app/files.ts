import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Context } from '../graph/context.ts'
import { Refusal } from '../kernel/refusal.ts'
import { receiveUpload } from '../modules/files/commands/receive-upload.ts'
import type { AttachmentRow } from '../modules/files/files.table.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { sendJson } from './respond.ts'
import { visibleAttachment } from './visible-attachment.ts'

type FileContext = Context & { flushLooks(): Promise<void> }
type ContextOf = () => Promise<FileContext>

const UPLOAD = /^\/files\/upload\/(fil_[0-9a-f]{32})$/
const FILE = /^\/files\/(fil_[0-9a-f]{32})$/
const NOT_FOUND = { message: '見つかりませんでした。消えたか、見られないものです。' }

/** Bytes beside the graph: `PUT /files/upload/<id>?token=…` and `GET /files/<id>`. False: not an address of a file. */
export async function handleFiles(
  services: { files: FileStore },
  req: IncomingMessage,
  res: ServerResponse,
  contextOf: ContextOf,
): Promise<boolean> {
  const url = new URL(req.url ?? '/', 'http://here')
  const upload = UPLOAD.exec(url.pathname)?.[1]
  const file = FILE.exec(url.pathname)?.[1]
  if (upload === undefined && file === undefined) return false
  if (upload !== undefined && req.method === 'PUT')
    await takeUpload(await contextOf(), req, res, { id: upload, token: url.searchParams.get('token') ?? '' })
  else if (file !== undefined && (req.method === 'GET' || req.method === 'HEAD'))
    await sendFile(services, await contextOf(), req, res, file)
  else {
    res.setHeader('allow', upload === undefined ? 'GET, HEAD' : 'PUT')
    sendJson(res, 405, { message: upload === undefined ? 'GET で読んでください。' : 'PUT で送ってください。' })
  }
  return true
}

/** The token of `createUpload` is the right to send, once. What is too large is refused before it has all come (S44). */
async function takeUpload(ctx: FileContext, req: IncomingMessage, res: ServerResponse, { id, token }: { id: string; token: string }) {
  const max = ctx.policyOf().fileBytes
  const announced = Number(req.headers['content-length'] ?? 0)
  const taken = await receiveUpload(ctx, { id, token, bytes: announced > max ? tooMuch(max) : req })
  if (taken instanceof Refusal) answerEarly(req, res, 404, NOT_FOUND)
  else if (taken.state === 'REFUSED')
    answerEarly(req, res, 413, { message: `1つ${Math.floor(max / 1024 / 1024)}MBまでです。`, maxBytes: max })
  else res.writeHead(204).end()
}

/** Stands for a body that says it is too large: none of it is read. */
async function* tooMuch(max: number): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(max + 1)
}

/** Answers although bytes may still come; the connection ends with the answer. */
function answerEarly(req: IncomingMessage, res: ServerResponse, status: number, body: unknown): void {
  if (!req.complete) {
    res.setHeader('connection', 'close')
    res.once('finish', () => setTimeout(() => req.destroy(), 200).unref())
  }
  sendJson(res, status, body)
}

/** S46: the right is asked for each request; a browser only ever saves what it gets here. */
async function sendFile(
  { files }: { files: FileStore },
  ctx: FileContext,
  req: IncomingMessage,
  res: ServerResponse,
  id: string,
): Promise<void> {
  const file = await visibleAttachment(ctx, id)
  const bytes = file?.state === 'READY' && file.blobHash !== null ? await files.get(file.blobHash) : null
  if (file === null || bytes === null) return sendJson(res, 404, NOT_FOUND)
  await ctx.flushLooks()
  res.writeHead(200, headersOf(file))
  if (req.method === 'HEAD') {
    bytes.destroy()
    res.end()
    return
  }
  await pipeline(bytes, res).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

const encoded = (name: string) => encodeURIComponent(name).replaceAll(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

const headersOf = (file: AttachmentRow) => ({
  'content-type': file.mediaType,
  'content-length': file.size,
  'content-disposition': `attachment; filename="file.${file.extension}"; filename*=UTF-8''${encoded(file.name)}`,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
})
