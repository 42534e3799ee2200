import { CloudOff, Lock, MessageSquare } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Count } from '../../ui/badge.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatShort } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { useOutbox, useOutgoing } from './use-outbox.ts'

export const ThreadList_thread = graphql(`
  fragment ThreadList_thread on Thread {
    id
    counterpart
    subject
    unreadCount
    lastMessageAt
    lastLine
    isClosed
  }
`)

interface ThreadListProps {
  account: string
  threads: readonly FragmentOf<typeof ThreadList_thread>[]
  total: number
  base: string
  current: string | undefined
  unreadOnly: boolean
  busy: boolean
  onMore: () => void
  pageSize: number
}

/** Other side, posting, last line, time, how many unread. */
export function ThreadList(props: ThreadListProps) {
  const { total, base, current, unreadOnly, busy, onMore, pageSize } = props
  const { t } = useTranslation('messages')
  const now = useNow()
  const list = useRef<HTMLUListElement>(null)
  const threads = readFragment(ThreadList_thread, props.threads)
  const outgoing = useOutgoing(useOutbox(props.account))
  if (threads.length === 0)
    return (
      <div className="p-4">
        <Empty icon={MessageSquare} title={t(unreadOnly ? 'empty.unread' : 'empty.title')} level={2}>
          {t(unreadOnly ? 'empty.unreadNext' : 'empty.next')}
        </Empty>
      </div>
    )
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" tabIndex={0} role="region" aria-label={t('list')} aria-busy={busy || undefined}>
      <ul ref={list as RefObject<HTMLUListElement>} className="list" style={{ listStyle: 'none', padding: 0 }}>
        {threads.map((thread) => {
          const here = thread.id === current
          const unread = thread.unreadCount > 0
          const unsent = outgoing.some(({ threadId, state }) => threadId === thread.id && state !== 'sending')
          return (
            <li key={thread.id}>
              <Link
                to={`${base}/${thread.id}`}
                aria-current={here ? 'true' : undefined}
                className={`grid grid-cols-[2.25rem_minmax(0,1fr)_auto] gap-x-3 px-4 py-3 text-ink no-underline ${here ? 'bg-key-50 border-l-4 border-key-900 pl-3' : ''}`}
              >
                <span className="row-span-3">
                  <Avatar name={thread.counterpart.replace(new RegExp(`^(?:${t('legalForms')})\\s*`, 'u'), '') || thread.counterpart} />
                </span>
                <span className={`truncate ${unread ? 'b' : ''}`}>{thread.counterpart}</span>
                <span className="small mute num">{formatShort(thread.lastMessageAt, now)}</span>
                <span className="truncate small sub col-span-2">{thread.subject}</span>
                {unsent ? (
                  <span className="truncate small warn">
                    <Icon of={CloudOff} size="s" /> {t('unsent')}
                  </span>
                ) : (
                  <span className={`truncate small ${unread ? 'b' : 'mute'}`}>
                    {thread.isClosed && !unread ? t('closedLine') : thread.lastLine}
                  </span>
                )}
                <span className="text-right">
                  {unread ? (
                    <Count value={thread.unreadCount} words={t('unreadWords')} />
                  ) : (
                    thread.isClosed && (
                      <span className="mute">
                        <Icon of={Lock} size="s" />
                      </span>
                    )
                  )}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      {threads.length < total && (
        <div className="p-4">
          <LoadMore shown={threads.length} total={total} next={pageSize} busy={busy} onMore={onMore} list={list} />
        </div>
      )}
    </div>
  )
}
