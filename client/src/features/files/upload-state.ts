/** One file on its way to the server; `id` is also the name under which a repeated try makes nothing twice. */
export interface UploadRow {
  id: string
  name: string
  size: number
  state: 'waiting' | 'sending' | 'checking' | 'done' | 'refused' | 'failed'
  percent: number
  message: string | null
  /** The server's id, known from the moment a place was opened. */
  attachmentId: string | null
}

export type UploadEvent =
  | { kind: 'added'; files: readonly { id: string; name: string; size: number }[] }
  | { kind: 'restored'; files: readonly { id: string; name: string; size: number; attachmentId: string }[] }
  | { kind: 'started'; id: string }
  | { kind: 'opened'; id: string; attachmentId: string }
  | { kind: 'progress'; id: string; percent: number }
  | { kind: 'sent'; id: string }
  | { kind: 'done'; id: string }
  | { kind: 'refused'; id: string; message: string }
  | { kind: 'failed'; id: string }
  | { kind: 'again'; id: string }
  | { kind: 'removed'; id: string }
  | { kind: 'taken' }

const change = (rows: readonly UploadRow[], id: string, from: readonly UploadRow['state'][], to: (row: UploadRow) => Partial<UploadRow>) =>
  rows.map((row) => (row.id === id && from.includes(row.state) ? { ...row, ...to(row) } : row))

/** Every move of a list of files. A word that comes late, for a file that was removed or has ended, moves nothing. */
export function uploadReducer(rows: readonly UploadRow[], event: UploadEvent): readonly UploadRow[] {
  switch (event.kind) {
    case 'added':
      return [
        ...rows,
        ...event.files.map((file) => ({ ...file, state: 'waiting' as const, percent: 0, message: null, attachmentId: null })),
      ]
    case 'restored':
      return [
        ...event.files
          .filter((file) => !rows.some((row) => row.id === file.id))
          .map((file) => ({ ...file, state: 'done' as const, percent: 100, message: null })),
        ...rows,
      ]
    case 'started':
      return change(rows, event.id, ['waiting'], () => ({ state: 'sending', percent: 0 }))
    case 'opened':
      return change(rows, event.id, ['sending'], () => ({ attachmentId: event.attachmentId }))
    case 'progress':
      return change(rows, event.id, ['sending'], (row) => ({ percent: Math.max(row.percent, Math.min(100, event.percent)) }))
    case 'sent':
      return change(rows, event.id, ['sending'], () => ({ state: 'checking', percent: 100 }))
    case 'done':
      return change(rows, event.id, ['sending', 'checking'], () => ({ state: 'done', percent: 100 }))
    case 'refused':
      return change(rows, event.id, ['sending', 'checking'], () => ({ state: 'refused', message: event.message }))
    case 'failed':
      return change(rows, event.id, ['sending', 'checking'], () => ({ state: 'failed' }))
    case 'again':
      return change(rows, event.id, ['failed'], () => ({ state: 'waiting', percent: 0 }))
    case 'removed':
      return rows.filter((row) => row.id !== event.id)
    case 'taken':
      return rows.filter((row) => row.state !== 'done')
  }
}

/** Still on the way: what is sent with them has to wait. */
export const underWay = (rows: readonly UploadRow[]): UploadRow[] =>
  rows.filter((row) => ['waiting', 'sending', 'checking'].includes(row.state))

export interface ReadyFile {
  id: string
  attachmentId: string
  name: string
  size: number
}

/** Checked and free to be sent with something. */
export const readyFiles = (rows: readonly UploadRow[]): ReadyFile[] =>
  rows.flatMap(({ id, attachmentId, name, size, state }) =>
    state === 'done' && attachmentId !== null ? [{ id, attachmentId, name, size }] : [],
  )
