import { readFileSync } from 'node:fs'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { ask, DESK, device, enterAs, PHONE } from './people.ts'
import { barriersOn, englishIn, tooWide } from './soundness.ts'

/** One page to look at: its pattern in the router and the address of an example. */
type Place = readonly [pattern: string, address: string]
type Ids = Record<string, string>
interface Role {
  who: string
  email?: string
  find: (request: APIRequestContext) => Promise<Ids>
  places: (ids: Ids) => Place[]
}

const ROUTER = readFileSync(new URL('../src/app/router.tsx', import.meta.url), 'utf8')
const PATTERNS = [...ROUTER.matchAll(/\bat\('([^']+)'\)/gu)].map(([, pattern]) => pattern ?? '')
const STEPS = ['kind', 'establishment', 'work', 'wage', 'hours', 'insurance', 'pr', 'selection']
const ONLINE = 'online: postings(filter: { selfApplication: true }, first: 1) { nodes { id: postingNumber } }'

/** The first id of each named list. */
async function first(request: APIRequestContext, query: string): Promise<Ids> {
  const found = await ask<Record<string, { nodes: { id: string }[] }>>(request, query)
  return Object.fromEntries(
    Object.entries(found).map(
      ([
        name,
        {
          nodes: [one],
        },
      ]) => {
        if (!one) throw new Error(`the demo has no example of ${name}`)
        return [name, one.id]
      },
    ),
  )
}

const visitor: Role = {
  who: '見に来た人',
  find: (request) => first(request, `{ ${ONLINE} }`),
  places: ({ online }) => [
    ['/', '/'],
    ['/jobs', '/jobs'],
    ['/jobs', `/jobs?q=${encodeURIComponent('そんな仕事はどこにもない')}&pref=13`],
    ['/jobs/$postingNumber', `/jobs/${online}`],
    ['/jobs/$postingNumber', '/jobs/13010-99999999'],
    ['/terms', '/terms'],
    ['/privacy', '/privacy'],
    ['/guide/provision', '/guide/provision'],
    ['/signin', '/signin'],
    ['/reset', '/reset'],
    ['/withdrawn', '/withdrawn'],
    ['/open/seeker', '/open/seeker'],
    ['/open/code', '/open/code'],
    ['/open/registered', '/open/registered'],
    ['/open/employer', '/open/employer'],
    ['/open/member', '/open/member'],
    ['/open/member', '/open/member?step=known'],
    ['/invitation/$token', `/invitation/${'x'.repeat(43)}`],
    ['/staff', '/staff'],
    ['/dev/mail', '/dev/mail'],
    ['/dev/clock', '/dev/clock'],
    ['/gone', '/gone'],
  ],
}
const seeker: Role = {
  who: '求職者',
  email: 'seeker@demo.example',
  find: (request) =>
    first(
      request,
      `{ ${ONLINE} running: seekerApplications(finished: false) { nodes { id } }
         threads { nodes { id } } }`,
    ),
  places: ({ online, running, threads }) => [
    ['/me', '/me'],
    ['/account', '/account'],
    ['/account/password', '/account/password'],
    ['/account/email', '/account/email'],
    ['/account/data', '/account/data'],
    ['/account/withdraw', '/account/withdraw'],
    ['/account/passkey', '/account/passkey'],
    ['/account/authenticator', '/account/authenticator'],
    ['/me/registration', '/me/registration'],
    ['/me/activity', '/me/activity'],
    ['/me/access-log', '/me/access-log'],
    ['/jobs', '/jobs'],
    ['/jobs/$postingNumber', `/jobs/${online}`],
    ['/jobs/$postingNumber/apply', `/jobs/${online}/apply`],
    ['/me/applications/$id', `/me/applications/${running}`],
    ['/me/messages', '/me/messages'],
    ['/me/messages/$threadId', `/me/messages/${threads}`],
  ],
}
const employer: Role = {
  who: '求人者',
  email: 'employer@demo.example',
  find: (request) =>
    first(
      request,
      `{ open: employerPostings(status: [OPEN], first: 1) { nodes { id } } draft: employerPostings(status: [DRAFT], first: 1) { nodes { id } }
         returned: employerPostings(status: [RETURNED], first: 1) { nodes { id } } applications: employerApplications(first: 1) { nodes { id } }
         threads(first: 1) { nodes { id } } members: employerMembers { nodes { id } } }`,
    ),
  places: ({ open, draft, returned, applications, threads, members }) => [
    ['/employer', '/employer'],
    ['/account/withdraw', '/account/withdraw'],
    ['/employer/establishment', '/employer/establishment'],
    ['/employer/claim', '/employer'],
    ['/employer/postings', '/employer/postings'],
    ['/employer/postings/$id', `/employer/postings/${open}`],
    ['/employer/postings/$id/edit', `/employer/postings/${draft}/edit`],
    ['/employer/postings/$id/edit', `/employer/postings/${returned}/edit`],
    ...STEPS.map((step): Place => ['/employer/postings/$id/edit/$step', `/employer/postings/${returned}/edit/${step}`]),
    ['/employer/postings/$id/sample', `/employer/postings/${returned}/sample`],
    ['/employer/postings/$id/check', `/employer/postings/${returned}/check`],
    ['/employer/applicants', '/employer/applicants'],
    ['/employer/applications/$id', `/employer/applications/${applications}`],
    ['/employer/members', '/employer/members'],
    ['/employer/members/add', '/employer/members/add'],
    ['/employer/members/$id', `/employer/members/${members}`],
    ['/employer/choose', '/employer/choose'],
    ['/employer/messages', '/employer/messages'],
    ['/employer/messages/$threadId', `/employer/messages/${threads}`],
  ],
}
async function issuedCode(request: APIRequestContext): Promise<string> {
  const { staffEmployers } = await ask<{ staffEmployers: { nodes: { accountCreationCode: { id: string } | null }[] } }>(
    request,
    '{ staffEmployers(status: [UNOPENED], first: 20) { nodes { accountCreationCode { id } } } }',
  )
  const issued = staffEmployers.nodes.flatMap(({ accountCreationCode }) => accountCreationCode ?? [])
  if (!issued[0]) throw new Error('the demo has no account creation code')
  return issued[0].id
}
const staff: Role = {
  who: '職員',
  email: 'counter@demo.example',
  find: async (request) => ({ code: await issuedCode(request) }),
  places: ({ code }) => [
    ['/staff', '/staff'],
    ['/staff/codes/$id', `/staff/codes/${code}`],
    ['/graphiql', '/graphiql'],
  ],
}
const registrant: Role = {
  who: 'センターの登録者',
  email: 'registrant@demo.example',
  find: async () => ({}),
  places: () => [
    ['/me', '/me'],
    ['/account', '/account'],
    ['/jobs', '/jobs'],
    ['/invitation/$token', `/invitation/${'x'.repeat(43)}`],
  ],
}
const center: Role = {
  who: 'センターの職員',
  email: 'center@demo.example',
  find: async () => ({}),
  places: () => [
    ['/staff', '/staff'],
    ['/graphiql', '/graphiql?op=inviteRegistrant'],
  ],
}
const ROLES = [visitor, seeker, registrant, employer, staff, center]

const WIDTHS = [PHONE, DESK, { ...PHONE, width: 320 }]

for (const role of ROLES)
  test(`every page of a ${role.who} is sound on phone and desk`, async ({ browser }) => {
    test.setTimeout(300_000)
    const { page, troubles } = await device(browser, PHONE)
    if (role.email !== undefined) await enterAs(page, role.email)
    for (const [, address] of role.places(await role.find(page.request))) await test.step(address, () => look(page, address))
    expect(troubles, 'what the console said').toEqual([])
    await page.context().close()
  })

test('the walk leaves out no route', () => {
  const walked = new Set(ROLES.flatMap((role) => role.places({}).map(([pattern]) => pattern)))
  expect(PATTERNS.length).toBeGreaterThan(20)
  expect(PATTERNS.filter((pattern) => !walked.has(pattern))).toEqual([])
})

async function look(page: Page, address: string): Promise<void> {
  await page.setViewportSize(PHONE)
  await page.goto(address)
  const h1 = page.getByRole('heading', { level: 1 })
  await expect(h1, `${address}: one h1`).toHaveCount(1)
  if (address !== '/gone') await expect(h1).not.toHaveText(/^このページは見られません$|^読みこめませんでした$/u)
  await expect(page.getByRole('main').getByText('読みこんでいます'), address).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
  expect.soft(await page.title(), `${address}: its title`).toMatch(/^(\(\d+\) )?\S.* \| まどぐち$/u)
  expect.soft(await englishIn(page), `${address}: English left over`).toEqual([])
  for (const size of WIDTHS) {
    await page.setViewportSize(size)
    expect.soft(await tooWide(page), `${address}: sideways at ${size.width}px`).toEqual([])
    if (size.width !== 320) expect.soft(await barriersOn(page), `${address}: barriers at ${size.width}px`).toEqual([])
  }
}
