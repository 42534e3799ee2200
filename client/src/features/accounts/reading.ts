/** How far a text in its box has been read. */
export interface Reading {
  /** 0 to 100; only ever grows. */
  percent: number
  done: boolean
}
export const UNREAD: Reading = { percent: 0, done: false }

/** A box's measures as the browser tells them. */
export interface BoxMeasure {
  scrollTop: number
  clientHeight: number
  scrollHeight: number
}

/** Browsers round the three measures; the end is reached a few pixels before it. */
const NEARLY = 4
/** Characters an adult reads in a minute. */
const PER_MINUTE = 500

/** What has been in view counts as read; a text that fits its box is read with its first showing. */
export function readTo(before: Reading, box: BoxMeasure): Reading {
  if (before.done || box.scrollHeight === 0) return before
  const seen = box.scrollTop + box.clientHeight
  if (seen >= box.scrollHeight - NEARLY) return { percent: 100, done: true }
  return { percent: Math.max(before.percent, Math.min(99, Math.floor((seen / box.scrollHeight) * 100))), done: false }
}

/** Whole minutes still to read, never less than one while something is left. */
export const minutesLeft = (characters: number, { percent, done }: Reading): number =>
  done ? 0 : Math.max(1, Math.ceil((characters * (1 - percent / 100)) / PER_MINUTE))
