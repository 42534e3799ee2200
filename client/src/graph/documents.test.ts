import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildSchema, type DocumentNode, Kind, parse, validate } from 'graphql'
import { expect, test, vi } from 'vitest'
import { BOOK } from '../app/graphiql/book.ts'
import type * as Graph from './graphql.ts'

const documents: DocumentNode[] = []

vi.mock('./graphql.ts', async (original) => {
  const real = await original<typeof Graph>()
  const graphql = (...args: Parameters<typeof real.graphql>) => {
    const document = real.graphql(...args)
    documents.push(document as DocumentNode)
    return document
  }
  return { ...real, graphql }
})

const schema = buildSchema(readFileSync(resolve('..', 'schema.graphql'), 'utf8'))
const nameOf = (document: DocumentNode): string | null => {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)
  return operation?.name?.value ?? null
}

test('every question of the client is one the graph can answer, and no two names ask for different things', async () => {
  const modules = import.meta.glob('../{features,pages,app}/**/*.{ts,tsx}')
  const own = Object.entries(modules).filter(([path]) => !/\.test\.|\/(main|gallery|workers|workplace|staff-workplace)\.tsx?$/u.test(path))
  await Promise.all(own.map(([, load]) => load()))
  const operations = documents.filter((document) => nameOf(document) !== null)
  expect(operations.length).toBeGreaterThan(30)
  expect(new Set(operations.map(nameOf)).size).toBe(operations.length)
  const wrong = operations.flatMap((document) => validate(schema, document).map((error) => `${nameOf(document)}: ${error.message}`))
  expect(wrong).toEqual([])
}, 60_000)

test.each(BOOK.map((operation) => [operation.key, operation.text]))('the book’s operation %s is one the graph can answer', (_key, text) => {
  expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([])
})
