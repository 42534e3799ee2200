import { useSuspenseQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmailForm } from '../../features/accounts/email-form.tsx'
import { KeyAndPassword } from '../../features/accounts/key-and-password.tsx'
import { PasswordRules_policy } from '../../features/accounts/password-rules.ts'
import { OtherRole } from '../../features/accounts/other-role.tsx'
import { TermsStep, TermsStep_terms } from '../../features/accounts/terms-step.tsx'
import { useOpening } from '../../features/accounts/use-opening.ts'
import { graphql, type ResultOf } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Steps } from '../../ui/steps.tsx'

const OpenEmployerPage = graphql(
  `
    query OpenEmployerPage {
      policy {
        ...PasswordRules_policy
      }
      viewer {
        kind
        employer {
          id
          status
        }
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
type Data = ResultOf<typeof OpenEmployerPage>

/** From the texts to a provisional My Page of an establishment; a closed page goes on where it stopped (003:53). */
export function Page() {
  const { t } = useTranslation('account')
  const { data } = useSuspenseQuery(OpenEmployerPage)
  const { viewer } = data
  if (viewer.employer?.status === 'PROVISIONAL') return <Next />
  if (viewer.kind !== 'VISITOR') return <OtherRole kind={viewer.kind} title={t('openEmployer.title')} text={t('code.otherRole')} />
  return <Opening data={data} />
}

function Way({ current }: { current: number }) {
  const { t } = useTranslation('account')
  return (
    <Steps
      label={t('open.steps')}
      steps={[t('open.step.terms'), t('open.step.mail'), t('open.step.key'), t('openEmployer.step')]}
      current={current}
    />
  )
}

/** The account is made; what is written now is the establishment. */
function Next() {
  const { t } = useTranslation('account')
  return (
    <>
      <Way current={3} />
      <PageTitle className="mt-4" pageKey="next">
        {t('openEmployer.next')}
      </PageTitle>
      <p className="mt-3">{t('openEmployer.what')}</p>
      <div className="mt-5 grid gap-4 md:grid-cols-2">
        <Card title={t('openEmployer.first')}>
          <p>{t('openEmployer.firstWhat')}</p>
          <div className="btns mt-4">
            <LinkButton variant="primary" to="/employer/establishment">
              {t('openEmployer.write')}
            </LinkButton>
          </div>
        </Card>
        <Card title={t('openEmployer.history')}>
          <p>{t('openEmployer.historyWhat')}</p>
          <div className="btns mt-4">
            <LinkButton variant="primary" to="/employer/claim">
              {t('openEmployer.claim')}
            </LinkButton>
          </div>
        </Card>
      </div>
      <div className="btns mt-5">
        <LinkButton to="/employer">{t('openEmployer.later')}</LinkButton>
      </div>
    </>
  )
}

function Opening({ data }: { data: Data }) {
  const { t } = useTranslation('account')
  const { terms, viewer } = data
  const { opening, change, forget } = useOpening('OPEN_EMPLOYER')
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
          purpose="OPEN_EMPLOYER"
          sent={sent}
          policy={data.policy}
          demo={viewer.demo !== null}
          doLabel={t('openEmployer.setPassword')}
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
          purpose="OPEN_EMPLOYER"
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
