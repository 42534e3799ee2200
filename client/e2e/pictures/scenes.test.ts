// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fileOf, SCENES } from './scenes.ts'

const CLIENT = join(import.meta.dirname, '../..')
const ROUTER = readFileSync(join(CLIENT, 'src/app/router.tsx'), 'utf8')
const ROUTES = [...ROUTER.matchAll(/\bat\('([^']+)'\)/gu)].map(
  ([, pattern = '']) => new RegExp(`^${pattern.replaceAll(/\$\w+/gu, '[^/]+')}$`, 'u'),
)
const FILES = SCENES.flatMap((scene) => scene.widths.map((width) => fileOf(scene, width)))

it('take only pages that there are', () => {
  expect(ROUTES.length).toBeGreaterThan(20)
  const missing = SCENES.map(({ path }) => path.replace(/\?.*$/u, '')).filter(
    (path) => !ROUTES.some((route) => route.test(path)) && !existsSync(join(CLIENT, `${path}.html`)),
  )
  expect(missing).toEqual([])
})

it('have pictures that are all there, all in the README, and nothing else', () => {
  const shown = readFileSync(join(CLIENT, '../README.md'), 'utf8').matchAll(/"client\/docs\/pictures\/([^"]+)"/gu)
  expect(readdirSync(join(CLIENT, 'docs/pictures')).toSorted()).toEqual(FILES.toSorted())
  expect([...new Set([...shown].map(([, file = '']) => file))].toSorted()).toEqual(FILES.toSorted())
})
