import { describe, expect, it } from 'vitest'
import { stepToResume, stepWithin } from './code-steps.ts'

const typed = { email: 'clerk@mail.example', employerNumber: '1301-123456-7', phone: '00-0012-3456', code: '2CDF4GHJ7KMN9PQR' }
const sent = { email: typed.email, validUntil: '2026-11-20T01:50:00Z', sender: 's@mail.example', sentAt: '2026-11-20T01:00:00Z' }
const start = { agreed: false, typed: { email: '', employerNumber: '', phone: '', code: '' }, sent: null }

describe('The step of the way with a code', () => {
  it('is the one wanted, as far as one has come', () => {
    for (const wanted of ['terms', 'fields', 'check', 'key'] as const) expect(stepWithin(wanted, start)).toBe('terms')
    const agreed = { ...start, agreed: true }
    expect((['terms', 'fields', 'check', 'key'] as const).map((wanted) => stepWithin(wanted, agreed))).toEqual([
      'terms',
      'fields',
      'fields',
      'fields',
    ])
    expect(stepWithin('check', { ...agreed, typed: { ...typed, code: '  ' } })).toBe('fields')
    expect(stepWithin('check', { ...agreed, typed })).toBe('check')
    expect(stepWithin('key', { ...agreed, typed, sent })).toBe('key')
  })

  it('after the page was closed is the key while it lives, to the second', () => {
    const way = { agreed: true, typed, sent }
    expect(stepToResume(way, new Date('2026-11-20T01:49:59Z'))).toBe('key')
    expect(stepToResume(way, new Date('2026-11-20T01:50:00Z'))).toBe('fields')
    expect(stepToResume({ ...way, sent: null }, new Date('2026-11-20T01:00:00Z'))).toBe('fields')
    expect(stepToResume(start, new Date('2026-11-20T01:00:00Z'))).toBe('terms')
  })
})
