import {
  type DocumentNode,
  getOperationAST,
  getVariableValues,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
} from 'graphql'
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity'

export interface Cost {
  points: number
  /** `first` or `last` outside 1 to 100. */
  badPage: boolean
}

/** Rows that a bounded list (no `first`, no ids) is reckoned to hold. */
const BOUNDED_LIST = 3
/** Rows of a page whose size is not said. */
const PAGE = 20
const PAGE_MAX = 100
/** Asking for the schema costs the same however it is asked: its size is known. */
const INTROSPECTION = 100

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type)

function estimatorOf(cost: Cost): ComplexityEstimator {
  return ({ type, field, args, childComplexity }) => {
    if (field.name.startsWith('__')) return field.name === '__typename' ? 0 : INTROSPECTION
    const own = field.extensions['complexity']
    if (typeof own === 'number') return own + childComplexity
    const asked: unknown = args['first'] ?? args['last']
    if (typeof asked === 'number' && (asked < 1 || asked > PAGE_MAX)) cost.badPage = true
    const hasPage = field.args.some(({ name }) => name === 'first' || name === 'last')
    if (hasPage) return 1 + (typeof asked === 'number' ? Math.min(Math.max(asked, 1), PAGE_MAX) : PAGE) * childComplexity
    const isRowsOfPage = type.name.endsWith('Connection') && (field.name === 'nodes' || field.name === 'edges')
    if (!isList(field.type) || isRowsOfPage) return 1 + childComplexity
    return 1 + Math.max(BOUNDED_LIST, ...Object.values(args).map((arg) => (Array.isArray(arg) ? arg.length : 0))) * childComplexity
  }
}

const MAX_VARIANTS = 100
const known = new WeakMap<DocumentNode, Map<string, Cost>>()

/** Only numbers, yes/no and the lengths of lists can change the cost of a document (`first`, @include, `ids`). */
const variantOf = (operationName: string | undefined, variables: Record<string, unknown>) =>
  JSON.stringify([
    operationName,
    ...Object.entries(variables).map(([name, v]) => [
      name,
      Array.isArray(v) ? v.length : typeof v === 'number' || typeof v === 'boolean' ? v : null,
    ]),
  ])

/** List sizes × cost of a row, reckoned before any resolver runs; remembered for each document. */
export function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | undefined,
  variables: Record<string, unknown>,
): Cost {
  const variants = known.get(query) ?? new Map<string, Cost>()
  known.set(query, variants)
  const variant = variantOf(operationName, variables)
  const remembered = variants.get(variant)
  if (remembered) return remembered
  const cost: Cost = { points: 0, badPage: false }
  // Without an operation or with variables that do not fit, the execution ends before any resolver runs and says why.
  const operation = getOperationAST(query, operationName)
  if (!operation || getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return cost
  try {
    const named = operationName === undefined ? {} : { operationName }
    cost.points = getComplexity({ schema, query, variables, estimators: [estimatorOf(cost)], ...named })
  } catch {
    // What cannot be reckoned is not run: too many nodes, or arguments that fail only when their field is reached.
    cost.points = Number.MAX_SAFE_INTEGER
  }
  if (variants.size < MAX_VARIANTS) variants.set(variant, cost)
  return cost
}
