import { useSuspenseQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { TermsText, TermsText_section } from '../../features/accounts/terms-text.tsx'
import { graphql } from '../../graph/graphql.ts'
import { PageHead } from '../../ui/page-title.tsx'

const TermsPage = graphql(
  `
    query TermsPage {
      terms {
        version
        terms {
          ...TermsText_section
        }
      }
    }
  `,
  [TermsText_section],
)

export function Page() {
  const { t } = useTranslation('public')
  const { version, terms } = useSuspenseQuery(TermsPage).data.terms
  return (
    <>
      <PageHead note={t('terms.version', { version })}>{t('terms.terms')}</PageHead>
      <TermsText sections={terms} />
    </>
  )
}
