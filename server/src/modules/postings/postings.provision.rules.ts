import { FOUND_SCOPES } from './postings.visible.rules.ts'

/** The leaflet that a posting's provision is agreed to (003:276-298): its text is i18n/provision.ja.ts, and a new text gets a new version. */
export const PROVISION_VERSION = '2026-11-20'

/** R26: whom postings are provided to, and the choice of the form that refuses each. */
const REFUSED_BY = { AGENCY: 'AGENCIES', LOCAL_GOVERNMENT: 'LOCAL_GOVERNMENTS' } as const
export type Receiver = keyof typeof REFUSED_BY
export const RECEIVERS = Object.keys(REFUSED_BY) as Receiver[]

export interface Provision {
  scope: string
  provisionRefused: readonly string[]
  /** Version of the leaflet agreed to. */
  provisionAgreement: string | null
}

/** R26: refused by kind, never without the agreement, scope 4 never. Of what is provided a partner sees what R25 shows to a stranger. */
export const isProvidedTo = (sheet: Provision, receiver: Receiver): boolean =>
  FOUND_SCOPES.includes(sheet.scope) && sheet.provisionAgreement !== null && !sheet.provisionRefused.includes(REFUSED_BY[receiver])

/** Each kind is a bit of `posting_search.provided`; the order is stored, so new ones are added at the end. */
export const receiverBit = (receiver: Receiver): number => 1 << RECEIVERS.indexOf(receiver)

export const providedBits = (sheet: Provision): number =>
  RECEIVERS.reduce((bits, receiver) => (isProvidedTo(sheet, receiver) ? bits | receiverBit(receiver) : bits), 0)
