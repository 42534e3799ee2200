import { run } from '../server/bench/run.ts'
import { SUBJECTS, startSubject } from '../server/bench/subjects.ts'
import { machineLine, tableOf } from '../server/bench/table.ts'
import { workloadsOf } from '../server/bench/workloads.ts'
import { makeWorld } from '../server/bench/world.ts'
import { step } from './lib/step.ts'

/** What a request costs here, beside a server without a graph and beside Apollo's defaults: `pnpm bench [--quick] [--postings 3000]`. */
const args = process.argv.slice(2)
const quick = args.includes('--quick')
const postings = args.includes('--postings') ? Number(args[args.indexOf('--postings') + 1]) : quick ? 800 : 3_000

const world = await step('データベースとデモを用意しています', () => makeWorld({ postings, readers: quick ? 30 : 100 }))
const { databaseUrl, ownerUrl, folder } = world
const starting = SUBJECTS.map((name) => startSubject(name, { databaseUrl, ownerUrl, dataDir: folder }))
const stop = async () => {
  for (const subject of await Promise.allSettled(starting)) if (subject.status === 'fulfilled') await subject.value.stop()
  await world.stop()
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().finally(() => process.exit(130)))
try {
  const subjects = await step('三つのサーバーを起動しています', () => Promise.all(starting))
  const workloads = workloadsOf(world, { quick })
  const lines = await step('くらべています', (note) => run(world, subjects, workloads, note))
  console.log(
    `\n${tableOf(lines)}\n\n${machineLine({ postgres: world.version, postings: world.postings, repeats: workloads[0]?.plan.repeats ?? 0 })}\n`,
  )
} finally {
  await stop()
}
