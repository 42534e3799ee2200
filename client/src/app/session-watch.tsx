import { useApolloClient } from '@apollo/client/react'
import { Timer } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { BACKGROUND } from '../graph/ask-again.ts'
import { graphql } from '../graph/graphql.ts'
import { sessionEnd } from '../graph/session-end.ts'
import { type SessionLife, sessionLife } from '../graph/session-life.ts'
import { Button } from '../ui/button.tsx'
import { amountLeft } from '../ui/countdown.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useNow } from '../ui/server-clock.tsx'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'
import { useLastInput } from './use-last-input.ts'

const StaySignedIn = graphql(`
  query StaySignedIn {
    viewer {
      kind
      sessionIdleUntil
    }
  }
`)

const SECOND = 1_000
const at = (moment: string) => new Date(moment).getTime()

/** When to look again: at the warning, each second after it, and at the end. */
const nextLook = (life: SessionLife | null) => (now: Date) => {
  if (life === null) return 60 * SECOND
  const untilWarning = at(life.warnFrom) - now.getTime()
  return untilWarning > 0 ? untilWarning : SECOND
}

/**
 * R6: warns before the session ends, keeps it with one press, or by itself where the person is still writing; says so to the page
 * when it has ended.
 */
export function SessionWatch(props: { onSignOut: () => void }) {
  const { t } = useTranslation('app')
  const { t: ui } = useTranslation('ui')
  const client = useApolloClient()
  const life = useSyncExternalStore(sessionLife.subscribe, sessionLife.get)
  const ended = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.get)
  const now = useNow(nextLook(life)).getTime()
  const lastInput = useLastInput()
  const [answered, setAnswered] = useState<string | null>(null)
  const warns = life !== null && !ended && now >= at(life.warnFrom) && now < at(life.until) && answered !== life.until
  const isOver = life !== null && !ended && now >= at(life.until)

  const ask = async (background: boolean) => {
    const context = background ? BACKGROUND : { queryDeduplication: false }
    const { data } = await client.query({ query: StaySignedIn, fetchPolicy: 'no-cache', context })
    if (data?.viewer.kind === 'VISITOR') sessionEnd.tell(true)
  }
  const stay = useOneAtATime(() => ask(false).catch(() => undefined))

  const asked = useRef<string | null>(null)
  useEffect(() => {
    if (life === null || asked.current === life.until) return
    if (warns && life.extendable && now - lastInput() < at(life.until) - at(life.warnFrom)) {
      asked.current = life.until
      void ask(false).catch(() => undefined)
    } else if (isOver) {
      asked.current = life.until
      void ask(true).catch(() => void (asked.current = null))
    }
  })

  if (life === null) return null
  const { key, ...amount } = amountLeft(life.until, new Date(now))
  return (
    <Dialog
      open={warns}
      answerNeeded
      icon={Timer}
      title={t('session.soon')}
      onClose={() => undefined}
      actions={
        <>
          {life.extendable ? (
            <Button variant="primary" focusFirst busy={stay.busy} onPress={() => stay.run()}>
              {t('session.stay')}
            </Button>
          ) : (
            <Button variant="primary" focusFirst onPress={() => setAnswered(life.until)}>
              {t('session.understood')}
            </Button>
          )}
          <Button onPress={props.onSignOut}>{t('session.signOut')}</Button>
        </>
      }
    >
      <p>
        {t(life.extendable ? 'session.idle' : 'session.absolute')}
        <b className="num text-[1.25rem]">{ui(`countdown.${key}`, { days: 0, hours: 0, minutes: 0, seconds: 0, ...amount })}</b>
        {t('session.ends')}
      </p>
      <p className="sub mt-1">{t('session.kept')}</p>
    </Dialog>
  )
}
