import { expect } from '@playwright/test'
import { ask } from '../people.ts'
import type { Person } from './person.ts'
import { STORY } from './story.ts'

const { messages } = STORY

interface Posting {
  id: string
  title: string
  sheet: { title: string; duties: string } | null
  reviews: { outcome: string }[]
}
interface Application {
  motive: string
  documents: { name: string }[]
  posting: { id: string }
  result: { messageToSeeker: string } | null
  thread: { messages: { seq: number; mine: boolean; automatic: boolean; body: string }[] }
}

/** What both sides read in the graph: every text where it belongs, nothing lost, nothing twice. */
export async function everythingIsThereOnce(seeker: Person, employer: Person): Promise<void> {
  const { employerPostings } = await ask<{ employerPostings: { nodes: Posting[] } }>(
    employer.page.request,
    '{ employerPostings(first: 100) { nodes { id title sheet { title duties } reviews { outcome } } } }',
  )
  const postings = employerPostings.nodes.filter(({ title }) => title === STORY.title)
  expect(postings).toHaveLength(1)
  const [posting] = postings
  expect(posting?.sheet).toEqual({ title: STORY.title, duties: STORY.mended })
  expect(posting?.reviews.map(({ outcome }) => outcome).toSorted()).toEqual(['ACCEPTED', 'RETURNED'])

  const sides = [
    [seeker, 'seekerApplications', '', [messages.answer, messages.more, messages.late]],
    [employer, 'employerApplications', `postingId: "${posting?.id}", `, [messages.welcome, messages.fine]],
  ] as const
  for (const [{ page }, list, only, own] of sides) {
    const answer = await ask<Record<string, { nodes: Application[] }>>(
      page.request,
      `{ ${list}(${only}first: 5) { nodes { motive documents { name } posting { id } result { messageToSeeker }
         thread { messages(last: 50) { seq mine automatic body } } } } }`,
    )
    const applications = (answer[list]?.nodes ?? []).filter((one) => one.posting.id === posting?.id)
    expect(applications, list).toHaveLength(1)
    const [application] = applications
    expect(application?.motive).toBe(STORY.motive)
    expect(application?.documents).toEqual([{ name: '職務経歴書.pdf' }])
    expect(application?.result?.messageToSeeker).toBe(STORY.farewell)
    const said = (application?.thread.messages ?? []).filter(({ automatic }) => !automatic)
    expect(said.map(({ body }) => body)).toEqual(Object.values(messages))
    expect(said.filter(({ mine }) => mine).map(({ body }) => body)).toEqual(own)
    const numbers = said.map(({ seq }) => seq)
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
  }
}
