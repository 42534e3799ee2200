import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { ERROR_CODES, type ErrorCode, graphError } from '../graph/errors.ts'
import type { Counters } from '../platform/log/counters.ts'
import type { Log } from '../platform/log/log.ts'

const isKnown = (code: unknown): code is ErrorCode => (ERROR_CODES as readonly unknown[]).includes(code) && code !== 'INTERNAL'

/** Our own errors pass; a wrong question is told why; of everything else only a request id leaves the house (S36). */
export function maskError(error: unknown, requestId: string, { log, counters }: { log: Log; counters: Counters }): GraphQLFormattedError {
  const known = error instanceof GraphQLError ? error : null
  const place = {
    ...(known?.locations ? { locations: known.locations } : {}),
    ...(known?.path ? { path: known.path } : {}),
  }
  const own = known && ownErrorIn(known)
  if (own) {
    const { http: _http, stacktrace: _stacktrace, ...extensions } = own.extensions
    return { message: own.message, ...place, extensions }
  }
  if (known && isAboutTheQuestion(known))
    return { message: withoutSuggestion(known.message), ...place, extensions: { code: 'BAD_USER_INPUT' } }
  counters.add('errors_total')
  log.error({ err: rootOf(error), requestId, path: known?.path?.join('.') }, 'unexpected')
  return { message: graphError('INTERNAL').message, ...place, extensions: { code: 'INTERNAL', requestId } }
}

/** Apollo wraps what a validation rule reports and gives it a code of its own. */
function ownErrorIn(error: GraphQLError): GraphQLError | null {
  if (isKnown(error.extensions['code']) && (error.originalError === undefined || error.originalError instanceof GraphQLError)) return error
  return error.originalError instanceof GraphQLError ? ownErrorIn(error.originalError) : null
}

/** Syntax, validation and variables are judged before any resolver runs: their errors have no path and no error behind them. */
function isAboutTheQuestion(error: GraphQLError): boolean {
  const { originalError } = error
  if (error.path !== undefined) return false
  return originalError === undefined || (originalError instanceof GraphQLError && isAboutTheQuestion(originalError))
}

const rootOf = (error: unknown): unknown => (error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error)
const withoutSuggestion = (message: string) => message.replace(/ ?Did you mean(.+?)\?$/su, '')
