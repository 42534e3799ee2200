import { addHours, addMinutes, type JstDate, startOfDay } from '../../kernel/calendar.ts'
import type { Random } from './random.ts'

const OPENS = 8.5
const OPEN_HOURS = 8

/** An instant while offices are open, never one that has not come yet. */
export function duringOfficeHours(random: Random, day: JstDate, now: Date): Date {
  const at = addMinutes(addHours(startOfDay(day), OPENS), random.int(0, OPEN_HOURS * 60))
  return at < now ? at : now
}
