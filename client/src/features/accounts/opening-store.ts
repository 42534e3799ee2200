import type { KeySent } from './use-key-sent.ts'
import type { Purpose } from './use-request-key.ts'

/** Where somebody stopped: kept in this browser, so that a closed page goes on. No key, no password. */
export interface Opening {
  email: string
  /** What else is asked for on this way. */
  employerNumber: string
  phone: string
  /** The version of the texts that was agreed to. */
  agreed: string | null
  sent: KeySent | null
}
export const NOTHING: Opening = { email: '', employerNumber: '', phone: '', agreed: null, sent: null }

const nameOf = (purpose: Purpose) => `madoguchi:opening:${purpose}`
const isText = (value: unknown): value is string => typeof value === 'string'

/** Reads what an earlier page left; anything else counts as nothing. */
export function readOpening(purpose: Purpose): Opening {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(purpose)) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return NOTHING
    const { email, employerNumber, phone, agreed, sent } = kept as Partial<Opening>
    const whole = sent && isText(sent.email) && isText(sent.validUntil) && isText(sent.sender) && isText(sent.sentAt)
    return {
      email: isText(email) ? email : '',
      employerNumber: isText(employerNumber) ? employerNumber : '',
      phone: isText(phone) ? phone : '',
      agreed: isText(agreed) ? agreed : null,
      sent: whole ? sent : null,
    }
  } catch {
    return NOTHING
  }
}

export function keepOpening(purpose: Purpose, opening: Opening | null): void {
  try {
    if (opening === null) localStorage.removeItem(nameOf(purpose))
    else localStorage.setItem(nameOf(purpose), JSON.stringify(opening))
  } catch {
    return
  }
}
