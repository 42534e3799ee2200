import { fileTypeFromBuffer } from 'file-type'
import type { Extension } from './files.rules.ts'
import { pixelsOf } from './judge-image.ts'
import { isSoundPackage } from './judge-package.ts'

const MEGAPIXELS = 50

/** What the first bytes of a kind say; packages and texts are judged by what is inside. */
const MAGIC: Partial<Record<Extension, string>> = {
  bmp: 'image/bmp',
  gif: 'image/gif',
  jfif: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  rtf: 'application/rtf',
  tif: 'image/tiff',
}

/** R21: is the content what the name says, and harmless to open (S42, S43)? */
export async function isSoundContent(extension: Extension, bytes: Uint8Array): Promise<boolean> {
  switch (extension) {
    case 'csv':
    case 'txt':
      return isText(bytes)
    case 'docx':
    case 'pptx':
    case 'xlsb':
    case 'xlsx':
    case 'xps':
      return isSoundPackage(extension, bytes)
    default: {
      const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
      if (found === undefined || found.mime !== MAGIC[extension]) return false
      return !found.mime.startsWith('image/') || isBearable(pixelsOf(found.mime, bytes))
    }
  }
}

const isBearable = (pixels: number | null): boolean => pixels !== null && pixels > 0 && pixels <= MEGAPIXELS * 1_000_000

/** UTF-8, UTF-16 with its mark, or CP932, and no NUL. */
function isText(bytes: Uint8Array): boolean {
  const mark = bytes.length >= 2 ? `${bytes[0]},${bytes[1]}` : ''
  if (mark === '255,254') return reads('utf-16le', bytes)
  if (mark === '254,255') return reads('utf-16be', bytes)
  return !bytes.includes(0) && (reads('utf-8', bytes) || reads('shift_jis', bytes))
}

function reads(encoding: string, bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder(encoding, { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}
