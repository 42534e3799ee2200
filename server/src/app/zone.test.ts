import { expect, it } from 'vitest'

const HOURS_AT_MIDNIGHT: Record<string, number> = { 'Pacific/Kiritimati': 14, 'America/St_Johns': 21 }

it('a run for another zone has the days of that zone', () => {
  const zone = process.env['TZ'] ?? ''
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  expect([timeZone, new Date('2026-07-01T00:00:00Z').getHours()]).toEqual([zone, HOURS_AT_MIDNIGHT[zone]])
})
