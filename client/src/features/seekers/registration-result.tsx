import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dl } from '../../ui/facts.tsx'
import { formatDay } from '../../ui/format.ts'
import { useNow } from '../../ui/server-clock.tsx'

export const RegistrationResult_seeker = graphql(`
  fragment RegistrationResult_seeker on Seeker {
    id
    seekerNumber
    status
    isValid
    validUntil
    office {
      id
      name
      address
      phone
    }
  }
`)

/** What was registered, until when it holds, and what can be done with it now. */
export function RegistrationResult(props: { seeker: FragmentOf<typeof RegistrationResult_seeker> }) {
  const { t } = useTranslation('account')
  const { seekerNumber, validUntil, office } = readFragment(RegistrationResult_seeker, props.seeker)
  const now = useNow()
  return (
    <>
      <Card className="mt-5" title={t('result.title')}>
        <Dl
          rows={[
            ...(seekerNumber ? [{ term: t('result.number'), value: <b className="num text-[1.25rem]">{seekerNumber}</b> }] : []),
            ...(validUntil ? [{ term: t('result.validUntil'), value: t('result.until', { day: formatDay(validUntil, now) }) }] : []),
            ...(office
              ? [
                  {
                    term: t('result.office'),
                    value: (
                      <>
                        {office.name}
                        <br />
                        <span className="small sub">{t('result.officeAt', { address: office.address, phone: office.phone })}</span>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <Card className="mt-4" title={t('result.next')}>
        <ol className="list-decimal pl-5">
          <li>{t('result.search')}</li>
          <li className="mt-1">{t('result.apply')}</li>
          <li className="mt-1">{t('result.extend')}</li>
        </ol>
        <div className="btns mt-5">
          <LinkButton to="/jobs" variant="primary">
            {t('result.toJobs')}
          </LinkButton>
          <LinkButton to="/me">{t('result.toHome')}</LinkButton>
        </div>
      </Card>
    </>
  )
}
