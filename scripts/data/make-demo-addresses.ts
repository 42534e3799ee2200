/**
 * Writes server/src/app/demo/{addresses,postal-prefixes}.json from the postal data of the npm package japan-postal-code:
 * forty real town names per prefecture for invented firms and people to live in, and which three-digit prefixes a prefecture has.
 *   node_modules/.bin/tsx scripts/data/make-demo-addresses.ts
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { codesWithin, municipalityNamed } from '../../server/src/modules/offices/data/places.rules.ts'

const zip = join(
  dirname(createRequire(join(import.meta.dirname, '../../server/package.json')).resolve('japan-postal-code/package.json')),
  'zipdata',
)
const out = join(import.meta.dirname, '../../server/src/app/demo')
const ordinary = /^[一-龠々ヶケノぁ-んァ-ヴー]{2,6}$/u

const towns = new Map<string, { postalCode: string; area: string }[]>()
const prefixes = new Map<string, Map<string, number>>()
for (const file of readdirSync(zip).sort()) {
  const text = readFileSync(join(zip, file), 'utf8')
  const data = JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))) as Record<string, [number, string, string?, string?]>
  for (const [postalCode, [prefecture, city, area = '', block]] of Object.entries(data).sort(([a], [b]) => a.localeCompare(b))) {
    const code = String(prefecture).padStart(2, '0')
    const counts = prefixes.get(code) ?? new Map<string, number>()
    counts.set(postalCode.slice(0, 3), (counts.get(postalCode.slice(0, 3)) ?? 0) + 1)
    prefixes.set(code, counts)
    const municipality = municipalityNamed(code, city, area)
    if (
      municipality === undefined ||
      block !== undefined ||
      !ordinary.test(area) ||
      area.endsWith('飛地') ||
      codesWithin(municipality.code).length > 1
    )
      continue
    const list = towns.get(municipality.code) ?? []
    list.push({ postalCode, area })
    towns.set(municipality.code, list)
  }
}

const rows: [string, string, string][] = []
for (let prefecture = 1; prefecture <= 47; prefecture++) {
  const code = String(prefecture).padStart(2, '0')
  const largest = [...towns]
    .filter(([municipality]) => municipality.startsWith(code))
    .sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]))
  for (const [municipality, list] of largest.slice(0, 10).sort(([a], [b]) => a.localeCompare(b))) {
    for (let i = 0; i < Math.min(4, list.length); i++) {
      const town = list[Math.floor(((i + 0.5) * list.length) / 4)]
      if (town !== undefined) rows.push([town.postalCode, municipality, town.area])
    }
  }
}
const served = Object.fromEntries(
  [...prefixes].sort(([a], [b]) => a.localeCompare(b)).map(([code, counts]) => [code, [...counts.keys()].sort()]),
)
writeFileSync(join(out, 'addresses.json'), `[\n${rows.map((row) => `  ${JSON.stringify(row).replaceAll(',', ', ')}`).join(',\n')}\n]\n`)
writeFileSync(
  join(out, 'postal-prefixes.json'),
  `{\n${Object.entries(served)
    .map(([code, list]) => `  ${JSON.stringify(code)}: ${JSON.stringify(list).replaceAll(',', ', ')}`)
    .join(',\n')}\n}\n`,
)
console.log(`${rows.length} towns`)
