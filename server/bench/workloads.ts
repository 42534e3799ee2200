import type { Workload } from './run.ts'
import type { World } from './world.ts'

/** Goals: DESIGN 10 (`atMost` with a compiled executor to come). The short run leaves out counting and is warmed up as long as its figures need. */
export function workloadsOf(world: World, { quick }: { quick: boolean }): Workload[] {
  const plan = (count: number, part = 10) =>
    quick ? { count: Math.ceil(count / part), warmUp: Math.ceil((2 * count) / part), repeats: 3 } : { count, warmUp: count, repeats: 7 }
  const postings = world.postingIds.map((id) => ({ id }))
  const searches = world.searches.map((filter) => ({ filter }))
  const countedAnew = {
    name: 'search, counted anew',
    plan: plan(400),
    atMost: null,
    ahead: null,
    work: 'search',
    variables: searches,
    always: 'new',
  } as const
  return [
    { name: 'list, 20 postings', plan: plan(400), atMost: 1.25, ahead: 4.5, work: 'list', variables: [{}], always: 'again' },
    { name: 'by id', plan: plan(1_200), atMost: 1.8, ahead: 4.5, work: 'posting', variables: postings, always: 'again' },
    {
      name: 'search, total known',
      plan: plan(400),
      atMost: null,
      ahead: null,
      work: 'search',
      variables: searches.slice(0, 20),
      always: 'again',
    },
    ...(quick ? [] : [countedAnew]),
    { name: 'event, one recipient', plan: plan(800, 4), atMost: 1.4, ahead: null, work: 'event', variables: [], always: 'new' },
  ]
}
