import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Count } from '../../ui/badge.tsx'
import { formatShort } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { useNow } from '../../ui/server-clock.tsx'

export const NewestThreads_thread = graphql(`
  fragment NewestThreads_thread on Thread {
    id
    counterpart
    subject
    lastLine
    lastMessageAt
    unreadCount
  }
`)

/** The newest threads in short, on a home. */
export function NewestThreads(props: { threads: readonly FragmentOf<typeof NewestThreads_thread>[]; base: string }) {
  const { t } = useTranslation('messages')
  const now = useNow()
  return (
    <ul className="list small" style={{ listStyle: 'none', padding: 0 }}>
      {readFragment(NewestThreads_thread, props.threads).map((thread) => (
        <li key={thread.id}>
          <Link to={`${props.base}/${thread.id}`} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 py-2 text-ink no-underline">
            <span className={`truncate ${thread.unreadCount > 0 ? 'b' : ''}`}>{thread.counterpart}</span>
            <span className="mute num">{formatShort(thread.lastMessageAt, now)}</span>
            <span className="truncate sub">{thread.lastLine}</span>
            <span className="self-center text-right">
              {thread.unreadCount > 0 && <Count value={thread.unreadCount} words={t('unreadWords')} />}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
