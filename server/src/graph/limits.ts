import { type DocumentNode, type GraphQLError, type GraphQLSchema, type SelectionSetNode, type ValidationRule, visit } from 'graphql'
import { costOf } from './limits-cost.ts'
import { graphError } from './errors.ts'

/** What one request may ask for, over HTTP and WebSocket alike (S31 to S33). */
export const LIMITS = {
  bodyBytes: 256 * 1024,
  tokens: 2_000,
  depth: 12,
  aliases: 30,
  fields: 500,
  directives: 9,
  fragments: 50,
  listItems: 100,
  variableDepth: 20,
  cost: 5_000,
  operationsPerSocket: 20,
  socketsPerPerson: 10,
  socketsPerAddress: 100,
  /** Bytes that may wait for a reader before its socket is closed. */
  waitingBytes: 1024 * 1024,
} as const

interface Size {
  depth: number
  fields: number
  aliases: number
}

const INTROSPECTION = new Set(['__schema', '__type'])

/** Fragments count wherever they are spread: a small document cannot unfold into a large one. */
function sizeOf(document: DocumentNode): Size {
  const fragments = new Map(document.definitions.flatMap((d) => (d.kind === 'FragmentDefinition' ? [[d.name.value, d.selectionSet]] : [])))
  const known = new Map<string, Size>()
  const ofFragment = (name: string): Size => {
    const size = known.get(name)
    if (size) return size
    known.set(name, { depth: 0, fields: 0, aliases: 0 })
    const set = fragments.get(name)
    const made = set ? ofSet(set) : { depth: 0, fields: 0, aliases: 0 }
    known.set(name, made)
    return made
  }
  const ofSet = (set: SelectionSetNode): Size => {
    const sum: Size = { depth: 0, fields: 0, aliases: 0 }
    for (const selection of set.selections) {
      let inner: Size = { depth: 0, fields: 0, aliases: 0 }
      let step = 0
      if (selection.kind === 'FragmentSpread') inner = ofFragment(selection.name.value)
      else if (selection.kind === 'InlineFragment') inner = ofSet(selection.selectionSet)
      else {
        step = 1
        if (selection.selectionSet && !INTROSPECTION.has(selection.name.value)) inner = ofSet(selection.selectionSet)
        if (selection.alias) sum.aliases += 1
        if (selection.name.value !== '__typename') sum.fields += 1
      }
      sum.fields += inner.fields
      sum.aliases += inner.aliases
      sum.depth = Math.max(sum.depth, inner.depth + step)
    }
    return sum
  }
  const whole: Size = { depth: 0, fields: 0, aliases: 0 }
  for (const definition of document.definitions)
    if (definition.kind === 'OperationDefinition') {
      const size = ofSet(definition.selectionSet)
      whole.depth = Math.max(whole.depth, size.depth)
      whole.fields += size.fields
      whole.aliases += size.aliases
    }
  return whole
}

function tooMuch(document: DocumentNode): GraphQLError[] {
  let directives = 0
  let longestList = 0
  const fragments = document.definitions.filter((d) => d.kind === 'FragmentDefinition').length
  visit(document, {
    Directive: () => void directives++,
    ListValue: (node) => void (longestList = Math.max(longestList, node.values.length)),
  })
  const { depth, fields, aliases } = sizeOf(document)
  const over = (what: string, now: number, max: number) =>
    now > max ? [graphError('TOO_EXPENSIVE', undefined, { limit: what, max, now })] : []
  return [
    ...over('depth', depth, LIMITS.depth),
    ...over('fields', fields, LIMITS.fields),
    ...over('aliases', aliases, LIMITS.aliases),
    ...over('directives', directives, LIMITS.directives),
    ...over('fragments', fragments, LIMITS.fragments),
    ...(longestList > LIMITS.listItems ? [tooManyItems()] : []),
  ]
}

const tooManyItems = () => graphError('BAD_USER_INPUT', `一度に送れるのは${LIMITS.listItems}件までです。`)

/** The shape of a document, before anything of it runs. */
export const limitsRule: ValidationRule = (context) => ({
  Document(document) {
    for (const error of tooMuch(document)) context.reportError(error)
    return undefined
  },
})

/** What depends on the variables: their own size, and the cost of what they ask for. An error, or null. */
export function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown> | null | undefined,
): GraphQLError | null {
  const wrong = checkVariables(variables ?? {})
  if (wrong) return wrong
  const cost = costOf(schema, document, operationName ?? undefined, variables ?? {})
  if (cost.badPage) return graphError('BAD_USER_INPUT', 'first と last は1から100までです。')
  if (cost.points > LIMITS.cost) return graphError('TOO_EXPENSIVE', undefined, { limit: 'cost', max: LIMITS.cost, now: cost.points })
  return null
}

function checkVariables(value: unknown, depth = 0): GraphQLError | null {
  if (typeof value !== 'object' || value === null) return null
  if (depth > LIMITS.variableDepth) return graphError('BAD_USER_INPUT', '変数の入れ子が深すぎます。')
  const items: unknown[] = Array.isArray(value) ? value : Object.values(value)
  if (Array.isArray(value) && items.length > LIMITS.listItems) return tooManyItems()
  for (const item of items) {
    const wrong = checkVariables(item, depth + 1)
    if (wrong) return wrong
  }
  return null
}
