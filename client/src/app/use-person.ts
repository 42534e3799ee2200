import { useEffect } from 'react'
import { endStores, flushStores } from '../features/forms/draft-shelf.ts'
import { endOutboxes, useOutboxGoing } from '../features/messages/use-outbox.ts'
import { welcome } from '../graph/kept.ts'
import { useServerClock } from '../ui/server-clock.tsx'

/** What goes on in the background for whoever is signed in; for nobody else any more. */
export function usePerson(account: string, signedIn: boolean): void {
  const clock = useServerClock()
  useEffect(() => {
    if (account === '') return
    endStores(account)
    endOutboxes(account)
    void welcome(account, clock.now()).catch(() => undefined)
  }, [account, clock])
  useEffect(() => {
    if (account !== '' && signedIn) void flushStores()
  }, [account, signedIn])
  useOutboxGoing(account, signedIn)
}
