import { useSuspenseQuery } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormStep_step, readSteps } from '../../features/forms/form-step.ts'
import { RegistrationDraft_draft } from '../../features/seekers/registration-draft.ts'
import { RegistrationSheet, RegistrationSheet_seeker } from '../../features/seekers/registration-sheet.tsx'
import { graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RegistrationForm } from './registration-form.tsx'

const RegistrationPage = graphql(
  `
    query RegistrationPage {
      viewer {
        account {
          id
        }
        seeker {
          id
          status
          draft {
            id
            ...RegistrationDraft_draft
          }
          ...RegistrationSheet_seeker
        }
      }
      registrationForm {
        ...FormStep_step
      }
    }
  `,
  [RegistrationDraft_draft, RegistrationSheet_seeker, FormStep_step],
)

/** 登録内容: the short registration while it is written, then the sheet to read (PAGES 2.16). */
export function Page() {
  const { t } = useTranslation('seeker')
  const { data, refetch } = useSuspenseQuery(RegistrationPage, { fetchPolicy: 'cache-and-network' })
  const [fresh, setFresh] = useState(false)
  const [step] = useMemo(() => readSteps(data.registrationForm), [data.registrationForm])
  const { seeker, account } = data.viewer
  if (seeker?.status === 'DRAFT' && seeker.draft && step)
    return (
      <RegistrationForm
        account={account?.id ?? ''}
        draft={readFragment(RegistrationDraft_draft, seeker.draft)}
        step={step}
        title={t('registration.title')}
        lead={t('registration.lead')}
        submitLabel={t('registration.submit')}
        onSubmitted={() => {
          setFresh(true)
          void refetch()
        }}
      />
    )
  return (
    <>
      <PageTitle pageKey={fresh ? 'done' : 'sheet'}>{t(fresh ? 'registration.doneTitle' : 'registration.title')}</PageTitle>
      {fresh && (
        <>
          <div className="mt-4">
            <Banner kind="ok" live>
              {t('registration.done')}
            </Banner>
          </div>
          <div className="btns mt-4">
            <LinkButton to="/jobs" variant="primary">
              {t('registration.search')}
            </LinkButton>
            <LinkButton to="/me">{t('registration.home')}</LinkButton>
          </div>
        </>
      )}
      {seeker && seeker.status !== 'DRAFT' ? (
        <RegistrationSheet seeker={seeker} />
      ) : (
        <p className="mt-4">{t('registration.failedWhole')}</p>
      )}
    </>
  )
}
