import { describe, expect, it, vi } from 'vitest'
import { hearSession, sessionLife } from './session-life.ts'

const answer = (words?: string) => new Response('{}', words === undefined ? {} : { headers: { 'x-madoguchi-session': words } })

describe('the life of a session', () => {
  it('is what the newest answer says, and tells only what is new', () => {
    const heard = vi.fn<() => void>()
    const off = sessionLife.subscribe(heard)
    hearSession(answer('2026-11-27T02:00:00.000Z 2026-11-27T01:55:00.000Z idle'))
    hearSession(answer('2026-11-27T02:00:00.000Z 2026-11-27T01:55:00.000Z idle'))
    expect(sessionLife.get()).toEqual({ until: '2026-11-27T02:00:00.000Z', warnFrom: '2026-11-27T01:55:00.000Z', extendable: true })
    hearSession(answer('2026-11-27T02:30:00.000Z 2026-11-27T02:25:00.000Z absolute'))
    expect(sessionLife.get()?.extendable).toBe(false)
    expect(heard).toHaveBeenCalledTimes(2)
    off()
  })

  it('is not changed by an answer that says nothing of it', () => {
    hearSession(answer('2026-11-27T03:00:00.000Z 2026-11-27T02:55:00.000Z idle'))
    hearSession(answer())
    expect(sessionLife.get()?.until).toBe('2026-11-27T03:00:00.000Z')
  })
})
