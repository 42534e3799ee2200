import { CombinedGraphQLErrors } from '@apollo/client/errors'

let ended = false
/** Acts under way that end the cookie on purpose: what closes because of them is no end. */
let onPurpose = 0
const listeners = new Set<() => void>()

/** The session ended while its person was still here: an answer or the socket said so. */
export const sessionEnd = {
  get: (): boolean => ended,
  subscribe: (heard: () => void): (() => void) => {
    listeners.add(heard)
    return () => listeners.delete(heard)
  },
  tell: (now: boolean): void => {
    if (ended === now) return
    ended = now
    for (const heard of listeners) heard()
  },
  /** The server closed the socket of the session. */
  socketClosed: (): void => {
    if (onPurpose === 0) sessionEnd.tell(true)
  },
  /** Runs what gives this browser another cookie: a socket of the old one may close before the answer comes. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    onPurpose += 1
    try {
      return await work()
    } finally {
      onPurpose -= 1
    }
  },
}

const SIGNED_OUT = 'UNAUTHENTICATED'
const hasCode = (errors: readonly { extensions?: Record<string, unknown> | undefined }[] | undefined): boolean =>
  errors?.some(({ extensions }) => extensions?.['code'] === SIGNED_OUT) ?? false

/** Only a signed-in person may do this: whoever did it is signed out by now. */
export const isSignedOut = (error: unknown): boolean => CombinedGraphQLErrors.is(error) && hasCode(error.errors)
export const saysSignedOut = (result: { errors?: readonly { extensions?: Record<string, unknown> }[] | undefined }): boolean =>
  hasCode(result.errors)
