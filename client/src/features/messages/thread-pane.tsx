import { useSuspenseQuery } from '@apollo/client/react'
import { ArrowLeft, Clock, Info, Lock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql, type ResultOf } from '../../graph/graphql.ts'
import { joinedUntil } from '../../graph/merge-by-seq.ts'
import { IconButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { MessageBox } from './message-box.tsx'
import { Message_message } from './message-fields.ts'
import { ThreadTimeline } from './thread-timeline.tsx'
import { useMessageAdded } from './use-message-added.ts'
import { type BoxFiles, useThreadBox } from './use-thread-box.ts'

const MessagesThread = graphql(
  `
    query MessagesThread($id: ID!, $before: Int) {
      viewer {
        account {
          id
        }
      }
      policy {
        name
        value
      }
      thread(id: $id) {
        id
        kind
        subject
        counterpart
        unreadCount
        lastSeq
        lastReadSeq
        counterpartReadSeq
        isClosed
        closedText
        openUntilReason
        viewerCanWrite
        sendRefusal {
          code
          message
        }
        about {
          __typename
          id
          ... on Application {
            status
          }
        }
        messages(last: 50, before: $before) {
          id
          seq
          ...Message_message
        }
      }
    }
  `,
  [Message_message],
)

interface ThreadPaneProps {
  threadId: string
  /** Where the list is: /me/messages. */
  base: string
  /** Where applications are: /me/applications. */
  applications: string
  useFiles: (scope: string) => BoxFiles
}

/** One thread: who, about what, until when, what was said, and the box. */
export function ThreadPane(props: ThreadPaneProps) {
  const { threadId, base } = props
  const { t } = useTranslation('messages')
  const { data, fetchMore } = useSuspenseQuery(MessagesThread, { variables: { id: threadId } })
  const { thread } = data
  const account = data.viewer.account?.id ?? ''
  const maxFiles = data.policy.find(({ name }) => name === 'filesPerMessage')?.value ?? 0
  if (!thread)
    return (
      <div className="p-4">
        <PageTitle hidden>{t('title')}</PageTitle>
        <Empty icon={Lock} title={t('gone')} action={<Link to={base}>{t('toList')}</Link>} />
      </div>
    )
  return (
    <Open
      {...props}
      key={thread.id}
      account={account}
      thread={thread}
      maxFiles={maxFiles}
      fetchEarlier={(before) => fetchMore({ variables: { before } })}
    />
  )
}

type ThreadData = NonNullable<ResultOf<typeof MessagesThread>['thread']>

interface OpenProps extends ThreadPaneProps {
  account: string
  thread: ThreadData
  maxFiles: number
  fetchEarlier: (before: number) => Promise<unknown>
}

function Open(props: OpenProps) {
  const { thread, account, base, applications, useFiles, maxFiles, fetchEarlier } = props
  const { t } = useTranslation('messages')
  const now = useNow()
  const [loadingEarlier, setLoadingEarlier] = useState(false)
  const files = useFiles(`${account}:${thread.id}`)
  const { messages } = thread
  const firstSeq = messages[0]?.seq ?? 1
  const last = messages.at(-1)
  const lastSeq = last?.seq ?? 0
  useMessageAdded(thread.id, joinedUntil(messages))
  const box = useThreadBox(account, thread.id, files, lastSeq)
  const application = thread.about?.__typename === 'Application' ? thread.about : null
  const earlier = async () => {
    setLoadingEarlier(true)
    await fetchEarlier(firstSeq).catch(() => undefined)
    setLoadingEarlier(false)
  }
  return (
    <>
      <header className="flex items-start gap-2 border-b border-line px-3 py-2 lg:px-6 lg:py-3">
        <span className="lg:hidden">
          <IconButton icon={ArrowLeft} label={t('toList')} to={base} />
        </span>
        <div className="min-w-0 flex-1">
          <PageTitle pageKey={thread.id} className="truncate text-[1.0625rem]! leading-normal!">
            {thread.counterpart}
          </PageTitle>
          <p className="small sub truncate">
            {application ? (
              <>
                <Link to={`${applications}/${application.id}`}>{thread.subject}</Link> ・ {t(`status.${application.status}`)}
              </>
            ) : (
              thread.subject
            )}
          </p>
        </div>
      </header>
      {thread.openUntilReason !== null && (
        <p className="flex flex-wrap items-center gap-2 border-b border-line bg-canvas px-4 py-1.5 small lg:px-6">
          <Icon of={Clock} size="s" /> {t('openUntil', { words: thread.openUntilReason })}
        </p>
      )}
      <ThreadTimeline
        thread={thread}
        messages={messages}
        box={box}
        hasEarlier={firstSeq > 1}
        loadingEarlier={loadingEarlier}
        onEarlier={() => void earlier()}
      />
      {thread.viewerCanWrite ? (
        <MessageBox threadId={thread.id} box={box} files={files} maxFiles={maxFiles} />
      ) : (
        <div className="border-t border-line bg-canvas px-4 py-4 lg:px-6">
          {thread.isClosed ? (
            <>
              <p className="row b">
                <Icon of={Lock} /> {t('closed')}
              </p>
              <p className="small sub mt-1">
                {thread.closedText}
                {last && t('eraseOn', { day: formatDay(last.eraseOn, now, { weekday: false }) })}
              </p>
            </>
          ) : (
            <p className="row small sub">
              <Icon of={Info} /> {thread.sendRefusal?.message ?? t('receiveOnly')}
            </p>
          )}
          {box.text !== '' && (
            <p className="small mt-2 whitespace-pre-line">
              <b>{t('keptDraft')}</b>
              <br />
              {box.text}
            </p>
          )}
        </div>
      )}
    </>
  )
}
