import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import postgres from 'postgres'
import { readCookies } from '../../src/app/cookies.ts'
import type { SearchFilter } from '../../src/modules/postings/postings.search.filter.rules.ts'
import { Clock } from '../../src/platform/clock.ts'
import { subject } from '../subject.ts'
import { bareAnswers } from './answers.ts'
import { sessionOf } from './session.ts'
import { attachBareSockets } from './sockets.ts'

/** node:http and postgres.js, nothing else: what a request costs at least. */
await subject(async ({ databaseUrl, channel }) => {
  const sql = postgres(databaseUrl, { transform: postgres.camel, onnotice: () => {} })
  const clock = new Clock()
  const answers = bareAnswers(sql)
  const findSeeker = await sessionOf(sql, clock, databaseUrl)

  async function answer(req: IncomingMessage, res: ServerResponse) {
    const seekerId = await findSeeker(readCookies(req))
    if (seekerId === null) return res.writeHead(401).end()
    const body = JSON.parse(await textOf(req)) as { id: string; filter: SearchFilter }
    const asker = { seekerId, today: clock.today() }
    const data = () => {
      if (req.url === '/list') return answers.list(asker)
      return req.url === '/search' ? answers.search(asker, body.filter) : answers.posting(asker, body.id)
    }
    const text = JSON.stringify({ data: await data() })
    return res.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(text)
  }

  const server = createServer((req, res) => {
    answer(req, res).catch((error: unknown) => {
      console.error(error)
      res.writeHead(500).end()
    })
  })
  await attachBareSockets(server, { sql, channel, findSeeker, answers, clock })
  return server
})

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
