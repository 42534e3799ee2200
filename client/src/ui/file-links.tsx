import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatFileSize } from './format.ts'
import { Icon } from './icon.tsx'

interface FileLinksProps {
  files: readonly { id: string; name: string; size: number; url?: string | null | undefined }[]
  label?: string | undefined
  /** What a file without an address says: 消去されました. */
  unreadable?: string | undefined
}

/** Files that were sent: each a row with its name as a link and its size. */
export function FileLinks(props: FileLinksProps) {
  const { files, label, unreadable } = props
  const { t } = useTranslation('ui')
  if (files.length === 0) return null
  return (
    <ul aria-label={label ?? t('file.sent')} style={{ listStyle: 'none', padding: 0 }}>
      {files.map((file) => (
        <li key={file.id} className="mt-2 flex items-center gap-2 rounded-6 border border-line bg-white px-3 py-2">
          <Icon of={FileText} className="mute" />
          {file.url ? (
            <a className="min-w-0 flex-1 truncate" href={file.url} target="_blank" rel="noopener">
              {file.name}
            </a>
          ) : (
            <span className="min-w-0 flex-1 truncate mute">
              {file.name} {unreadable}
            </span>
          )}
          <span className="small mute num whitespace-nowrap">{formatFileSize(file.size)}</span>
        </li>
      ))}
    </ul>
  )
}
