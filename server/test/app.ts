import { mkdtemp, rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DocumentNode, execute, type ExecutionResult, GraphQLError, parse, subscribe, validate } from 'graphql'
import { makeContext, type Services } from '../src/app/context.ts'
import { makeSchema } from '../src/app/schema.ts'
import type { SessionPort, Viewer } from '../src/graph/context.ts'
import { Clock } from '../src/platform/clock.ts'
import { connect } from '../src/platform/db/connect.ts'
import { fileErasureJournal, journalPathOf } from '../src/platform/erasures/erasure-journal.ts'
import { diskFileStore } from '../src/platform/files/disk-file-store.ts'
import { postgresLive } from '../src/platform/live/postgres-live.ts'
import { sealerOf } from '../src/platform/secrets/sealed.ts'
import { PolicyInForce } from '../src/platform/policy-in-force.ts'
import { testDatabase } from './database.ts'
import { openEar } from './ear.ts'

/** What a test reads out of an answer; the test asserts its shape. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = any

export const noSession: SessionPort = {
  id: null,
  idleUntil: null,
  deviceHash: null,
  deviceToken: null,
  browserHash: '',
  userAgent: 'test',
  setCookie: () => {},
  clearCookie: () => {},
  setDeviceCookie: () => {},
}

/**
 * The whole server in one process on a PostgreSQL of its own: real schema, real database, a clock you can move.
 * `as(viewer).run(document, variables)` answers `data` and throws on errors; `ask` answers both.
 */
export async function testApp({ now = '2026-04-01T09:00:00+09:00' } = {}) {
  const database = await testDatabase()
  const { heard, statementsOf } = openEar()
  const connection = connect(database.appUrl, { heard })
  const clock = new Clock()
  const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-test-'))
  const live = await postgresLive(connection.sql)
  const services: Services = {
    db: connection.db,
    live,
    clock,
    policy: new PolicyInForce(),
    files: diskFileStore(dataDir),
    journal: fileErasureJournal(journalPathOf(dataDir)),
    sealer: sealerOf(randomBytes(32)),
    demo: true,
    mailSender: 'counter@mail.example',
    publicUrl: 'https://mypage.example',
  }
  const schema = await makeSchema()
  const setNow = (instant: string | Date) => void (clock.offset += new Date(instant).getTime() - clock.now().getTime())
  setNow(now)

  /** Read and checked once, however often it is asked. */
  const documents = new Map<string, DocumentNode | GraphQLError[]>()
  function read(source: string): DocumentNode | GraphQLError[] {
    try {
      const document = parse(source)
      const errors = validate(schema, document)
      return errors.length > 0 ? [...errors] : document
    } catch (error) {
      if (error instanceof GraphQLError) return [error]
      throw error
    }
  }
  function documentOf(source: string): DocumentNode | GraphQLError[] {
    const known = documents.get(source) ?? read(source)
    documents.set(source, known)
    return known
  }

  const as = (viewer: Viewer | null, session: SessionPort = noSession, address = '') => {
    const context = () => makeContext(services, { viewer: viewer ?? { kind: 'visitor' }, session, address, anonymous: 'test' })
    const ask = async (source: string, variableValues: Record<string, unknown> = {}): Promise<ExecutionResult> => {
      const document = documentOf(source)
      if (Array.isArray(document)) return { errors: document }
      const contextValue = context()
      const answer = await execute({ schema, document, variableValues, contextValue })
      await contextValue.flushLooks()
      return answer
    }
    return {
      context,
      ask,
      async run(source: string, variables: Record<string, unknown> = {}): Promise<Answer> {
        const { data, errors } = await ask(source, variables)
        if (errors) throw new Error(errors.map((e) => `${e.message} ${e.originalError?.stack ?? ''}`).join('\n'))
        return data
      },
      /** Starts listening at once; each call waits for the next event. */
      async listen(source: string, variableValues: Record<string, unknown> = {}) {
        const contextValue = context()
        const stream = await subscribe({ schema, document: parse(source), variableValues, contextValue })
        if (!(Symbol.asyncIterator in stream)) throw new Error(stream.errors?.map((e) => e.message).join('\n'))
        const events = stream as AsyncGenerator<ExecutionResult>
        let pending = events.next()
        return {
          async next(): Promise<Answer> {
            const { value, done } = await pending
            await contextValue.flushLooks()
            if (done) return null
            pending = events.next()
            return value.data
          },
          stop: () => void events.return(undefined),
        }
      },
    }
  }

  return {
    database,
    dataDir,
    db: connection.db,
    sql: connection.sql,
    live,
    clock,
    services,
    schema,
    as,
    setNow,
    statementsOf,
    async close() {
      await live.close()
      await connection.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
export type TestApp = Awaited<ReturnType<typeof testApp>>
