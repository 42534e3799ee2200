import { getNamedType, type GraphQLObjectType, isObjectType } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testApp, type TestApp } from '../../../test/app.ts'
import { loadOpenPostings } from '../../../test/open-postings.ts'
import { BRIEF_FIELDS } from './postings.brief.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await loadOpenPostings(app, { employers: 12, postings: 60 })
})
afterAll(() => app.close())

/** Every field that a brief sheet answers, with all that is below it. */
function everyBriefField(): string {
  const type = app.schema.getType('PostingSheet') as GraphQLObjectType
  const fields = Object.values(type.getFields()).filter(({ name }) => BRIEF_FIELDS.has(name))
  expect(fields.length).toBeGreaterThan(40)
  return fields
    .map(({ name, type }) => {
      const below = getNamedType(type)
      return isObjectType(below) ? `${name} { ${Object.keys(below.getFields()).join(' ')} }` : name
    })
    .join(' ')
}

async function listOf(sheet: string) {
  const list = () => app.as(null).run(`{ postings(first: 60) { nodes { sheet { ${sheet} } } } }`)
  const { answer, statements } = await app.statementsOf(list)
  const rows = answer.postings.nodes.map((node: { sheet: object }) => node.sheet)
  return { rows, readsAll: statements.some((text) => text.includes('"duties"')) }
}

it('what lists show of a text is the same whether only that is read or the whole text', async () => {
  const fields = everyBriefField()
  const brief = await listOf(fields)
  const whole = await listOf(`${fields} duties`)
  expect([brief.readsAll, whole.readsAll]).toEqual([false, true])
  expect(brief.rows.length).toBeGreaterThan(24)
  expect(whole.rows.map(({ duties, ...rest }: { duties: string }) => (expect(duties).not.toBe(''), rest))).toEqual(brief.rows)
})

it('a field that is asked for below a fragment is seen too', async () => {
  expect((await listOf('id ... on PostingSheet { title ... { duties } }')).readsAll).toBe(true)
  expect((await listOf('id ... on PostingSheet { title ... { flags } }')).readsAll).toBe(false)
})
