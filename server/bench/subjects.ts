import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { FromSubject, SubjectOptions } from './subject.ts'

export const SUBJECTS = ['bare', 'madoguchi', 'apollo'] as const
export type SubjectName = (typeof SUBJECTS)[number]

const SERVER = fileURLToPath(new URL('..', import.meta.url))

/** Of the bench's own processes; the graph's limits, masking and instance checks are those of production. */
export function start(file: string, argument: unknown, { name, args = [] }: { name: string; args?: string[] }): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(argument)], {
    cwd: SERVER,
    execArgv: ['--import', 'tsx', ...args],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DEMO: '0',
      METRICS_PORT: '',
      PGAPPNAME: name,
      TSX_TSCONFIG_PATH: `${SERVER}/tsconfig.json`,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

export interface Subject {
  name: SubjectName
  urls: { http: string; ws: string }
  channel: string
  /** Microseconds of CPU that its process has used, user and system. */
  cpu: () => Promise<number>
  stop: () => Promise<void>
}

/** The product listens where it always does; the others each on a channel of their own, so that nobody hears what is not meant for them. */
const channelOf = (name: SubjectName) => (name === 'madoguchi' ? 'live' : `bench_${name}`)

export async function startSubject(name: SubjectName, options: Omit<SubjectOptions, 'channel'>, args?: string[]): Promise<Subject> {
  const channel = channelOf(name)
  const child = start(`./${name}/serve.ts`, { ...options, channel }, { name: `bench_${name}`, args: args ?? [] })
  const answer = () =>
    new Promise<FromSubject>((resolve, reject) => {
      const died = () => reject(new Error(`${name} ended`))
      child.once('exit', died)
      child.once('message', (message) => {
        child.off('exit', died)
        resolve(message as FromSubject)
      })
    })
  const first = await answer()
  if (!('urls' in first)) throw new Error(`${name} did not say where it listens`)
  return {
    name,
    channel,
    urls: first.urls,
    async cpu() {
      child.send('cpu')
      const used = await answer()
      return 'cpu' in used ? used.cpu.user + used.cpu.system : 0
    },
    async stop() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
