import type { Profile } from '../industry.ts'

/** How the working day of an occupation usually lies. */
export type DayPattern =
  | 'office'
  | 'factory'
  | 'twoShift'
  | 'shop'
  | 'restaurant'
  | 'care'
  | 'clinic'
  | 'nursery'
  | 'early'
  | 'site'
  | 'guard'
  | 'hotel'
  | 'farm'
  | 'school'

/** `weekend`: Saturday, Sunday, public holidays; `weekendOnly`: without the holidays; `roster`: by roster; `sunday`: Sunday and another day. */
export type RestPattern = 'weekend' | 'weekendOnly' | 'roster' | 'sunday'

export type Licence = { name: string; need: 'REQUIRED' | 'PREFERRED' }

/**
 * One occupation with its words. A text may begin with a mark in braces, as 「{牛}」: it belongs only to postings whose title has the same mark.
 */
export type OccupationTemplate = {
  key: string
  /** Middle class of the occupation, three digits. */
  occupation: string
  profiles: readonly Profile[]
  titles: readonly string[]
  /** First sentence: what the work is for. */
  openings: readonly string[]
  /** Noun phrases, told as a list or in a sentence. */
  tasks: readonly string[]
  /** How one works there. */
  ways: readonly string[]
  /** Weights of regular, fixed-term full-time, and part-time work. */
  forms: readonly [number, number, number]
  /** Monthly base in thousand yen at the national level, lower and upper. */
  monthly: readonly [number, number]
  /** Yen an hour above the prefecture's minimum wage, lower and upper. */
  hourlyAbove: readonly [number, number]
  day: DayPattern
  rest: RestPattern
  changeScope: readonly string[]
  licences?: readonly Licence[]
  /** Null: everybody may apply. */
  experience?: readonly { text: string; need: 'REQUIRED' | 'PREFERRED' }[]
  pcSkills?: readonly string[]
  allowances?: readonly { name: string; low: number; high: number }[]
  drives?: boolean
  homeWork?: boolean
}
