import { postgresCpu } from './postgres-cpu.ts'
import type { Sql } from '../src/platform/db/connect.ts'
import type { Subject, SubjectName } from './subjects.ts'

/** Microseconds of CPU for one request or event, one number for each repeat. */
export interface Costs {
  node: number[]
  postgres: (number | null)[]
}
export type Measured = Record<SubjectName, Costs>

export interface Plan {
  /** Requests or events of one repeat; the dearest subject does a part of them. */
  count: number
  repeats: number
  warmUp: number
}

/** A, B, C, A, B, C …: what else the machine does meets all alike. `work` does so many requests at one subject. */
export async function measure(
  subjects: readonly Subject[],
  { count, repeats, warmUp }: Plan,
  { sql, work }: { sql: Sql; work: (subject: Subject, count: number) => Promise<void> },
): Promise<Measured> {
  const costs: Measured = { bare: emptyCosts(), madoguchi: emptyCosts(), apollo: emptyCosts() }
  for (const subject of subjects) await work(subject, warmUp)
  for (let repeat = 0; repeat < repeats; repeat++)
    for (const subject of subjects) {
      const application = `bench_${subject.name}`
      const before = { node: await subject.cpu(), postgres: await postgresCpu(sql, application) }
      await work(subject, count)
      const after = { node: await subject.cpu(), postgres: await postgresCpu(sql, application) }
      const own = costs[subject.name]
      own.node.push((after.node - before.node) / count)
      own.postgres.push(after.postgres === null || before.postgres === null ? null : (after.postgres - before.postgres) / count)
    }
  return costs
}

const emptyCosts = (): Costs => ({ node: [], postgres: [] })
