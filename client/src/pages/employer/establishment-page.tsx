import { useSuspenseQuery } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EstablishmentDraft_draft } from '../../features/employers/establishment-draft.ts'
import { useSubmitEstablishment } from '../../features/employers/use-submit-establishment.ts'
import { FormStep_step, readSteps } from '../../features/forms/form-step.ts'
import { graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Steps } from '../../ui/steps.tsx'
import { EstablishmentForm } from './establishment-form.tsx'

const EstablishmentPage = graphql(
  `
    query EstablishmentPage {
      establishmentForm {
        ...FormStep_step
      }
      viewer {
        account {
          id
        }
        employer {
          id
          version
          name
          status
          employerNumber
          waitingSince
          provisionalUntil
          viewerCanSubmitEstablishment
          viewerCanRecallEstablishment
          office {
            id
            name
          }
          claim {
            id
            state
          }
          draft {
            ...EstablishmentDraft_draft
          }
          establishmentReviews {
            id
            outcome
            comment
            reasons {
              path
              label
              reason
            }
          }
        }
      }
    }
  `,
  [FormStep_step, EstablishmentDraft_draft],
)

/** The first text of an establishment: written in three steps, sent to the office of its place, decided there (003:142). */
export function Page() {
  const { t } = useTranslation('employer')
  const { data, refetch } = useSuspenseQuery(EstablishmentPage, { fetchPolicy: 'cache-and-network' })
  const steps = useMemo(() => readSteps(data.establishmentForm), [data.establishmentForm])
  const [at, setAt] = useState(0)
  const acts = useSubmitEstablishment()
  const { employer, account } = data.viewer
  const draft = employer?.draft && readFragment(EstablishmentDraft_draft, employer.draft)
  const step = steps[at]
  if (!employer) return null
  const claims = employer.claim?.state === 'PENDING'
  if (!employer.viewerCanSubmitEstablishment || !draft || !step)
    return (
      <>
        <PageTitle>{t(claims ? 'claim.sent' : employer.waitingSince ? 'establishment.sent' : 'establishment.title')}</PageTitle>
        {acts.refused && (
          <div className="mt-4">
            <Banner kind="err" live>
              {acts.refused}
            </Banner>
          </div>
        )}
        <p className="mt-3">
          {claims
            ? t('claim.waits')
            : employer.waitingSince
              ? t('establishment.waits', { name: employer.name, office: employer.office?.name ?? '' })
              : t('establishment.opened', { name: employer.name, number: employer.employerNumber ?? '' })}
        </p>
        <div className="btns mt-5">
          <LinkButton to="/employer">{t('establishment.home')}</LinkButton>
          {claims && <LinkButton to="/employer/claim">{t('claim.open')}</LinkButton>}
          {employer.viewerCanRecallEstablishment && (
            <Button busy={acts.busy} onPress={() => void acts.recall(employer.version).then((done) => void (done && refetch()))}>
              {t('establishment.recall')}
            </Button>
          )}
        </div>
      </>
    )
  const [review] = employer.establishmentReviews
  const isLast = at === steps.length - 1
  return (
    <>
      {employer.provisionalUntil && <Countdown until={employer.provisionalUntil} label={t('establishment.until')} />}
      {review && review.outcome !== 'ACCEPTED' && (
        <div className="mt-4">
          <Banner kind="warn">
            {t(review.outcome === 'REJECTED' ? 'establishment.rejected' : 'establishment.returned')}
            <ul className="list-disc pl-5">
              {review.reasons.map(({ path, label, reason }) => (
                <li key={path}>{`${label}: ${reason}`}</li>
              ))}
            </ul>
            {review.comment}
          </Banner>
        </div>
      )}
      <div className="mt-4">
        <Steps label={t('establishment.title')} steps={steps.map(({ title }) => title)} current={at} />
      </div>
      {at === 0 && !review && (
        <p className="mt-3">
          <Link to="/employer/claim">{t('claim.has')}</Link>
        </p>
      )}
      <EstablishmentForm
        key={step.key}
        account={account?.id ?? ''}
        draft={draft}
        step={step}
        title={step.title}
        lead={t(at === 0 ? 'establishment.lead' : 'establishment.leadNext')}
        submitLabel={t(isLast ? 'establishment.submit' : 'establishment.next')}
        refused={acts.refused}
        submit={isLast ? acts.submit : null}
        onDone={() => {
          setAt(isLast ? 0 : at + 1)
          if (isLast) void refetch()
        }}
        after={
          at > 0 && (
            <div className="btns mt-4">
              <Button onPress={() => setAt(at - 1)}>{t('establishment.back')}</Button>
            </div>
          )
        }
      />
    </>
  )
}
