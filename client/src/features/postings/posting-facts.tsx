import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Facts } from '../../ui/facts.tsx'
import { formatYenRange } from '../../ui/format.ts'

export const PostingFacts_sheet = graphql(`
  fragment PostingFacts_sheet on PostingSheet {
    id
    shownFrom
    shownTo
    wageFormText
    fixedOvertime
    fixedOvertimeHours
    placeText
    stationText
    hoursText
    overtimeText
    daysOffText
    yearlyHolidays
  }
`)

/** Wage, place, hours, holidays, in the same place wherever a posting is shown (PAGES 1.3). */
export function PostingFacts(props: { sheet: FragmentOf<typeof PostingFacts_sheet>; large?: boolean; className?: string }) {
  const sheet = readFragment(PostingFacts_sheet, props.sheet)
  const { t } = useTranslation('public')
  const fixed = sheet.fixedOvertime ? t('posting.fixedOvertime', { hours: sheet.fixedOvertimeHours ?? 0 }) : t('posting.noFixedOvertime')
  const wage = formatYenRange(sheet.shownFrom, sheet.shownTo)
  return (
    <Facts
      className={props.className ?? ''}
      items={[
        {
          term: t('posting.wage'),
          value: props.large ? <span className="text-[1.25rem]">{wage}</span> : wage,
          notes: [t('posting.wageNote', { form: sheet.wageFormText, fixed })],
          strong: true,
        },
        { term: t('posting.place'), value: sheet.placeText, notes: sheet.stationText ? [sheet.stationText] : [] },
        {
          term: t('posting.hours'),
          value: <span className="num">{sheet.hoursText}</span>,
          notes: [t('posting.overtime', { text: sheet.overtimeText })],
        },
        {
          term: t('posting.holidays'),
          value: sheet.daysOffText || t('posting.daysOffNone'),
          notes: [t('posting.yearly', { days: sheet.yearlyHolidays })],
        },
      ]}
    />
  )
}
