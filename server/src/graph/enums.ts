import type { PgEnum } from 'drizzle-orm/pg-core'
import { registerEnumType } from 'type-graphql'

type Described<V extends string> = { [K in V]: string }

const published = new Map<string, object>()

/** Publishes a list of words as a GraphQL enum; every value is described. */
export function publishWords<V extends string>(name: string, description: string, values: Described<V>): { [K in V]: K } {
  const object = Object.fromEntries(Object.keys(values).map((v) => [v, v])) as { [K in V]: K }
  const valuesConfig = Object.fromEntries(Object.entries<string>(values).map(([v, text]) => [v, { description: text }]))
  registerEnumType(object, { name, description, valuesConfig: valuesConfig as never })
  return object
}

/** Publishes a pgEnum as a GraphQL enum of the same values: table and graph cannot disagree. */
export function publishEnum<V extends [string, ...string[]]>(
  pg: PgEnum<V>,
  name: string,
  description: string,
  values: Described<V[number]>,
) {
  const object = publishWords(name, description, values)
  published.set(pg.enumName, object)
  return object
}

export function enumOf(pg: { enumName: string }): object {
  const found = published.get(pg.enumName)
  if (!found) throw new Error(`enum ${pg.enumName} is exposed but not published`)
  return found
}
