import { Agent, request } from 'node:http'
import { DOCUMENTS, type Work } from './questions.ts'

export interface Asking {
  url: string
  /** The bare server has no documents, only addresses. */
  graph: boolean
  work: Work
  cookie: string
  /** One after the other, from the beginning again when all were asked. */
  variables: Record<string, unknown>[]
  first: number
  count: number
}

const CONNECTIONS = 16
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

/** Asks so many times over connections that stay open; an answer that is none ends the run. */
export async function askAll({ count, ...asking }: Asking): Promise<void> {
  let next = 0
  const askOn = async () => {
    while (next < count) await askOnce(asking, asking.first + next++)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, askOn))
  // While the others are asked a server may close what is idle; a request just then would be lost.
  agent.destroy()
}

/** The answer as text. */
export function askOnce({ url, graph, work, cookie, variables }: Omit<Asking, 'first' | 'count'>, number: number): Promise<string> {
  const values = variables[number % variables.length] ?? {}
  const body = Buffer.from(JSON.stringify(graph ? { query: DOCUMENTS[work], variables: values } : values))
  const headers = { 'content-type': 'application/json', 'content-length': body.length, cookie, 'x-madoguchi-csrf': '1' }
  return new Promise((resolve, reject) => {
    const sent = request(graph ? url : `${url}/${work}`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (response.statusCode === 200 && text.startsWith('{"data":{')) resolve(text)
        else reject(new Error(`${url} ${work}: ${response.statusCode} ${text.slice(0, 500)}`))
      })
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
