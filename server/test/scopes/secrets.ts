import type { EmployerSheetRow } from '../../src/modules/employers/employers.table.ts'
import type { Level } from './table.ts'

/**
 * Every identifying field of R25, one by one. `part`: what of the graph holds it: the employer, the contact of a posting, its person,
 * the exact facts of the establishment, the note to the office, or nothing at all. `searched`: words that a search knows.
 * Map, pictures and logo do not exist yet: whoever adds them adds them here.
 */
type Part = 'EMPLOYER' | 'CONTACT' | 'PERSON' | 'FACTS' | 'OFFICE' | 'NOWHERE'
export interface Secret {
  name: string
  part: Part
  searched?: true
}
const secret = (part: Part, name: string, searched?: true): Secret => ({ name, part, ...(searched ? { searched } : {}) })

export const SECRETS = [
  secret('EMPLOYER', 'employer id'),
  secret('EMPLOYER', 'employer name', true),
  secret('EMPLOYER', 'employer name in kana', true),
  secret('EMPLOYER', 'employer number', true),
  secret('EMPLOYER', 'corporate number'),
  secret('EMPLOYER', 'title of the representative'),
  secret('EMPLOYER', 'representative'),
  secret('EMPLOYER', 'postal code of the establishment'),
  secret('EMPLOYER', 'address of the establishment'),
  secret('EMPLOYER', 'phone of the establishment'),
  secret('EMPLOYER', 'web page'),
  secret('EMPLOYER', 'business', true),
  secret('EMPLOYER', 'features'),
  secret('EMPLOYER', 'capital'),
  secret('FACTS', 'exact number of employees'),
  secret('FACTS', 'exact number of employees of the firm'),
  secret('FACTS', 'year of foundation'),
  secret('CONTACT', 'postal code of the workplace'),
  secret('CONTACT', 'address of the workplace', true),
  secret('CONTACT', 'PR message', true),
  secret('CONTACT', 'PR: features of the job', true),
  secret('CONTACT', 'PR: welfare', true),
  secret('CONTACT', 'PR: training', true),
  secret('CONTACT', 'PR: work-life support', true),
  secret('CONTACT', 'selection place', true),
  secret('CONTACT', 'where documents go'),
  secret('CONTACT', 'dispatch licence'),
  secret('PERSON', 'section of the contact person'),
  secret('PERSON', 'contact person'),
  secret('PERSON', 'contact person in kana'),
  secret('PERSON', 'phone of the contact person'),
  secret('PERSON', 'fax of the contact person'),
  secret('PERSON', 'e-mail of the contact person'),
  secret('OFFICE', 'note to the office'),
  secret('NOWHERE', 'fax of the establishment'),
  secret('NOWHERE', 'e-mail of the establishment'),
] as const

/** What a level shows of a posting. */
export const SHOWN: Record<Level, readonly Part[]> = {
  NOTHING: [],
  HIDDEN: [],
  NAMED: ['EMPLOYER', 'FACTS', 'CONTACT'],
  FULL: ['EMPLOYER', 'FACTS', 'CONTACT', 'PERSON'],
  ALL: ['EMPLOYER', 'FACTS', 'CONTACT', 'PERSON', 'OFFICE'],
}
export const namesOf = (parts: readonly Part[]): string[] => SECRETS.filter(({ part }) => parts.includes(part)).map(({ name }) => name)

const KANA = 'ヌネノハヒフヘホマミ'
const LATIN = 'bdfghjkmpq'
const wordOf = (alphabet: string, number: number) =>
  Array.from(String(number).padStart(5, '0'), (digit) => alphabet[Number(digit)]).join('')

/** Words and numbers that nobody else has: of the nth posting and the nth of its secrets. */
function marksOf(posting: number) {
  const number = (nth: number) => posting * 100 + nth
  return {
    kana: (nth: number) => `ヱ${wordOf(KANA, number(nth))}`,
    latin: (nth: number) => `zq${wordOf(LATIN, number(nth))}`,
    digits: (nth: number, length: number) => String(number(nth)).padStart(5, '7').padStart(length, '9'),
  }
}

/** As it stands in an answer: a phone as it was typed, a number beside its name. */
export type Values = Record<string, string>

/** An establishment and a posting in which every secret is a word of its own; `values` tells how each reads in an answer. */
export function secretTexts(posting: number) {
  const { kana, latin, digits } = marksOf(posting)
  const phone = (nth: number) => `0${digits(nth, 9).slice(0, 1)}-${digits(nth, 9).slice(1, 5)}-${digits(nth, 9).slice(5)}`
  const establishment = {
    name: `株式会社${kana(1)}`,
    nameKana: `カブシキガイシャ${kana(2)}`,
    corporateNumber: digits(3, 13),
    representativeTitle: `${kana(4)}長`,
    representativeName: kana(5),
    postalCode: digits(6, 7),
    address: `${kana(7)}8-8`,
    phone: phone(8),
    fax: phone(9),
    email: `${latin(10)}@mail.example`,
    webPage: `https://${latin(11)}.example`,
    business: kana(12),
    features: kana(13),
    capital: Number(digits(14, 6)),
    employeesHere: Number(digits(15, 6)),
    employeesWhole: Number(digits(16, 7)),
    foundedYear: 1000 + posting,
  } satisfies Partial<EmployerSheetRow>
  const typed = {
    work: { dispatch: 'DISPATCH', dispatchLicence: `派${digits(17, 8)}` },
    establishment: {
      workplace: 'OTHER',
      workplacePostalCode: digits(18, 7),
      workplaceMunicipality: '13103',
      workplaceAddress: `${kana(19)}9-9`,
    },
    pr: { prMessage: kana(20), jobFeatures: kana(21), welfare: kana(22), training: kana(23), workLifeSupport: kana(24) },
    selection: {
      selectionPlace: kana(25),
      documentWays: ['POST'],
      documentAddress: kana(26),
      contactSection: kana(27),
      contactName: kana(28),
      contactNameKana: kana(29),
      contactPhone: phone(30),
      contactFax: phone(31),
      contactEmail: `${latin(32)}@mail.example`,
      noteToOffice: kana(33),
    },
  }
  const { workplacePostalCode } = typed.establishment
  const values: Values = {
    'employer name': kana(1),
    'employer name in kana': kana(2),
    'corporate number': establishment.corporateNumber,
    'title of the representative': establishment.representativeTitle,
    representative: establishment.representativeName,
    'postal code of the establishment': establishment.postalCode,
    'address of the establishment': kana(7),
    'phone of the establishment': establishment.phone,
    'fax of the establishment': establishment.fax,
    'e-mail of the establishment': latin(10),
    'web page': latin(11),
    business: kana(12),
    features: kana(13),
    capital: `"capital":${establishment.capital}`,
    'exact number of employees': `"employeesHere":${establishment.employeesHere}`,
    'exact number of employees of the firm': `"employeesWhole":${establishment.employeesWhole}`,
    'year of foundation': `"foundedYear":${establishment.foundedYear}`,
    'dispatch licence': typed.work.dispatchLicence,
    'postal code of the workplace': `${workplacePostalCode.slice(0, 3)}-${workplacePostalCode.slice(3)}`,
    'address of the workplace': kana(19),
    'PR message': kana(20),
    'PR: features of the job': kana(21),
    'PR: welfare': kana(22),
    'PR: training': kana(23),
    'PR: work-life support': kana(24),
    'selection place': kana(25),
    'where documents go': kana(26),
    'section of the contact person': kana(27),
    'contact person': kana(28),
    'contact person in kana': kana(29),
    'phone of the contact person': typed.selection.contactPhone,
    'fax of the contact person': typed.selection.contactFax,
    'e-mail of the contact person': latin(32),
    'note to the office': kana(33),
  }
  return { establishment, typed, values }
}
