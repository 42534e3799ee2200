import { afterEach, describe, expect, it } from 'vitest'
import { ageOn, endOfDay, endOfMonth, jstDateOf, startOfDay } from '../../kernel/calendar.ts'
import { POLICY } from '../../policy.ts'
import { extendedUntil, hasExpired, isValid, problemOfEligibility, seekerValidUntil } from './seekers.rules.ts'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

describe('days in Japan', () => {
  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Tokyo'])('are the same on a machine in %s', (tz) => {
    process.env['TZ'] = tz
    expect(jstDateOf(new Date('2026-12-31T14:59:59.999Z'))).toBe('2026-12-31')
    expect(jstDateOf(new Date('2026-12-31T15:00:00.000Z'))).toBe('2027-01-01')
    expect(endOfDay('2027-02-28').toISOString()).toBe('2027-02-28T15:00:00.000Z')
    expect(startOfDay('2028-02-29').toISOString()).toBe('2028-02-28T15:00:00.000Z')
    expect(endOfMonth('2026-12-31', 2)).toBe('2027-02-28')
    expect(endOfMonth('2027-12-01', 2)).toBe('2028-02-29')
    expect(seekerValidUntil('2026-11-21', POLICY)).toBe('2027-01-31')
    expect(ageOn('2010-11-21', '2026-11-20')).toBe(15)
  })
})

describe('16 years', () => {
  const young = (birthDate: string, today: string) => problemOfEligibility({ birthDate, schoolSituation: 'NONE' }, today, POLICY)
  it('are full on the birthday; born on 29 February, on 1 March where the day is missing', () => {
    expect(young('2010-11-21', '2026-11-20')).toBe('TOO_YOUNG')
    expect(young('2010-11-21', '2026-11-21')).toBeNull()
    expect(ageOn('2012-02-29', '2027-02-28')).toBe(14)
    expect(ageOn('2012-02-29', '2027-03-01')).toBe(15)
    expect(young('2012-02-29', '2028-02-28')).toBe('TOO_YOUNG')
    expect(young('2012-02-29', '2028-02-29')).toBeNull()
  })
})

describe('validity', () => {
  it('ends after its last day, unless benefit is paid', () => {
    const seeker = { status: 'VALID' as const, validUntil: '2027-01-31', receivesBenefit: false }
    expect([hasExpired(seeker, '2027-01-31'), hasExpired(seeker, '2027-02-01')]).toEqual([false, true])
    expect(isValid({ ...seeker, receivesBenefit: true }, '2027-02-01')).toBe(true)
    expect(isValid({ ...seeker, status: 'INVALID' }, '2027-01-01')).toBe(false)
  })

  it('grows from a short month to the end of a long one', () => {
    expect(extendedUntil('2027-02-28', '2027-02-01', POLICY)).toBe('2027-03-31')
    expect(extendedUntil('2027-02-28', '2027-01-31', POLICY)).toBeNull()
    expect(extendedUntil('2027-02-28', '2027-03-01', POLICY)).toBeNull()
  })
})
