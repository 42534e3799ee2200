import { useApolloClient } from '@apollo/client/react'
import { useEffect, useSyncExternalStore } from 'react'
import { keptBelow, keptPlace } from '../../graph/kept.ts'
import { reach } from '../../graph/reach.ts'
import { useServerClock } from '../../ui/server-clock.tsx'
import { Outbox, type OutboxShelf } from './outbox.ts'
import { sendMessage } from './send-message.ts'
import type { Outgoing } from './timeline.ts'

const OUTBOX = 'outbox:'

const shelfOf = (account: string, now: () => Date): OutboxShelf => {
  const place = (key: string) => keptPlace<Outgoing>(account, OUTBOX + key, now)
  return {
    read: async () => (await keptBelow<Outgoing>(account, OUTBOX)).map(({ value }) => value).toSorted((a, b) => a.at - b.at),
    write: (outgoing) => place(outgoing.key).write(outgoing),
    clear: (key) => place(key).clear(),
  }
}

const outboxes = new Map<string, Outbox>()

/** The one outbox of an account on this page; it goes on when the thread is left. */
export function useOutbox(account: string): Outbox {
  const client = useApolloClient()
  const clock = useServerClock()
  const known = outboxes.get(account)
  if (known) return known
  const outbox = new Outbox(shelfOf(account, clock.now), (outgoing) => sendMessage(client, outgoing), reach, clock.now)
  outboxes.set(account, outbox)
  return outbox
}

/** What is not with the other side yet. */
export const useOutgoing = (outbox: Outbox): readonly Outgoing[] => useSyncExternalStore(outbox.subscribe, outbox.get)

/** While somebody is signed in their messages go, whatever page is open. */
export function useOutboxGoing(account: string, signedIn: boolean): void {
  const outbox = useOutbox(account)
  useEffect(() => {
    if (account !== '' && signedIn) void outbox.begin()
  }, [account, outbox, signedIn])
}

/** Nobody but this account, if any, writes here any more. */
export function endOutboxes(but?: string): void {
  for (const [account, outbox] of outboxes) {
    if (account === but) continue
    outbox.end()
    outboxes.delete(account)
  }
}
