import { useSuspenseQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { TermsText, TermsText_section } from '../../features/accounts/terms-text.tsx'
import { graphql } from '../../graph/graphql.ts'
import { PageHead } from '../../ui/page-title.tsx'

const PrivacyPage = graphql(
  `
    query PrivacyPage {
      terms {
        version
        privacy {
          ...TermsText_section
        }
      }
    }
  `,
  [TermsText_section],
)

export function Page() {
  const { t } = useTranslation('public')
  const { version, privacy } = useSuspenseQuery(PrivacyPage).data.terms
  return (
    <>
      <PageHead note={t('terms.version', { version })}>{t('terms.privacy')}</PageHead>
      <TermsText sections={privacy} />
    </>
  )
}
