/** A day in Japan, `YYYY-MM-DD`. Strings compare in order of time. */
export type JstDate = string

const HOUR = 3_600_000
const DAY = 24 * HOUR
const JST = 9 * HOUR

const utc = (date: JstDate) => new Date(`${date}T00:00:00Z`)
const iso = (moment: Date): JstDate => moment.toISOString().slice(0, 10)

/** The day it is in Japan at an instant, whatever the zone of the machine. */
export const jstDateOf = (instant: Date): JstDate => iso(new Date(instant.getTime() + JST))

/** 00:00 in Japan, the first instant of the day. */
export const startOfDay = (date: JstDate): Date => new Date(utc(date).getTime() - JST)

/** 24:00 in Japan: the first instant that no longer belongs to the day. */
export const endOfDay = (date: JstDate): Date => startOfDay(addDays(date, 1))

export const addDays = (date: JstDate, days: number): JstDate => iso(new Date(utc(date).getTime() + days * DAY))
export const addHours = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * HOUR)
export const addSeconds = (instant: Date, seconds: number): Date => new Date(instant.getTime() + seconds * 1_000)
export const addMinutes = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * 60_000)

/** Last day of the month that lies `months` after the month of `date` (翌々月末 = 2). */
export function endOfMonth(date: JstDate, months: number): JstDate {
  const day = utc(date)
  return iso(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0)))
}

export const monthOf = (date: JstDate): string => date.slice(0, 7)

/** 0 = Sunday. */
export const weekdayOf = (date: JstDate): number => utc(date).getUTCDay()

/** True only for a day that exists (2027-02-29 does not). */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = utc(text)
  return !Number.isNaN(day.getTime()) && iso(day) === text
}

/**
 * Age in full years by 年齢計算ニ関スル法律: a year is reached at 00:00 of the birthday;
 * born on 29 February, in other years at 00:00 of 1 March.
 */
export function ageOn(birthDate: JstDate, date: JstDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}

export function daysBetween(from: JstDate, to: JstDate): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY)
}
