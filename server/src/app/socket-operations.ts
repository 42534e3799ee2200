import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  parse,
  type SelectionSetNode,
  specifiedRules,
  validate,
} from 'graphql'
import { type Audience, isInAudience } from '../graph/audience.ts'
import { partyOf } from '../graph/context.ts'
import { graphError } from '../graph/errors.ts'
import { checkOperation, LIMITS, limitsRule } from '../graph/limits.ts'
import type { SocketContext } from './request-context.ts'
import { sharedBy } from './shared-answers.ts'

type Question = { query: string; operationName?: string | null | undefined; variables?: Record<string, unknown> | null | undefined }

const KEPT_DOCUMENTS = 500

/** Parses and judges what comes over sockets with the same limits as over HTTP; documents that passed are remembered. */
export function socketQuestions(schema: GraphQLSchema) {
  const documents = new Map<string, DocumentNode>()

  function read(source: string): DocumentNode | readonly GraphQLError[] {
    const known = documents.get(source)
    if (known) return known
    let document: DocumentNode
    try {
      document = parse(source, { maxTokens: LIMITS.tokens })
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError('読めません。')]
    }
    const errors = validate(schema, document, [limitsRule, ...specifiedRules])
    if (errors.length > 0) return errors
    const oldest = documents.size >= KEPT_DOCUMENTS ? documents.keys().next().value : undefined
    if (oldest !== undefined) documents.delete(oldest)
    documents.set(source, document)
    return document
  }

  return ({ query, operationName, variables }: Question, contextValue: SocketContext): ExecutionArgs | readonly GraphQLError[] => {
    const document = read(query)
    if (!('kind' in document)) return document
    const closed = closedTo(schema, document, operationName, contextValue)
    if (closed) return [closed]
    const tooMuch = checkOperation(schema, document, operationName, variables)
    if (tooMuch) return [tooMuch]
    return { schema, document, contextValue, operationName: operationName ?? null, variableValues: variables ?? {} }
  }
}

/** type-graphql asks for the audience at each event only; a subscription that would never be allowed one does not even begin. */
function closedTo(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  { viewer }: SocketContext,
): GraphQLError | null {
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== 'subscription') return null
  const fields = schema.getSubscriptionType()?.getFields() ?? {}
  for (const name of rootFieldsOf(operation.selectionSet, document)) {
    const audience = fields[name]?.extensions['audience'] as readonly Audience[] | undefined
    if (!audience || audience.includes('public') || isInAudience(viewer, audience)) continue
    return graphError(viewer.kind === 'visitor' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
  }
  return null
}

const rootFieldsOf = (set: SelectionSetNode, document: DocumentNode): string[] =>
  set.selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection.name.value]
    if (selection.kind === 'InlineFragment') return rootFieldsOf(selection.selectionSet, document)
    const fragment = document.definitions.find((d) => d.kind === 'FragmentDefinition' && d.name.value === selection.name.value)
    return fragment?.kind === 'FragmentDefinition' ? rootFieldsOf(fragment.selectionSet, document) : []
  })

/** The rights of this moment: another person's party, or an audience that closed meanwhile, ends the subscription; its reader may ask again. */
async function isStillOpen(schema: GraphQLSchema, { document, operationName, contextValue }: ExecutionArgs): Promise<boolean> {
  const context = contextValue as SocketContext
  if (context.viewer.kind === 'visitor') return true
  const party = partyOf(context.viewer)
  const session = await context.renewSession()
  if (!session) return false
  context.viewer = session.viewer
  return partyOf(context.viewer) === party && closedTo(schema, document, operationName, context) === null
}

/**
 * One execution per event, each reading afresh: rights and loaders of the event before are forgotten.
 * Ending it ends its source at once, even while that waits for its next event.
 */
export function subscribeAfresh(schema: GraphQLSchema) {
  return async (args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> => {
    const source = await createSourceEventStream(args)
    if (!(Symbol.asyncIterator in source)) return source
    const events = source[Symbol.asyncIterator]()
    const { memo } = args.contextValue as SocketContext
    const share = sharedBy(args)
    let ended = false
    const end = async () => {
      if (!ended) {
        ended = true
        void Promise.resolve(events.return?.()).catch(() => {})
      }
      return { value: undefined, done: true as const }
    }
    return {
      async next() {
        if (ended) return { value: undefined, done: true }
        const event = await events.next()
        if (ended || event.done || !(await isStillOpen(schema, args))) return end()
        memo.clear()
        return { value: await share(event.value, () => execute({ ...args, rootValue: event.value })), done: false }
      },
      return: end,
      async throw(error) {
        await end()
        throw error
      },
      [Symbol.asyncIterator]() {
        return this
      },
      async [Symbol.asyncDispose]() {
        await end()
      },
    } as AsyncGenerator<ExecutionResult, void, void>
  }
}
