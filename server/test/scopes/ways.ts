import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isRequiredArgument,
  isUnionType,
} from 'graphql'
import { partyOf, type Viewer } from '../../src/graph/context.ts'
import { encodeCursor } from '../../src/kernel/cursor.ts'
import { inboxEvents } from '../../src/platform/db/platform.table.ts'
import { inTransaction } from '../../src/platform/db/transaction.ts'
import type { Answer } from '../app.ts'
import { namesOf, SHOWN } from './secrets.ts'
import { isListed, kindOf, type Level, levelOf, type Scope, SCOPES, VIEWERS, type Who } from './table.ts'
import type { Place, World } from './world.ts'

/** What a way leads to: null where there is nothing, an answer in which secrets are looked for. */
type Found = object | null

interface Asked {
  world: World
  who: Who
  scope: Scope
  place: Place
  run: (document: string, variables?: Record<string, unknown>) => Promise<Answer>
  viewer: Viewer | null
}
interface Way {
  /** Whether this viewer can go it at all; elsewhere the door of the root field is closed. */
  isOpen: (who: Who) => boolean
  ask: (asked: Asked) => Promise<Found>
  /** Names of the secrets that the answer must hold, and no other; null: nothing there. */
  shows: (who: Who, scope: Scope) => string[] | null
}

const VISITOR: Viewer = { kind: 'visitor' }
const OWN: Who[] = ['its own owner', 'its own recruiter', 'its own reader']
const APPLICANTS: Who[] = ['an applicant', 'an applicant who is invalid now', 'an applicant who took it back']
const CENTER: Who[] = ['the counter of a center', 'a manager of a center']
const OFFICES: Who[] = ['the counter of its office', 'the counter of another public office', 'a manager', 'an auditor']
const isSeeker = (who: Who) => who.includes('seeker') || who.includes('applicant')
const anybody = () => true
const whoIs =
  (...groups: readonly (readonly Who[])[]) =>
  (who: Who) =>
    groups.flat().includes(who)

/** Every field of a type that can be asked without arguments, as deep as told. */
function everythingOf(schema: GraphQLSchema, type: string, depth: number, without: readonly string[] = []): string {
  const selection = (of: GraphQLObjectType, left: number, skip: readonly string[]): string =>
    Object.values(of.getFields())
      .flatMap((field) => {
        const to = getNamedType(field.type)
        if (skip.includes(field.name) || field.args.some(isRequiredArgument) || isInterfaceType(to) || isUnionType(to)) return []
        if (!isCompositeType(to)) return [field.name]
        return left > 0 ? [`${field.name} { __typename ${selection(to as GraphQLObjectType, left - 1, [])} }`] : []
      })
      .join(' ')
  return selection(schema.getType(type) as GraphQLObjectType, depth, without)
}

const selections = new Map<string, string>()
const selectionOf = ({ world: { app } }: Asked, type: string, depth: number, without: readonly string[] = []) => {
  const key = `${type} ${depth} ${without.join()}`
  const known = selections.get(key) ?? everythingOf(app.schema, type, depth, without)
  selections.set(key, known)
  return known
}
const posting = (asked: Asked) => selectionOf(asked, 'Posting', 3)

const shownAt = (level: Level) => (level === 'NOTHING' ? null : namesOf(SHOWN[level]))
const byTable = (who: Who, scope: Scope) => shownAt(levelOf(who, scope))
const listed = (who: Who, scope: Scope) => (isListed(who, scope) ? byTable(who, scope) : null)
const always = namesOf(SHOWN.ALL)

/** One document for the ways that start at an id or a number. */
async function starts(asked: Asked): Promise<Answer> {
  const known = answers.get(asked)
  if (known) return known
  const all = posting(asked)
  const answer = asked.run(
    `query ($id: ID!, $number: String!) { posting(id: $id) { ${all} } postingByNumber(number: $number) { ${all} }
      node(id: $id) { ... on Posting { ${all} } } nodes(ids: [$id]) { ... on Posting { ${all} } } }`,
    { id: asked.place.posting.id, number: asked.place.posting.postingNumber },
  )
  answers.set(asked, answer)
  return answer
}
const answers = new WeakMap<Asked, Promise<Answer>>()

/** The application that a viewer may read: their own, else that of the first applicant. */
const applicationOf = ({ world, who, scope }: Asked) => (world.applications[who] ?? world.applications['an applicant'])![scope]

/** Taken back, the posting is again what it is to others of its kind, but known to be there (STATES 3.1: the case stays in one's own list). */
const behindApplication = (who: Who, scope: Scope): string[] | null => {
  const level = levelOf(who, scope)
  return shownAt(who === 'an applicant who took it back' && level === 'NOTHING' ? 'HIDDEN' : level)
}
const READERS = whoIs(APPLICANTS, OWN, ['the counter of its office', 'a manager'])
const readsApplication = (who: Who) => isSeeker(who) || [...OWN, 'another employer', ...CENTER, ...OFFICES.slice(0, 3)].includes(who)

const inboxSeq = new WeakMap<World, Map<string, number>>()
/** Where the event about a posting stands in the inbox of a party: put there by `deliverTo`. */
const inboxPlacesOf = (world: World): Map<string, number> => {
  const known = inboxSeq.get(world) ?? new Map<string, number>()
  inboxSeq.set(world, known)
  return known
}

export const WAYS: Record<string, Way> = {
  'posting(id)': { isOpen: anybody, ask: async (asked) => (await starts(asked)).posting, shows: byTable },
  postingByNumber: {
    isOpen: anybody,
    ask: async (asked) => (await starts(asked)).postingByNumber,
    shows: byTable,
  },
  'node(id)': { isOpen: anybody, ask: async (asked) => (await starts(asked)).node, shows: byTable },
  'nodes(ids)': { isOpen: anybody, ask: async (asked) => (await starts(asked)).nodes[0], shows: byTable },
  'postings(filter)': {
    isOpen: anybody,
    ask: async (asked) => {
      const { postings } = await asked.run(
        `query ($words: String!) { postings(filter: { words: $words }) { edges { cursor node { ${posting(asked)} } } } }`,
        { words: SCOPES.map((scope) => asked.world.places[kindOf(asked.who)][scope].title).join(' OR ') },
      )
      return postings.edges.find(({ node }: Answer) => node.id === asked.place.posting.id) ?? null
    },
    shows: listed,
  },
  viewer: {
    isOpen: anybody,
    ask: async (asked) => (await asked.run(`{ viewer { ${selectionOf(asked, 'Viewer', 3)} } }`)).viewer,
    shows: (who) => (OWN.includes(who) ? namesOf(['EMPLOYER', 'FACTS']) : []),
  },
  'employer by id': {
    isOpen: anybody,
    ask: async (asked) => {
      const id = asked.place.employer.employer.id
      return (await asked.run(`query ($id: ID!) { node(id: $id) { ... on Employer { ${selectionOf(asked, 'Employer', 2)} } } }`, { id }))
        .node
    },
    shows: (who) => (whoIs(OWN, OFFICES)(who) ? namesOf(['EMPLOYER', 'FACTS']) : null),
  },
  'inbox subject': {
    isOpen: (who) => isSeeker(who) || whoIs(OWN, ['another employer', 'a registrant of a center'], CENTER, OFFICES.slice(0, 3))(who),
    ask: async (asked) => {
      const { world, viewer, place } = asked
      const seq = inboxPlacesOf(world).get(`${partyOf(viewer ?? VISITOR)} ${place.posting.id}`)
      const events = await world.app
        .as(viewer)
        .listen(`subscription ($after: Int!) { inbox(after: $after) { subject { ... on Posting { ${posting(asked)} } } } }`, {
          after: (seq ?? 0) - 1,
        })
      const { inbox } = await events.next()
      events.stop()
      return inbox.subject
    },
    shows: byTable,
  },
  'refused act of a member': {
    isOpen: whoIs(OWN.slice(0, 2), ['another employer']),
    ask: async (asked) => {
      const { pausePosting } = await asked.run(
        `mutation ($id: ID!) { pausePosting(postingId: $id, version: 0) { ... on Refusal { current { ... on Posting { ${posting(asked)} } } } } }`,
        { id: asked.place.posting.id },
      )
      return pausePosting.current
    },
    shows: (who) => (OWN.includes(who) ? always : null),
  },
  'refused act of staff': {
    isOpen: whoIs(CENTER, OFFICES.slice(0, 3)),
    ask: async (asked) => {
      const { acceptPosting } = await asked.run(
        `mutation ($id: ID!) { acceptPosting(postingId: $id, dryRun: true) { ... on Refusal { current { ... on Posting { ${posting(asked)} } } } } }`,
        { id: asked.place.posting.id },
      )
      return acceptPosting.current
    },
    shows: (who) => (whoIs(['the counter of its office', 'a manager'])(who) ? always : null),
  },
  'refused application': {
    isOpen: isSeeker,
    ask: async ({ run, place }) => {
      const input = { key: place.posting.id, postingId: place.posting.id, motive: '', attachmentIds: [], understoodNotReferral: false }
      const { applyToPosting } = await run(
        `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Refusal { code message problems { message } current { id } } } }`,
        { input },
      )
      return applyToPosting.code === 'NOT_FOUND' ? null : applyToPosting
    },
    shows: (who, scope) => (levelOf(who, scope) === 'NOTHING' || who === 'a seeker who is only typing' ? null : []),
  },
  employerPostings: {
    isOpen: whoIs(OWN, ['another employer']),
    ask: async (asked) => (await asked.run(`{ employerPostings { nodes { ${posting(asked)} } } }`)).employerPostings.nodes[0] ?? null,
    shows: (who) => (OWN.includes(who) ? always : null),
  },
  staffPostings: {
    isOpen: whoIs(CENTER, OFFICES),
    ask: async (asked) => {
      const { staffPostings } = await asked.run(
        `query ($number: String!) { staffPostings(employerNumber: $number) { nodes { ${posting(asked)} } } }`,
        { number: asked.place.employer.employer.employerNumber },
      )
      return staffPostings.nodes[0] ?? null
    },
    shows: (who) => (OFFICES.includes(who) ? always : null),
  },
  staffEmployers: {
    isOpen: whoIs(CENTER, OFFICES),
    ask: async (asked) => {
      const { staffEmployers } = await asked.run(
        `query ($number: String!) { staffEmployers(employerNumber: $number) { edges { node { ${selectionOf(asked, 'Employer', 2)} } } } }`,
        { number: asked.place.employer.employer.employerNumber },
      )
      return staffEmployers.edges[0]?.node ?? null
    },
    shows: (who) => (OFFICES.includes(who) ? namesOf(['EMPLOYER', 'FACTS']) : null),
  },
  postingPublished: {
    isOpen: anybody,
    ask: async (asked) => {
      const events = await asked.world.app
        .as(asked.viewer)
        .listen(
          `subscription ($words: String!, $after: String!) { postingPublished(filter: { words: $words }, after: $after) { added { ${posting(asked)} } } }`,
          {
            words: SCOPES.map((scope) => asked.world.places[kindOf(asked.who)][scope].title).join(' OR '),
            after: encodeCursor([new Date(0).toISOString(), '']),
          },
        )
      const { postingPublished } = await events.next()
      events.stop()
      return postingPublished.added.find(({ id }: Answer) => id === asked.place.posting.id) ?? null
    },
    shows: listed,
  },
  'application.posting': {
    isOpen: readsApplication,
    ask: async (asked) => {
      const { application } = await asked.run(`query ($id: ID!) { application(id: $id) { posting { ${posting(asked)} } } }`, {
        id: applicationOf(asked).id,
      })
      return application?.posting ?? null
    },
    shows: (who, scope) => (READERS(who) ? behindApplication(who, scope) : null),
  },
  application: {
    isOpen: readsApplication,
    ask: async (asked) => {
      const fields = selectionOf(asked, 'Application', 2, ['posting'])
      return (await asked.run(`query ($id: ID!) { application(id: $id) { ${fields} } }`, { id: applicationOf(asked).id })).application
    },
    shows: (who) => {
      if (!READERS(who)) return null
      return who === 'an applicant who took it back' ? ['employer name'] : ['employer name', ...namesOf(['CONTACT', 'PERSON'])]
    },
  },
  thread: {
    isOpen: (who) => isSeeker(who) || whoIs(OWN, ['another employer'])(who),
    ask: async (asked) =>
      (
        await asked.run(`query ($id: ID!) { thread(id: $id) { ${selectionOf(asked, 'Thread', 2)} } }`, {
          id: applicationOf(asked).threadId,
        })
      ).thread,
    shows: (who) => (APPLICANTS.includes(who) ? ['employer name'] : OWN.includes(who) ? [] : null),
  },
  'thread.about.posting': {
    isOpen: (who) => isSeeker(who) || whoIs(OWN, ['another employer'])(who),
    ask: async (asked) => {
      const { thread } = await asked.run(
        `query ($id: ID!) { thread(id: $id) { about { ... on Application { posting { ${posting(asked)} } } } } }`,
        { id: applicationOf(asked).threadId },
      )
      return thread?.about.posting ?? null
    },
    shows: (who, scope) => (whoIs(APPLICANTS, OWN)(who) ? behindApplication(who, scope) : null),
  },
}

/** An event about every posting in every inbox that anybody who looks at it follows: what it leads to is decided when it is read. */
export async function deliverAll(world: World): Promise<void> {
  const places = inboxPlacesOf(world)
  const told = VIEWERS.flatMap((who) =>
    SCOPES.flatMap((scope) => {
      const party = partyOf(world.viewers[who](scope) ?? VISITOR)
      return party === null ? [] : [[party, world.places[kindOf(who)][scope].posting.id] as const]
    }),
  )
  const { app } = world
  await inTransaction(app.as(null).context(), {}, async (tx) => {
    for (const [party, id] of told) tx.deliver(party, 'POSTING', id)
    return { id: 'delivered' }
  })
  for (const { party, seq, subject } of await app.db.select().from(inboxEvents)) places.set(`${party} ${subject}`, seq)
}
