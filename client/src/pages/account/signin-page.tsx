import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { homeOf } from '../../features/accounts/home-of.ts'
import { SignInForm } from '../../features/accounts/sign-in-form.tsx'
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
  return (
    <div className="mx-auto max-w-[28rem]">
      <PageTitle>{t('signIn.title')}</PageTitle>
      {next !== undefined && (
        <div className="mt-3">
          <Banner kind="info">{t('signIn.next')}</Banner>
        </div>
      )}
      <div className="mt-4">
        <SignInForm demo={viewer.demo} onSignedIn={({ kind, seekerStatus }) => router.history.push(next ?? homeOf(kind, seekerStatus))} />
      </div>
    </div>
  )
}
