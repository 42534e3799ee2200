import { useMutation, useSuspenseQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ClaimForm } from '../../features/employers/claim-form.tsx'
import { useEmployerAct, useEmployerAct_refusal } from '../../features/employers/use-employer-act.ts'
import { graphql, type ResultOf } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Dl } from '../../ui/facts.tsx'
import { useNavigateTo } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

const ClaimPage = graphql(`
  query ClaimPage {
    viewer {
      employer {
        id
        status
        waitingSince
        provisionalUntil
        viewerCanSubmitEstablishment
        claim {
          id
          state
          employerNumber
          name
          phone
          words
          reason
          version
          viewerCanWithdraw
        }
      }
    }
  }
`)
const WithdrawEmployerClaim = graphql(
  `
    mutation WithdrawEmployerClaim($version: Int!) {
      withdrawEmployerClaim(version: $version) {
        __typename
        ... on EmployerClaim {
          id
        }
        ... on Refusal {
          ...useEmployerAct_refusal
        }
      }
    }
  `,
  [useEmployerAct_refusal],
)
type Claim = NonNullable<NonNullable<ResultOf<typeof ClaimPage>['viewer']['employer']>['claim']>

/** Who has an employer number says it here and waits for the office (SPEC 4, way 5). */
export function Page() {
  const { t } = useTranslation('employer')
  const navigate = useNavigateTo()
  const { data } = useSuspenseQuery(ClaimPage, { fetchPolicy: 'cache-and-network' })
  const { employer } = data.viewer
  const isOpen = employer !== null && employer.status !== 'PROVISIONAL'
  useEffect(() => {
    if (isOpen) navigate('/employer', { replace: true })
  }, [isOpen, navigate])
  if (!employer || isOpen) return null
  const { claim } = employer
  if (claim?.state === 'PENDING') return <Waits claim={claim} />
  if (!employer.viewerCanSubmitEstablishment)
    return (
      <>
        <PageTitle>{t('claim.title')}</PageTitle>
        <p className="mt-3">{t('claim.submitted')}</p>
        <div className="btns mt-5">
          <LinkButton to="/employer/establishment">{t('establishment.open')}</LinkButton>
        </div>
      </>
    )
  return (
    <>
      {employer.provisionalUntil && <Countdown until={employer.provisionalUntil} label={t('establishment.until')} />}
      <PageTitle className="mt-4" pageKey="form">
        {t('claim.title')}
      </PageTitle>
      {claim?.state === 'REJECTED' && (
        <div className="mt-4">
          <Banner kind="warn">
            {t('claim.rejected', { number: claim.employerNumber })}
            <ul className="list-disc pl-5">
              <li>{claim.reason}</li>
            </ul>
            {t('claim.rejectedNow')}
          </Banner>
        </div>
      )}
      <p className="sub mt-3">{t('claim.lead')}</p>
      <ClaimForm
        key={claim?.id}
        before={{
          employerNumber: claim?.employerNumber ?? '',
          name: claim?.name ?? '',
          phone: claim?.phone ?? '',
          words: claim?.words ?? '',
        }}
      />
    </>
  )
}

function Waits({ claim }: { claim: Claim }) {
  const { t } = useTranslation('employer')
  const [run] = useMutation(WithdrawEmployerClaim)
  const { act, refused, busy } = useEmployerAct()
  const withdraw = () => void act(async () => (await run({ variables: { version: claim.version } })).data?.withdrawEmployerClaim)
  return (
    <>
      <PageTitle pageKey="waits">{t('claim.sent')}</PageTitle>
      {refused && (
        <div className="mt-4">
          <Banner kind="err" live>
            {refused.message}
          </Banner>
        </div>
      )}
      <p className="mt-3">{t('claim.waits')}</p>
      <p className="mt-3">{t('claim.after')}</p>
      <div className="mt-4">
        <Dl
          rows={(['employerNumber', 'name', 'phone', 'words'] as const).map((key) => ({
            term: t(`claim.field.${key}`),
            value: claim[key] || t('none'),
          }))}
        />
      </div>
      <div className="btns mt-5">
        <LinkButton to="/employer">{t('establishment.home')}</LinkButton>
        {claim.viewerCanWithdraw && (
          <Button busy={busy} onPress={withdraw}>
            {t('claim.withdraw')}
          </Button>
        )}
      </div>
    </>
  )
}
