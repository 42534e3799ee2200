import { strFromU8, unzipSync, type UnzipFileInfo } from 'fflate'

/** The main part that makes a package what its name says. */
const MAIN_PARTS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  xlsb: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
  xps: 'application/vnd.ms-package.xps-fixeddocumentsequence+xml',
} as const

const MOST_ENTRIES = 2_000
const MOST_UNPACKED = 100 * 1024 * 1024
const HIGHEST_RATIO = 100
/** Small entries of repeated text compress far; only what costs memory is judged by its ratio. */
const RATIO_FROM = 1024 * 1024
const MOST_MARKUP = 4 * 1024 * 1024
const CONTENT_TYPES = '[Content_Types].xml'

const isMarkup = (name: string) => name === CONTENT_TYPES || name.endsWith('.rels')
const ESCAPES = /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\\|\0/iu
const ACTIVE =
  /vbaProject|(^|\/)activeX\/|(^|\/)embeddings\/[^/]*\.bin$|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|msi|lnk|docm|xlsm|pptm|dotm)$/iu

/** S43: nothing is unpacked but the two kinds of small markup that say what the package is and what it points to. */
export function isSoundPackage(extension: keyof typeof MAIN_PARTS, bytes: Uint8Array): boolean {
  const entries: UnzipFileInfo[] = []
  try {
    const markup = unzipSync(bytes, {
      filter(entry) {
        entries.push(entry)
        if (entries.length > MOST_ENTRIES) throw new Error('too many entries')
        return isMarkup(entry.name) && entry.originalSize <= MOST_MARKUP && entry.size * HIGHEST_RATIO + RATIO_FROM >= entry.originalSize
      },
    })
    if (!entries.every(isSoundEntry) || !isBearable(entries, bytes.length)) return false
    const texts = new Map(Object.entries(markup).map(([name, part]) => [name, strFromU8(part)]))
    if (entries.some(({ name }) => isMarkup(name) && !texts.has(name))) return false
    return texts.get(CONTENT_TYPES)?.includes(`"${MAIN_PARTS[extension]}"`) === true && [...texts].every(([, text]) => isSoundMarkup(text))
  } catch {
    return false
  }
}

const isSoundEntry = ({ name }: UnzipFileInfo): boolean => !ESCAPES.test(name) && !ACTIVE.test(name)

function isBearable(entries: readonly UnzipFileInfo[], length: number): boolean {
  const packed = entries.reduce((sum, entry) => sum + entry.size, 0)
  const unpacked = entries.reduce((sum, entry) => sum + entry.originalSize, 0)
  if (packed > length || unpacked > MOST_UNPACKED) return false
  return unpacked <= RATIO_FROM || unpacked <= length * HIGHEST_RATIO
}

/** No document type, no macro part under another name, no template or object fetched from elsewhere. Links of the text may lead outside. */
function isSoundMarkup(text: string): boolean {
  if (/<!DOCTYPE|<!ENTITY|vbaProject/iu.test(text)) return false
  const relations = text.match(/<Relationship\b[^>]*>/giu) ?? []
  return relations.every((relation) => !/TargetMode\s*=\s*["']External/iu.test(relation) || /\/hyperlink["']/iu.test(relation))
}
