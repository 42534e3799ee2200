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
  applicant: boolean
  /** Seeker with an open referral offer of this very posting; `NAMED`: the office tells the name in scope 3 as well. */
  offer: 'NAMED' | 'PLAIN' | null
}

/** Scopes that anybody may find (R25). */
export const FOUND_SCOPES: readonly string[] = ['1', '2', '3']

/** R25: in every scope, in full. */
const isInside = ({ own, staff, applicant }: ViewerFacts): boolean => own || staff || applicant

/** R25: an offer names the employer wherever a seeker could learn it from the office, in scope 3 only with the office's word. */
const isNamedByOffer = (scope: string, { offer }: ViewerFacts): boolean =>
  offer !== null && (offer === 'NAMED' ? ['1', '2', '3', '4'] : ['1', '2', '4']).includes(scope)

/** R25: may the viewer see the employer, and if not, how could they. */
export function identityOf({ scope }: { scope: string }, viewer: ViewerFacts): 'SHOWN' | 'FOR_SEEKERS' | 'AT_COUNTER' {
  if (isInside(viewer) || scope === '1' || isNamedByOffer(scope, viewer)) return 'SHOWN'
  if (scope !== '2') return 'AT_COUNTER'
  return viewer.validSeeker ? 'SHOWN' : 'FOR_SEEKERS'
}

/** R25: a person's name and numbers go to valid seekers who see the employer, to those whom an offer names it, to the employer itself and to staff. */
export const contactPersonShown = (posting: { scope: string }, viewer: ViewerFacts): boolean =>
  isInside(viewer) || isNamedByOffer(posting.scope, viewer) || (viewer.validSeeker && identityOf(posting, viewer) === 'SHOWN')

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
