import type { KeySent } from './use-key-sent.ts'
import type { FromPaper } from './use-show-code.ts'

export const CODE_STEPS = ['terms', 'fields', 'check', 'key'] as const
export type CodeStep = (typeof CODE_STEPS)[number]

interface Way {
  agreed: boolean
  typed: FromPaper
  sent: KeySent | null
}

/** Something stands in every field; whether it is right the server says. */
export const isFilled = (typed: FromPaper): boolean => Object.values(typed).every((text: string) => text.trim() !== '')

/** The wanted step, or as far as one has come. */
export function stepWithin(wanted: CodeStep, { agreed, typed, sent }: Way): CodeStep {
  if (!agreed) return 'terms'
  if (wanted === 'check' && !isFilled(typed)) return 'fields'
  return wanted === 'key' && sent === null ? 'fields' : wanted
}

/** Where one stopped when the page was closed: at the key while it lives. */
export const stepToResume = ({ agreed, sent }: Way, now: Date): CodeStep =>
  !agreed ? 'terms' : sent && now < new Date(sent.validUntil) ? 'key' : 'fields'
