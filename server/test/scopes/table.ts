/**
 * R25 and R26 as one table, written from the specification and not from the code: who gets what of a posting of each scope.
 * The cases of app/scopes.test.ts are made from it.
 */
export const SCOPES = ['1', '2', '3', '4'] as const
export type Scope = (typeof SCOPES)[number]

/**
 * NOTHING: not there. HIDDEN: there, without anything that leads to the employer. NAMED: with the employer, without the contact person.
 * FULL: with the contact person. ALL: also what is written to the office.
 */
export type Level = 'NOTHING' | 'HIDDEN' | 'NAMED' | 'FULL' | 'ALL'

/** Which of the postings that differ in what they refuse to provide (R26). */
export type Kind = 'PROVIDED' | 'NOT_TO_AGENCIES' | 'NOT_TO_GOVERNMENTS' | 'TO_NOBODY' | 'NOT_AGREED'

interface Row {
  /** In scope 1, 2, 3 and 4. */
  sees: readonly [Level, Level, Level, Level]
  /** Scopes in which a word that leads to the employer finds the posting. */
  finds: readonly Scope[]
  of?: Kind
}
const row = (sees: Row['sees'], finds: Row['finds'], of?: Kind): Row => ({ sees, finds, ...(of === undefined ? {} : { of }) })

const everybody = (of?: Kind) => row(['NAMED', 'HIDDEN', 'HIDDEN', 'NOTHING'], ['1'], of)
const validSeeker = (of?: Kind) => row(['FULL', 'FULL', 'HIDDEN', 'NOTHING'], ['1', '2'], of)
const nobody = (of: Kind) => row(['NOTHING', 'NOTHING', 'NOTHING', 'NOTHING'], [], of)
const own = row(['ALL', 'ALL', 'ALL', 'ALL'], ['1'])
const office = row(['ALL', 'ALL', 'ALL', 'ALL'], ['1', '2'])

export const TABLE = {
  'a visitor': everybody(),
  'a seeker who is only typing': everybody(),
  'a seeker who is invalid': everybody(),
  'a seeker whose last day was yesterday': everybody(),
  'a registrant of a center': everybody(),
  'another employer': everybody(),
  'the counter of a center': everybody(),
  'a manager of a center': everybody(),

  'a valid online seeker': validSeeker(),
  'a valid registered seeker': validSeeker(),
  'a seeker on their last day': validSeeker(),
  'a seeker kept valid by benefit': validSeeker(),

  'its own owner': own,
  'its own recruiter': own,
  'its own reader': own,
  'the counter of its office': office,
  'the counter of another public office': office,
  'a manager': office,
  'an auditor': office,

  'an applicant': row(['FULL', 'FULL', 'FULL', 'FULL'], ['1', '2']),
  'an applicant who is invalid now': row(['FULL', 'FULL', 'FULL', 'FULL'], ['1']),
  'an applicant who took it back': validSeeker(),

  'a seeker with an offer': row(['FULL', 'FULL', 'HIDDEN', 'FULL'], ['1', '2']),
  'a seeker with an offer that tells the name': row(['FULL', 'FULL', 'FULL', 'FULL'], ['1', '2']),
  'a seeker with an offer who is invalid now': row(['FULL', 'FULL', 'HIDDEN', 'FULL'], ['1']),
  'a seeker with an offer that tells the name who is invalid now': row(['FULL', 'FULL', 'FULL', 'FULL'], ['1']),
  'a seeker whose offer ended yesterday': validSeeker(),
  'a seeker whose offer was dropped': validSeeker(),
  'a seeker with an offer who has applied': row(['FULL', 'FULL', 'FULL', 'FULL'], ['1', '2']),

  'an agency': everybody(),
  'a local government': everybody(),
  'an agency that is refused': nobody('NOT_TO_AGENCIES'),
  'a local government, agencies refused': everybody('NOT_TO_AGENCIES'),
  'a local government that is refused': nobody('NOT_TO_GOVERNMENTS'),
  'an agency, local governments refused': everybody('NOT_TO_GOVERNMENTS'),
  'an agency, all refused': nobody('TO_NOBODY'),
  'a local government, all refused': nobody('TO_NOBODY'),
  'an agency, nothing agreed to': nobody('NOT_AGREED'),
  'a visitor, all refused': everybody('TO_NOBODY'),
  'a valid seeker, agencies refused': validSeeker('NOT_TO_AGENCIES'),
} satisfies Record<string, Row>

export type Who = keyof typeof TABLE
export const VIEWERS = Object.keys(TABLE) as Who[]

export const rowOf = (who: Who): Row => TABLE[who]
export const levelOf = (who: Who, scope: Scope): Level => TABLE[who].sees[SCOPES.indexOf(scope)]!
export const kindOf = (who: Who): Kind => rowOf(who).of ?? 'PROVIDED'

/** Lists never hold scope 4, whatever an applicant or the holder of an offer sees by its number. */
export const isListed = (who: Who, scope: Scope): boolean => scope !== '4' && levelOf(who, scope) !== 'NOTHING'
