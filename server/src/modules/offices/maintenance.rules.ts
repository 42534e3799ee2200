import { addDays, addHours, addMinutes, endOfMonth, type JstDate, jstDateOf, startOfDay, weekdayOf } from '../../kernel/calendar.ts'
import type { Policy } from '../../policy.ts'

/** From the first instant of `from` to the last one before `until`. */
interface Span {
  from: Date
  until: Date
}

/** A window that is on or comes, and since when pages speak of it. */
export interface Maintenance extends Span {
  announcedFrom: Date
}

type MaintenancePolicy = Pick<
  Policy,
  'maintenanceRegular' | 'maintenanceWeekday' | 'maintenanceMonthEndFromMinute' | 'maintenanceUntilMinute' | 'maintenanceNoticeHours'
>

/** A week and a day: every weekly window is met. */
const DAYS_AHEAD = 8

/** R27: what begins on a day by itself: the weekly window at its 0:00 (「土曜24:00」), that of the month's last day in the evening. */
function regularOn(day: JstDate, policy: MaintenancePolicy): Span[] {
  const at = (date: JstDate, minute: number) => addMinutes(startOfDay(date), minute)
  const until = policy.maintenanceUntilMinute
  const weekly = weekdayOf(day) === policy.maintenanceWeekday ? [{ from: startOfDay(day), until: at(day, until) }] : []
  const monthly =
    day === endOfMonth(day, 0) ? [{ from: at(day, policy.maintenanceMonthEndFromMinute), until: at(addDays(day, 1), until) }] : []
  return [...weekly, ...monthly]
}

/** Windows that touch or overlap are one. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const { from, until } of spans.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = whole.at(-1)
    if (last && from <= last.until) last.until = until > last.until ? until : last.until
    else whole.push({ from, until })
  }
  return whole
}

/** R27: the window that is on at a moment, else the next one of the coming week; null: a deployment without them. */
export function maintenanceAt(now: Date, policy: MaintenancePolicy): Maintenance | null {
  const yesterday = addDays(jstDateOf(now), -1)
  const days = policy.maintenanceRegular === 1 ? Array.from({ length: DAYS_AHEAD + 1 }, (_, n) => addDays(yesterday, n)) : []
  const all = joined(days.flatMap((day) => regularOn(day, policy)))
  const first = all.find(({ until }) => now < until)
  return first ? { ...first, announcedFrom: addHours(first.from, -policy.maintenanceNoticeHours) } : null
}

/** The site is closed at this moment to everybody but staff. */
export const isOn = (window: Maintenance | null, now: Date): boolean => window !== null && window.from <= now && now < window.until
