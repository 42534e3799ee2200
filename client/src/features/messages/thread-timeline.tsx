import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { formatDate } from '../../ui/format.ts'
import { LiveBar } from '../../ui/live-bar.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { MessageBubble, type MessageData, OutgoingBubble } from './message-bubble.tsx'
import { arrivedAfter, stillOutgoing, timelineOf } from './timeline.ts'
import { useMarkThreadRead } from './use-mark-thread-read.ts'
import { useReadInView } from './use-read-in-view.ts'
import type { ThreadBox } from './use-thread-box.ts'

interface ThreadTimelineProps {
  thread: { id: string; unreadCount: number; lastReadSeq: number; counterpartReadSeq: number }
  messages: readonly MessageData[]
  box: ThreadBox
  hasEarlier: boolean
  loadingEarlier: boolean
  onEarlier: () => void
}

/** Pixels from the end that still count as being there. */
const NEAR = 80

/** The open thread: it grows at its end when the end is in view, and otherwise says what waits below (PAGES 1.7). */
export function ThreadTimeline(props: ThreadTimelineProps) {
  const { thread, messages, box, hasEarlier, loadingEarlier, onEarlier } = props
  const { t } = useTranslation('messages')
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  const [unread] = useState({ lastReadSeq: thread.lastReadSeq, count: thread.unreadCount })
  const rows = timelineOf(messages, box.outgoing, unread)
  const firstSeq = messages[0]?.seq ?? 0
  const lastSeq = messages.at(-1)?.seq ?? 0
  const outgoing = box.outgoing.length
  const states = box.outgoing.map((one) => one.state).join()

  const [seenSeq, setSeenSeq] = useState(lastSeq)
  const atEnd = useRef(true)
  const drawn = useRef<{ firstSeq: number; lastSeq: number; outgoing: number; height: number } | null>(null)
  const toEnd = useCallback(() => {
    const element = scroller.current
    if (!element) return
    element.scrollTop = element.scrollHeight
    atEnd.current = true
  }, [])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const before = drawn.current
    drawn.current = { firstSeq, lastSeq, outgoing, height: element.scrollHeight }
    if (before === null) {
      const divider = element.querySelector<HTMLElement>('.daysep.unread')
      if (!divider) return toEnd()
      element.scrollTop = divider.offsetTop - element.offsetTop - NEAR / 2
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR
      return
    }
    if (before.firstSeq > firstSeq && before.lastSeq === lastSeq) {
      element.scrollTop += element.scrollHeight - before.height
      return
    }
    const grew = lastSeq > before.lastSeq || outgoing > before.outgoing
    if (grew && (atEnd.current || outgoing > before.outgoing)) {
      toEnd()
      setSeenSeq(lastSeq)
    } else if (atEnd.current) toEnd()
  }, [firstSeq, lastSeq, outgoing, states, toEnd])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => atEnd.current && toEnd())
    observer.observe(element)
    return () => observer.disconnect()
  }, [toEnd])

  // What its writer need not decide any more: it had arrived after all.
  const { outgoing: all, drop } = box
  useEffect(() => {
    const still = new Set(stillOutgoing(messages, all).map(({ key }) => key))
    for (const { key, state } of all) if (state === 'old' && !still.has(key)) drop(key)
  }, [messages, all, drop])

  const scrolled = () => {
    const element = scroller.current
    if (!element) return
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR
    if (atEnd.current) setSeenSeq(lastSeq)
  }
  const markRead = useMarkThreadRead(thread.id)
  useReadInView(scroller, lastSeq, thread.lastReadSeq, markRead)
  const waiting = arrivedAfter(messages, seenSeq)

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        className="min-h-0 flex-1 overflow-y-auto px-4 pb-4 lg:px-6"
        tabIndex={0}
        role="region"
        aria-label={t('thread')}
        onScroll={scrolled}
      >
        {hasEarlier && (
          <p className="mt-4 text-center no-print">
            <Button size="s" busy={loadingEarlier} busyLabel={t('loading')} onPress={onEarlier}>
              {t('earlier')}
            </Button>
          </p>
        )}
        <ol aria-live="polite" aria-relevant="additions" style={{ listStyle: 'none', padding: 0 }}>
          {rows.map((row) => {
            if (row.kind === 'message')
              return <MessageBubble key={row.message.seq} message={row.message} read={row.message.seq <= thread.counterpartReadSeq} />
            if (row.kind === 'outgoing')
              return (
                <OutgoingBubble
                  key={row.outgoing.key}
                  outgoing={row.outgoing}
                  onAgain={() => box.again(row.outgoing.key)}
                  onRewrite={() => box.rewrite(row.outgoing)}
                />
              )
            const day = formatDate(row.at, now)
            if (row.unread === 0)
              return (
                <li key={`day-${row.day}`} className="daysep">
                  {day}
                </li>
              )
            return (
              <li key="unread" className="daysep unread">
                {t('unreadFrom', { count: row.unread })}
                {row.day !== '' && ` ・ ${day}`}
              </li>
            )
          })}
        </ol>
      </div>
      <div className="absolute inset-x-0 bottom-3 mx-auto w-80 max-w-full px-4 no-print">
        <LiveBar
          count={waiting}
          below
          label={t('newBelow', { count: waiting })}
          onShow={() => {
            toEnd()
            setSeenSeq(lastSeq)
          }}
        />
      </div>
    </div>
  )
}
