import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  buildSchema,
  type DocumentNode,
  getNamedType,
  type GraphQLNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql'
import { beforeAll, expect, it, vi } from 'vitest'
import { Application_live, applyApplication } from '../features/applications/application-live.ts'
import { Thread_live } from '../features/messages/thread-live.ts'
import { applyPosting, Posting_live } from '../features/postings/posting-live.ts'
import type * as Graph from '../graph/graphql.ts'

const { documents } = vi.hoisted(() => ({ documents: [] as unknown[] }))

vi.mock('../graph/graphql.ts', async (original) => {
  const real = await original<typeof Graph>()
  const graphql = (...args: Parameters<typeof real.graphql>) => {
    const document = real.graphql(...args)
    documents.push(document)
    return document
  }
  return { ...real, graphql }
})

const schema = buildSchema(readFileSync(resolve('..', 'schema.graphql'), 'utf8'))

/** Calls for every field of the document: the type it stands on, its name, and the field of the root it stands below. */
function walk(document: DocumentNode, seen: (type: string, field: string, root: string) => void) {
  const go = (set: SelectionSetNode, type: GraphQLNamedType, root: string | null): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined
        if (!field) continue
        if (root !== null) seen(type.name, field.name, root)
        if (selection.selectionSet) go(selection.selectionSet, getNamedType(field.type), root ?? field.name)
        continue
      }
      const part =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value)
      if (part?.kind !== Kind.INLINE_FRAGMENT && part?.kind !== Kind.FRAGMENT_DEFINITION) continue
      const on = part.typeCondition ? schema.getType(part.typeCondition.name.value) : type
      if (on) go(part.selectionSet, on, root)
    }
  }
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.QUERY)
      go(definition.selectionSet, schema.getQueryType()!, null)
  }
}

/** The fields a fragment brings, or those of one thing within it. */
const fieldsOf = (fragment: unknown, within?: string): string[] => {
  const [definition] = (fragment as DocumentNode).definitions
  if (definition?.kind !== Kind.FRAGMENT_DEFINITION) throw new Error('no fragment')
  const fields = definition.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one] : []))
  const inner = fields.find(({ name }) => name.value === within)?.selectionSet?.selections ?? []
  return (within === undefined ? fields : inner).flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []))
}

/** For each thing that events are about: what they bring of it, the roots that are asked again, and what never changes once it is there. */
const LIVE: Record<string, { brought: readonly string[]; askedAgain: readonly string[]; fixed: readonly string[] }> = {
  Thread: {
    brought: fieldsOf(Thread_live),
    askedAgain: [],
    // What is said comes by the thread's own subscription.
    fixed: ['messages'],
  },
  Application: {
    brought: fieldsOf(Application_live),
    askedAgain: applyApplication(),
    fixed: [],
  },
  Posting: {
    brought: [...fieldsOf(Posting_live), ...fieldsOf(Application_live, 'posting')],
    askedAgain: applyPosting(),
    // Whoever searches follows no single posting: a text in force, and what of it may be seen, is as it was when the page asked.
    fixed: ['title', 'sheet', 'office', 'employer', 'establishment', 'contact', 'identity', 'isNew'],
  },
}

beforeAll(async () => {
  const modules = import.meta.glob('../{features,pages,app}/**/*.{ts,tsx}')
  const own = Object.entries(modules).filter(([path]) => !/\.test\.|\/(main|gallery|workers|workplace|staff-workplace)\.tsx?$/u.test(path))
  await Promise.all(own.map(([, load]) => load()))
}, 60_000)

it.each(Object.entries(LIVE))(
  'an event brings all that pages show of a %s, unless they are asked again or it never changes',
  (name, live) => {
    const missing = new Set<string>()
    for (const document of documents as DocumentNode[])
      walk(document, (type, field, root) => {
        if (type !== name || [...live.brought, ...live.fixed].includes(field) || live.askedAgain.includes(root)) return
        missing.add(`${field} (${root})`)
      })
    expect([...missing].toSorted()).toEqual([])
  },
)
