import { useSuspenseQuery } from '@apollo/client/react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthenticatorForm } from '../../features/accounts/authenticator-form.tsx'
import { graphql } from '../../graph/graphql.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useToast } from '../../ui/toast.tsx'

const AuthenticatorPage = graphql(`
  query AuthenticatorPage {
    viewer {
      authenticatorSince
    }
  }
`)

/** Sets up the authenticator app, or removes the one there is. */
export function Page() {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const toast = useToast()
  const { viewer } = useSuspenseQuery(AuthenticatorPage).data
  // What the page is for does not change while it is open: the answer to its own act is in the cache at once.
  const [removes] = useState(viewer.authenticatorSince !== null)
  const title = t(removes ? 'authenticator.removeTitle' : 'authenticator.title')
  return (
    <>
      <Crumbs items={[{ to: '/account', label: t('own.crumb') }, { label: title }]} />
      <PageTitle>{title}</PageTitle>
      <p className="sub mt-1">{t(removes ? 'authenticator.removeLead' : 'authenticator.lead')}</p>
      {removes && <p className="sub mt-1">{t('authenticator.removeLost')}</p>}
      <AuthenticatorForm
        removes={removes}
        onDone={() => {
          toast.show({ message: t(removes ? 'authenticator.removed' : 'authenticator.done') })
          void navigate({ to: '/account' })
        }}
      />
    </>
  )
}
