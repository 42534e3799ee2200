import { useSuspenseQuery } from '@apollo/client/react'
import { useState } from 'react'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { homeOf } from '../../features/accounts/home-of.ts'
import { OneTimePasswordForm } from '../../features/accounts/one-time-password-form.tsx'
import { SignInForm } from '../../features/accounts/sign-in-form.tsx'
import type { Attempt } from '../../features/accounts/use-attempt.ts'
import type { Entered } from '../../features/accounts/use-enter.ts'
import { graphql } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

const SignInPage = graphql(`
  query SignInPage {
    viewer {
      demo {
        password
        accounts {
          email
          role
        }
      }
    }
  }
`)
const route = getRouteApi('/signin')

export function Page() {
  const { t } = useTranslation('account')
  const { next } = route.useSearch()
  const router = useRouter()
  const { viewer } = useSuspenseQuery(SignInPage).data
  const [attempt, setAttempt] = useState<Attempt | null>(null)
  const signedIn = (entered: Entered) => router.history.push(next ?? homeOf(entered))
  return (
    <div className="mx-auto max-w-[28rem]">
      <PageTitle pageKey={attempt?.factor ?? 'password'}>{t(attempt ? `oneTime.titleOf.${attempt.factor}` : 'signIn.title')}</PageTitle>
      {next !== undefined && !attempt && (
        <div className="mt-3">
          <Banner kind="info">{t('signIn.next')}</Banner>
        </div>
      )}
      <div className="mt-4">
        {attempt ? (
          <div className="card" style={{ padding: '1.5rem' }}>
            <OneTimePasswordForm
              attempt={attempt}
              onAttempt={setAttempt}
              onAgain={() => setAttempt(null)}
              onSignedIn={signedIn}
              demo={viewer.demo !== null}
            />
          </div>
        ) : (
          <SignInForm demo={viewer.demo} onAttempt={setAttempt} onSignedIn={signedIn} />
        )}
      </div>
    </div>
  )
}
