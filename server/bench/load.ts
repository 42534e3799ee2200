import { EventReaders } from './load-events.ts'
import { askAll, type Asking } from './load-requests.ts'
import type { Seat } from './seats.ts'

/** What the load generator, a process of its own, is told to do. */
export type Order =
  | { do: 'ask'; asking: Asking }
  | { do: 'listen'; ws: string; channel: string; databaseUrl: string; seats: Seat[] }
  | { do: 'deliver'; ws: string; count: number }
  | { do: 'leave' }
export type Done = { error: string | null }

const readers = new Map<string, EventReaders>()

async function follow(order: Order): Promise<void> {
  switch (order.do) {
    case 'ask':
      return askAll(order.asking)
    case 'listen':
      readers.set(order.ws, await EventReaders.open(order))
      return
    case 'deliver':
      return readers.get(order.ws)?.deliver(order.count)
    case 'leave':
      for (const one of readers.values()) await one.close()
      readers.clear()
  }
}

process.on('disconnect', () => process.exit())
process.on('message', (order: Order) => {
  const tell = async () => {
    const error = await follow(order).then(() => null, String)
    process.send?.({ error } satisfies Done)
  }
  void tell()
})
