import { CloudCheck, Paperclip, Send } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/button.tsx'
import { FileRows } from '../../ui/file-drop.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { BoxFiles, ThreadBox } from './use-thread-box.ts'

/** Text, files, 送る; what is written is kept per thread. */
export function MessageBox(props: { threadId: string; box: ThreadBox; files: BoxFiles }) {
  const { threadId, box, files } = props
  const { t } = useTranslation('messages')
  const input = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const empty = box.text.trim() === '' && files.ready.length === 0
  const send = () => {
    if (files.busy || empty) return
    box.send()
    area.current?.focus()
  }
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
      <div className="max-h-48 overflow-y-auto">
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
              t('filesUnderWay', { percent: files.percent })
            ) : box.kept && box.text !== '' ? (
              <>
                <Icon of={CloudCheck} size="s" /> {t('draftKept')}
              </>
            ) : null}
          </span>
          <span className="ml-auto hidden small mute lg:inline">{t('shortcut')}</span>
          <span className="ml-auto lg:ml-2">
            <Button type="submit" variant="primary" size="s" icon={Send} aria-disabled={files.busy || empty || undefined}>
              {t('send')}
            </Button>
          </span>
        </div>
      </div>
      {files.busy && <p className="small sub mt-1 sm:hidden">{t('filesUnderWay', { percent: files.percent })}</p>}
    </form>
  )
}
