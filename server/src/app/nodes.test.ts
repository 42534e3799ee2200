import type { GraphQLInterfaceType, GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeEmployer, makeOffice, makeSeeker, makeStaff } from '../../test/actors.ts'
import { app, apply, employer, office, openStage, posting, resetStage, seeker } from '../../test/applying.ts'
import type { Viewer } from '../graph/context.ts'
import { ID_KINDS, type IdKind } from '../kernel/ids.ts'
import { employerClaims } from '../modules/employers/employers.claims.table.ts'
import { messages } from '../modules/messages/messages.table.ts'
import { postings } from '../modules/postings/postings.table.ts'
import { newId } from '../platform/db/columns.ts'

/** One thing of each kind, all of the same application. */
const things: Partial<Record<IdKind, string>> = {}
const viewers: Record<string, Viewer | null> = { 'a visitor': null }

beforeAll(async () => {
  await openStage()
  await resetStage()
  const { id, thread } = await apply()
  const [message] = await app.db.select().from(messages)
  const CREATE = `mutation ($input: CreateUploadInput!) { createUpload(input: $input) { ... on Upload { id } } }`
  const { createUpload } = await app.as(seeker.viewer).run(CREATE, { input: { key: 'k', name: '履歴書.txt', size: 12 } })
  await app.db.update(postings).set({ status: 'RETURNED' })
  Object.assign(things, {
    off: office.id,
    fil: createUpload.id,
    thr: thread.id,
    msg: message!.id,
    skr: seeker.seeker.id,
    emp: employer.employer.id,
    pst: posting.id,
    app: id,
  })
  const [claim] = await app.db
    .insert(employerClaims)
    .values({
      employerId: employer.employer.id,
      memberId: employer.owner.memberId,
      employerNumber: '1301-000000-1',
      officeId: office.id,
      state: 'PENDING',
      name: '森下 なつき',
      claimedAt: app.clock.now(),
    })
    .returning()
  things.clm = claim!.id
  const elsewhere = await makeOffice(app, { code: '27010' })
  const center = await makeStaff(app, await makeOffice(app, { code: '99001', kind: 'CENTER' }), 'MANAGER')
  const INVITE = `mutation { inviteRegistrant(key: "k", name: "藤代 まさみ", nameKana: "フジシロ マサミ", email: "fujishiro@mail.example") { ... on Registrant { id } } }`
  const { inviteRegistrant } = await app.as(center).run(INVITE)
  things.rgs = inviteRegistrant.id
  const registrant = { kind: 'registrant', accountId: newId('acc') } as const
  Object.assign(viewers, {
    'the registrant': { ...registrant, registrantId: inviteRegistrant.id },
    'another registrant': { ...registrant, registrantId: newId('rgs') },
    'another center': await makeStaff(app, await makeOffice(app, { code: '99002', kind: 'CENTER' }), 'MANAGER'),
    'the seeker': seeker.viewer,
    'the employer': employer.owner,
    'the counter': await makeStaff(app, office),
    'another seeker': (await makeSeeker(app, office)).viewer,
    'another employer': (await makeEmployer(app, office)).owner,
    'another office': await makeStaff(app, elsewhere),
    'a manager elsewhere': await makeStaff(app, elsewhere, 'MANAGER'),
    'an auditor': await makeStaff(app, office, 'AUDITOR'),
    'a center': center,
  })
})
afterAll(() => app.close())

/** Which of the things each may read by id; offices are public. */
const MAY: Record<string, readonly IdKind[]> = {
  'a visitor': ['off'],
  'the seeker': ['off', 'fil', 'thr', 'msg', 'skr', 'app'],
  'the employer': ['off', 'thr', 'msg', 'emp', 'pst', 'app', 'clm'],
  'the counter': ['off', 'skr', 'emp', 'pst', 'app', 'clm'],
  'another seeker': ['off'],
  'another employer': ['off'],
  'another office': ['off', 'skr', 'emp', 'pst'],
  'a manager elsewhere': ['off', 'skr', 'emp', 'pst', 'app', 'clm'],
  'an auditor': ['off', 'emp', 'pst', 'clm'],
  'a center': ['off', 'rgs'],
  'another center': ['off'],
  'the registrant': ['off', 'rgs'],
  'another registrant': ['off'],
}

it.each(Object.keys(MAY))('%s reads by id what is theirs to see, and nothing else is there', async (viewer) => {
  const kinds = Object.keys(things) as IdKind[]
  const ids = kinds.map((kind) => things[kind])
  const { nodes } = await app.as(viewers[viewer] ?? null).run('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
  const seen = kinds.filter((_, index) => nodes[index] !== null)
  expect(seen.toSorted()).toEqual([...(MAY[viewer] ?? [])].toSorted())
  for (const kind of kinds) {
    const { node } = await app.as(viewers[viewer] ?? null).run('query ($id: ID!) { node(id: $id) { id } }', { id: things[kind] })
    expect([kind, node?.id ?? null]).toEqual([kind, seen.includes(kind) ? things[kind] : null])
  }
})

it('what is not there is as null as what is somebody else’s, for every kind of id', async () => {
  const uuid = newId('acc').slice(4)
  const ids = Object.keys(ID_KINDS).map((kind) => `${kind}_${uuid}`)
  const { nodes } = await app.as(viewers['the counter'] ?? null).run('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
  expect(nodes).toEqual(ids.map(() => null))
})

it('every kind that a page can come back to by its id has been asked for here', () => {
  const schema: GraphQLSchema = app.schema
  const kinds = schema.getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType).map(({ name }) => name)
  const asked = Object.keys(things).map((kind): string => ID_KINDS[kind as IdKind])
  // Read through what they belong to, never alone.
  expect(kinds.filter((name) => !asked.includes(name))).toEqual(['Draft', 'PostingSheet'])
})
