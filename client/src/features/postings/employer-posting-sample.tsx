import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Dl } from '../../ui/facts.tsx'
import type { PostingDraft } from './employer-posting-draft.ts'

export const EmployerPostingSample_employer = graphql(`
  fragment EmployerPostingSample_employer on Employer {
    id
    name
    nameKana
    employerNumber
    postalCode
    addressLine
    representativeTitle
    representativeName
    business
    features
    webPage
  }
`)

/** The parts in the order a reader of the sheet meets them; the parts of writing have their own. */
const ORDER = ['kind', 'work', 'establishment', 'wage', 'hours', 'insurance', 'selection', 'pr']

interface EmployerPostingSampleProps {
  title: string
  office: string
  employer: FragmentOf<typeof EmployerPostingSample_employer> | null
  steps: PostingDraft['steps']
  titles: ReadonlyMap<string, string>
}

/** What is written so far, drawn as the sheet, marked as no sheet yet. */
export function EmployerPostingSample({ title, office, steps, titles, ...props }: EmployerPostingSampleProps) {
  const { t } = useTranslation('employer')
  const employer = readFragment(EmployerPostingSample_employer, props.employer)
  const parts = steps.toSorted((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key))
  const establishment = employer
    ? [
        {
          term: t('sample.employer'),
          value: (
            <>
              {employer.name}
              <span className="small sub block">{employer.nameKana}</span>
            </>
          ),
        },
        { term: t('sample.employerNumber'), value: employer.employerNumber },
        {
          term: t('sample.address'),
          value: t('sample.addressLine', {
            postalCode: employer.postalCode.replace(/^(\d{3})-?(\d{4})$/u, '$1-$2'),
            address: employer.addressLine,
          }),
        },
        { term: t('sample.representative'), value: [employer.representativeTitle, employer.representativeName].filter(Boolean).join(' ') },
        { term: t('sample.business'), value: employer.business },
        { term: t('sample.features'), value: employer.features },
        { term: t('sample.webPage'), value: employer.webPage },
      ].filter(({ value }) => value !== null && value !== '')
    : []
  return (
    <div className="mt-4 grid gap-4">
      <Card label={t('sample.title')}>
        <Badge kind="warn">{t('sample.mark')}</Badge>
        <h2 className="mt-2">{title}</h2>
        <p className="small sub mt-1">{[employer?.name, t('sample.numberLater'), office].filter(Boolean).join(' ・ ')}</p>
      </Card>
      {parts.map(({ key, preview }) => (
        <Card key={key} title={titles.get(key)}>
          {preview.length > 0 ? (
            <Dl
              rows={preview.map((row) => ({
                key: row.key,
                term: row.label,
                value: <span className="whitespace-pre-line break-words">{row.value}</span>,
              }))}
            />
          ) : (
            <p className="sub">{t('check.nothing')}</p>
          )}
        </Card>
      ))}
      {establishment.length > 0 && (
        <Card title={t('sample.establishment')}>
          <Dl rows={establishment} />
        </Card>
      )}
    </div>
  )
}
