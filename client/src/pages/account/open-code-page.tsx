import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CodeCheck } from '../../features/accounts/code-check.tsx'
import { CodeForm } from '../../features/accounts/code-form.tsx'
import { type CodeStep, isFilled, stepToResume, stepWithin } from '../../features/accounts/code-steps.ts'
import { KeyAndPassword } from '../../features/accounts/key-and-password.tsx'
import { PasswordRules_policy } from '../../features/accounts/password-rules.ts'
import { OtherRole } from '../../features/accounts/other-role.tsx'
import { PaperSketch } from '../../features/accounts/paper-sketch.tsx'
import { TermsStep, TermsStep_terms } from '../../features/accounts/terms-step.tsx'
import type { KeySent } from '../../features/accounts/use-key-sent.ts'
import { useOpening } from '../../features/accounts/use-opening.ts'
import { type FromPaper, useShowCode } from '../../features/accounts/use-show-code.ts'
import { useTabText } from '../../features/accounts/use-tab-text.ts'
import { graphql, type ResultOf } from '../../graph/graphql.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useServerClock } from '../../ui/server-clock.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Steps } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'

const OpenCodePage = graphql(
  `
    query OpenCodePage {
      policy {
        name
        value
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
type Data = ResultOf<typeof OpenCodePage>
const route = getRouteApi('/open/code')

/** An employer known to an office opens its My Page with the paper from the counter (001 STEP 2 to 7). */
export function Page() {
  const { t } = useTranslation('account')
  const { data } = useSuspenseQuery(OpenCodePage)
  const { kind } = data.viewer
  const [cameAs] = useState(kind)
  if (kind === 'VISITOR') return <Opening data={data} />
  if (cameAs === 'VISITOR' && kind === 'EMPLOYER') return <Skeleton />
  return <OtherRole kind={kind} title={t('code.title')} text={t('code.otherRole')} />
}

function Opening({ data }: { data: Data }) {
  const { t } = useTranslation('account')
  const clock = useServerClock()
  const navigate = useNavigate()
  const toast = useToast()
  const { policy, terms, viewer } = data
  const { opening, change, forget } = useOpening('OPEN_BY_CODE')
  const [code, setCode] = useTabText('madoguchi:creation-code')
  const { show, refused, busy } = useShowCode(clock.now)
  const [presses, setPresses] = useState(0)
  const { email, employerNumber, phone, sent } = opening
  const typed: FromPaper = { email, employerNumber, phone, code }
  const agreed = opening.agreed === terms.version
  const way = { agreed, typed, sent }
  const [resumed] = useState(() => stepToResume(way, clock.now()))
  const at = stepWithin(route.useSearch().step ?? resumed, way)
  const go = (step: CodeStep, replace = false) => void navigate({ to: '/open/code', search: { step }, replace })
  const type = ({ code: next, ...rest }: Partial<FromPaper>) => {
    if (next !== undefined) setCode(next)
    change(rest)
  }
  const send = async () => {
    const next = await show(typed, terms.version)
    setPresses((n) => n + 1)
    if (next) keySent(next)
    else go('fields', true)
  }
  const keySent = (next: KeySent) => {
    change({ sent: next, email: next.email })
    go('key')
  }
  const enter = async () => {
    setCode('')
    forget()
    await navigate({ to: '/employer' })
    toast.show({ message: t('code.opened') })
  }
  return (
    <>
      <Steps
        label={t('code.steps')}
        steps={[t('open.step.terms'), t('code.step'), t('open.step.key')]}
        current={at === 'terms' ? 0 : at === 'key' ? 2 : 1}
      />
      {at === 'terms' && (
        <TermsStep
          terms={terms}
          agreed={agreed}
          onAgree={(version) => change({ agreed: version })}
          nextLabel={t('code.next')}
          onNext={() => go('fields')}
        />
      )}
      {at === 'fields' && (
        <>
          <PageTitle className="mt-4" pageKey="fields">
            {t('code.fieldsTitle')}
          </PageTitle>
          <p className="sub mt-1">{t('code.lead')}</p>
          <PaperSketch />
          <CodeForm
            typed={typed}
            onType={type}
            refused={refused}
            presses={presses}
            tries={policy.find(({ name }) => name === 'accountCreationCodeTries')?.value ?? 0}
            onNext={() => (isFilled(typed) ? go('check') : void send())}
            onBack={() => go('terms')}
          />
        </>
      )}
      {at === 'check' && (
        <>
          <PageTitle className="mt-4" pageKey="check">
            {t('code.checkTitle')}
          </PageTitle>
          <CodeCheck typed={typed} busy={busy} onSend={() => void send()} onCorrect={() => go('fields')} />
        </>
      )}
      {at === 'key' && sent && (
        <>
          <PageTitle className="mt-4" pageKey="key">
            {t('key.title')}
          </PageTitle>
          <KeyAndPassword
            purpose="OPEN_BY_CODE"
            sent={sent}
            policy={policy}
            demo={viewer.demo !== null}
            doLabel={t('code.do')}
            onSent={(next) => change({ sent: next })}
            onOtherEmail={() => go('fields')}
            otherEmailLabel={t('code.correct')}
            onDone={() => void enter()}
          />
        </>
      )}
    </>
  )
}
