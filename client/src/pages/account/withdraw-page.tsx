import { useSuspenseQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { WithdrawForm } from '../../features/accounts/withdraw-form.tsx'
import { WithdrawWhat, WithdrawWhat_policy, WithdrawWhat_withdrawal } from '../../features/accounts/withdraw-what.tsx'
import { endStores } from '../../features/forms/draft-shelf.ts'
import { endOutboxes } from '../../features/messages/use-outbox.ts'
import { reconnect } from '../../graph/client.ts'
import { graphql } from '../../graph/graphql.ts'
import { forgetAccount } from '../../graph/kept.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

const WithdrawPage = graphql(
  `
    query WithdrawPage {
      viewer {
        kind
        account {
          id
        }
      }
      withdrawal {
        employers {
          id
          name
          closes
        }
        ...WithdrawWhat_withdrawal
      }
      policy {
        ...WithdrawWhat_policy
      }
    }
  `,
  [WithdrawWhat_withdrawal, WithdrawWhat_policy],
)

export function Page() {
  const { t } = useTranslation('account')
  const { viewer, withdrawal, policy } = useSuspenseQuery(WithdrawPage, { fetchPolicy: 'cache-and-network' }).data
  const closing = withdrawal.employers.filter(({ closes }) => closes).map(({ name }) => name ?? t('withdraw.yourPlace'))
  return (
    <>
      <Crumbs items={[{ to: '/account', label: t('own.crumb') }, { label: t('withdraw.title') }]} />
      <PageTitle>{t('withdraw.title')}</PageTitle>
      <p className="sub mt-1">{t('withdraw.lead')}</p>
      <p className="mt-2">
        <Link to="/account/data" className="inline-flex min-h-11 items-center lg:min-h-8">
          {t('withdraw.first')}
        </Link>
      </p>
      <div className="mt-4 grid gap-4">
        <WithdrawWhat kind={viewer.kind} withdrawal={withdrawal} policy={policy} />
      </div>
      <WithdrawForm
        closing={closing}
        onDone={async () => {
          endStores()
          endOutboxes()
          await forgetAccount(viewer.account?.id ?? '').catch(() => undefined)
          reconnect()
          // A fresh page: nothing that was read stays in memory either.
          location.assign('/withdrawn')
        }}
      />
    </>
  )
}
