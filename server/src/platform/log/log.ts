import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DrizzleQueryError } from 'drizzle-orm'
import { destination, type Logger, pino, stdTimeFunctions } from 'pino'

export type Log = Logger

/** JSON lines: to the terminal's output in production, else to a file beside the data. Never bodies, tokens or addresses of people (S55). */
export function openLog({ dataDir, toOutput }: { dataDir: string; toOutput: boolean }): Log {
  const options = { base: { pid: process.pid }, serializers: { err: describeError }, timestamp: stdTimeFunctions.isoTime }
  if (toOutput) return pino(options)
  const folder = join(dataDir, 'logs')
  mkdirSync(folder, { recursive: true })
  return pino(options, destination({ dest: join(folder, 'server.log'), sync: true }))
}

/** For tests and tools that have no place to write. */
export const silentLog = (): Log => pino({ level: 'silent' })

const withoutAddresses = (text: string) =>
  text.replaceAll(/\b(postgres(?:ql)?|smtps?):\/\/\S+/gu, '$1://…').replaceAll(/[^\s"'<>(),]+@[^\s"'<>(),]+/gu, '…@…')

/** What may be known of an error: drizzle's message carries the values of a statement, so its cause speaks instead. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: withoutAddresses(String(error)) }
  const told = error instanceof DrizzleQueryError && error.cause instanceof Error ? error.cause : error
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
  return {
    type: told.name,
    message: withoutAddresses(told.message),
    ...('code' in told ? { code: told.code } : {}),
    ...(error instanceof DrizzleQueryError ? { query: error.query } : {}),
    stack: frames.slice(0, 12).join('\n'),
  }
}

/** An error that nobody caught leaves a process in an unknown state: write it down and end, the supervisor starts a new one (S73). */
export function dieLoudly(log: Log): void {
  const die = (err: unknown) => {
    log.fatal({ err }, 'uncaught')
    process.stderr.write('Madoguchi: 予期しないことが起きたため終わります。記録を見てください。\n')
    process.exit(1)
  }
  process.on('uncaughtException', die)
  process.on('unhandledRejection', die)
}
