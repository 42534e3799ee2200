import { CloudCheck, Paperclip, Send } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/button.tsx'
import { FileRows } from '../../ui/file-drop.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { BoxFiles, ThreadBox } from './use-thread-box.ts'

interface MessageBoxProps {
  threadId: string
  box: ThreadBox
  files: BoxFiles
  /** As many files as one message may carry. */
  maxFiles: number
}

/** Text, files, 送る; what is written is kept per thread. Pressed while files are still under way, it goes when they are there. */
export function MessageBox(props: MessageBoxProps) {
  const { threadId, box, files, maxFiles } = props
  const { t } = useTranslation('messages')
  const input = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState(false)
  const tooMany = files.rows.filter(({ state }) => state !== 'refused').length > maxFiles
  const empty = box.text.trim() === '' && files.ready.length === 0 && !files.busy
  const send = () => {
    if (empty || tooMany) return
    if (files.busy) return setWanted(true)
    box.send()
    area.current?.focus()
  }
  const whole = files.rows.every(({ state }) => state === 'done')
  const deliver = box.send
  if (wanted && !files.busy) setWanted(false)
  const waited = useRef(false)
  useEffect(() => {
    if (!wanted && waited.current && whole) deliver()
    // A file that did not get through is its writer's to decide about.
    waited.current = wanted
  }, [wanted, whole, deliver])
  const inTrouble = files.rows.findLastIndex(({ state }) => state === 'failed' || state === 'refused')
  useEffect(() => {
    if (inTrouble >= 0) list.current?.querySelectorAll('li')[inTrouble]?.scrollIntoView({ block: 'nearest' })
  }, [inTrouble])
  const underWay = t(wanted ? 'filesWanted' : 'filesUnderWay', { percent: files.percent })
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  const id = `reply-${threadId}`
  const lines = Math.min(8, Math.max(2, box.text.split('\n').length))
  return (
    <form
      className="border-t border-line px-4 py-3 lg:px-6 no-print"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label className="sr" htmlFor={id}>
        {t('write')}
      </label>
      <div ref={list} className="max-h-[35dvh] overflow-y-auto not-empty:mb-3">
        <FileRows files={files.rows} label={t('files')} onRemove={files.remove} onRetry={files.retry} />
      </div>
      <div
        className="rounded-8 border border-solid-gray-600 bg-white has-[textarea:focus-visible]:outline-4 has-[textarea:focus-visible]:outline-offset-2 has-[textarea:focus-visible]:outline-black has-[textarea:focus-visible]:ring-2 has-[textarea:focus-visible]:ring-yellow-300"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          if (event.dataTransfer.files.length > 0) files.add([...event.dataTransfer.files])
        }}
      >
        <textarea
          ref={area}
          id={id}
          className="block w-full resize-none rounded-8! px-3 py-2 shadow-none! outline-none!"
          rows={lines}
          value={box.text}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onChange={(event) => box.type(event.target.value)}
          onKeyDown={key}
          onPaste={(event) => {
            const pasted = [...event.clipboardData.files]
            if (pasted.length === 0) return
            event.preventDefault()
            files.add(pasted)
          }}
        />
        <div className="flex items-center gap-1 px-1 pb-1">
          <IconButton icon={Paperclip} label={t('attach')} onPress={() => input.current?.click()} />
          <input
            ref={input}
            type="file"
            hidden
            multiple
            aria-label={t('attach')}
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])]
              event.target.value = ''
              if (chosen.length > 0) files.add(chosen)
            }}
          />
          <span className="small mute ml-1 hidden sm:inline-flex items-center gap-1" role="status">
            {files.busy ? (
              underWay
            ) : box.kept && box.text !== '' ? (
              <>
                <Icon of={CloudCheck} size="s" /> {t('draftKept')}
              </>
            ) : null}
          </span>
          <span className="ml-auto hidden small mute lg:inline">{t('shortcut')}</span>
          <span className="ml-auto lg:ml-2">
            <Button
              type="submit"
              variant="primary"
              size="s"
              icon={Send}
              busy={wanted}
              busyLabel={t('send')}
              aria-disabled={empty || tooMany || undefined}
              aria-describedby={tooMany ? `${id}-many` : undefined}
            >
              {t('send')}
            </Button>
          </span>
        </div>
      </div>
      {files.busy && <p className="small sub mt-1 sm:hidden">{underWay}</p>}
      {tooMany && (
        <p id={`${id}-many`} className="small danger mt-1" role="alert">
          {t('filesTooMany', { max: maxFiles })}
        </p>
      )}
    </form>
  )
}
