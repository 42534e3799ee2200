import { CircleAlert, Clock, Lock } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { calendarDays, formatDay, formatLimit, lastDay, limitOf, type When } from './format.ts'
import { Icon } from './icon.tsx'
import { useNow } from './server-clock.tsx'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The five levels of PAGES 1.6. */
export type CountdownLevel = 'quiet' | 'soon' | 'now' | 'over' | 'closed'

interface Terms {
  /** The person loses something when the time is up: red under 24 hours. */
  loses?: boolean | undefined
  /** Somebody owes an answer after the limit: overdue instead of ended. */
  owed?: boolean | undefined
}

/** How pressing a limit is; a limit that falls on midnight belongs to the day before. */
export function countdownLevel(until: When, now: Date, terms: Terms = {}): CountdownLevel {
  const limit = limitOf(until)
  const left = limit.getTime() - now.getTime()
  if (left <= 0) return terms.owed ? 'over' : 'closed'
  if (left < DAY && terms.loses) return 'now'
  return calendarDays(now, lastDay(limit)) <= 3 ? 'soon' : 'quiet'
}

/** Each second under an hour, otherwise each minute, always on the beat of the time that is left. */
export function nextRedraw(until: When, now: Date): number {
  const left = limitOf(until).getTime() - now.getTime()
  if (left <= 0) return MINUTE
  return left <= HOUR ? left % SECOND || SECOND : left % MINUTE || MINUTE
}

type Amount =
  | { key: 'days'; days: number }
  | { key: 'hours'; hours: number }
  | { key: 'hoursMinutes'; hours: number; minutes: number }
  | { key: 'minutes'; minutes: number }
  | { key: 'minutesSeconds'; minutes: number; seconds: number }
  | { key: 'seconds'; seconds: number }

/** What is left, in the two units that matter. */
export function amountLeft(until: When, now: Date): Amount {
  const limit = limitOf(until)
  const left = Math.max(0, limit.getTime() - now.getTime())
  if (left >= DAY) return { key: 'days', days: calendarDays(now, lastDay(limit)) }
  if (left >= HOUR) {
    const hours = Math.floor(left / HOUR)
    const minutes = Math.floor((left % HOUR) / MINUTE)
    return minutes ? { key: 'hoursMinutes', hours, minutes } : { key: 'hours', hours }
  }
  const seconds = Math.ceil(left / SECOND)
  if (seconds < 60) return { key: 'seconds', seconds }
  return { key: 'minutesSeconds', minutes: Math.floor(seconds / 60), seconds: seconds % 60 }
}

/** How long somebody has been waiting. */
function amountOver(until: When, now: Date): Amount {
  const past = Math.max(0, now.getTime() - limitOf(until).getTime())
  if (past >= DAY) return { key: 'days', days: Math.floor(past / DAY) }
  if (past >= HOUR) return { key: 'hours', hours: Math.floor(past / HOUR) }
  return { key: 'minutes', minutes: Math.max(1, Math.floor(past / MINUTE)) }
}

const LEVELS: Record<CountdownLevel, string> = { quiet: '', soon: 'due-soon', now: 'due-now', over: 'due-over', closed: '' }
const ICONS = { quiet: Clock, soon: Clock, now: Clock, over: CircleAlert, closed: Lock } as const
const LONG = 14

interface CountdownProps extends Terms {
  until: When
  /** What the limit is of, before the time: 応募の期限. */
  label?: string | undefined
  /** In tables: only the day when it is more than two weeks away. */
  compact?: boolean | undefined
  /** The day also beside a quiet or overdue limit, where there is room. */
  withDate?: boolean | undefined
}

/** The one deadline of the pages, counting by the server's clock and announced only when its level changes (PAGES 1.6). */
export function Countdown(props: CountdownProps) {
  const { until, label, compact, withDate, loses, owed } = props
  const { t } = useTranslation('ui')
  const now = useNow((at) => nextRedraw(until, at))
  const level = countdownLevel(until, now, { loses, owed })
  const text = useRef<HTMLSpanElement>(null)
  const known = useRef(level)
  const [announcement, announce] = useState('')
  useEffect(() => {
    if (known.current === level) return
    known.current = level
    announce(text.current?.textContent ?? '')
  }, [level])

  const limit = limitOf(until)
  const days = calendarDays(now, lastDay(limit))
  const day = formatDay(lastDay(limit), now, { weekday: false })
  const { key, ...numbers } = level === 'over' ? amountOver(until, now) : amountLeft(until, now)
  const amount = t(`countdown.${key}`, numbers as { days: number; hours: number; minutes: number; seconds: number })
  const named = formatLimit(until, now)
  const untilText = days > 1 ? named : t('countdown.by', { until: named })
  const parts = { b: <b />, w: <span className="inline-block" /> }
  const words = () => {
    if (level === 'closed') return t('countdown.ended', { until: day })
    if (level === 'over')
      return withDate ? (
        <Trans t={t} i18nKey="countdown.overdueSince" values={{ amount, until: day }} components={parts} />
      ) : (
        <Trans t={t} i18nKey="countdown.overdue" values={{ amount }} components={parts} />
      )
    if (compact && days > LONG) return day
    if ((level === 'quiet' && !withDate) || (compact && level === 'soon'))
      return <Trans t={t} i18nKey="countdown.left" values={{ amount }} components={parts} />
    return <Trans t={t} i18nKey="countdown.leftUntil" values={{ amount, until: untilText }} components={parts} />
  }
  return (
    <span className={`due ${LEVELS[level]}`.trim()}>
      <Icon of={ICONS[level]} />
      <span ref={text}>
        {label && <>{label} </>}
        {words()}
      </span>
      <span className="sr" role="status">
        {announcement}
      </span>
    </span>
  )
}
