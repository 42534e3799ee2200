import { daysBetween, type JstDate } from '../../kernel/calendar.ts'
import type { Policy } from '../../policy.ts'
import { addressLine } from '../offices/places.rules.ts'
import { PR_STEP } from './form/pr.form.ts'

/** What decides who sees which employer (R25). One of these for each viewer and posting. */
export interface ViewerFacts {
  /** Member of the posting's own employer. */
  own: boolean
  /** Staff of a public office. */
  staff: boolean
  /** Seeker with a submitted, valid registration, online or registered. */
  validSeeker: boolean
  /** Seeker with an application to this very posting, whatever has become of their registration. */
  party: boolean
}

/** Scopes that anybody may find (R25). */
export const FOUND_SCOPES: readonly string[] = ['1', '2', '3']

/** R25: in every scope, in full. */
const isInside = ({ own, staff, party }: ViewerFacts): boolean => own || staff || party

/** R25: may the viewer see the employer, and if not, how could they. */
export function identityOf({ scope }: { scope: string }, viewer: ViewerFacts): 'SHOWN' | 'FOR_SEEKERS' | 'AT_COUNTER' {
  if (isInside(viewer) || scope === '1') return 'SHOWN'
  if (scope !== '2') return 'AT_COUNTER'
  return viewer.validSeeker ? 'SHOWN' : 'FOR_SEEKERS'
}

/** R25: a person's name and numbers go to those who may apply, to the employer itself and to staff. */
export const contactPersonShown = (posting: { scope: string }, viewer: ViewerFacts): boolean =>
  isInside(viewer) || (viewer.validSeeker && identityOf(posting, viewer) === 'SHOWN')

/** 新着: accepted today or on one of the days before. */
export const isNew = (posting: { acceptedOn: JstDate | null }, today: JstDate, policy: Pick<Policy, 'newPostingDays'>): boolean =>
  posting.acceptedOn !== null && daysBetween(posting.acceptedOn, today) < policy.newPostingDays

interface ContactSheet {
  workplacePostalCode: string
  workplaceMunicipality: string
  workplaceAddress: string
  selectionPlace: string | null
  documentAddress: string | null
  dispatchLicence: string | null
  contactSection: string | null
  contactName: string
  contactNameKana: string | null
  contactPhone: string
  contactFax: string | null
  contactEmail: string | null
  prMessage: string | null
  jobFeatures: string | null
  welfare: string | null
  training: string | null
  workLifeSupport: string | null
}

/** Everything of a sheet that leads to the employer, for those who may see it; applications show it from their snapshot (R30). */
export function contactOf(sheet: ContactSheet, { personShown }: { personShown: boolean }) {
  const municipalityCode = sheet.workplaceMunicipality
  const place = addressLine({ prefectureCode: municipalityCode.slice(0, 2), municipalityCode, address: sheet.workplaceAddress })
  const postal = sheet.workplacePostalCode.replace(/^(\d{3})-?(\d{4})$/u, '〒$1-$2 ')
  return {
    workplaceAddress: `${postal}${place}`,
    person: personShown
      ? {
          section: sheet.contactSection,
          name: sheet.contactName,
          nameKana: sheet.contactNameKana,
          phone: sheet.contactPhone,
          fax: sheet.contactFax,
          email: sheet.contactEmail,
        }
      : null,
    selectionPlace: sheet.selectionPlace,
    documentAddress: sheet.documentAddress,
    dispatchLicence: sheet.dispatchLicence,
    pr: PR_STEP.fields.flatMap(({ key, label }) => {
      const value = sheet[key as 'prMessage']
      return typeof value === 'string' && value !== '' ? [{ key, label, value }] : []
    }),
  }
}
