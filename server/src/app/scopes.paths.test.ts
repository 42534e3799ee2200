import { getNamedType, type GraphQLNamedType, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql'
import { beforeAll, expect, it } from 'vitest'
import { WAYS } from '../../test/scopes/ways.ts'
import { makeSchema } from './schema.ts'

/** What R25 hides, and what holds it. */
const HIDDEN = ['Posting', 'Employer', 'PostingContact', 'ContactPerson', 'EstablishmentFacts', 'PostingConnection', 'PostingEdge']

/** Every field that leads there, and the ways of the matrix that go it. */
const PATHS: Record<string, readonly string[]> = {
  'Query.posting': ['posting(id)'],
  'Query.postingByNumber': ['postingByNumber'],
  'Query.node': ['node(id)', 'employer by id'],
  'Query.nodes': ['nodes(ids)'],
  'Query.postings': ['postings(filter)'],
  'Query.employerPostings': ['employerPostings'],
  'Query.staffPostings': ['staffPostings'],
  'PostingConnection.nodes': ['employerPostings', 'staffPostings'],
  'PostingConnection.edges': ['postings(filter)'],
  'PostingEdge.node': ['postings(filter)'],
  'Posting.employer': ['posting(id)', 'postings(filter)'],
  'Posting.contact': ['posting(id)', 'postings(filter)'],
  'Posting.establishment': ['posting(id)', 'postings(filter)'],
  'PostingContact.person': ['posting(id)', 'application'],
  'Viewer.employer': ['viewer'],
  // Only those that the account is a member of (members.test.ts).
  'Viewer.employers': ['viewer'],
  'Application.posting': ['application.posting'],
  'Application.employerContact': ['application'],
  'PostingNews.added': ['postingPublished'],
  'EmployerConnection.nodes': ['staffEmployers'],
  'EmployerEdge.node': ['staffEmployers'],
  // A code and its establishment are for the staff in charge alone (employers.counter.test.ts).
  'AccountCreationCode.employer': ['staffEmployers'],
  // Whose number was claimed, only staff in charge read (employers.claims.test.ts).
  'EmployerClaim.registered': ['staffEmployers'],
  'Mutation.registerEmployer': ['staffEmployers'],
  // An establishment that opens is its own members', and the offices' staff's, who see every employer.
  'Mutation.submitEstablishment': ['viewer'],
  'Mutation.recallEstablishment': ['viewer'],
  'Mutation.acceptEmployer': ['staffEmployers'],
  'Mutation.returnEmployer': ['staffEmployers'],
  'Mutation.rejectEmployer': ['staffEmployers'],
  'WaitingEmployers.oldest': ['staffEmployers'],
  'Thread.about': ['thread.about.posting'],
  'InboxEvent.subject': ['inbox subject'],
  'Refusal.current': ['refused act of a member', 'refused act of staff', 'refused application'],
  // Acts answer with the posting that was acted on; those that may not act are refused.
  'Mutation.draftPosting': ['refused act of a member'],
  'Mutation.submitPosting': ['refused act of a member'],
  'Mutation.recallPosting': ['refused act of a member'],
  'Mutation.copyPosting': ['refused act of a member'],
  'Mutation.cancelPosting': ['refused act of a member'],
  'Mutation.pausePosting': ['refused act of a member'],
  'Mutation.resumePosting': ['refused act of a member'],
  'Mutation.claimCase': ['refused act of staff'],
  'Mutation.releaseCase': ['refused act of staff'],
  'Mutation.acceptPosting': ['refused act of staff'],
  'Mutation.returnPosting': ['refused act of staff'],
  'Mutation.rejectPosting': ['refused act of staff'],
  // Only staff of offices have what waits, and they see all of it.
  'WaitingPostings.oldest': ['staffPostings'],
}

let schema: GraphQLSchema
beforeAll(async () => {
  schema = await makeSchema()
})

const typesBehind = (type: GraphQLNamedType): string[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name]

it('the matrix knows every path to a posting, an employer and what names it', () => {
  const found = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields())
          .filter((field) => typesBehind(getNamedType(field.type)).some((name) => HIDDEN.includes(name)))
          .map((field) => `${type.name}.${field.name}`)
      : [],
  )
  expect(found.toSorted(), 'a new path: add a way to test/scopes/ways.ts that goes it, and name it here').toEqual(
    Object.keys(PATHS).toSorted(),
  )
})

it('every path is gone by a way that exists', () => {
  const ways = Object.keys(WAYS)
  expect(Object.values(PATHS).flatMap((names) => names.filter((name) => !ways.includes(name)))).toEqual([])
})
