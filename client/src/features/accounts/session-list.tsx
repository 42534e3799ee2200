import { useMutation } from '@apollo/client/react'
import { Laptop } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { useServerClock } from '../../ui/server-clock.tsx'
import { useToast } from '../../ui/toast.tsx'
import { DeviceList_viewer } from './device-list.tsx'
import { messageOf } from '../../ui/refused.ts'
import { useOwnAct, useOwnAct_refusal } from './use-own-act.ts'

export const SessionList_viewer = graphql(`
  fragment SessionList_viewer on Viewer {
    sessions {
      id
      name
      isCurrent
      createdAt
      lastSeenAt
    }
  }
`)
const EndSession = graphql(
  `
    mutation EndSession($id: ID!) {
      endSession(id: $id) {
        __typename
        ... on Viewer {
          ...SessionList_viewer
        }
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [SessionList_viewer, useOwnAct_refusal],
)
const SignOutEverywhere = graphql(
  `
    mutation SignOutEverywhere {
      signOutEverywhere {
        __typename
        ... on Viewer {
          ...SessionList_viewer
          ...DeviceList_viewer
        }
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [SessionList_viewer, DeviceList_viewer, useOwnAct_refusal],
)

/** Where one is signed in now, and the way to end it there. */
export function SessionList(props: { viewer: FragmentOf<typeof SessionList_viewer> }) {
  const { t } = useTranslation('account')
  const { sessions } = readFragment(SessionList_viewer, props.viewer)
  const now = useServerClock().now()
  const toast = useToast()
  const [end] = useMutation(EndSession)
  const [everywhere, ending] = useMutation(SignOutEverywhere)
  const [asks, setAsks] = useState(false)
  const { act, refused } = useOwnAct()
  const others = sessions.filter(({ isCurrent }) => !isCurrent)
  const endOne = async (id: string) => {
    if (await act(async () => (await end({ variables: { id } })).data?.endSession)) toast.show({ message: t('own.sessions.ended') })
  }
  const endAll = async () => {
    const done = await act(async () => (await everywhere()).data?.signOutEverywhere)
    setAsks(false)
    if (done) toast.show({ message: t('own.sessions.endedAll') })
  }
  return (
    <Card title={t('own.sessions.title')} icon={Laptop}>
      <p className="sub">{t('own.sessions.lead')}</p>
      {messageOf(refused) !== null && (
        <Banner kind="err" live>
          {messageOf(refused)}
        </Banner>
      )}
      <ul className="mt-2 divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div>
              <b>{session.name}</b> {session.isCurrent && <Badge kind="ok">{t('own.sessions.this')}</Badge>}
              <p className="small sub num">
                {t('own.sessions.times', {
                  from: formatDateTime(session.createdAt, now),
                  last: formatDateTime(session.lastSeenAt, now),
                })}
              </p>
            </div>
            {!session.isCurrent && (
              <Button size="s" onPress={() => endOne(session.id)}>
                {t('own.sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <Button variant="danger" size="s" onPress={() => setAsks(true)}>
          {t('own.sessions.endAll')}
        </Button>
      </p>
      <ConfirmDialog
        open={asks}
        title={t('own.sessions.asks')}
        confirmLabel={t('own.sessions.endAllDo')}
        danger
        busy={ending.loading}
        onConfirm={() => void endAll()}
        onCancel={() => setAsks(false)}
      >
        <p>{t('own.sessions.what', { count: others.length })}</p>
      </ConfirmDialog>
    </Card>
  )
}
