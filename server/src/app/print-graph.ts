import { lexicographicSortSchema, printSchema } from 'graphql'
import { makeSchema } from './schema.ts'

/** The public graph as text, sorted: schema.graphql is this and nothing else. */
export const printGraph = async (): Promise<string> => `${printSchema(lexicographicSortSchema(await makeSchema()))}\n`
