import { eq } from 'drizzle-orm'
import { TERMS_VERSION } from '../src/i18n/terms.ja.ts'
import type { ViewerOf } from '../src/graph/context.ts'
import { hashCode } from '../src/modules/employers/creation-code.ts'
import { typedCode } from '../src/modules/employers/employers.codes.rules.ts'
import { accountCreationCodes, type CreationCodeRow } from '../src/modules/employers/employers.codes.table.ts'
import type { Answer, TestApp } from './app.ts'
import { type Browser, browser } from './browser.ts'

const REFUSAL = '... on Refusal { code message problems { path code severity message } }'
const CHANGES = '... on Preview { changes { field before after } }'
export const REGISTER_EMPLOYER = `mutation ($input: RegisterEmployerInput!, $key: String!, $dryRun: Boolean!, $acknowledge: [AcknowledgementInput!]) {
  registerEmployer(input: $input, key: $key, dryRun: $dryRun, acknowledge: $acknowledge) {
    __typename ... on Employer { id name employerNumber status addressLine phone office { name } accountCreationCode { id } } ${REFUSAL} ${CHANGES} } }`
export const ISSUE = `mutation ($employerNumber: String!, $dryRun: Boolean!) { issueAccountCreationCode(employerNumber: $employerNumber, dryRun: $dryRun) {
  __typename ... on IssuedAccountCreationCode { creationCode slip { id state lastDay validUntil wrongTries issuedBy { name } office { name } employer { name employerNumber } } }
  ${REFUSAL} ${CHANGES} } }`
const REQUEST = `mutation ($input: RequestKeyByCodeInput!) { requestKeyByCode(input: $input) {
  __typename ... on KeyRequest { id email validUntil sender } ${REFUSAL} } }`
const REGISTER = `mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) {
  __typename ... on Viewer { kind account { email } employer { employerNumber status } member { name role } } ${REFUSAL} } }`

const CODE_PASSWORD = 'Tsukuba7#gawa'

let counted = 0
const next = () => String((counted += 1))

/** What a clerk types for a new establishment near 汐見. */
export const establishment = (more: Record<string, unknown> = {}) => ({
  name: '有限会社ほしぞら工房',
  nameKana: 'ゆうげんがいしゃほしぞらこうぼう',
  representativeName: '星 あおい',
  postalCode: '100-0001',
  address: '千代田7-7-7',
  phone: `03-0000-${next().padStart(4, '0')}`,
  industryCode: 'E',
  business: '木の家具の製作',
  employeesHere: 4,
  ...more,
})

export interface Paper {
  employerNumber: string
  phone: string
  code: string
}

/** The ways of way 6 through the graph: a clerk registers and issues, somebody opens with what the paper says. */
export function codeActs(app: () => TestApp, clerk: () => ViewerOf<'staff'>) {
  const register = async (more: object = {}, { by = clerk(), key = `key ${next()}`, dryRun = false, acknowledge = null as unknown } = {}) =>
    (
      await app()
        .as(by)
        .run(REGISTER_EMPLOYER, { input: establishment({ ...more }), key, dryRun, acknowledge })
    ).registerEmployer
  const issue = async (employerNumber: string, { by = clerk(), dryRun = false } = {}): Promise<Answer> =>
    (await app().as(by).run(ISSUE, { employerNumber, dryRun })).issueAccountCreationCode
  return {
    register,
    issue,
    /** An establishment of its own with its paper. */
    async paper(): Promise<Paper> {
      const { employerNumber, phone } = await register()
      return { employerNumber, phone, code: (await issue(employerNumber)).creationCode }
    },
    async show(input: Paper & { email: string; termsVersion?: string }, by: Browser = browser(app(), someAddress())): Promise<Answer> {
      return (await by.run(REQUEST, { input: { termsVersion: TERMS_VERSION, ...input } })).requestKeyByCode
    },
    /** What the database holds of a paper. */
    async kept({ code }: { code: string }): Promise<CreationCodeRow> {
      const [row] = await app()
        .db.select()
        .from(accountCreationCodes)
        .where(eq(accountCreationCodes.codeHash, hashCode(typedCode(code))))
      return row!
    },
    async setPassword(email: string, authenticationKey: string, by: Browser = browser(app())): Promise<Answer> {
      const input = { email, purpose: 'OPEN_BY_CODE', authenticationKey, password: CODE_PASSWORD, confirmation: CODE_PASSWORD }
      return (await by.run(REGISTER, { input })).registerPassword
    },
  }
}

export const someAddress = () => `192.0.2.${next()}`
export const someEmail = () => `clerk${next()}@mail.example`
