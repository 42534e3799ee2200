import { ServerError } from '@apollo/client/errors'
import { isNobody, type Reach } from './reach.ts'

/** Milliseconds until an answer is given up: what was asked may have arrived all the same. */
const LONGEST = 20_000
const LONGEST_WHEN_DOWN = 3_000

/** `fetch` that never hangs: an answer that does not come is doubted, and given up when nobody is there. */
export function patientFetch(reach: Reach): typeof fetch {
  return async (input, init) => {
    const asked = init?.signal
    const control = new AbortController()
    const giveUp = () => control.abort()
    asked?.addEventListener('abort', giveUp)
    const off = reach.onDown(giveUp)
    const end = setTimeout(giveUp, reach.isDown ? LONGEST_WHEN_DOWN : LONGEST)
    const answer = async () => {
      const response = await fetch(input, { ...init, signal: control.signal })
      // A wire can die in the middle of an answer as well.
      const body = await response.text()
      return new Response(body === '' ? null : body, response)
    }
    try {
      const response = await reach.watch(answer())
      if (!isNobody(response.status)) reach.answered()
      return response
    } catch (error) {
      if (!asked?.aborted) reach.doubt()
      throw error
    } finally {
      clearTimeout(end)
      off()
      asked?.removeEventListener('abort', giveUp)
    }
  }
}

/** The question never got an answer; whether it arrived, nobody knows. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof DOMException || (ServerError.is(error) && isNobody(error.statusCode))
