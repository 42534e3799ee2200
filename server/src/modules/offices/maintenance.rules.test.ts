import { describe, expect, it } from 'vitest'
import { POLICY } from '../../policy.ts'
import { isOn, maintenanceAt } from './maintenance.rules.ts'

const at = (local: string) => new Date(`${local}+09:00`)
const REGULAR = { ...POLICY, maintenanceRegular: 1 }
const windowAt = (local: string, more = {}) => {
  const window = maintenanceAt(at(local), { ...REGULAR, ...more })
  return { on: isOn(window, at(local)), from: window?.from, until: window?.until }
}

describe('R27: the regular windows', () => {
  it.each([
    ['2026-11-28T23:59:59.999', false],
    ['2026-11-29T00:00:00.000', true],
    ['2026-11-29T05:59:59.999', true],
    ['2026-11-29T06:00:00.000', false],
  ])('from Saturday 24:00 to Sunday 6:00: at %s closed is %s', (moment, on) => {
    expect(windowAt(moment).on).toBe(on)
  })

  it.each([
    ['2026-11-30', '2026-12-01'],
    ['2026-12-31', '2027-01-01'],
    ['2027-02-28', '2027-03-01'],
    ['2028-02-29', '2028-03-01'],
  ])('on %s, the last day of its month, from 21:30 to 6:00 of the next', (last, next) => {
    expect(windowAt(`${last}T21:29:59.999`).on).toBe(false)
    expect(windowAt(`${last}T21:30:00.000`)).toEqual({ on: true, from: at(`${last}T21:30`), until: at(`${next}T06:00`) })
    expect(windowAt(`${next}T05:59:59.999`).on).toBe(true)
    expect(windowAt(`${next}T06:00:00.000`).on).toBe(false)
  })

  it('28 February of a leap year is not the last day', () => {
    expect(windowAt('2028-02-28T21:30:00.000').on).toBe(false)
  })

  it('are one when the last day of the month is a Saturday', () => {
    const whole = { on: true, from: at('2026-10-31T21:30'), until: at('2026-11-01T06:00') }
    expect(windowAt('2026-10-31T21:29:59.999')).toEqual({ ...whole, on: false })
    expect(windowAt('2026-10-31T21:30')).toEqual(whole)
    expect(windowAt('2026-11-01T00:00')).toEqual(whole)
    expect(windowAt('2026-11-01T06:00').on).toBe(false)
  })

  it('are two on a Sunday that is the last day of its month', () => {
    expect(windowAt('2027-01-31T05:59:59.999').on).toBe(true)
    expect(windowAt('2027-01-31T12:00')).toEqual({ on: false, from: at('2027-01-31T21:30'), until: at('2027-02-01T06:00') })
  })

  it('go by the day in Japan: 15:00 UTC of Saturday is Sunday', () => {
    expect(maintenanceAt(new Date('2026-11-28T15:00:00Z'), REGULAR)?.from).toEqual(at('2026-11-29T00:00'))
  })

  it('are told of a day ahead', () => {
    const next = maintenanceAt(at('2026-11-27T12:00'), REGULAR)
    expect(next).toEqual({ from: at('2026-11-29T00:00'), until: at('2026-11-29T06:00'), announcedFrom: at('2026-11-28T00:00') })
  })

  it('can be left out by a deployment', () => {
    expect(windowAt('2026-11-29T03:00', { maintenanceRegular: 0 })).toEqual({ on: false, from: undefined, until: undefined })
  })
})
