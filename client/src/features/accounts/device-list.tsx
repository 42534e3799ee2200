import { useMutation } from '@apollo/client/react'
import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { formatDay } from '../../ui/format.ts'
import { useServerClock } from '../../ui/server-clock.tsx'
import { useToast } from '../../ui/toast.tsx'
import { messageOf } from '../../ui/refused.ts'
import { useOwnAct, useOwnAct_refusal } from './use-own-act.ts'

export const DeviceList_viewer = graphql(`
  fragment DeviceList_viewer on Viewer {
    devices {
      id
      name
      rememberedAt
      rememberedUntil
    }
  }
`)
const RevokeDevice = graphql(
  `
    mutation RevokeDevice($id: ID!) {
      revokeDevice(id: $id) {
        __typename
        ... on Viewer {
          ...DeviceList_viewer
          sessions {
            id
          }
        }
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [DeviceList_viewer, useOwnAct_refusal],
)

/** Browsers that skip the one-time password, and the way to forget one that was lost. */
export function DeviceList(props: { viewer: FragmentOf<typeof DeviceList_viewer> }) {
  const { t } = useTranslation('account')
  const { devices } = readFragment(DeviceList_viewer, props.viewer)
  const now = useServerClock().now()
  const toast = useToast()
  const [revoke] = useMutation(RevokeDevice)
  const { act, refused } = useOwnAct()
  const forget = async (id: string) => {
    if (await act(async () => (await revoke({ variables: { id } })).data?.revokeDevice)) toast.show({ message: t('own.devices.revoked') })
  }
  return (
    <Card title={t('own.devices.title')} icon={ShieldCheck}>
      <p className="sub">{t(devices.length > 0 ? 'own.devices.lead' : 'own.devices.none')}</p>
      {messageOf(refused) !== null && (
        <Banner kind="err" live>
          {messageOf(refused)}
        </Banner>
      )}
      {devices.length > 0 && (
        <ul className="mt-2 divide-y divide-line">
          {devices.map((device) => (
            <li key={device.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
              <div>
                <b>{device.name}</b>
                <p className="small sub num">
                  {t('own.devices.days', { from: formatDay(device.rememberedAt, now), until: formatDay(device.rememberedUntil, now) })}
                </p>
              </div>
              <Button size="s" onPress={() => forget(device.id)}>
                {t('own.devices.revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
