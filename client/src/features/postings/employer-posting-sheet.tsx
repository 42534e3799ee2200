import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Dl, Facts } from '../../ui/facts.tsx'
import { formatYen, formatYenRange } from '../../ui/format.ts'
import { Table } from '../../ui/table.tsx'
import { ContactRows, PostingContact_contact, PrCard } from './posting-contact.tsx'

/** The paper as handed in: what others see of it, then what only this employer and the office see. */
export const EmployerPostingSheet_posting = graphql(
  `
    fragment EmployerPostingSheet_posting on Posting {
      id
      sheet {
        id
        number
        title
        scope
        wageFormText
        shownFrom
        shownTo
        fixedOvertime
        placeText
        stationText
        hoursText
        overtimeText
        daysOffText
        yearlyHolidays
        employmentTypeText
        flags
        wageLines {
          label
          from
          to
          note
        }
        sections {
          key
          title
          rows {
            key
            label
            value
          }
        }
      }
      contact {
        ...PostingContact_contact
      }
    }
  `,
  [PostingContact_contact],
)

interface EmployerPostingSheetProps {
  posting: FragmentOf<typeof EmployerPostingSheet_posting>
}

export function EmployerPostingSheet(props: EmployerPostingSheetProps) {
  const { sheet, contact } = readFragment(EmployerPostingSheet_posting, props.posting)
  const { t } = useTranslation('employer')
  if (!sheet) return null
  const sections = sheet.sections.filter((section) => section.rows.length > 0)
  return (
    <>
      <Card label={t('posting.facts')}>
        <div className="flex flex-wrap gap-2">
          <Badge>{sheet.employmentTypeText}</Badge>
          {sheet.flags.map((flag) => (
            <Badge key={flag}>{flag}</Badge>
          ))}
        </div>
        <Facts
          className="mt-3"
          items={[
            {
              term: t('posting.wage'),
              value: formatYenRange(sheet.shownFrom, sheet.shownTo),
              strong: true,
              notes: [`${sheet.wageFormText} ・ ${t(sheet.fixedOvertime ? 'posting.withFixedOvertime' : 'posting.withoutFixedOvertime')}`],
            },
            { term: t('posting.place'), value: sheet.placeText, notes: [sheet.stationText] },
            { term: t('posting.hours'), value: sheet.hoursText, notes: [sheet.overtimeText] },
            { term: t('posting.daysOff'), value: sheet.daysOffText, notes: [t('posting.yearly', { count: sheet.yearlyHolidays })] },
          ]}
        />
      </Card>
      {sections.map((section) => (
        <Card key={section.key} title={section.title}>
          {section.key === 'wage' && sheet.wageLines.length > 0 && (
            <Table
              caption={t('posting.wageLines')}
              columns={[
                {
                  key: 'label',
                  header: t('posting.wageLine'),
                  cell: (line) => (
                    <>
                      {line.label}
                      {line.note && <span className="small sub block font-normal">{line.note}</span>}
                    </>
                  ),
                },
                { key: 'from', header: t('posting.lower'), number: true, cell: (line) => formatYen(line.from) },
                { key: 'to', header: t('posting.upper'), number: true, cell: (line) => formatYen(line.to) },
              ]}
              rows={sheet.wageLines}
              rowKey={(line) => line.label}
            />
          )}
          <Dl
            rows={section.rows
              .filter((row) => !row.key.startsWith('wageLine'))
              .map((row) => ({ key: row.key, term: row.label, value: <span className="whitespace-pre-line">{row.value}</span> }))}
          />
        </Card>
      ))}
      {contact && <PrCard contact={contact} />}
      {contact && (
        <Card title={t('posting.contact')}>
          <p className="small sub">{t('posting.contactSeen')}</p>
          <ContactRows contact={contact} />
        </Card>
      )}
    </>
  )
}
