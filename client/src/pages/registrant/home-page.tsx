import { useSuspenseQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { Card } from '../../ui/card.tsx'
import { Dl } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

const RegistrantHomePage = graphql(`
  query RegistrantHomePage {
    viewer {
      account {
        id
        email
      }
      registrant {
        id
        name
        entryNumber
        office {
          id
          name
          phone
          openingHours {
            days
            hours
          }
        }
      }
    }
  }
`)

/** ホーム of a center's registrant (000): whose it is, the entry number, and what comes next. */
export function Page() {
  const { t } = useTranslation('seeker')
  const { account, registrant } = useSuspenseQuery(RegistrantHomePage, { fetchPolicy: 'cache-and-network' }).data.viewer
  if (!registrant) return null
  const { office } = registrant
  const name = registrant.name.split(/[\s ]/u)[0] ?? ''
  return (
    <>
      <PageTitle title={t('registrant.document')}>{t('registrant.title', { name })}</PageTitle>
      <p className="sub mt-1">{t('registrant.what', { center: office.name })}</p>
      <div className="mt-4 grid gap-4 lg:grid-cols-2">
        <Card title={t('registrant.mine')}>
          <Dl
            rows={[
              {
                term: t('registrant.entryNumber'),
                value: (
                  <>
                    <b className="num">{registrant.entryNumber}</b>
                    <span className="small sub block">{t('registrant.entryNumberNote')}</span>
                  </>
                ),
              },
              { term: t('registrant.center'), value: office.name },
              { term: t('registrant.phone'), value: <span className="num">{office.phone}</span> },
              {
                term: t('registrant.hours'),
                value: office.openingHours.map(({ days, hours }) => (
                  <span key={days} className="block">
                    {days} <span className="num">{hours}</span>
                  </span>
                )),
              },
              { term: t('registrant.email'), value: account?.email ?? '' },
            ]}
          />
        </Card>
        <Card title={t('registrant.next')}>
          <p>{t('registrant.nextNone')}</p>
          <p className="sub mt-3">{t('registrant.keep')}</p>
          <p className="mt-3">
            <Link to="/account">{t('registrant.account')}</Link>
          </p>
        </Card>
      </div>
    </>
  )
}
