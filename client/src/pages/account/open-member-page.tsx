import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MemberKeyForm } from '../../features/accounts/member-key-form.tsx'
import { type MemberStep, memberStepWithin } from '../../features/accounts/member-steps.ts'
import { OneTimePasswordForm } from '../../features/accounts/one-time-password-form.tsx'
import { OtherRole } from '../../features/accounts/other-role.tsx'
import { PasswordRules_policy } from '../../features/accounts/password-rules.ts'
import { TermsStep, TermsStep_terms } from '../../features/accounts/terms-step.tsx'
import type { Attempt } from '../../features/accounts/use-attempt.ts'
import { useOpening } from '../../features/accounts/use-opening.ts'
import { graphql, type ResultOf } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Steps } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'

const OpenMemberPage = graphql(
  `
    query OpenMemberPage {
      policy {
        ...PasswordRules_policy
      }
      viewer {
        kind
        account {
          id
          email
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
type Data = ResultOf<typeof OpenMemberPage>
const route = getRouteApi('/open/member')

/** Whom an owner invited joins with the key from the mail; opening this page uses nothing up. */
export function Page() {
  const { t } = useTranslation('account')
  const { data } = useSuspenseQuery(OpenMemberPage)
  const [{ kind }] = useState(data.viewer)
  if (kind === 'VISITOR' || kind === 'EMPLOYER') return <Joining data={data} />
  return <OtherRole kind={kind} title={t('member.title')} text={t('member.otherRole')} />
}

function Joining({ data }: { data: Data }) {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const toast = useToast()
  const { terms, viewer, policy } = data
  const { opening, change, forget } = useOpening('MEMBER')
  const [attempt, setAttempt] = useState<Attempt | null>(null)
  const agreed = opening.agreed === terms.version
  const step = memberStepWithin(route.useSearch().step ?? 'way', agreed)
  const go = (next: MemberStep) => void navigate({ to: '/open/member', search: { step: next } })
  const enter = async () => {
    forget()
    await navigate({ to: '/employer' })
    toast.show({ message: t('member.in') })
  }
  if (attempt)
    return (
      <>
        <PageTitle pageKey={attempt.factor}>{t(`oneTime.titleOf.${attempt.factor}`)}</PageTitle>
        <div className="card mt-4" style={{ padding: '1.5rem' }}>
          <OneTimePasswordForm
            attempt={attempt}
            onAttempt={setAttempt}
            onAgain={() => void navigate({ to: '/signin' })}
            onSignedIn={() => void enter()}
            demo={viewer.demo !== null}
          />
        </div>
      </>
    )
  const isNew = step === 'key'
  return (
    <>
      {(step === 'terms' || isNew) && (
        <Steps label={t('member.steps')} steps={[t('member.step.terms'), t('member.step.key')]} current={isNew ? 1 : 0} />
      )}
      {step === 'way' && <Ways isMember={viewer.kind === 'EMPLOYER'} />}
      {step === 'terms' && (
        <TermsStep
          terms={terms}
          agreed={agreed}
          onAgree={(version) => change({ agreed: version })}
          nextLabel={t('member.next')}
          onNext={() => go('key')}
        />
      )}
      {(isNew || step === 'known') && (
        <>
          <PageTitle className="mt-4" pageKey={step}>
            {t(isNew ? 'member.keyTitle' : 'member.knownTitle')}
          </PageTitle>
          <p className="sub mt-1">{t(isNew ? 'member.keyLead' : 'member.knownLead')}</p>
          <MemberKeyForm
            key={step}
            isNew={isNew}
            termsVersion={terms.version}
            email={opening.email || (viewer.account?.email ?? '')}
            onEmail={(email) => change({ email })}
            policy={policy}
            onIn={() => void enter()}
            onAttempt={setAttempt}
            onBack={() => go(isNew ? 'terms' : 'way')}
          />
          <section className="mt-8" aria-labelledby="dead-key">
            <h2 id="dead-key" className="text-[1.0625rem]">
              {t('member.deadTitle')}
            </h2>
            <p className="small mt-1">{t('member.dead')}</p>
          </section>
        </>
      )}
    </>
  )
}

/** First here, or known already: the mail says which of the two. */
function Ways({ isMember }: { isMember: boolean }) {
  const { t } = useTranslation('account')
  return (
    <>
      <PageTitle>{t('member.title')}</PageTitle>
      <p className="mt-2">{t('member.lead')}</p>
      <div className="mt-5 grid gap-4">
        {!isMember && (
          <section className="card" aria-labelledby="is-new">
            <h2 id="is-new" className="text-[1.125rem]">
              {t('member.isNew')}
            </h2>
            <p className="mt-1">{t('member.isNewWhat')}</p>
            <div className="btns mt-3">
              <LinkButton to="/open/member?step=terms" variant="primary">
                {t('member.isNewDo')}
              </LinkButton>
            </div>
          </section>
        )}
        <section className="card" aria-labelledby="is-known">
          <h2 id="is-known" className="text-[1.125rem]">
            {t('member.isKnown')}
          </h2>
          <p className="mt-1">{t('member.isKnownWhat')}</p>
          <div className="btns mt-3">
            <LinkButton to="/open/member?step=known" variant={isMember ? 'primary' : 'secondary'}>
              {t('member.isKnownDo')}
            </LinkButton>
          </div>
        </section>
      </div>
    </>
  )
}
