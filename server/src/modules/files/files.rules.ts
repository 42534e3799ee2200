import type { Problem } from '../../kernel/problem.ts'
import type { Policy } from '../../policy.ts'

/** R21: the kinds of file that are taken, with the type under which they are sent. */
export const FILE_KINDS = {
  bmp: 'image/bmp',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  jfif: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  rtf: 'application/rtf',
  tif: 'image/tiff',
  txt: 'text/plain',
  xlsb: 'application/vnd.ms-excel.sheet.binary.macroEnabled.12',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xps: 'application/vnd.ms-xpsdocument',
} as const
export type Extension = keyof typeof FILE_KINDS
export const EXTENSIONS = Object.keys(FILE_KINDS) as Extension[]

const NAME_BYTES = 255
/** Control characters, and marks that turn the direction of writing or cannot be seen: `‮fdp.exe` would read as a PDF. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu
const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** The name as the person gave it, without folders and unseen characters, in at most 255 bytes with its ending kept. */
export function cleanName(given: string): string {
  const name = (given.toWellFormed().split(/[/\\]/u).at(-1) ?? '').replaceAll(UNSEEN, '').trim()
  if (bytesOf(name) <= NAME_BYTES) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && bytesOf(name.slice(dot)) < 32 ? name.slice(dot) : ''
  let stem = ''
  for (const character of ending === '' ? name : name.slice(0, dot)) {
    if (bytesOf(stem + character + ending) > NAME_BYTES) break
    stem += character
  }
  return stem + ending
}

/** S41: the last ending decides, whatever its case or width. */
export function extensionOf(name: string): Extension | null {
  const ending = /\.([^.]+)$/u.exec(name.normalize('NFKC').trimEnd())?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(FILE_KINDS, ending) ? (ending as Extension) : null
}

export const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)}MB`

/** What is known before any byte has come: name, size, and the room that the account has taken already (S44). */
export function problemsOfFile(
  file: { name: string; size: number; taken: number },
  policy: Pick<Policy, 'fileBytes' | 'fileBytesPerAccount'>,
): Problem[] {
  const problems: Problem[] = []
  if (extensionOf(file.name) === null)
    problems.push({ path: 'name', code: 'FILE_TYPE', severity: 'ERROR', facts: { allowed: EXTENSIONS.join('、') } })
  if (file.size > policy.fileBytes || file.size < 1)
    problems.push({ path: 'size', code: 'FILE_SIZE', severity: 'ERROR', facts: { max: megabytes(policy.fileBytes) } })
  else if (file.taken + file.size > policy.fileBytesPerAccount)
    problems.push({ path: 'size', code: 'FILE_SPACE', severity: 'ERROR', facts: { max: megabytes(policy.fileBytesPerAccount) } })
  return problems
}
