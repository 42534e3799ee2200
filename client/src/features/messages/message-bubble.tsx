import { Bot, CheckCheck, CircleAlert, CloudOff, LoaderCircle } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { ResultOf } from '../../graph/graphql.ts'
import { sessionEnd } from '../../graph/session-end.ts'
import { Button } from '../../ui/button.tsx'
import { FileLinks } from '../../ui/file-links.tsx'
import { formatTime } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Message_message } from './message-fields.ts'
import type { Outgoing } from './timeline.ts'

export type MessageData = ResultOf<typeof Message_message>

/** One message: left the other side, right one's own with 既読, full width what the system wrote. */
export function MessageBubble(props: { message: MessageData; read: boolean }) {
  const { message, read } = props
  const { t } = useTranslation('messages')
  const side = message.automatic ? 'msg auto' : message.mine ? 'msg mine' : 'msg'
  return (
    <li className={side} data-seq={message.seq}>
      <div className="bubble whitespace-pre-line wrap-anywhere">
        {message.automatic && (
          <b className="row">
            <Icon of={Bot} /> {t('automatic')}
          </b>
        )}
        {message.body}
        <FileLinks files={message.attachments} unreadable={t('unreadableFile')} />
      </div>
      <p className="msg-m num">
        {message.mine && <span className="sr">{t('mine')}</span>}
        {formatTime(message.sentAt)}
        {!message.mine && !message.automatic && ` ・ ${message.senderName}`}
        {message.mine && read && (
          <>
            {' ・ '}
            <Icon of={CheckCheck} size="s" /> {t('read')}
          </>
        )}
      </p>
    </li>
  )
}

interface OutgoingBubbleProps {
  outgoing: Outgoing
  onAgain: () => void
  onRewrite: () => void
}

/** On its way, or not sent: then it stays, and goes by itself or with its writer's word; never twice. */
export function OutgoingBubble({ outgoing, onAgain, onRewrite }: OutgoingBubbleProps) {
  const { t } = useTranslation('messages')
  const { state } = outgoing
  const ended = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.get)
  const waits = ended ? 'waitingSignIn' : 'waiting'
  return (
    <li className="msg mine">
      <div className="bubble whitespace-pre-line wrap-anywhere">
        {outgoing.body}
        <FileLinks files={outgoing.files} />
      </div>
      {state === 'sending' ? (
        <p className="msg-m" role="status">
          <Icon of={LoaderCircle} size="s" className="turn" /> {t('sending')}
        </p>
      ) : (
        <div className="msg-m" role={state === 'waiting' ? 'status' : 'alert'}>
          <p className={`text-balance ${state === 'waiting' ? 'warn' : 'danger'}`}>
            <Icon of={state === 'waiting' ? CloudOff : CircleAlert} size="s" />{' '}
            {state === 'refused' ? outgoing.message : <Trans t={t} i18nKey={state === 'waiting' ? waits : 'old'} />}
          </p>
          <div className="flex flex-wrap justify-end gap-2 mt-1">
            {state !== 'waiting' && (
              <Button size="s" onPress={onAgain}>
                {t('again')}
              </Button>
            )}
            <Button size="s" variant="text" onPress={onRewrite}>
              {t('rewrite')}
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}
