import { RefusalResolver } from '../graph/result.ts'
import { PostingsResolver } from '../modules/postings/postings.resolver.ts'
import { NodeResolver } from './node.resolver.ts'
import { PolicyResolver } from './policy.resolver.ts'

/** Every resolver of the graph, in the order of the modules. */
export const RESOLVERS = [RefusalResolver, NodeResolver, PolicyResolver, PostingsResolver] as const
