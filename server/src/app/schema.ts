import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { type AuthChecker, buildSchema, type PubSub } from 'type-graphql'
import { resolveTypesAtOnce } from '../graph/abstract-types.ts'
import { type Audience, isInAudience } from '../graph/audience.ts'
import type { Context } from '../graph/context.ts'
import { graphError } from '../graph/errors.ts'
import { RESOLVERS } from './resolvers.ts'

const checkAudience: AuthChecker<Context, Audience> = ({ context, info }, who) => {
  if (isInAudience(context.viewer, who)) return true
  // S56: what a member of staff may not do leaves a trace.
  if (context.viewer.kind === 'staff')
    context.look({ action: 'refused', object: `${info.parentType.name}.${info.fieldName}`, person: null, purpose: 'FORBIDDEN', fields: [] })
  throw graphError(context.viewer.kind === 'visitor' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
}

/** Every subscription brings its own `subscribe`; type-graphql demands a bus all the same. */
const noBus: PubSub = {
  publish: () => {},
  subscribe: () => {
    throw new Error('subscriptions bring their own stream')
  },
}

export async function makeSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: RESOLVERS,
    authChecker: checkAudience,
    pubSub: noBus,
    validate: false,
  })
  return resolveTypesAtOnce(schema)
}
