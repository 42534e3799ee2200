import { EventReaders } from './load-events.ts'
import { askOnce } from './load-requests.ts'
import type { Work } from './questions.ts'
import type { Subject } from './subjects.ts'
import type { World } from './world.ts'

export interface Questions {
  work: Work
  variables: Record<string, unknown>[]
}

/** Beyond this many different questions of a kind nothing new would be seen. */
const COMPARED = 20

/** A comparison of costs says something only if the answers are the same: to the byte, but for the order of the fields. */
export async function provenSame(subjects: readonly Subject[], cookie: string, questions: readonly Questions[]): Promise<number> {
  let compared = 0
  for (const { work, variables } of questions)
    for (let number = 0; number < Math.min(COMPARED, variables.length); number++) {
      const answers = await Promise.all(
        subjects.map(async ({ name, urls }) => {
          const graph = name !== 'bare'
          const { data } = JSON.parse(await askOnce({ url: urls.http, graph, work, cookie, variables }, number)) as Answer
          return ordered(graph ? Object.values(data)[0] : data)
        }),
      )
      demandSame(subjects, answers, `${work} ${JSON.stringify(variables[number])}`)
      compared++
    }
  return compared
}
type Answer = { data: Record<string, unknown> }

/** Each subject hears of a message of its own: what differs by nature is left out. */
export async function provenSameEvent(
  subjects: readonly Subject[],
  { databaseUrl, seats }: Pick<World, 'databaseUrl' | 'seats'>,
): Promise<void> {
  const heard: string[] = []
  for (const { name, urls, channel } of subjects) {
    const readers = await EventReaders.open({ ws: urls.ws, channel, databaseUrl, seats: seats[name].slice(0, 1) })
    const { id, seq, sentAt, ...rest } = await readers.first()
    heard.push(ordered({ ...rest, id: typeof id, seq: typeof seq, sentAt: typeof sentAt }))
    await readers.close()
  }
  demandSame(subjects, heard, 'messageAdded')
}

function demandSame(subjects: readonly Subject[], answers: readonly string[], what: string): void {
  for (const [i, answer] of answers.entries())
    if (answer !== answers[0])
      throw new Error(`${what} is not the same work:\n${subjects[0]?.name} ${answers[0]}\n${subjects[i]?.name} ${answer}`)
}

/** JSON with the fields of every object in one order. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
