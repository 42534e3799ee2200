import { useSuspenseQuery } from '@apollo/client/react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChangePasswordForm } from '../../features/accounts/change-password-form.tsx'
import { PasswordRules_policy } from '../../features/accounts/password-rules.ts'
import { graphql } from '../../graph/graphql.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useToast } from '../../ui/toast.tsx'

const ChangePasswordPage = graphql(
  `
    query ChangePasswordPage {
      policy {
        ...PasswordRules_policy
      }
    }
  `,
  [PasswordRules_policy],
)

export function Page() {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const toast = useToast()
  const { policy } = useSuspenseQuery(ChangePasswordPage).data
  return (
    <>
      <Crumbs items={[{ to: '/account', label: t('own.crumb') }, { label: t('changePassword.title') }]} />
      <PageTitle>{t('changePassword.title')}</PageTitle>
      <p className="sub mt-1">{t('changePassword.lead')}</p>
      <ChangePasswordForm
        policy={policy}
        onDone={() => {
          toast.show({ message: t('changePassword.done') })
          void navigate({ to: '/account' })
        }}
      />
    </>
  )
}
