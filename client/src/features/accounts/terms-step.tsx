import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { TermsGate } from './terms-gate.tsx'
import { TermsText, TermsText_section } from './terms-text.tsx'

export const TermsStep_terms = graphql(
  `
    fragment TermsStep_terms on Terms {
      version
      terms {
        title
        paragraphs
        ...TermsText_section
      }
      privacy {
        title
        paragraphs
        ...TermsText_section
      }
    }
  `,
  [TermsText_section],
)

interface TermsStepProps {
  terms: FragmentOf<typeof TermsStep_terms>
  agreed: boolean
  onAgree: (version: string | null) => void
  nextLabel: string
  onNext: () => void
}

/** The first step of every way to a My Page: both texts to their end, then the tick (001 STEP 3). */
export function TermsStep({ terms, agreed, onAgree, nextLabel, onNext }: TermsStepProps) {
  const { t } = useTranslation('account')
  const { version, ...texts } = readFragment(TermsStep_terms, terms)
  return (
    <>
      <PageTitle className="mt-4" pageKey="terms">
        {t('terms.title')}
      </PageTitle>
      <p className="sub mt-1">{t('terms.lead')}</p>
      <TermsGate
        texts={(['terms', 'privacy'] as const).map((key) => ({
          key,
          title: t(`terms.${key}`),
          characters: texts[key].reduce((sum, { title, paragraphs }) => sum + title.length + paragraphs.join('').length, 0),
          text: <TermsText sections={texts[key]} level={3} />,
        }))}
        agreed={agreed}
        onAgree={(on) => onAgree(on ? version : null)}
      />
      <div className="btns mt-5">
        <Button variant="primary" unavailable={agreed ? undefined : t('terms.first')} onPress={onNext}>
          {nextLabel}
        </Button>
        <LinkButton to="/">{t('back')}</LinkButton>
      </div>
    </>
  )
}
