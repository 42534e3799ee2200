import { type GraphQLSchema, isAbstractType } from 'graphql'
import { ID_KINDS, kindOfId } from '../kernel/ids.ts'

const resolvers = new Map<string, (value: object) => string>()

/** Unions and interfaces register how a value names its type. */
export const nameTypeOf = (abstractType: string, resolve: (value: object) => string): void => void resolvers.set(abstractType, resolve)

export function typeOfNode(value: object): string {
  const kind = 'id' in value && typeof value.id === 'string' ? kindOfId(value.id) : null
  if (kind === null) throw new Error('a node without a prefixed id')
  return ID_KINDS[kind]
}

/** type-graphql wraps resolveType in async; any executor can run what answers at once (DESIGN 4). */
export function resolveTypesAtOnce(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isAbstractType(type) && !type.name.startsWith('__')) {
      const resolve = resolvers.get(type.name)
      if (!resolve) throw new Error(`${type.name} does not say how to tell its types apart`)
      type.resolveType = resolve as never
    }
  return schema
}
