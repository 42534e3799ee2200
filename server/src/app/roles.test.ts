import type { GraphQLField } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEmployer, makeMember, makeOffice, makeRegistrant, makeSeeker, makeStaff } from '../../test/actors.ts'
import { documentOf, plausibleArguments } from '../../test/any-arguments.ts'
import { noSession, testApp, type TestApp } from '../../test/app.ts'
import type { Viewer } from '../graph/context.ts'
import { accounts } from '../modules/accounts/accounts.table.ts'
import { hashPassword } from '../modules/accounts/passwords.ts'
import { newId } from '../platform/db/columns.ts'
import { makeSchema } from './schema.ts'

const ROLES = ['visitor', 'seeker', 'registrant', 'viewer', 'recruiter', 'owner', 'counter', 'manager', 'auditor'] as const
type Role = (typeof ROLES)[number]
const MEMBERS = ['viewer', 'recruiter', 'owner'] as const
const PEOPLE = ['seeker', 'registrant', ...MEMBERS] as const

/** Who may ask for what, written down a second time: a field that opens a door further than here, or has no line, fails (S17, S20). */
const MAY: readonly { who: readonly Role[]; mutations?: string; queries?: string }[] = [
  {
    who: ROLES,
    mutations: `requestAuthenticationKey resendKey registerPassword signIn verifyOneTimePassword resendOneTimePassword signOut
      beginPasskeySignIn signInWithPasskey acceptInvitation requestKeyByCode openInvitation requestNewInvitation`,
    queries: `viewer terms policy node nodes prefectures municipalities occupations industries offices addressOfPostalCode searchSuggestions
      establishmentForm postingForm registrationForm provisionLeaflet postings postingTotals postingByNumber posting invitation`,
  },
  {
    who: ROLES.filter((role) => role !== 'visitor'),
    mutations: `changePassword changeEmail confirmEmail endSession signOutEverywhere revokeDevice beginAuthenticator confirmAuthenticator
      removeAuthenticator beginPasskeyRegistration registerPasskey removePasskey`,
  },
  { who: PEOPLE, mutations: 'withdraw markThreadRead', queries: 'threads thread withdrawal' },
  { who: ['seeker', 'registrant', 'recruiter', 'owner'], mutations: 'sendMessage' },
  { who: ['seeker', 'registrant', 'recruiter', 'owner', 'counter', 'manager'], mutations: 'createUpload completeUpload discardUpload' },
  {
    who: ['seeker'],
    mutations: 'saveRegistration submitRegistration applyToPosting cancelApplication',
    queries: 'accessLog seekerApplications',
  },
  { who: ['seeker', ...MEMBERS, 'counter', 'manager'], queries: 'application' },
  { who: MEMBERS, mutations: 'chooseEmployer', queries: 'employerMembers employerPostings employerApplications' },
  {
    who: ['recruiter', 'owner'],
    mutations: `saveEstablishment submitEstablishment recallEstablishment draftPosting savePostingStep submitPosting recallPosting
      discardPosting copyPosting cancelPosting pausePosting resumePosting recordSelectionResult claimEmployer withdrawEmployerClaim`,
  },
  { who: ['owner'], mutations: 'addMember resendMemberInvitation changeMember removeMember handOverOwnership' },
  {
    who: ['counter', 'manager'],
    mutations: `suspendAccount resumeAccount rescueAccount changeAwaitedEmail registerEmployer issueAccountCreationCode acceptEmployer
      returnEmployer rejectEmployer claimCase releaseCase acceptPosting returnPosting rejectPosting registerSeeker inviteRegistrant
      resendInvitation acceptEmployerClaim rejectEmployerClaim`,
    queries: 'accountCreationCode staffSeeker staffRegistrants staffAccounts',
  },
  { who: ['counter', 'manager', 'auditor'], queries: 'staffEmployers waiting staffPostings auditRecords employerClaim' },
  { who: ['manager', 'auditor'], queries: 'auditSeals verifyAudit' },
]

const schema = await makeSchema()
const KINDS = ['query', 'mutation'] as const
type Kind = (typeof KINDS)[number]
const fieldsOf = (kind: Kind) => Object.values((kind === 'query' ? schema.getQueryType() : schema.getMutationType())!.getFields())
const lineOf = (kind: Kind, name: string) =>
  MAY.filter((line) => (line[kind === 'query' ? 'queries' : 'mutations'] ?? '').split(/\s+/u).includes(name))

let app: TestApp
let viewers: Record<Role, Viewer | null>
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
  const office = await makeOffice(app)
  const { employer, owner } = await makeEmployer(app, office)
  const center = await makeOffice(app, { code: '13900', kind: 'CENTER' })
  const guest = await makeRegistrant(app, center, await makeStaff(app, center))
  viewers = {
    visitor: null,
    seeker: (await makeSeeker(app, office)).viewer,
    registrant: { kind: 'registrant', accountId: guest.accountId!, registrantId: guest.id },
    viewer: (await makeMember(app, employer.id, 'VIEWER')).viewer,
    recruiter: (await makeMember(app, employer.id)).viewer,
    owner,
    counter: await makeStaff(app, office),
    manager: await makeStaff(app, office, 'MANAGER'),
    auditor: await makeStaff(app, office, 'AUDITOR'),
  }
  await app.db.update(accounts).set({ passwordHash: await hashPassword('Tsukuba7#gawa') })
})
afterAll(() => app.close())

/** The code with which the door stayed shut, or null where it opened. */
async function shut(role: Role, kind: Kind, field: GraphQLField<unknown, unknown>): Promise<string | null> {
  const viewer = viewers[role]
  const session = viewer ? { ...noSession, id: newId('ses') } : noSession
  const { errors = [] } = await app.as(viewer, session).ask(documentOf(kind, field), plausibleArguments(field.args, { dryRun: true }))
  const code = errors.map(({ extensions }) => extensions['code']).find((one) => one === 'FORBIDDEN' || one === 'UNAUTHENTICATED')
  return typeof code === 'string' ? code : null
}

describe.each(KINDS)('each %s', (kind) => {
  it.each(fieldsOf(kind).map((field) => [field.name, field] as const))(
    '%s opens to whom it is for, and to nobody else',
    async (name, field) => {
      const lines = lineOf(kind, name)
      expect(lines, `${name} needs one line`).toHaveLength(1)
      const answers = await Promise.all(ROLES.map(async (role) => [role, await shut(role, kind, field)] as const))
      const expected = ROLES.map((role) => {
        if (lines[0]!.who.includes(role)) return [role, null]
        return [role, role === 'visitor' ? 'UNAUTHENTICATED' : 'FORBIDDEN']
      })
      expect(answers).toEqual(expected)
    },
  )
})
