import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './graphql-env.d.ts'

/** Exactly as typed: field → text, texts or rows. */
export type FormData = Record<string, string | string[] | Record<string, string | string[]>[]>

export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { DateTimeISO: string; Day: string; TimeOfDay: string; FormData: FormData; WebAuthnJson: object }
}>()
export { type FragmentOf, readFragment, type ResultOf, type VariablesOf } from 'gql.tada'
