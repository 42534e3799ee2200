import { type ApolloClient, type DocumentNode, NetworkStatus, type ObservableQuery } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { Kind, type SelectionSetNode } from 'graphql'
import { whenConnected } from './client.ts'
import { KEEP_ROWS } from './connection-policy.ts'

/** What a page asks by itself keeps no session alive (R6), and is not answered with what an earlier question brings. */
export const BACKGROUND = { headers: { 'x-madoguchi-background': '1' }, queryDeduplication: false }

const AGAIN_MS = 3_000

interface Asking {
  again: boolean
  done: Promise<void>
}
const asking = new WeakMap<ObservableQuery, Asking>()

/**
 * Asks once more what open pages show of these fields of the graph's root, because something happened that lists and counts follow.
 * Each question runs once at a time; what is on the page stays until the answer is there. A question that was under way when the
 * event came may bring what was before it, so it is asked once more too. Resolves when all of it is on the page.
 */
export async function askAgain(client: ApolloClient, fields: readonly string[] | 'all'): Promise<void> {
  const asked = [...client.getObservableQueries('active')].filter((query) => {
    const shows = fields === 'all' || rootFieldsOf(query.options.query).some((field) => fields.includes(field))
    return query.hasObservers() && (shows || isUnderWay(query))
  })
  await Promise.all(asked.map((query) => ask(client, query)))
}

function ask(client: ApolloClient, query: ObservableQuery): Promise<void> {
  const known = asking.get(query)
  if (known) {
    known.again = true
    return known.done
  }
  const own: Asking = { again: true, done: Promise.resolve() }
  asking.set(query, own)
  own.done = askWhileNew(client, query, own)
  return own.done
}

async function askWhileNew(client: ApolloClient, query: ObservableQuery, own: Asking): Promise<void> {
  while (own.again && query.hasObservers()) {
    own.again = false
    await settled(query)
    const variables = { ...query.variables, [KEEP_ROWS]: true }
    const asked = client.query({ query: query.options.query, variables, fetchPolicy: 'network-only', context: BACKGROUND })
    const lost = await asked.then(
      () => false,
      (error: unknown) => !CombinedGraphQLErrors.is(error),
    )
    if (!lost) continue
    own.again = true
    await Promise.all([new Promise((resolve) => setTimeout(resolve, AGAIN_MS)), whenConnected()])
  }
  asking.delete(query)
}

const isUnderWay = (query: ObservableQuery): boolean => query.getCurrentResult().networkStatus < NetworkStatus.ready

function settled(query: ObservableQuery): Promise<void> {
  if (!isUnderWay(query)) return Promise.resolve()
  return new Promise((resolve) => {
    const watched = query.subscribe({ next: () => isUnderWay(query) || end(), complete: () => end() })
    const end = () => {
      resolve()
      setTimeout(() => watched.unsubscribe())
    }
  })
}

const known = new WeakMap<DocumentNode, readonly string[]>()

function rootFieldsOf(document: DocumentNode): readonly string[] {
  const fields = known.get(document) ?? readRootFields(document)
  known.set(document, fields)
  return fields
}

function readRootFields(document: DocumentNode): string[] {
  const within = (set: SelectionSetNode): string[] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value]
      if (selection.kind === Kind.INLINE_FRAGMENT) return within(selection.selectionSet)
      const fragment = document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value)
      return fragment?.kind === Kind.FRAGMENT_DEFINITION ? within(fragment.selectionSet) : []
    })
  return document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? within(one.selectionSet) : []))
}
