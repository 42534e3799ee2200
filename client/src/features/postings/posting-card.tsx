import { Lock, MonitorCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { PostingFacts, PostingFacts_sheet } from './posting-facts.tsx'

export const PostingCard_posting = graphql(
  `
    fragment PostingCard_posting on Posting {
      id
      postingNumber
      title
      isNew
      identity
      validUntilAt
      employer {
        id
        name
      }
      sheet {
        id
        employmentTypeText
        selfApplication
        flags
        ...PostingFacts_sheet
      }
    }
  `,
  [PostingFacts_sheet],
)

/** As many short words as fit beside each other. */
const FLAGS_SHOWN = 3

interface PostingCardProps {
  posting: FragmentOf<typeof PostingCard_posting>
  /** Came while the list was read, and was brought to its top. */
  arrived?: boolean | undefined
}

/** One posting in the search's list. */
export function PostingCard(props: PostingCardProps) {
  const posting = readFragment(PostingCard_posting, props.posting)
  const { t } = useTranslation('public')
  const { sheet, employer, postingNumber } = posting
  if (!sheet || !postingNumber) return null
  const [online, ...rest] = sheet.selfApplication ? sheet.flags : [undefined, ...sheet.flags]
  const shown = rest.filter((flag) => flag !== undefined).slice(0, online === undefined ? FLAGS_SHOWN : FLAGS_SHOWN - 1)
  return (
    <Card as="article" className="py-4" label={posting.title}>
      <h2 className="text-[1.125rem] leading-normal">
        {(props.arrived || posting.isNew) && (
          <>
            <Badge kind="new">{t(props.arrived ? 'posting.arrived' : 'posting.new')}</Badge>{' '}
          </>
        )}
        <Link to={`/jobs/${postingNumber}`}>{posting.title}</Link>
      </h2>
      <p className="small sub bits mt-1">
        {employer ? (
          employer.name
        ) : (
          <>
            <Icon of={Lock} size="s" /> {t(posting.identity === 'AT_COUNTER' ? 'posting.nameAtCounter' : 'posting.nameForSeekers')}
          </>
        )}
        <span className="mute">
          {t('posting.dot')}
          {sheet.employmentTypeText}
          {t('posting.dot')}
          <span className="num whitespace-nowrap">{postingNumber}</span>
        </span>
      </p>
      <PostingFacts sheet={sheet} className="mt-2.5" />
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line pt-3">
        {online !== undefined ? (
          <Badge kind="key" icon={MonitorCheck}>
            {online}
          </Badge>
        ) : (
          <Badge kind="quiet">{t('posting.counterOnly')}</Badge>
        )}
        {shown.map((flag) => (
          <Badge key={flag}>{flag}</Badge>
        ))}
        {posting.validUntilAt && (
          <span className="lg:ml-auto">
            <Countdown until={posting.validUntilAt} label={t('posting.deadline')} compact />
          </span>
        )}
      </div>
    </Card>
  )
}
