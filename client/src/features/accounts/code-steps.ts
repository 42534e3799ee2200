import type { KeySent } from './use-key-sent.ts'
import type { FromPaper } from './use-show-code.ts'

export const CODE_STEPS = ['terms', 'fields', 'check', 'key'] as const
export type CodeStep = (typeof CODE_STEPS)[number]

interface Way {
  agreed: boolean
  typed: FromPaper
  sent: KeySent | null
  now: Date
}

/** The step that the address names, as far as one has come; without one, where one stopped. */
export function stepOf(wanted: CodeStep | undefined, { agreed, typed, sent, now }: Way): CodeStep {
  if (!agreed) return 'terms'
  const isComplete = Object.values(typed).every((text) => text.trim() !== '')
  const open: Record<CodeStep, boolean> = { terms: true, fields: true, check: isComplete, key: sent !== null }
  if (wanted !== undefined && open[wanted]) return wanted
  return sent && now < new Date(sent.validUntil) ? 'key' : 'fields'
}
