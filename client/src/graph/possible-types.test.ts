import { readFileSync } from 'node:fs'
import { buildSchema, isAbstractType } from 'graphql'
import { expect, it } from 'vitest'
import { possibleTypes } from './possible-types.ts'

it('names every interface and union of the graph with the types behind it', () => {
  const schema = buildSchema(readFileSync('../schema.graphql', 'utf8'))
  const abstract = Object.values(schema.getTypeMap()).filter((type) => isAbstractType(type))
  const expected = abstract.map((type) => [
    type.name,
    schema
      .getPossibleTypes(type)
      .map((one) => one.name)
      .sort(),
  ])
  expect(possibleTypes).toEqual(Object.fromEntries(expected))
})
