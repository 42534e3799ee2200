import { eq } from 'drizzle-orm'
import {
  getNamedType,
  type GraphQLObjectType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../platform/db/columns.ts'
import type { Viewer } from '../../graph/context.ts'
import { type Answer, type TestApp, testApp } from '../../../test/app.ts'
import { loadOpenPostings, memberOf, type OpenPostings, registrant, seekerAs, staffOf } from '../../../test/open-postings.ts'
import { POSTING_FIELDS } from './postings.form.ts'
import { postings } from './postings.table.ts'
import { contactPersonShown, identityOf, isNew } from './postings.visible.rules.ts'

type Scope = '1' | '2' | '3' | '4'
const SCOPES: readonly Scope[] = ['1', '2', '3', '4']
const TITLES: Record<Scope, string> = { '1': '珍獣飼育係', '2': '灯台守', '3': '氷室番人', '4': '密使見習い' }

let app: TestApp
let world: OpenPostings
let everything: string
const viewers: Record<string, Viewer | null> = {}
const ofScope = (scope: Scope) => world.rows.find(({ sheet }) => sheet.title === TITLES[scope])!

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T11:00:00+09:00' })
  let nth = 0
  world = await loadOpenPostings(app, {
    employers: 12,
    postings: 60,
    change: (posting) => {
      const scope = posting.employerKey === 'employer-1' ? SCOPES[nth++] : undefined
      if (scope === undefined) return { ...posting, steps: { ...posting.steps, kind: { ...posting.steps.kind, scope: '1' } } }
      const { kind, work, pr, selection } = posting.steps
      return {
        ...posting,
        steps: {
          ...posting.steps,
          kind: { ...kind, scope, selfApplication: scope === '1' || scope === '2' },
          work: { ...work, title: TITLES[scope], dispatch: 'DISPATCH', dispatchLicence: '派13-309876' },
          pr: { ...pr, prMessage: 'ひみつの合言葉がある職場です。' },
          selection: {
            ...selection,
            selectionPlace: '旧館の地下会議室',
            contactEmail: 'himitsu@asanagi.example',
            contactFax: '00-0099-8877',
          },
        },
      }
    },
  })
  const [own, other] = world.employers
  if (!own || !other) throw new Error('no employers')
  Object.assign(viewers, {
    'a visitor': null,
    'a seeker who is only typing': await seekerAs(app, { status: 'DRAFT' }),
    'a seeker who is invalid': await seekerAs(app, { status: 'INVALID', kind: 'REGISTERED' }),
    'a seeker whose last day was yesterday': await seekerAs(app, { status: 'VALID', kind: 'REGISTERED', validUntil: '2026-11-23' }),
    'a registrant': registrant(),
    'another employer': memberOf(other),
    'the center’s staff': staffOf(own, { center: true }),
    'a partner': { kind: 'partner', partnerId: newId('prt'), scopes: ['postings'] },
    'a valid online seeker': await seekerAs(app, { status: 'VALID' }),
    'a valid registered seeker': await seekerAs(app, { status: 'VALID', kind: 'REGISTERED' }),
    'a seeker on their last day': await seekerAs(app, { status: 'VALID', validUntil: '2026-11-24' }),
    'a seeker kept valid by benefit': await seekerAs(app, { status: 'VALID', validUntil: '2026-11-23', receivesBenefit: true }),
    'its own employer': memberOf(own),
    'the counter': staffOf(own),
    'an auditor': { ...staffOf(own), role: 'AUDITOR' },
  })
  everything = selectionOf(app.schema.getType('Posting') as GraphQLObjectType, 3)
}, 120_000)
afterAll(() => app.close())

/** Every field of a type that can be asked without arguments, as deep as told. */
function selectionOf(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const of = getNamedType(field.type)
    if (field.args.some(isRequiredArgument) || isInterfaceType(of) || isUnionType(of)) return []
    if (!isCompositeType(of)) return [field.name]
    return depth > 0 && isObjectType(of) ? [`${field.name} { __typename ${selectionOf(of, depth - 1)} }`] : []
  })
  return fields.join(' ')
}

interface Seen {
  identity: 'SHOWN' | 'FOR_SEEKERS' | 'AT_COUNTER'
  person: boolean
}
const shown = (person: boolean): Seen => ({ identity: 'SHOWN', person })
const everybody: Record<Scope, Seen | null> = {
  '1': shown(false),
  '2': { identity: 'FOR_SEEKERS', person: false },
  '3': { identity: 'AT_COUNTER', person: false },
  '4': null,
}
const validSeeker: Record<Scope, Seen | null> = { ...everybody, '1': shown(true), '2': shown(true) }
const inside: Record<Scope, Seen | null> = { '1': shown(true), '2': shown(true), '3': shown(true), '4': shown(true) }

/** R25, line by line: who sees what of which scope; null is "not there". */
const TABLE: Record<string, Record<Scope, Seen | null>> = {
  'a visitor': everybody,
  'a seeker who is only typing': everybody,
  'a seeker who is invalid': everybody,
  'a seeker whose last day was yesterday': everybody,
  'a registrant': everybody,
  'another employer': everybody,
  'the center’s staff': everybody,
  'a partner': everybody,
  'a valid online seeker': validSeeker,
  'a valid registered seeker': validSeeker,
  'a seeker on their last day': validSeeker,
  'a seeker kept valid by benefit': validSeeker,
  'its own employer': inside,
  'the counter': inside,
  'an auditor': inside,
}
const cases = Object.entries(TABLE).flatMap(([viewer, row]) => SCOPES.map((scope) => ({ viewer, scope, expected: row[scope] })))

/** Whose words let a search find the employer: valid seekers and offices for scope 2, everybody for scope 1, nobody else. */
const findsByName = (viewer: string, scope: Scope): boolean =>
  scope === '1' || (scope === '2' && (TABLE[viewer] === validSeeker || viewer === 'the counter' || viewer === 'an auditor'))

const list = async (viewer: string, words: string) =>
  (
    await app
      .as(viewers[viewer] ?? null)
      .run(
        `query ($words: String) { postings(filter: { words: $words }, first: 100) { totalCount nodes { ${everything} } facets { field values { value count } } } }`,
        { words },
      )
  ).postings
const detail = (viewer: string, scope: Scope) => {
  const { id, postingNumber } = ofScope(scope).posting
  return app
    .as(viewers[viewer] ?? null)
    .run(
      `query ($id: ID!, $number: String!) { byId: posting(id: $id) { ${everything} } byNumber: postingByNumber(number: $number) { ${everything} } node(id: $id) { ... on Posting { ${everything} } } }`,
      { id, number: postingNumber },
    )
}

/** Whatever leads to the employer of these postings and stands in no other field (R25). */
function secretsOf(scope: Scope): string[] {
  const { demo } = world.employers[0]!
  const { sheet } = ofScope(scope)
  const address = sheet.workplaceAddress
  return [
    demo.name,
    demo.nameKana,
    demo.employerNumber,
    demo.corporateNumber,
    demo.representativeName,
    demo.phone,
    demo.email,
    demo.webPage,
    demo.business,
    address,
    'ひみつの合言葉',
    '地下会議室',
    'himitsu',
    '00-0099-8877',
    '派13-309876',
    demo.contact.name,
    world.employers[0]!.id,
  ]
}

/** What an answer tells of the employer. */
const told = (one: Answer, scope: Scope) =>
  one && {
    identity: one.identity,
    employer: one.employer?.id ?? null,
    address: one.contact?.workplaceAddress.includes(ofScope(scope).sheet.workplaceAddress) ?? false,
    selectionPlace: one.contact?.selectionPlace ?? null,
    person: one.contact?.person != null,
    pr: (one.contact?.pr.length ?? 0) > 0,
    dispatchLicence: one.contact?.dispatchLicence ?? null,
    business: one.establishment.business !== null,
    leaks: leaksOf(one, scope),
  }
/** Everything that may be known is no leak. */
const leaksOf = (one: Answer, scope: Scope): string[] =>
  one.identity === 'SHOWN' ? [] : secretsOf(scope).filter((secret) => JSON.stringify(one).includes(secret))

function toBeTold(expected: Seen, scope: Scope) {
  const open = expected.identity === 'SHOWN'
  return {
    identity: expected.identity,
    employer: open ? ofScope(scope).posting.employerId : null,
    address: open,
    selectionPlace: open ? '旧館の地下会議室' : null,
    person: expected.person,
    pr: open,
    dispatchLicence: open ? '派13-309876' : null,
    business: open,
    leaks: [],
  }
}

describe('R25 for every viewer, scope and way to a posting', () => {
  it.each(cases)('$viewer, scope $scope', async ({ viewer, scope, expected }) => {
    const answer = expected && toBeTold(expected, scope)
    const { byId, byNumber, node } = await detail(viewer, scope)
    expect([byId, byNumber, node].map((one) => told(one, scope))).toEqual([answer, answer, answer])

    const { totalCount, nodes } = await list(viewer, TITLES[scope])
    const listed = scope === '4' ? [] : [answer]
    expect({ totalCount, nodes: nodes.map((one: Answer) => told(one, scope)) }).toEqual({ totalCount: listed.length, nodes: listed })
  })

  it.each(cases)('$viewer, scope $scope: no word that leads to the employer finds, counts or groups it', async ({ viewer, scope }) => {
    const { demo } = world.employers[0]!
    const words = [demo.name, demo.nameKana, 'ひみつの合言葉', '地下会議室']
    for (const word of words) {
      const narrowed = await list(viewer, `"${word}" ${TITLES[scope]}`)
      const found = findsByName(viewer, scope) ? 1 : 0
      expect([word, narrowed.totalCount, narrowed.nodes.length]).toEqual([word, found, found])
      for (const { values } of narrowed.facets) for (const { count } of values) expect(count).toBeLessThanOrEqual(found)
    }
    for (const never of [demo.contact.name, 'himitsu', '0099 8877', '309876'])
      expect((await list(viewer, `"${never}" ${TITLES[scope]}`)).totalCount).toBe(0)
  })

  it('never shows a contact person to visitors, in a list or alone', async () => {
    for (const { posting } of world.rows.slice(0, 20)) {
      const one = (await app.as(null).run('query ($id: ID!) { posting(id: $id) { contact { person { name } } } }', { id: posting.id }))
        .posting
      expect(one?.contact?.person ?? null).toBeNull()
    }
  })
})

describe('postings that are not open', () => {
  const states = ['DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'ENDED'] as const
  const sees = (viewer: string, status: (typeof states)[number]) =>
    viewer === 'its own employer' || ((viewer === 'the counter' || viewer === 'an auditor') && status !== 'DRAFT')
  it.each(Object.keys(TABLE))('exist for %s only where STATES 3.1 says so', async (viewer) => {
    const { posting } = ofScope('1')
    for (const status of states) {
      await app.db.update(postings).set({ status }).where(eq(postings.id, posting.id))
      const { byId, byNumber, node } = await detail(viewer, '1')
      expect([status, byId !== null, byNumber !== null, node !== null]).toEqual([
        status,
        ...Array.from({ length: 3 }, () => sees(viewer, status)),
      ])
    }
    await app.db.update(postings).set({ status: 'OPEN' }).where(eq(postings.id, posting.id))
  })

  it('are past from 00:00 after the last day, before any sweep', async () => {
    const { posting, demo } = ofScope('1')
    app.setNow(`${demo.validUntil}T23:59:00+09:00`)
    expect((await detail('a visitor', '1')).byId).toMatchObject({ isOpen: true })
    app.setNow(new Date(new Date(`${demo.validUntil}T23:59:59+09:00`).getTime() + 2000))
    expect((await detail('a visitor', '1')).byId).toBeNull()
    expect((await detail('its own employer', '1')).byId).toMatchObject({ isOpen: false, isNew: false })
    app.setNow('2026-11-24T11:00:00+09:00')
    expect(posting.validUntil).toBe(demo.validUntil)
  })

  it('and what is no posting are the same "not there"', async () => {
    const ask = app.as(null)
    for (const id of ['', 'x', newId('pst'), newId('emp'), 'pst_0', "' or 1=1 --"])
      expect((await ask.run('query ($id: ID!) { posting(id: $id) { id } }', { id })).posting).toBeNull()
    for (const number of ['', '13010', '13010-99999999', 'ｘ', '\ud800', '%', '13010-0000016１２'])
      expect((await ask.run('query ($number: String!) { postingByNumber(number: $number) { id } }', { number })).postingByNumber).toBeNull()
  })
})

/** The pure rule for strangers: scope 4, were it reached, shows as scope 3. */
const EVERYBODY: Record<Scope, Seen> = {
  '1': shown(false),
  '2': { identity: 'FOR_SEEKERS', person: false },
  '3': { identity: 'AT_COUNTER', person: false },
  '4': { identity: 'AT_COUNTER', person: false },
}
const VALID_SEEKER: Record<Scope, Seen> = { ...EVERYBODY, '1': shown(true), '2': shown(true) }

describe('the rules themselves', () => {
  it('know no identifying column of a sheet in the graph', () => {
    const open = new Set(Object.keys((app.schema.getType('PostingSheet') as GraphQLObjectType).getFields()))
    const identifying = POSTING_FIELDS.filter((field) => field.identifying || field.staffOnly).map(({ key }) => key)
    expect(identifying.length).toBeGreaterThan(10)
    expect(identifying.filter((key) => open.has(key))).toEqual([])
  })

  it('hide the unknown', () => {
    const nobody = { own: false, staff: false, validSeeker: true, party: false }
    expect(identityOf({ scope: '9' }, nobody)).toBe('AT_COUNTER')
    expect(contactPersonShown({ scope: '9' }, nobody)).toBe(false)
  })

  it.each(SCOPES)('show scope %s in full to its applicants, valid or not', (scope) => {
    for (const validSeeker of [true, false]) {
      const nobody = { own: false, staff: false, validSeeker, party: false }
      const applicant = { ...nobody, party: true }
      expect([identityOf({ scope }, applicant), contactPersonShown({ scope }, applicant)]).toEqual(['SHOWN', true])
      const { identity, person } = (validSeeker ? VALID_SEEKER : EVERYBODY)[scope]
      expect([identityOf({ scope }, nobody), contactPersonShown({ scope }, nobody)]).toEqual([identity, person])
    }
  })

  it('call a posting new on the day of its acceptance and the two days after', () => {
    const on = (today: string) => isNew({ acceptedOn: '2026-02-27' }, today, { newPostingDays: 3 })
    expect([on('2026-02-27'), on('2026-03-01'), on('2026-03-02')]).toEqual([true, true, false])
  })
})
