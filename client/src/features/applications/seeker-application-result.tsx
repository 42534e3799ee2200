import { CircleCheck, CircleMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Card } from '../../ui/card.tsx'
import { Dl } from '../../ui/facts.tsx'
import { formatDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { Table } from '../../ui/table.tsx'

export const SeekerApplicationResult_result = graphql(`
  fragment SeekerApplicationResult_result on SelectionResult {
    id
    outcome
    startDate
    messageToSeeker
    recordedAt
    differences {
      field
      label
      posted
      offered
    }
  }
`)

/** How it ended, in the employer's words, and what differs from the posting. */
export function SeekerApplicationResult(props: { result: FragmentOf<typeof SeekerApplicationResult_result> }) {
  const { t } = useTranslation('seeker')
  const now = useNow()
  const { outcome, startDate, messageToSeeker, recordedAt, differences } = readFragment(SeekerApplicationResult_result, props.result)
  const hired = outcome === 'HIRED'
  return (
    <Card title={t('application.result')}>
      <p className={`row b ${hired ? 'ok' : ''}`}>
        <Icon of={hired ? CircleCheck : CircleMinus} /> {t(hired ? 'application.hired' : 'application.notHired')}
      </p>
      <div className="mt-2">
        <Dl
          rows={[
            ...(startDate === null ? [] : [{ term: t('application.start'), value: formatDay(startDate, now) }]),
            { term: t('application.words'), value: <span className="whitespace-pre-line wrap-anywhere">{messageToSeeker}</span> },
            { term: t('application.recorded'), value: formatDay(recordedAt, now) },
          ]}
        />
      </div>
      {differences.length > 0 && (
        <>
          <h3 className="mt-4">{t('application.differences')}</h3>
          <Table
            caption={t('application.differences')}
            columns={[
              { key: 'item', header: t('application.differenceItem'), cell: ({ label }) => label },
              { key: 'posted', header: t('application.posted'), cell: ({ posted }) => posted },
              { key: 'offered', header: t('application.offered'), cell: ({ offered }) => <b>{offered}</b> },
            ]}
            rows={differences}
            rowKey={({ field }) => field}
            phone={({ label, posted, offered }) => (
              <div className="py-2">
                <b>{label}</b>
                <Dl
                  compact
                  rows={[
                    { term: t('application.posted'), value: posted },
                    { term: t('application.offered'), value: <b>{offered}</b> },
                  ]}
                />
              </div>
            )}
          />
        </>
      )}
    </Card>
  )
}
