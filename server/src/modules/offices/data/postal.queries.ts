import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { municipalityNamed, nameInAddress } from './places.rules.ts'

export type PostalAddress = { prefectureCode: string; municipalityCode: string; city: string; area: string }

/** Prefecture, municipality, area; a fourth cell (a block) stands only in codes of large receivers. */
type PostalRow = [prefecture: number, city: string, area?: string, block?: string]

const folder = join(dirname(createRequire(import.meta.url).resolve('japan-postal-code/package.json')), 'zipdata')
const files = new Map<string, Promise<Record<string, PostalRow>>>()

/** Seven digits, whatever width and hyphens were typed; null when they are not seven. */
export function postalDigits(typed: string): string | null {
  const digits = typed.normalize('NFKC').replaceAll(/[〒\s\-‐‑‒–—―−ーｰ]/gu, '')
  return /^\d{7}$/.test(digits) ? digits : null
}

async function load(prefix: string): Promise<Record<string, PostalRow>> {
  const text = await readFile(join(folder, `zip-${prefix}.js`), 'utf8').catch(() => '({})')
  return JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))) as Record<string, PostalRow>
}

/** The address behind a postal code, from the data on this machine: nobody outside learns what was typed. Null when there is none. */
export async function addressOfPostalCode(typed: string): Promise<PostalAddress | null> {
  const digits = postalDigits(typed)
  if (digits === null) return null
  const prefix = digits.slice(0, 3)
  const file = files.get(prefix) ?? load(prefix)
  files.set(prefix, file)
  const row = (await file)[digits]
  if (row === undefined) return null
  const [prefecture, city, area = ''] = row
  const prefectureCode = String(prefecture).padStart(2, '0')
  const municipality = municipalityNamed(prefectureCode, city, area)
  if (municipality === undefined) return null
  return {
    prefectureCode,
    municipalityCode: municipality.code,
    city: nameInAddress(municipality),
    area: area.startsWith('以下に掲載') ? '' : area,
  }
}
