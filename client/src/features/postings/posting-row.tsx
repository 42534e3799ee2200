import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { formatDate, formatYenRange } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { useNow } from '../../ui/server-clock.tsx'

export const PostingRow_posting = graphql(`
  fragment PostingRow_posting on Posting {
    id
    postingNumber
    title
    acceptedOn
    sheet {
      id
      placeText
      wageFormText
      shownFrom
      shownTo
    }
  }
`)

/** A posting in two lines, where only a few are named. */
export function PostingRow(props: { posting: FragmentOf<typeof PostingRow_posting> }) {
  const { t } = useTranslation('public')
  const { title, sheet, acceptedOn, postingNumber } = readFragment(PostingRow_posting, props.posting)
  const now = useNow()
  if (!postingNumber || !sheet) return null
  return (
    <li className="flex items-baseline justify-between gap-3 py-3">
      <span>
        <Link to={`/jobs/${postingNumber}`} className="b inline-block min-h-6">
          {title}
        </Link>
        <br />
        <span className="small sub">
          {t('posting.brief', { place: sheet.placeText, form: sheet.wageFormText, wage: formatYenRange(sheet.shownFrom, sheet.shownTo) })}
        </span>
      </span>
      {acceptedOn && <span className="small mute shrink-0">{formatDate(acceptedOn, now, { weekday: false })}</span>}
    </li>
  )
}
