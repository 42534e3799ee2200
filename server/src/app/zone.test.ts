import { expect, it } from 'vitest'

const HOUR_AT_MIDNIGHT = { 'Pacific/Kiritimati': 14, 'America/St_Johns': 21 } as Record<string, number>

it('a run for another zone has the days of that zone', () => {
  const zone = process.env['TZ'] ?? ''
  const expected = HOUR_AT_MIDNIGHT[zone]
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  if (expected !== undefined) expect([timeZone, new Date('2026-07-01T00:00:00Z').getHours()]).toEqual([zone, expected])
})
