import { readFileSync } from 'node:fs'
import { type GraphQLSchema, isAbstractType, isEnumType, isInputObjectType, isInterfaceType, isObjectType, validateSchema } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Audience } from '../graph/audience.ts'
import { kindOfId } from '../kernel/ids.ts'
import { Preview } from '../kernel/preview.ts'
import { Refusal } from '../kernel/refusal.ts'
import { newId } from '../platform/db/columns.ts'
import { POLICY } from '../policy.ts'
import { policyValues } from './policy-values.ts'
import { printGraph } from './print-graph.ts'
import { makeSchema } from './schema.ts'

let schema: GraphQLSchema
beforeAll(async () => {
  schema = await makeSchema()
})

const AUDIENCES = [
  'public',
  'seeker',
  'registrant',
  'employer.viewer',
  'employer.recruiter',
  'employer.owner',
  'counter',
  'manager',
  'auditor',
]
const roots = () => [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => (type ? [type] : []))
const rootFields = () =>
  roots().flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
const ownTypes = () => Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
/** Japanese first, so that staff read it; English after it. */
const isDescribed = (text: string | null | undefined) => typeof text === 'string' && text.trim().length > 0

describe('the graph', () => {
  it('holds together', () => {
    expect(validateSchema(schema)).toEqual([])
  })

  it('says of every root field who may call it', () => {
    const fields = rootFields()
    expect(fields.length).toBeGreaterThan(30)
    for (const { name, field } of fields) {
      const who = field.extensions['audience'] as readonly Audience[] | undefined
      expect(who, name).toBeInstanceOf(Array)
      expect(who!.length, name).toBeGreaterThan(0)
      for (const audience of who!)
        expect(AUDIENCES.includes(audience) || audience.startsWith('partner:'), `${name}: ${audience}`).toBe(true)
    }
  })

  it('describes every type, field, argument, input and value', () => {
    const bare: string[] = []
    const look = (name: string, text: string | null | undefined) => {
      if (!isDescribed(text)) bare.push(name)
    }
    const standard = new Set(['ID', 'Int', 'Float', 'String', 'Boolean'])
    for (const type of ownTypes()) {
      if (standard.has(type.name)) continue
      if (!roots().some((root) => root === type)) look(type.name, type.description)
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value.description)
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field.description)
      if (isObjectType(type) || isInterfaceType(type))
        for (const field of Object.values(type.getFields())) {
          look(`${type.name}.${field.name}`, field.description)
          for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg.description)
        }
    }
    expect(bare).toEqual([])
  })

  it('tells the types of unions and interfaces apart at once, without a promise', () => {
    const context = {} as never
    const info = {} as never
    for (const type of ownTypes().filter(isAbstractType)) {
      const possible = schema.getPossibleTypes(type).map(({ name }) => name)
      const values = [
        ...(possible.includes('Refusal') ? [new Refusal('NOT_FOUND')] : []),
        ...(possible.includes('Preview') ? [new Preview([])] : []),
        ...(type.name === 'Node' ? [{ id: newId('pst') }] : []),
      ]
      expect(values.length, type.name).toBeGreaterThan(0)
      for (const value of values) {
        const named: unknown = type.resolveType?.(value, context, info, type)
        expect(typeof named, type.name).toBe('string')
        expect(possible, type.name).toContain(named)
      }
    }
  })

  it('answers every write with the thing or a refusal, never with null', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      expect(String(field.type), field.name).toMatch(/Result!$/)
      const union = schema.getType(String(field.type).replace('!', ''))
      expect(isAbstractType(union) && schema.getPossibleTypes(union).map(({ name }) => name), field.name).toContain('Refusal')
    }
  })

  it('offers a dry run on every write of staff and on no other', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const who = field.extensions['audience'] as readonly string[]
      const ofStaff = who.every((audience) => ['counter', 'manager', 'auditor'].includes(audience))
      expect(
        field.args.some(({ name }) => name === 'dryRun'),
        field.name,
      ).toBe(ofStaff)
    }
  })

  it('makes every type with a Node id readable by its prefix', () => {
    const node = schema.getType('Node')
    const kinds = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : []
    expect(kinds.length).toBeGreaterThan(5)
    expect(kindOfId(newId('thr'))).toBe('thr')
  })

  it('is the one in schema.graphql', async () => {
    expect(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8') === (await printGraph()), 'run pnpm schema').toBe(true)
  })
})

it('every number of the policy is told with a sentence', () => {
  const told = policyValues({ ...POLICY })
  expect(told.map(({ name }) => name).toSorted()).toEqual(Object.keys(POLICY).toSorted())
  for (const { name, value, description } of told) {
    expect(value, name).toBe(POLICY[name as keyof typeof POLICY])
    expect(description, name).toMatch(/[ぁ-んァ-ヶ一-龠].+[A-Za-z]/u)
  }
})
