import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Badge, type BadgeKind } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { useNow } from '../../ui/server-clock.tsx'

export const EmployerPostingReviews_review = graphql(`
  fragment EmployerPostingReviews_review on PostingReview {
    id
    outcome
    comment
    decidedAt
    reasons {
      path
      label
      reason
    }
  }
`)

const KINDS: Record<string, BadgeKind> = { ACCEPTED: 'ok', RETURNED: 'err', REJECTED: 'err', WAITING: 'key', WITHDRAWN: 'quiet' }

/** What the office said each time, newest first. */
export function EmployerPostingReviews(props: { reviews: readonly FragmentOf<typeof EmployerPostingReviews_review>[] }) {
  const { t } = useTranslation('employer')
  const now = useNow()
  const reviews = readFragment(EmployerPostingReviews_review, props.reviews).toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1))
  if (reviews.length === 0) return null
  return (
    <Card title={t('posting.reviews')}>
      <ol className="list">
        {reviews.map((review) => (
          <li key={review.id} className="py-3">
            <p className="row wraprow">
              <Badge kind={KINDS[review.outcome] ?? 'plain'}>{t(`outcome.${review.outcome}`)}</Badge>
              <span className="small sub">{formatDateTime(review.decidedAt, now)}</span>
            </p>
            {review.comment && <p className="mt-2 whitespace-pre-line">{review.comment}</p>}
            {review.reasons.length > 0 && (
              <ul className="mt-2 grid gap-1">
                {review.reasons.map((reason) => (
                  <li key={reason.path}>
                    <b>{reason.label}</b>
                    <span className="block">{reason.reason}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
