import { useSuspenseQuery } from '@apollo/client/react'
import { DoorOpen, FileUser, KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DeviceList, DeviceList_viewer } from '../../features/accounts/device-list.tsx'
import { PasskeyList, PasskeyList_viewer } from '../../features/accounts/passkey-list.tsx'
import { SessionList, SessionList_viewer } from '../../features/accounts/session-list.tsx'
import { graphql } from '../../graph/graphql.ts'
import { Card } from '../../ui/card.tsx'
import { Dl } from '../../ui/facts.tsx'
import { formatDay } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useServerClock } from '../../ui/server-clock.tsx'

const AccountPage = graphql(
  `
    query AccountPage {
      viewer {
        kind
        account {
          id
          email
          passwordChangedAt
        }
        authenticatorSince
        ...PasskeyList_viewer
        ...SessionList_viewer
        ...DeviceList_viewer
      }
    }
  `,
  [PasskeyList_viewer, SessionList_viewer, DeviceList_viewer],
)

/** How one signs in, and where one is signed in. */
export function Page() {
  const { t } = useTranslation('account')
  const { viewer } = useSuspenseQuery(AccountPage).data
  const now = useServerClock().now()
  const { account, authenticatorSince: since } = viewer
  if (!account) return null
  const change = (to: string, what: string) => (
    <Link to={to} aria-label={t('own.changeOf', { what })}>
      {t('own.change')}
    </Link>
  )
  const line = (to: string, label: string) => (
    <Link to={to} className="inline-flex min-h-11 items-center lg:min-h-8">
      {label}
    </Link>
  )
  return (
    <>
      <PageTitle>{t('own.title')}</PageTitle>
      <div className="mt-4 grid gap-4">
        <Card title={t('own.login')} icon={KeyRound}>
          <Dl
            rows={[
              { term: t('email'), value: <span className="break-all">{account.email}</span>, action: change('/account/email', t('email')) },
              {
                term: t('password'),
                value: t('own.changedAt', { day: formatDay(account.passwordChangedAt, now) }),
                action: change('/account/password', t('password')),
              },
              {
                term: t('own.app.term'),
                value: since ? t('own.app.since', { day: formatDay(since, now) }) : t('own.app.none'),
                action: (
                  <Link to="/account/authenticator" aria-label={t(since ? 'own.app.removeOf' : 'own.app.setUpOf')}>
                    {t(since ? 'own.app.remove' : 'own.app.setUp')}
                  </Link>
                ),
              },
            ]}
          />
        </Card>
        <PasskeyList viewer={viewer} />
        <DeviceList viewer={viewer} />
        <SessionList viewer={viewer} />
        {viewer.kind !== 'STAFF' && (
          <Card title={t('mine.title')} icon={FileUser}>
            <ul>
              {viewer.kind === 'SEEKER' && <li>{line('/me/access-log', t('mine.accessLog'))}</li>}
              <li>{line('/account/data', t('mine.download'))}</li>
            </ul>
          </Card>
        )}
        {viewer.kind !== 'STAFF' && (
          <Card title={t('leave.title')} icon={DoorOpen}>
            <p>{t('leave.lead')}</p>
            <p className="mt-2">{line('/account/withdraw', t('leave.do'))}</p>
          </Card>
        )}
      </div>
    </>
  )
}
