import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { RetryLink } from '@apollo/client/link/retry'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { OperationTypeNode } from 'graphql'
import { createClient } from 'graphql-ws'
import { tap } from 'rxjs'
import { connection } from './connection-policy.ts'
import { isUnanswered, patientFetch } from './patient-fetch.ts'
import { possibleTypes } from './possible-types.ts'
import { reach } from './reach.ts'
import { numbered } from './merge-by-seq.ts'
import { saysSignedOut, sessionEnd } from './session-end.ts'
import { hearSession } from './session-life.ts'

let lost = false
let waitingForIt: (() => void)[] = []
function stands(): void {
  lost = false
  for (const resolve of waitingForIt) resolve()
  waitingForIt = []
}

/** Resolves when nothing is known to be cut: at once, or when the live connection has come back. */
export const whenConnected = (): Promise<void> => (lost ? new Promise((resolve) => void waitingForIt.push(resolve)) : Promise.resolve())

const socketUrl = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`

const CLOSED_IN_PEACE = 1000

/** One socket for everything live. What runs over it comes back by itself and says where it goes on (use-live.ts). */
const socket = createClient({
  url: socketUrl,
  lazy: true,
  lazyCloseTimeout: 3_000,
  keepAlive: 12_000,
  retryAttempts: 0,
  on: {
    connected: stands,
    // A socket that nobody needs any more closes by itself: nothing was lost then.
    closed: (event) => {
      if (event instanceof CloseEvent && event.code === CLOSED_IN_PEACE) return
      lost = true
    },
  },
})

/** A wire can die without a word: a ping that stays without its answer says so. */
const PONG_WITHIN = 5_000
let patience: ReturnType<typeof setTimeout> | undefined
socket.on('ping', (received) => {
  if (!received) patience = setTimeout(() => socket.terminate(), PONG_WITHIN)
})
socket.on('pong', (received) => received && clearTimeout(patience))
socket.on('closed', () => clearTimeout(patience))

const SESSION_ENDED = 4401
socket.on('closed', (event) => {
  const code = event instanceof CloseEvent ? event.code : undefined
  if (code === SESSION_ENDED) sessionEnd.socketClosed()
  else if (code !== CLOSED_IN_PEACE) reach.doubt()
})

const ask = patientFetch(reach)
const http = new HttpLink({
  uri: '/graphql',
  headers: { 'x-madoguchi-csrf': '1' },
  async fetch(input, init) {
    const response = await ask(input, init)
    hearSession(response)
    return response
  },
})

const TRIES = 5
const BETWEEN_TRIES = 500
/** A question waits until somebody is there to answer; what changes something is sent again by whoever knows how. */
const waiting = new RetryLink({
  delay: (tries) => BETWEEN_TRIES * tries,
  attempts: async (tries, { operationType }, error) => {
    if (operationType !== OperationTypeNode.QUERY || tries > TRIES || !isUnanswered(error)) return false
    await reach.whenReachable()
    return true
  },
})
const session = new ApolloLink((operation, forward) =>
  forward(operation).pipe(tap((result) => saysSignedOut(result) && sessionEnd.tell(true))),
)

export const makeClient = () =>
  new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      ApolloLink.from([session, waiting, http]),
    ),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        Viewer: { keyFields: [] },
        Counts: { merge: true },
        Demo: { merge: true },
        Terms: { merge: true },
        Draft: { merge: false, fields: { steps: { merge: false }, problems: { merge: false }, insights: { merge: false } } },
        Thread: { fields: { messages: numbered } },
        Query: {
          fields: {
            postings: connection(['filter', 'orderBy']),
            employerPostings: connection(['status']),
            employerApplications: connection(['status', 'postingId']),
            seekerApplications: connection(['finished']),
            threads: connection(['unreadOnly']),
            accessLog: connection([]),
          },
        },
      },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  })

/** After signing in or out the server must see the new cookie: the old socket goes. */
export const reconnect = () => {
  sessionEnd.tell(false)
  socket.terminate()
}
