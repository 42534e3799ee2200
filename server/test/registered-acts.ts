import type { ViewerOf } from '../src/graph/context.ts'
import { TERMS_VERSION } from '../src/i18n/terms.ja.ts'
import { occupationMiddles } from '../src/modules/offices/data/classes.rules.ts'
import type { Answer, TestApp } from './app.ts'
import { type Browser, browser, mailedKey } from './browser.ts'

const REFUSAL = '... on Refusal { code message problems { path code severity message } }'
const CHANGES = '... on Preview { changes { field before after } }'
export const REGISTER_SEEKER = `mutation ($input: RegisterSeekerInput!, $key: String!, $dryRun: Boolean!) {
  registerSeeker(input: $input, key: $key, dryRun: $dryRun) {
    __typename ... on Seeker { id seekerNumber kind status isValid appliedOn validUntil name nameKana office { name }
      sheet { addressLine phone } awaitedAccount { email openedAt version } } ${REFUSAL} ${CHANGES} } }`
export const CHANGE_AWAITED = `mutation ($input: ChangeAwaitedEmailInput!, $dryRun: Boolean!) {
  changeAwaitedEmail(input: $input, dryRun: $dryRun) { __typename ... on AwaitedAccount { email version openedAt } ${REFUSAL} ${CHANGES} } }`
const ASK = `mutation ($input: RequestAuthenticationKeyInput!) { requestAuthenticationKey(input: $input) {
  __typename ... on KeyRequest { email sender validUntil } ${REFUSAL} } }`
const RESEND = `mutation ($email: String!) { resendKey(email: $email, purpose: OPEN_REGISTERED) { __typename ${REFUSAL} } }`
const REGISTER = `mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) {
  __typename ... on Viewer { kind account { email } seeker { id kind status isValid seekerNumber name draft { id } }
    employer { id employerNumber status } member { name role } } ${REFUSAL} } }`

const PASSWORD = 'Tsukuba7#gawa'
let counted = 0
const next = () => String((counted += 1))

export const someEmail = () => `registered${next()}@mail.example`

/** What a clerk types for somebody at the counter. */
export const person = (more: Record<string, unknown> = {}) => ({
  name: '秋庭 健太',
  nameKana: 'あきば けんた',
  birthDate: '1993-7-21',
  postalCode: '１００－０００１',
  address: '千代田9-9-9 201',
  phone: '０９０-0000-0000',
  workSituation: 'UNEMPLOYED',
  schoolSituation: 'NONE',
  wishedKind: 'FULL_TIME',
  wishedOccupations: [occupationMiddles[0]!.code],
  ...more,
})

/** Ways 2 and 7 through the graph: a clerk registers an address, its owner opens. */
export function registeredActs(app: () => TestApp, clerk: () => ViewerOf<'staff'>) {
  const ask = async (email: string, by: Browser = browser(app())): Promise<Answer> =>
    (await by.run(ASK, { input: { email, purpose: 'OPEN_REGISTERED', termsVersion: TERMS_VERSION } })).requestAuthenticationKey
  const setPassword = async (email: string, authenticationKey: string, by: Browser = browser(app())): Promise<Answer> => {
    const input = { email, purpose: 'OPEN_REGISTERED', authenticationKey, password: PASSWORD, confirmation: PASSWORD }
    return (await by.run(REGISTER, { input })).registerPassword
  }
  return {
    ask,
    setPassword,
    async registerSeeker(more: object = {}, { by = clerk(), key = `key ${next()}`, dryRun = false } = {}): Promise<Answer> {
      return (
        await app()
          .as(by)
          .run(REGISTER_SEEKER, { input: person({ ...more }), key, dryRun })
      ).registerSeeker
    },
    async change(opens: string, email: string, { by = clerk(), version = null as number | null, dryRun = false } = {}): Promise<Answer> {
      return (await app().as(by).run(CHANGE_AWAITED, { input: { opens, email, version }, dryRun })).changeAwaitedEmail
    },
    resend: async (email: string): Promise<Answer> => (await browser(app()).run(RESEND, { email })).resendKey,
    /** The whole way of the person: key, mail, password. */
    async open(email: string, by: Browser = browser(app())): Promise<Answer> {
      await ask(email, by)
      return setPassword(email, await mailedKey(app(), email), by)
    },
  }
}
