import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmailForm } from '../../features/accounts/email-form.tsx'
import { homeOf } from '../../features/accounts/home-of.ts'
import { KeyAndPassword } from '../../features/accounts/key-and-password.tsx'
import { OtherRole } from '../../features/accounts/other-role.tsx'
import { PasswordRules_policy } from '../../features/accounts/password-rules.ts'
import {
  type RegisteredStep,
  REGISTERED_STEPS,
  registeredStepToResume,
  registeredStepWithin,
} from '../../features/accounts/registered-steps.ts'
import { TermsStep, TermsStep_terms } from '../../features/accounts/terms-step.tsx'
import type { Entered } from '../../features/accounts/use-enter.ts'
import { useOpening } from '../../features/accounts/use-opening.ts'
import { graphql, type ResultOf } from '../../graph/graphql.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Steps } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'

const OpenRegisteredPage = graphql(
  `
    query OpenRegisteredPage {
      policy {
        ...PasswordRules_policy
      }
      viewer {
        kind
        demo {
          password
        }
      }
      terms {
        version
        ...TermsStep_terms
      }
    }
  `,
  [PasswordRules_policy, TermsStep_terms],
)
type Data = ResultOf<typeof OpenRegisteredPage>
const route = getRouteApi('/open/registered')

/** A seeker or an establishment whose address the counter registered opens its My Page (002 STEP 2 to 4, 004:45). */
export function Page() {
  const { t } = useTranslation('account')
  const { data } = useSuspenseQuery(OpenRegisteredPage)
  const { kind } = data.viewer
  const [cameAs] = useState(kind)
  if (kind === 'VISITOR') return <Opening data={data} />
  if (cameAs === 'VISITOR') return <Skeleton />
  return <OtherRole kind={kind} title={t('registered.title')} text={t('registered.otherRole')} />
}

function Opening({ data }: { data: Data }) {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const toast = useToast()
  const { terms, viewer, policy } = data
  const { opening, change, forget } = useOpening('OPEN_REGISTERED')
  const { email, sent } = opening
  const agreed = opening.agreed === terms.version
  const way = { agreed, sent }
  const [resumed] = useState(() => registeredStepToResume(way))
  const at = registeredStepWithin(route.useSearch().step ?? resumed, way)
  const go = (step: RegisteredStep) => void navigate({ to: '/open/registered', search: { step } })
  const enter = async (entered: Entered) => {
    forget()
    await navigate({ to: homeOf(entered) })
    toast.show({ message: t(entered.kind === 'EMPLOYER' ? 'code.opened' : 'registered.opened') })
  }
  return (
    <>
      <Steps
        label={t('open.steps')}
        steps={[t('open.step.terms'), t('open.step.mail'), t('open.step.key')]}
        current={REGISTERED_STEPS.indexOf(at)}
      />
      {at === 'terms' && (
        <TermsStep
          terms={terms}
          agreed={agreed}
          onAgree={(version) => change({ agreed: version })}
          nextLabel={t('terms.next')}
          onNext={() => go('mail')}
        />
      )}
      {at === 'mail' && (
        <>
          <PageTitle className="mt-4" pageKey="mail">
            {t('registered.mailTitle')}
          </PageTitle>
          <p className="sub mt-1">{t('registered.lead')}</p>
          <EmailForm
            purpose="OPEN_REGISTERED"
            termsVersion={terms.version}
            email={email}
            hint={t('registered.hint')}
            onEmail={(typed) => change({ email: typed })}
            onSent={(next) => {
              change({ sent: next, email: next.email })
              go('key')
            }}
            onBack={() => go('terms')}
          />
        </>
      )}
      {at === 'key' && sent && (
        <>
          <PageTitle className="mt-4" pageKey="key">
            {t('key.title')}
          </PageTitle>
          <KeyAndPassword
            purpose="OPEN_REGISTERED"
            sent={sent}
            policy={policy}
            demo={viewer.demo !== null}
            doLabel={t('code.do')}
            noKey={t('registered.noKey')}
            onSent={(next) => change({ sent: next })}
            onOtherEmail={() => go('mail')}
            onDone={(entered) => void enter(entered)}
          />
        </>
      )}
    </>
  )
}
