import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { formatYen } from '../../ui/format.ts'
import { Table } from '../../ui/table.tsx'

export const PostingWageTable_sheet = graphql(`
  fragment PostingWageTable_sheet on PostingSheet {
    id
    fixedOvertime
    wageLines {
      label
      from
      to
      note
    }
  }
`)

interface Line {
  label: string
  from: string
  to: string
  note: string | null
  sum: boolean
}

/** a, b, c and their sum; fixed overtime is always stated, also when there is none (PAGES 2.3). */
export function PostingWageTable(props: { sheet: FragmentOf<typeof PostingWageTable_sheet> }) {
  const { t } = useTranslation('public')
  const { wageLines, fixedOvertime } = readFragment(PostingWageTable_sheet, props.sheet)
  const lines = wageLines.map((line, index): Line => ({
    ...line,
    from: formatYen(line.from),
    to: formatYen(line.to),
    sum: index === wageLines.length - 1,
  }))
  if (!fixedOvertime)
    lines.splice(-1, 0, { label: t('posting.fixedOvertimeLine'), from: t('posting.none'), to: t('posting.none'), note: null, sum: false })
  const strong = (line: Line, text: string) => (line.sum ? <b className="text-ink">{text}</b> : text)
  return (
    <Table
      caption={t('posting.wageTable')}
      rows={lines}
      rowKey={(line) => line.label}
      columns={[
        {
          key: 'label',
          header: t('posting.wageItem'),
          cell: (line) => (
            <>
              {strong(line, line.label)}
              {line.note && <p className="small sub font-normal">{line.note}</p>}
            </>
          ),
        },
        { key: 'from', header: t('posting.lower'), number: true, cell: (line) => strong(line, line.from) },
        { key: 'to', header: t('posting.upper'), number: true, cell: (line) => strong(line, line.to) },
      ]}
    />
  )
}
