import { ServerError } from '@apollo/client/errors'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isUnanswered, patientFetch } from './patient-fetch.ts'
import { Reach } from './reach.ts'

const never = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
const asked = vi.fn<(input: unknown, init: { signal: AbortSignal }) => Promise<Response>>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', asked)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  asked.mockReset()
})
const outcome = async (work: Promise<Response>) => work.then(() => 'answered').catch((error: unknown) => isUnanswered(error))

describe('a patient question', () => {
  it('hands on what was answered', async () => {
    asked.mockResolvedValue(new Response('{"data":{}}', { status: 200, headers: { 'content-type': 'application/json' } }))
    const answer = await patientFetch(new Reach(() => Promise.resolve(true)))('/graphql')
    expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([200, 'application/json', { data: {} }])
  })

  it('is given up as soon as nobody is there, and not before', async () => {
    asked.mockImplementation((_, { signal }) => never(signal))
    const reach = new Reach(never)
    const work = outcome(patientFetch(reach)('/graphql'))
    await vi.advanceTimersByTimeAsync(5_999)
    expect(reach.isDown).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await expect(work).resolves.toBe(true)
  })

  it('waits longer for a server that is there and slow, and gives up all the same', async () => {
    asked.mockImplementation((_, { signal }) => never(signal))
    const work = outcome(patientFetch(new Reach(() => Promise.resolve(true)))('/graphql'))
    const ended = vi.fn<() => void>()
    void work.then(ended)
    await vi.advanceTimersByTimeAsync(19_999)
    expect(ended).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await expect(work).resolves.toBe(true)
  })

  it('casts a doubt when it fails, and none when it was called off', async () => {
    asked.mockImplementation((_, { signal }) => never(signal))
    const reach = new Reach(() => Promise.reject(new TypeError('refused')))
    const stop = new AbortController()
    const work = outcome(patientFetch(reach)('/graphql', { signal: stop.signal }))
    stop.abort()
    await work
    await vi.advanceTimersByTimeAsync(0)
    expect(reach.isDown).toBe(false)
    asked.mockRejectedValue(new TypeError('refused'))
    await outcome(patientFetch(reach)('/graphql'))
    await vi.advanceTimersByTimeAsync(0)
    expect(reach.isDown).toBe(true)
  })

  it('tells a dead proxy from a server that says no', () => {
    const says = (status: number) => isUnanswered(new ServerError('', { response: new Response('', { status }), bodyText: '' }))
    expect([says(502), says(504), says(500), says(429), says(403)]).toEqual([true, true, false, false, false])
    expect(isUnanswered(new Error('something else'))).toBe(false)
  })
})
