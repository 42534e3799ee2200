import { type DocumentNode, type ExecutionArgs, type ExecutionResult, getOperationAST, Kind, visit } from 'graphql'
import type { SocketContext } from './request-context.ts'

type Answer = Promise<ExecutionResult> | ExecutionResult

/** Kept exactly as long as the event itself. */
const answers = new WeakMap<object, Map<string, Answer>>()

/**
 * Visitors who ask the same share one execution of an event (DESIGN 5): none of them is anybody. Where each of them began (`after`)
 * does not change what an event says. Signed-in people never share.
 */
export function sharedBy(args: ExecutionArgs): (event: unknown, run: () => Answer) => Answer {
  const { viewer, locale } = args.contextValue as SocketContext
  if (viewer.kind !== 'visitor') return (_event, run) => run()
  const { [cursorOf(args.document, args.operationName) ?? '']: _began, ...variables } = args.variableValues ?? {}
  const question = JSON.stringify([numberOf(args.document), args.operationName, locale, variables])
  return (event, run) => {
    if (typeof event !== 'object' || event === null) return run()
    const known = answers.get(event) ?? new Map<string, Answer>()
    answers.set(event, known)
    const answer = known.get(question) ?? run()
    known.set(question, answer)
    return answer
  }
}

const numbers = new WeakMap<DocumentNode, number>()
let counted = 0
function numberOf(document: DocumentNode): number {
  const number = numbers.get(document) ?? (counted += 1)
  numbers.set(document, number)
  return number
}

/** The variable that says where the subscription began and nothing else. */
function cursorOf(document: DocumentNode, operationName: string | null | undefined): string | null {
  const [root] = getOperationAST(document, operationName)?.selectionSet.selections ?? []
  const after = root?.kind === Kind.FIELD ? root.arguments?.find(({ name }) => name.value === 'after')?.value : undefined
  if (after?.kind !== Kind.VARIABLE) return null
  let uses = 0
  visit(document, { Variable: ({ name }) => void (name.value === after.name.value && uses++) })
  return uses === 2 ? after.name.value : null
}
