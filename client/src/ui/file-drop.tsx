import { Check, FileText, FileX, Paperclip, X } from 'lucide-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './button.tsx'
import { Field, type FieldProps } from './field.tsx'
import { formatFileSize } from './format.ts'
import { Icon } from './icon.tsx'

/** One file on its way: what is known of it and what became of it. */
export interface FileRow {
  id: string
  name: string
  size: number
  state: 'waiting' | 'sending' | 'checking' | 'done' | 'refused' | 'failed'
  /** 0–100 while sending. */
  percent?: number | undefined
  /** The reason when refused, in the server's words. */
  message?: ReactNode
}

interface FileDropProps extends FieldProps {
  files: readonly FileRow[]
  onAdd: (files: File[]) => void
  onRemove: (id: string) => void
  onRetry?: ((id: string) => void) | undefined
  /** Kinds the system's window offers; the server judges. */
  accept?: string | undefined
  multiple?: boolean | undefined
  labelText: string
  children?: ReactNode
}

function Row(props: { file: FileRow; onRemove: () => void; onRetry?: (() => void) | undefined }) {
  const { file, onRemove, onRetry } = props
  const { t } = useTranslation('ui')
  const refused = file.state === 'refused' || file.state === 'failed'
  const sending = file.state === 'sending'
  const percent = Math.round(file.percent ?? 0)
  const words = () => {
    if (file.state === 'done') return t('file.done')
    if (sending) return t('file.sending', { percent })
    if (file.state === 'refused') return file.message
    if (file.state === 'failed') return file.message ?? t('file.failed')
    return t(file.state === 'checking' ? 'file.checking' : 'file.waiting')
  }
  return (
    <li className="file">
      <span className="mute">
        <Icon of={refused ? FileX : FileText} />
      </span>
      <span className="min-w-0">
        {file.name} <span className="small mute num whitespace-nowrap">{formatFileSize(file.size)}</span>
        <br />
        <span className={`small ${refused ? 'danger' : file.state === 'done' ? 'ok' : 'mute num'}`}>
          {file.state === 'done' && <Icon of={Check} size="s" />} {words()}
        </span>
        {file.state === 'failed' && onRetry && (
          <Button variant="text" size="s" onPress={onRetry}>
            {t('common.retry')}
            <span className="sr">
              {t('common.colon')}
              {file.name}
            </span>
          </Button>
        )}
      </span>
      <IconButton icon={X} label={t(sending ? 'file.stop' : 'common.remove', { name: file.name })} onPress={onRemove} />
      {sending && (
        <span
          className="progress"
          role="progressbar"
          aria-label={t('file.sendingOf', { name: file.name })}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <i style={{ width: `${percent}%` }} />
        </span>
      )}
    </li>
  )
}

interface FileRowsProps {
  files: readonly FileRow[]
  label: string
  onRemove: (id: string) => void
  onRetry?: ((id: string) => void) | undefined
}

/** Chosen files, each with what became of it. */
export function FileRows(props: FileRowsProps) {
  const { files, label, onRemove, onRetry } = props
  if (files.length === 0) return null
  return (
    <ul className="list border-y border-line mt-2" aria-label={label}>
      {files.map((file) => (
        <Row key={file.id} file={file} onRetry={onRetry && (() => onRetry(file.id))} onRemove={() => onRemove(file.id)} />
      ))}
    </ul>
  )
}

/** Files with name, size, progress and outcome; refused ones stay with their reason until removed (PAGES 2.4). */
export function FileDrop(props: FileDropProps) {
  const { files, onAdd, onRemove, onRetry, accept, multiple = true, labelText, children } = props
  const { t } = useTranslation('ui')
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = [...event.dataTransfer.files]
    if (dropped.length) onAdd(multiple ? dropped : dropped.slice(0, 1))
  }
  return (
    <Field {...props} group>
      {(ids) => (
        <>
          <FileRows
            files={files}
            label={`${labelText}${t('common.colon')}${t('file.list')}`}
            onRetry={onRetry}
            onRemove={(id) => {
              onRemove(id)
              button.current?.focus()
            }}
          />
          <div
            className={`drop mt-3 ${over ? 'drop-over' : ''}`.trim()}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <Button ref={button} size="s" icon={Paperclip} aria-describedby={ids.describedBy} onPress={() => input.current?.click()}>
              {t('file.choose')}
              <span className="sr">
                {t('common.colon')}
                {labelText}
              </span>
            </Button>
            <span className="small sub hidden md:inline">{t('file.drop')}</span>
            <input
              ref={input}
              type="file"
              hidden
              accept={accept}
              multiple={multiple}
              aria-label={labelText}
              onChange={(event) => {
                const chosen = [...(event.target.files ?? [])]
                event.target.value = ''
                if (chosen.length) onAdd(chosen)
              }}
            />
          </div>
          {children}
        </>
      )}
    </Field>
  )
}
