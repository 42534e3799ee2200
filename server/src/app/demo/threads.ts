import { addDays, addHours, addMinutes, jstDateOf, type JstDate, startOfDay, weekdayOf } from '../../kernel/calendar.ts'
import type { DemoEmployer } from './employers.ts'
import { type DemoPosting, textOf } from './posting-draft.ts'
import { type Random, randomOf } from './random.ts'
import type { DemoSeeker } from './seekers.ts'
import { conversations, motives, type Line } from './thread-texts.ts'

export type DemoMessage = { from: 'SEEKER' | 'EMPLOYER'; body: string; sentAt: Date }

export type DemoThread = {
  seekerKey: string
  employerKey: string
  postingNumber: string
  channel: 'SELF'
  motive: string
  appliedAt: Date
  messages: DemoMessage[]
  /** What the employer has recorded, if anything. */
  result: { outcome: 'HIRED' | 'NOT_HIRED'; on: JstDate } | null
}

const weekdayNames = '日月火水木金土'

/** 「11月26日（木）14時」 */
function dayText(date: JstDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（${weekdayNames[weekdayOf(date)] ?? ''}）`
}

/** Nobody writes at night: what falls between 21:00 and 8:00 waits for the morning. */
function inWakingHours(at: Date): Date {
  const day = jstDateOf(at)
  if (at < addHours(startOfDay(day), 8)) return addMinutes(addHours(startOfDay(day), 8), 12)
  return at < addHours(startOfDay(day), 21) ? at : addMinutes(addHours(startOfDay(addDays(day, 1)), 8), 25)
}

function workday(date: JstDate): JstDate {
  const weekday = weekdayOf(date)
  return weekday === 0 ? addDays(date, 1) : weekday === 6 ? addDays(date, 2) : date
}

function filled(line: Line, random: Random, seeker: DemoSeeker, employer: DemoEmployer, posting: DemoPosting, appliedOn: JstDate): string {
  const first = workday(addDays(appliedOn, random.int(5, 8)))
  const second = workday(addDays(first, 1))
  const facts: Record<string, string> = {
    seeker: seeker.name.split(' ')[0] ?? '',
    employer: employer.name,
    contact: employer.contact.name.split(' ')[0] ?? '',
    section: employer.contact.section,
    first: dayText(first),
    second: dayText(second),
    place: `${posting.workplace.city}${posting.workplace.address}`,
    occupation: textOf(posting, 'work', 'title').replace(/[／（].*$/u, ''),
  }
  return line.text.replaceAll(/\{(\w+)\}/gu, (_, key: string) => facts[key] ?? '')
}

function thread(random: Random, seeker: DemoSeeker, employer: DemoEmployer, posting: DemoPosting, today: JstDate): DemoThread {
  const earliest = [posting.acceptedOn, seeker.appliedOn].sort().at(-1) ?? today
  const span = Math.max(0, Math.round((Date.parse(today) - Date.parse(earliest)) / 86_400_000))
  const ago = Math.min(span, random.int(1, 18))
  const appliedOn = addDays(today, -ago)
  const conversation = random.pick(conversations)
  const appliedAt = addMinutes(addHours(startOfDay(appliedOn), random.int(7, 8)), random.int(0, 59))
  const latest = addHours(startOfDay(today), 9)
  const messages: DemoMessage[] = []
  const words = `${seeker.key} ${posting.postingNumber}`
  let result: DemoThread['result'] = null
  let at = addMinutes(appliedAt, random.int(20, 90))
  for (const line of conversation.lines) {
    if (line.decides !== undefined) at = addMinutes(addHours(startOfDay(addDays(appliedOn, line.decides)), 15), random.int(0, 50))
    if (at > latest) break
    messages.push({ from: line.from, body: filled(line, randomOf(words), seeker, employer, posting, appliedOn), sentAt: at })
    if (line.decides !== undefined && conversation.ends !== null) result = { outcome: conversation.ends, on: jstDateOf(at) }
    at = inWakingHours(addMinutes(at, random.int(35, 1100)))
  }
  const pool = motives[posting.steps.work.experience === 'REQUIRED' ? 'experienced' : 'open']
  const motive = filled({ from: 'SEEKER', text: random.pick(pool) }, random, seeker, employer, posting, appliedOn)
  return {
    seekerKey: seeker.key,
    employerKey: employer.key,
    postingNumber: posting.postingNumber,
    channel: 'SELF',
    motive,
    appliedAt,
    messages,
    result,
  }
}

const takesApplications = (posting: DemoPosting): boolean => posting.steps.kind.selfApplication === true

/** `n` applications through the page with what was written since: five to the demo employer, three by the demo seeker, the rest among neighbours. */
export function makeThreads(
  seekers: readonly DemoSeeker[],
  employers: readonly DemoEmployer[],
  postings: readonly DemoPosting[],
  today: JstDate,
  n = 40,
): DemoThread[] {
  const random = randomOf('threads')
  const byKey = new Map(employers.map((employer) => [employer.key, employer]))
  const open = postings.filter(takesApplications)
  const threads: DemoThread[] = []
  const taken = new Set<string>()
  const add = (seeker: DemoSeeker | undefined, posting: DemoPosting | undefined): void => {
    const employer = posting === undefined ? undefined : byKey.get(posting.employerKey)
    if (seeker === undefined || posting === undefined || employer === undefined || seeker.email === null || threads.length >= n) return
    const pair = `${seeker.key} ${posting.postingNumber}`
    if (taken.has(pair)) return
    taken.add(pair)
    threads.push(thread(random, seeker, employer, posting, today))
  }
  const ofFirst = open.filter((posting) => posting.employerKey === 'employer-1')
  const [demoSeeker, ...others] = seekers
  const tokyo = others.filter((seeker) => seeker.prefectureCode === '13' && seeker.email !== null)
  for (let index = 0; index < 5; index++) add(tokyo[index], ofFirst[index % Math.max(1, Math.min(2, ofFirst.length))])
  const clerical = open.filter(
    (posting) =>
      posting.workplace.prefectureCode === '13' &&
      ['034', '038', '040'].includes(textOf(posting, 'work', 'occupationCode')) &&
      posting.employerKey !== 'employer-1',
  )
  for (const posting of clerical.slice(0, 3)) add(demoSeeker, posting)
  for (let round = 0; threads.length < n && round < 6; round++)
    for (const seeker of random.shuffle(others)) {
      const near = open.filter(
        (posting) => posting.workplace.prefectureCode === seeker.prefectureCode && posting.employerKey !== 'employer-1',
      )
      const fitting = near.filter((posting) => seeker.wishedOccupations.includes(textOf(posting, 'work', 'occupationCode')))
      if (fitting.length > 0) add(seeker, random.pick(fitting))
    }
  return threads
}
