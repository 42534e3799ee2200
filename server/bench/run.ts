import { once } from 'node:events'
import type { Done, Order } from './load.ts'
import { measure, type Plan } from './measure.ts'
import type { Work } from './questions.ts'
import { provenSame, provenSameEvent } from './same-work.ts'
import { start, type Subject } from './subjects.ts'
import type { Line } from './table.ts'
import type { World } from './world.ts'

export interface Workload {
  name: string
  plan: Plan
  atMost: number | null
  ahead: number | null
  work: Work | 'event'
  variables: Record<string, unknown>[]
  /** Every question is a new one: no total is known yet. */
  always: 'new' | 'again'
}

/** All workloads at all subjects, one after the other; the load comes from a process of its own. */
export async function run(
  world: World,
  subjects: readonly Subject[],
  workloads: readonly Workload[],
  note: (line: string) => void,
): Promise<Line[]> {
  const [seat] = world.seats.bare
  if (!seat) throw new Error('nobody is signed in')
  const questions = workloads.flatMap(({ work, variables }) => (work === 'event' ? [] : [{ work, variables }]))
  const compared = await provenSame(subjects, seat.cookie, questions)
  await provenSameEvent(subjects, world)
  note(`${compared} questions and an event are answered alike by all`)

  const load = start('./load.ts', {}, { name: 'bench_load' })
  const tell = async (order: Order) => {
    load.send(order)
    const [{ error }] = (await once(load, 'message')) as [Done]
    if (error !== null) throw new Error(error)
  }
  const asked = new Map<Subject, number>()
  const ask = (workload: Workload & { work: Work }) => async (subject: Subject, count: number) => {
    const { work, variables, always } = workload
    const first = always === 'new' ? (asked.get(subject) ?? 0) : 0
    asked.set(subject, first + count)
    const asking = { url: subject.urls.http, graph: subject.name !== 'bare', work, cookie: seat.cookie, variables, first, count }
    await tell({ do: 'ask', asking })
  }
  const lines: Line[] = []
  try {
    for (const workload of workloads) {
      const { name, plan, atMost, ahead, work } = workload
      note(name)
      const sql = world.connection.sql
      if (work === 'event') {
        for (const { name, urls, channel } of subjects)
          await tell({ do: 'listen', ws: urls.ws, channel, databaseUrl: world.databaseUrl, seats: world.seats[name] })
        const deliver = ({ urls }: Subject, count: number) => tell({ do: 'deliver', ws: urls.ws, count })
        lines.push({ name, atMost, ahead, measured: await measure(subjects, plan, { sql, work: deliver }) })
        await tell({ do: 'leave' })
      } else lines.push({ name, atMost, ahead, measured: await measure(subjects, plan, { sql, work: ask({ ...workload, work }) }) })
    }
  } finally {
    load.disconnect()
  }
  return lines
}
