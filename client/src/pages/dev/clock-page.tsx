import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DateParts } from '../../ui/date-parts.tsx'
import { dayOf, formatDay, formatTime } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-title.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { useToast } from '../../ui/toast.tsx'

type Move = { advanceHours: number } | { advanceDays: number } | { setTo: string } | { reset: true }

const STEPS = [
  { key: 'hour', move: { advanceHours: 1 } },
  { key: 'day', move: { advanceDays: 1 } },
  { key: 'eightDays', move: { advanceDays: 8 } },
] as const

const SECOND = 1_000

/** The demo's clock: deadlines come as fast as one likes. Everybody on this server moves with it. */
export function Page() {
  const { t } = useTranslation('dev')
  const client = useApolloClient()
  const { show } = useToast()
  const now = useNow(() => SECOND)
  const [day, setDay] = useState('')
  const [busy, setBusy] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const move = async (key: string, body: Move) => {
    setBusy(key)
    setRefused(null)
    try {
      const answer = await fetch('/dev/clock.json', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-madoguchi-csrf': '1' },
        body: JSON.stringify(body),
      })
      const said: unknown = await answer.json()
      const told = (name: string) =>
        typeof said === 'object' && said !== null && name in said ? String((said as Record<string, unknown>)[name]) : ''
      if (answer.ok) {
        await client.resetStore()
        show({ message: t('clock.moved', { day: formatDay(told('now'), now), time: formatTime(told('now')) }) })
      } else setRefused(told('message') || t('clock.failed'))
    } catch {
      setRefused(t('clock.failed'))
    }
    setBusy(null)
  }
  return (
    <>
      <PageHead note={t('clock.note')}>{t('clock.title')}</PageHead>
      {refused !== null && (
        <div className="mb-4">
          <Banner kind="err" live>
            {refused}
          </Banner>
        </div>
      )}
      <Card title={t('clock.now')}>
        <p className="num text-[1.5rem] font-bold">
          {formatDay(dayOf(now), now)} {formatTime(now, { seconds: true })}
        </p>
        <div className="btns mt-4">
          {STEPS.map(({ key, move: body }) => (
            <Button key={key} busy={busy === key} busyLabel={t('clock.moving')} onPress={() => void move(key, body)}>
              {t(`clock.step.${key}`)}
            </Button>
          ))}
        </div>
      </Card>
      <Card className="mt-4" title={t('clock.toDay')}>
        <form
          className="fields"
          onSubmit={(event) => {
            event.preventDefault()
            if (day !== '') void move('day-set', { setTo: `${day}T09:00:00+09:00` })
          }}
        >
          <DateParts
            label={t('clock.day')}
            labelText={t('clock.day')}
            mark={false}
            hint={t('clock.dayHint')}
            value={day}
            onChange={setDay}
          />
          <Button
            type="submit"
            busy={busy === 'day-set'}
            busyLabel={t('clock.moving')}
            unavailable={day === '' ? t('clock.dayFirst') : undefined}
          >
            {t('clock.set')}
          </Button>
        </form>
      </Card>
      <Card className="mt-4" title={t('clock.back')}>
        <p className="sub">{t('clock.backWhat')}</p>
        <div className="btns mt-3">
          <Button busy={busy === 'reset'} busyLabel={t('clock.moving')} onPress={() => void move('reset', { reset: true })}>
            {t('clock.reset')}
          </Button>
        </div>
      </Card>
    </>
  )
}
