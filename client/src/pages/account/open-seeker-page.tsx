import { useSuspenseQuery } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmailForm } from '../../features/accounts/email-form.tsx'
import { KeyAndPassword } from '../../features/accounts/key-and-password.tsx'
import { PasswordRules_policy } from '../../features/accounts/password-rules.ts'
import { OtherRole } from '../../features/accounts/other-role.tsx'
import { TermsStep, TermsStep_terms } from '../../features/accounts/terms-step.tsx'
import { useOpening } from '../../features/accounts/use-opening.ts'
import { FormStep_step, readSteps, type StepDef } from '../../features/forms/form-step.ts'
import { type RegistrationDraft, RegistrationDraft_draft } from '../../features/seekers/registration-draft.ts'
import { RegistrationResult, RegistrationResult_seeker } from '../../features/seekers/registration-result.tsx'
import { graphql, readFragment, type ResultOf } from '../../graph/graphql.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Steps } from '../../ui/steps.tsx'
import { RegistrationForm } from '../seeker/registration-form.tsx'

const OpenSeekerPage = graphql(
  `
    query OpenSeekerPage {
      policy {
        ...PasswordRules_policy
      }
      viewer {
        kind
        account {
          id
        }
        seeker {
          id
          status
          draft {
            ...RegistrationDraft_draft
          }
          ...RegistrationResult_seeker
        }
        demo {
          password
        }
      }
      terms {
        version
        ...TermsStep_terms
      }
      registrationForm {
        ...FormStep_step
      }
    }
  `,
  [PasswordRules_policy, RegistrationDraft_draft, RegistrationResult_seeker, TermsStep_terms, FormStep_step],
)
type Data = ResultOf<typeof OpenSeekerPage>

/** From the texts to a valid registration, one question per page; a closed page goes on where it stopped. */
export function Page() {
  const { t } = useTranslation('account')
  const { data } = useSuspenseQuery(OpenSeekerPage)
  const { viewer } = data
  const steps = useMemo(() => readSteps(data.registrationForm), [data.registrationForm])
  const [fresh, setFresh] = useState(false)
  const [step] = steps
  if (viewer.seeker && viewer.seeker.status !== 'DRAFT') return <Done seeker={viewer.seeker} fresh={fresh} />
  if (viewer.seeker?.draft && step)
    return (
      <Registration
        account={viewer.account?.id ?? ''}
        draft={readFragment(RegistrationDraft_draft, viewer.seeker.draft)}
        step={step}
        onSubmitted={() => setFresh(true)}
      />
    )
  if (viewer.kind !== 'VISITOR') return <OtherRole kind={viewer.kind} title={t('open.title')} text={t('open.otherRole')} />
  return <Opening data={data} />
}

function Way({ current }: { current: number }) {
  const { t } = useTranslation('account')
  return (
    <Steps
      label={t('open.steps')}
      steps={[t('open.step.terms'), t('open.step.mail'), t('open.step.key'), t('open.step.registration')]}
      current={current}
    />
  )
}

function Opening({ data }: { data: Data }) {
  const { t } = useTranslation('account')
  const { terms, viewer } = data
  const { opening, change, forget } = useOpening('OPEN_SEEKER')
  const { email, sent } = opening
  const agreed = opening.agreed === terms.version
  const [at, setAt] = useState<'terms' | 'mail' | 'key'>(agreed ? (sent ? 'key' : 'mail') : 'terms')

  if (at === 'key' && sent)
    return (
      <>
        <Way current={2} />
        <PageTitle className="mt-4" pageKey="key">
          {t('key.title')}
        </PageTitle>
        <KeyAndPassword
          purpose="OPEN_SEEKER"
          sent={sent}
          policy={data.policy}
          demo={viewer.demo !== null}
          doLabel={t('open.setPassword')}
          onSent={(next) => change({ sent: next })}
          onOtherEmail={() => {
            change({ sent: null })
            setAt('mail')
          }}
          onDone={forget}
        />
      </>
    )
  if (at === 'mail')
    return (
      <>
        <Way current={1} />
        <PageTitle className="mt-4" pageKey="mail">
          {t('mail.title')}
        </PageTitle>
        <p className="sub mt-1">{t('mail.lead')}</p>
        <EmailForm
          purpose="OPEN_SEEKER"
          termsVersion={terms.version}
          email={email}
          onEmail={(typed) => change({ email: typed })}
          onSent={(next) => {
            change({ sent: next, email: next.email })
            setAt('key')
          }}
          onBack={() => setAt('terms')}
        />
      </>
    )
  return (
    <>
      <Way current={0} />
      <TermsStep
        terms={terms}
        agreed={agreed}
        onAgree={(version) => change({ agreed: version })}
        nextLabel={t('terms.next')}
        onNext={() => setAt(sent ? 'key' : 'mail')}
      />
    </>
  )
}

/** The last page of opening; the postal code is read back, because the office follows from it. */
function Registration(props: { account: string; draft: RegistrationDraft; step: StepDef; onSubmitted: () => void }) {
  const { t } = useTranslation('account')
  return (
    <>
      <Way current={3} />
      <RegistrationForm
        {...props}
        title={t('registration.title')}
        lead={t('registration.lead')}
        submitLabel={t('registration.do')}
        after={<p className="sub mt-4">{t('registration.what')}</p>}
      />
    </>
  )
}

function Done({ seeker, fresh }: { seeker: NonNullable<Data['viewer']['seeker']>; fresh: boolean }) {
  const { t } = useTranslation('account')
  return (
    <>
      <Way current={4} />
      <PageTitle className="mt-4" pageKey="done">
        {t(fresh ? 'result.done' : 'result.already')}
      </PageTitle>
      <p className="sub mt-1">{t('result.lead')}</p>
      <RegistrationResult seeker={seeker} />
    </>
  )
}
