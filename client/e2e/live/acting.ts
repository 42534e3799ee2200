import { type APIRequestContext, expect, request } from '@playwright/test'

/** Somebody elsewhere, at another device: acts through the graph while a page stands open here. */
export interface Actor {
  run: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>
  request: APIRequestContext
}

const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { __typename ... on Refusal { message } } }`

async function visitor(baseURL: string): Promise<Actor> {
  const context = await request.newContext({ baseURL, extraHTTPHeaders: { 'x-madoguchi-csrf': '1' } })
  return {
    request: context,
    async run<Data>(query: string, variables: Record<string, unknown> = {}) {
      const answer = await context.post('/graphql', { data: { query, variables } })
      const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown }
      expect(errors, query).toBeUndefined()
      return data
    },
  }
}

export async function actor(baseURL: string, email: string): Promise<Actor> {
  const someone = await visitor(baseURL)
  const { viewer } = await someone.run<{ viewer: { demo: { password: string } } }>('{ viewer { demo { password } } }')
  const { signIn } = await someone.run<{ signIn: object }>(SIGN_IN, { email, password: viewer.demo.password })
  expect(signIn).toEqual({ __typename: 'Viewer' })
  return someone
}

let keys = 0
const nextKey = (): string => `live-${Math.floor(performance.timeOrigin)}-${(keys += 1)}`

/** A mutation that must not be refused; its answer. */
async function done<Answer>(who: Actor, name: string, query: string, variables: Record<string, unknown>): Promise<Answer> {
  const answer = (await who.run<Record<string, Answer & { code?: string }>>(query, variables))[name]
  expect(answer?.code, `${name} ${JSON.stringify(answer)}`).toBeUndefined()
  return answer as Answer
}

export const sendMessage = (who: Actor, threadId: string, body: string, attachmentIds: string[] = []) =>
  done<{ seq: number }>(
    who,
    'sendMessage',
    `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { seq } ... on Refusal { code message } } }`,
    { input: { key: nextKey(), threadId, body, attachmentIds } },
  )

export const markRead = (who: Actor, threadId: string, seq: number) =>
  done(
    who,
    'markThreadRead',
    `mutation ($threadId: ID!, $seq: Int!) { markThreadRead(threadId: $threadId, seq: $seq) { ... on Thread { id } ... on Refusal { code } } }`,
    { threadId, seq },
  )

interface Applied {
  id: string
  version: number
  thread: { id: string }
}
export const apply = (who: Actor, postingId: string) =>
  done<Applied>(
    who,
    'applyToPosting',
    `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Application { id version thread { id } } ... on Refusal { code message } } }`,
    {
      input: { key: nextKey(), postingId, motive: 'ていねいに仕上げる仕事がしたいです。', attachmentIds: [], understoodNotReferral: true },
    },
  )

export const turnDown = (who: Actor, { id, version }: Pick<Applied, 'id' | 'version'>) =>
  done(
    who,
    'recordSelectionResult',
    `mutation ($input: RecordSelectionResultInput!) { recordSelectionResult(input: $input) { ... on Application { id } ... on Refusal { code message problems { path message } } } }`,
    {
      input: {
        applicationId: id,
        version,
        outcome: 'NOT_HIRED',
        reason: '経験が合わないため',
        messageToSeeker: 'ご応募ありがとうございました。',
      },
    },
  )

export const addMember = (owner: Actor) =>
  done(
    owner,
    'addMember',
    `mutation ($input: AddMemberInput!) { addMember(input: $input) { ... on EmployerMember { id } ... on Refusal { code message } } }`,
    { input: { key: nextKey(), email: `${nextKey()}@mail.example`, name: '入江 すず', role: 'VIEWER' } },
  )

interface OpenPosting {
  id: string
  version: number
}
type Draft = {
  id: string
  draft: {
    version: number
    steps: { key: string; data: Record<string, unknown> }[]
    problems: { path: string; code: string; severity: string }[]
  }
}

/** A posting of the employer, copied from an open one, under a title of its own, submitted. */
export async function submitted(employer: Actor, title: string): Promise<{ id: string; version: number }> {
  const DRAFT = `id draft { version steps { key data } problems { path code severity } }`
  const { open } = await employer.run<{ open: { nodes: { id: string; sheet: { selfApplication: boolean } }[] } }>(
    '{ open: employerPostings(status: [OPEN], first: 20) { nodes { id sheet { selfApplication } } } }',
  )
  const source = open.nodes.find(({ sheet }) => sheet.selfApplication)
  const copy = await done<Draft>(
    employer,
    'copyPosting',
    `mutation ($id: ID!, $key: String!) { copyPosting(postingId: $id, key: $key) { ... on Posting { ${DRAFT} } ... on Refusal { code } } }`,
    { id: source?.id, key: nextKey() },
  )
  let { version } = copy.draft
  const { provisionLeaflet } = await employer.run<{ provisionLeaflet: { version: string } }>('{ provisionLeaflet { version } }')
  for (const [step, change] of Object.entries({
    work: { title },
    kind: { scope: '1', selfApplication: 'YES', provisionAgreement: provisionLeaflet.version },
  })) {
    const data = { ...copy.draft.steps.find(({ key }) => key === step)?.data, ...change }
    const saved = await done<{ version: number }>(
      employer,
      'savePostingStep',
      `mutation ($id: ID!, $step: String!, $data: FormData!, $version: Int!) { savePostingStep(postingId: $id, step: $step, data: $data, version: $version) { ... on Draft { version } ... on Refusal { code } } }`,
      { id: copy.id, step, data, version },
    )
    ;({ version } = saved)
  }
  const { posting } = await employer.run<{ posting: Draft }>(`query ($id: ID!) { posting(id: $id) { ${DRAFT} } }`, { id: copy.id })
  const acknowledge = posting.draft.problems.filter(({ severity }) => severity === 'CONFIRM').map(({ path, code }) => ({ path, code }))
  return done(
    employer,
    'submitPosting',
    `mutation ($id: ID!, $version: Int!, $acknowledge: [AcknowledgementInput!]) { submitPosting(postingId: $id, version: $version, acknowledge: $acknowledge) { ... on Posting { id version } ... on Refusal { code message problems { path message } } } }`,
    { id: copy.id, version, acknowledge },
  )
}

export const accept = (counter: Actor, id: string) =>
  done<OpenPosting>(
    counter,
    'acceptPosting',
    `mutation ($id: ID!) { acceptPosting(postingId: $id) { ... on Posting { id version } ... on Refusal { code message } } }`,
    { id },
  )

/** Open, and found from now on. */
export async function published(employer: Actor, counter: Actor, title: string): Promise<OpenPosting> {
  return accept(counter, (await submitted(employer, title)).id)
}

/** Words nobody else uses, so that a search finds these postings alone. */
export const freshWord = (): string =>
  Array.from({ length: 5 }, () => 'ハヒフヘホマミムメモラリルレロ'.charAt(Math.floor(Math.random() * 15))).join('')

/** Somebody whose My Page was just opened. */
async function newcomer(baseURL: string, purpose: 'OPEN_SEEKER' | 'OPEN_EMPLOYER'): Promise<Actor> {
  const someone = await visitor(baseURL)
  const email = `live-${nextKey()}@mail.example`
  const password = 'Umineko#8nagi'
  const { terms } = await someone.run<{ terms: { version: string } }>('{ terms { version } }')
  await done(
    someone,
    'requestAuthenticationKey',
    `mutation ($input: RequestAuthenticationKeyInput!) { requestAuthenticationKey(input: $input) { ... on KeyRequest { id } ... on Refusal { code } } }`,
    { input: { email, purpose, termsVersion: terms.version } },
  )
  const mailbox = await someone.request.get(`/dev/mail.json?to=${encodeURIComponent(email)}`)
  const authenticationKey = /認証キー: ?([0-9A-Z-]{8,9})/u.exec(JSON.stringify(await mailbox.json()))?.[1] ?? ''
  await done(
    someone,
    'registerPassword',
    `mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) { ... on Viewer { kind } ... on Refusal { code message } } }`,
    { input: { email, purpose, authenticationKey, password, confirmation: password } },
  )
  return someone
}

/** An establishment whose My Page was just opened online, written and not yet sent. */
export async function newFirm(baseURL: string): Promise<Actor & { submits: () => Promise<{ id: string }> }> {
  const someone = await newcomer(baseURL, 'OPEN_EMPLOYER')
  const establishment = {
    name: '株式会社なみまち木工',
    nameKana: 'カブシキガイシャナミマチモッコウ',
    representativeName: '浜 さちこ',
    postalCode: '100-0001',
    address: '千代田7-7-7',
    phone: '03-0000-7777',
  }
  const business = { industryCode: 'E', business: '木の家具の製作', employeesHere: '4' }
  return {
    ...someone,
    async submits() {
      const { viewer } = await someone.run<{ viewer: { employer: { draft: { version: number } } } }>(
        '{ viewer { employer { draft { version } } } }',
      )
      let { version } = viewer.employer.draft
      for (const [step, data] of Object.entries({ establishment, business }))
        ({ version } = await done<{ version: number }>(
          someone,
          'saveEstablishment',
          `mutation ($step: String!, $data: FormData!, $version: Int!) { saveEstablishment(step: $step, data: $data, version: $version) { ... on Draft { version } ... on Refusal { code } } }`,
          { step, data, version },
        ))
      return done<{ id: string }>(
        someone,
        'submitEstablishment',
        `mutation ($version: Int!) { submitEstablishment(version: $version) { ... on Employer { id } ... on Refusal { code problems { path code } } } }`,
        { version },
      )
    },
  }
}

export const acceptFirm = (manager: Actor, employerId: string) =>
  done(
    manager,
    'acceptEmployer',
    `mutation ($employerId: ID!) { acceptEmployer(employerId: $employerId) { ... on Employer { id } ... on Refusal { code message } } }`,
    { employerId },
  )

/** A My Page that was just opened, its short registration written and not yet sent. */
export async function newSeeker(baseURL: string): Promise<Actor & { register: () => Promise<void> }> {
  const someone = await newcomer(baseURL, 'OPEN_SEEKER')
  const { registrationForm } = await someone.run<{
    registrationForm: { fields: { key: string; options: { value: string }[] | null }[] }[]
  }>('{ registrationForm { fields { key options { value } } } }')
  const first = (key: string) => registrationForm[0]?.fields.find((field) => field.key === key)?.options?.[0]?.value
  const data = {
    name: '糸川 あやめ',
    nameKana: 'イトカワ アヤメ',
    birthDate: '1994-05-17',
    postalCode: '102-0093',
    address: '平河町9-9-9',
    phone: '09000007301',
    workSituation: 'UNEMPLOYED',
    schoolSituation: 'NONE',
    wishedKind: first('wishedKind'),
    wishedOccupations: [first('wishedOccupations')],
  }
  return {
    ...someone,
    async register() {
      const { viewer } = await someone.run<{ viewer: { seeker: { draft: { version: number } } } }>(
        '{ viewer { seeker { draft { version } } } }',
      )
      const { version } = await done<{ version: number }>(
        someone,
        'saveRegistration',
        `mutation ($data: FormData!, $version: Int!) { saveRegistration(step: "basics", data: $data, version: $version) { ... on Draft { version problems { path code } } ... on Refusal { code } } }`,
        { data, version: viewer.seeker.draft.version },
      )
      await done(
        someone,
        'submitRegistration',
        `mutation ($version: Int!) { submitRegistration(version: $version) { ... on Seeker { id } ... on Refusal { code problems { path code } } } }`,
        { version },
      )
    },
  }
}
