import { RefusalResolver } from '../graph/result.ts'

/** Every resolver of the graph, in the order of the modules. */
export const RESOLVERS = [RefusalResolver] as const
