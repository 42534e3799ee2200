import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Erasable, ErasureRow } from '../db/platform.table.ts'

export type ErasureLine = Pick<ErasureRow, 'id' | 'what' | 'subject' | 'at'>

/** What was erased, outside the database: it outlives the database's loss. */
export interface ErasureJournal {
  /** On the disk when it resolves. */
  append(lines: readonly ErasureLine[]): Promise<void>
  /** Each line once, in the order in which they were written; a last line cut off by a crash counts as not written. */
  read(): Promise<ErasureLine[]>
}

export const journalPathOf = (folder: string): string => join(folder, 'erasures.jsonl')

/** The journal as a file that is only added to. */
export function fileErasureJournal(path: string): ErasureJournal {
  return {
    async append(lines) {
      await mkdir(join(path, '..'), { recursive: true })
      const file = await open(path, 'a', 0o600)
      try {
        // A line that a crash cut off stays alone on its line.
        await file.appendFile(lines.map(({ id, what, subject, at }) => `\n${JSON.stringify({ id, what, subject, at })}\n`).join(''))
        await file.sync()
      } finally {
        await file.close()
      }
    },
    async read() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return ''
        throw error
      })
      const lines = text.split('\n').flatMap((line) => readLine(line) ?? [])
      return [...new Map(lines.map((line) => [line.id, line])).values()]
    },
  }
}

function readLine(line: string): ErasureLine | null {
  try {
    const { id, what, subject, at } = JSON.parse(line) as { id: string; what: Erasable; subject: string; at: string }
    return { id, what, subject, at: new Date(at) }
  } catch {
    return null
  }
}
