import type { KeySent } from './use-key-sent.ts'

export const REGISTERED_STEPS = ['terms', 'mail', 'key'] as const
export type RegisteredStep = (typeof REGISTERED_STEPS)[number]

interface Way {
  agreed: boolean
  sent: KeySent | null
}

/** The wanted step, or as far as one has come; nothing wanted: where one stopped when the page was closed. */
export function stepOfRegistered(wanted: RegisteredStep | undefined, { agreed, sent }: Way): RegisteredStep {
  if (!agreed) return 'terms'
  const reached = sent === null ? 'mail' : 'key'
  return wanted === undefined || (wanted === 'key' && sent === null) ? reached : wanted
}
