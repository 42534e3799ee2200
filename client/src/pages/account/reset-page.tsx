import { useSuspenseQuery } from '@apollo/client/react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmailForm } from '../../features/accounts/email-form.tsx'
import { homeOf } from '../../features/accounts/home-of.ts'
import { KeyAndPassword } from '../../features/accounts/key-and-password.tsx'
import { OneTimePasswordForm } from '../../features/accounts/one-time-password-form.tsx'
import { PasswordRules_policy } from '../../features/accounts/password-rules.ts'
import type { Attempt } from '../../features/accounts/use-attempt.ts'
import type { Entered } from '../../features/accounts/use-enter.ts'
import { useOpening } from '../../features/accounts/use-opening.ts'
import { graphql } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Steps } from '../../ui/steps.tsx'

const ResetPage = graphql(
  `
    query ResetPage {
      policy {
        ...PasswordRules_policy
      }
      terms {
        version
      }
      viewer {
        demo {
          password
        }
      }
    }
  `,
  [PasswordRules_policy],
)

export function Page() {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const { policy, terms, viewer } = useSuspenseQuery(ResetPage).data
  const { opening, change, forget } = useOpening('RESET')
  const { email, sent } = opening
  const [attempt, setAttempt] = useState<Attempt | null>(null)
  const signedIn = (entered: Entered) => {
    forget()
    void navigate({ to: homeOf(entered) })
  }
  if (attempt)
    return (
      <>
        <PageTitle pageKey={attempt.factor}>{t(`oneTime.titleOf.${attempt.factor}`)}</PageTitle>
        <p className="sub mt-1">{t('reset.done')}</p>
        <div className="card mt-4 max-w-[28rem]" style={{ padding: '1.5rem' }}>
          <OneTimePasswordForm
            attempt={attempt}
            onAttempt={setAttempt}
            onAgain={() => void navigate({ to: '/signin' })}
            onSignedIn={signedIn}
            demo={viewer.demo !== null}
          />
        </div>
      </>
    )
  return (
    <>
      <Steps label={t('reset.steps')} steps={[t('reset.step.mail'), t('reset.step.key')]} current={sent ? 1 : 0} />
      <PageTitle className="mt-4" pageKey={sent ? 'key' : 'mail'}>
        {t(sent ? 'reset.keyTitle' : 'reset.title')}
      </PageTitle>
      <p className="sub mt-1">{t(sent ? 'reset.keyLead' : 'reset.lead')}</p>
      {sent ? (
        <KeyAndPassword
          purpose="RESET"
          sent={sent}
          policy={policy}
          demo={viewer.demo !== null}
          doLabel={t('reset.do')}
          onSent={(next) => change({ sent: next })}
          onOtherEmail={() => change({ sent: null })}
          onAttempt={(next) => {
            forget()
            setAttempt(next)
          }}
          onDone={signedIn}
        />
      ) : (
        <>
          <EmailForm
            purpose="RESET"
            termsVersion={terms.version}
            email={email}
            onEmail={(typed) => change({ email: typed })}
            onSent={(next) => change({ sent: next, email: next.email })}
          />
          <p className="mt-4">
            <LinkButton to="/signin" variant="text">
              {t('reset.back')}
            </LinkButton>
          </p>
        </>
      )}
    </>
  )
}
