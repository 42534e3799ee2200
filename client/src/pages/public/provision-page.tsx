import { useSuspenseQuery } from '@apollo/client/react'
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TermsText, TermsText_section } from '../../features/accounts/terms-text.tsx'
import { graphql, readFragment } from '../../graph/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-title.tsx'

const ProvisionPage = graphql(
  `
    query ProvisionPage {
      provisionLeaflet {
        version
        sections {
          ...TermsText_section
        }
      }
    }
  `,
  [TermsText_section],
)

/** The leaflet that a posting agrees to (R26): to read, to print, to keep. */
export function Page() {
  const { t } = useTranslation('public')
  const { version, sections } = useSuspenseQuery(ProvisionPage).data.provisionLeaflet
  const plain = [
    `${t('provision.title')}\n${t('terms.version', { version })}`,
    ...readFragment(TermsText_section, sections).map(({ title, paragraphs }) => [title, ...paragraphs].join('\n')),
  ].join('\n\n')
  return (
    <>
      <PageHead
        note={t('terms.version', { version })}
        actions={
          <>
            <Button icon={Printer} onPress={() => window.print()}>
              {t('provision.print')}
            </Button>
            <a
              className="no-print"
              href={`data:text/plain;charset=utf-8,${encodeURIComponent(plain)}`}
              download={t('provision.file', { version })}
            >
              {t('provision.save')}
            </a>
          </>
        }
      >
        {t('provision.title')}
      </PageHead>
      <TermsText sections={sections} />
      <p className="sub mt-6">{t('provision.agree')}</p>
    </>
  )
}
