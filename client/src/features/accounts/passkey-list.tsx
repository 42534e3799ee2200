import { useMutation } from '@apollo/client/react'
import { Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { formatDateTime, formatDay } from '../../ui/format.ts'
import { useServerClock } from '../../ui/server-clock.tsx'
import { useToast } from '../../ui/toast.tsx'
import { messageOf } from '../../ui/refused.ts'
import { useOwnAct, useOwnAct_refusal } from './use-own-act.ts'

export const PasskeyList_viewer = graphql(`
  fragment PasskeyList_viewer on Viewer {
    passkeys {
      id
      name
      createdAt
      lastUsedAt
    }
  }
`)
const RemovePasskey = graphql(
  `
    mutation RemovePasskey($id: ID!) {
      removePasskey(id: $id) {
        __typename
        ... on Viewer {
          ...PasskeyList_viewer
        }
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [PasskeyList_viewer, useOwnAct_refusal],
)

/** What signs in instead of the password, and the way to add one and to remove one. */
export function PasskeyList(props: { viewer: FragmentOf<typeof PasskeyList_viewer> }) {
  const { t } = useTranslation('account')
  const { passkeys } = readFragment(PasskeyList_viewer, props.viewer)
  const now = useServerClock().now()
  const toast = useToast()
  const [remove, removing] = useMutation(RemovePasskey)
  const [asks, setAsks] = useState<{ id: string; name: string } | null>(null)
  const { act, refused } = useOwnAct()
  const removeOne = async (id: string) => {
    const done = await act(async () => (await remove({ variables: { id } })).data?.removePasskey)
    setAsks(null)
    if (done) toast.show({ message: t('own.passkeys.removed') })
  }
  return (
    <Card title={t('own.passkeys.title')} icon={Fingerprint}>
      <p className="sub">{t('own.passkeys.lead')}</p>
      <p className="sub">{t(passkeys.length > 0 ? 'own.passkeys.lost' : 'own.passkeys.none')}</p>
      {messageOf(refused) !== null && (
        <Banner kind="err" live>
          {messageOf(refused)}
        </Banner>
      )}
      {passkeys.length > 0 && (
        <ul className="mt-2 divide-y divide-line">
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
              <div>
                <b className="break-all">{name}</b>
                <p className="small sub num">
                  {lastUsedAt === null
                    ? t('own.passkeys.unused', { from: formatDay(createdAt, now) })
                    : t('own.passkeys.times', { from: formatDay(createdAt, now), last: formatDateTime(lastUsedAt, now) })}
                </p>
              </div>
              <Button size="s" aria-label={t('own.passkeys.removeOf', { name })} onPress={() => setAsks({ id, name })}>
                {t('own.passkeys.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3">
        <LinkButton to="/account/passkey" size="s">
          {t('own.passkeys.add')}
        </LinkButton>
      </p>
      <ConfirmDialog
        open={asks !== null}
        title={t('own.passkeys.asks', { name: asks?.name ?? '' })}
        confirmLabel={t('own.passkeys.removeDo')}
        danger
        busy={removing.loading}
        onConfirm={() => asks && void removeOne(asks.id)}
        onCancel={() => setAsks(null)}
      >
        <p>{t('own.passkeys.what')}</p>
      </ConfirmDialog>
    </Card>
  )
}
