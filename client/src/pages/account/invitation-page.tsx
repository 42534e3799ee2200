import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OtherRole } from '../../features/accounts/other-role.tsx'
import { PasswordRules_policy } from '../../features/accounts/password-rules.ts'
import { TermsStep, TermsStep_terms } from '../../features/accounts/terms-step.tsx'
import { DeadInvitation } from '../../features/accounts/dead-invitation.tsx'
import { InvitationPassword, InvitationPassword_invitation } from '../../features/accounts/invitation-password.tsx'
import { graphql, type ResultOf } from '../../graph/graphql.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Steps } from '../../ui/steps.tsx'

const InvitationPage = graphql(
  `
    query InvitationPage($token: String!) {
      invitation(token: $token) {
        id
        ...InvitationPassword_invitation
        office {
          id
          name
        }
      }
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
  [InvitationPassword_invitation, PasswordRules_policy, TermsStep_terms],
)
type Data = ResultOf<typeof InvitationPage>
const route = getRouteApi('/invitation/$token')

/** From the link in a center's mail to one's own home: terms, password, signed in (000). Looking at it uses nothing. */
export function Page() {
  const { t } = useTranslation('account')
  const { token } = route.useParams()
  const found = useSuspenseQuery(InvitationPage, { variables: { token }, fetchPolicy: 'network-only' })
  // Coming in asks everything again, and by then the link is used: what was here at first goes on to its end.
  const [data] = useState(found.data)
  const navigate = useNavigate()
  const [end, setEnd] = useState<'in' | 'dead' | null>(null)
  if (end === 'in') return <Skeleton />
  const { kind, demo } = data.viewer
  if (kind !== 'VISITOR')
    return (
      <OtherRole
        kind={kind}
        title={t('invitation.title')}
        text={t(kind === 'REGISTRANT' ? 'invitation.registrant' : 'invitation.otherRole')}
      />
    )
  if (end === 'dead' || !data.invitation) return <DeadInvitation demo={demo !== null} />
  return (
    <Opening
      token={token}
      data={data}
      invitation={data.invitation}
      onDead={() => setEnd('dead')}
      onIn={() => {
        setEnd('in')
        void navigate({ to: '/me', replace: true })
      }}
    />
  )
}

interface OpeningProps {
  token: string
  data: Data
  invitation: NonNullable<Data['invitation']>
  onIn: () => void
  onDead: () => void
}

function Opening({ token, data, invitation, onIn, onDead }: OpeningProps) {
  const { t } = useTranslation('account')
  const { terms, policy } = data
  const [agreed, setAgreed] = useState<string | null>(null)
  const [at, setAt] = useState<'terms' | 'password'>('terms')
  const way = (
    <>
      <Steps
        label={t('invitation.steps')}
        steps={[t('invitation.step.terms'), t('invitation.step.password')]}
        current={at === 'terms' ? 0 : 1}
      />
      <p className="sub mt-3">{t('invitation.from', { center: invitation.office.name })}</p>
    </>
  )
  if (at === 'password' && agreed !== null)
    return (
      <>
        {way}
        <PageTitle className="mt-4" pageKey="password">
          {t('invitation.passwordTitle')}
        </PageTitle>
        <InvitationPassword
          token={token}
          termsVersion={agreed}
          invitation={invitation}
          policy={policy}
          onIn={onIn}
          onDead={onDead}
          onBack={() => setAt('terms')}
        />
      </>
    )
  return (
    <>
      {way}
      <TermsStep
        terms={terms}
        agreed={agreed === terms.version}
        onAgree={setAgreed}
        nextLabel={t('invitation.next')}
        onNext={() => setAt('password')}
      />
    </>
  )
}
