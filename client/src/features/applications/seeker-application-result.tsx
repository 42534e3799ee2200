import { CircleCheck, CircleMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Card } from '../../ui/card.tsx'
import { Dl } from '../../ui/facts.tsx'
import { formatDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/server-clock.tsx'

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
          <div className="mt-2 overflow-x-auto" tabIndex={0} role="region" aria-label={t('application.differences')}>
            <table className="tbl">
              <caption className="sr">{t('application.differences')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('application.differenceItem')}</th>
                  <th scope="col">{t('application.posted')}</th>
                  <th scope="col">{t('application.offered')}</th>
                </tr>
              </thead>
              <tbody>
                {differences.map((difference) => (
                  <tr key={difference.field}>
                    <th scope="row">{difference.label}</th>
                    <td>{difference.posted}</td>
                    <td className="b">{difference.offered}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Card>
  )
}
