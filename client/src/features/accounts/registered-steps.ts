import type { KeySent } from './use-key-sent.ts'

export const REGISTERED_STEPS = ['terms', 'mail', 'key'] as const
export type RegisteredStep = (typeof REGISTERED_STEPS)[number]

interface Way {
  agreed: boolean
  sent: KeySent | null
}

/** The wanted step, or as far as one has come. */
export function registeredStepWithin(wanted: RegisteredStep, { agreed, sent }: Way): RegisteredStep {
  if (!agreed) return 'terms'
  return wanted === 'key' && sent === null ? 'mail' : wanted
}

/** Where one stopped when the page was closed; a dead key can be sent again there. */
export const registeredStepToResume = ({ agreed, sent }: Way): RegisteredStep => (!agreed ? 'terms' : sent === null ? 'mail' : 'key')
