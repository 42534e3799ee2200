import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Requirement, REQUIREMENTS } from './requirements.ts'

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const named = REQUIREMENTS.map((one) => [`${one.id} ${one.says}`, one] as [string, Requirement])

it.each(named)('%s', (_name, { test, without }) => {
  expect(read(test.file), 'its test').toContain(test.name)
  for (const { file, cut } of [without].flat()) expect(read(file).split(cut), 'what breaks it stands once').toHaveLength(2)
})
