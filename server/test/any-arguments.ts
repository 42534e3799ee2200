import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  isLeafType,
  isUnionType,
  getNamedType,
} from 'graphql'

export type Path = readonly (string | number)[]

/** What an argument of this name is given, where any text would not come far. */
export type Known = Readonly<Record<string, unknown>>

/** Something of the type that a person might send, with what is known by its name. */
function plausible(type: GraphQLInputType, name: string, known: Known): unknown {
  if (isNonNullType(type)) return plausible(type.ofType, name, known)
  if (name in known && isScalarType(type)) return known[name]
  if (isListType(type)) return [plausible(type.ofType, name, known)]
  if (isEnumType(type)) return type.getValues()[0]!.value
  if (isInputObjectType(type)) return plausibleArguments(Object.values(type.getFields()), known)
  return LEAVES[type.name]
}
const LEAVES: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  Boolean: false,
  ID: 'pst_01a0c3f3a0b87c5c9e0f1a2b3c4d5e6f',
  String: 'ことば',
  DateTimeISO: '2026-11-21T01:00:00.000Z',
  Day: '2026-11-21',
  TimeOfDay: '09:00',
  WebAuthnJson: { id: 'a' },
  FormData: { title: 'ことば' },
}

export const plausibleArguments = (fields: readonly Pick<GraphQLArgument, 'name' | 'type'>[], known: Known): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ name, type }) => [name, plausible(type, name, known)]))

/** Every place in an argument where a text of one's own can stand. */
export function textPaths(type: GraphQLInputType, value: unknown, at: Path = []): Path[] {
  if (isNonNullType(type)) return textPaths(type.ofType, value, at)
  if (value === null || value === undefined) return []
  if (isListType(type)) return Array.isArray(value) ? value.flatMap((one, index) => textPaths(type.ofType, one, [...at, index])) : []
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) => textPaths(field.type, (value as Known)[field.name], [...at, field.name]))
  if (type.name === 'FormData') return Object.keys(value as Known).map((key) => [...at, key])
  return type.name === 'String' || type.name === 'ID' ? [at] : []
}

/** A copy with one text in another's place. */
export function withText(value: unknown, path: Path, text: string): unknown {
  const [key, ...rest] = path
  if (key === undefined) return text
  if (Array.isArray(value)) return value.map((one, index): unknown => (index === key ? withText(one, rest, text) : one))
  return { ...(value as Known), [key]: withText((value as Known)[key], rest, text) }
}

/** Asks one root field with all its arguments as variables, for its type and its refusal. */
export function documentOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const args = field.args.map(({ name }) => `${name}: $${name}`).join(', ')
  const type = getNamedType(field.type)
  const refusal = isUnionType(type) && type.getTypes().some(({ name }) => name === 'Refusal')
  const wanted = isLeafType(type) ? '' : `{ __typename ${refusal ? '... on Refusal { code message problems { path code message } }' : ''} }`
  return `${kind} ${variables && `(${variables})`} { answer: ${field.name}${args && `(${args})`} ${wanted} }`
}
