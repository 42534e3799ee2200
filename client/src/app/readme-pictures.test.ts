import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fileOf, SCENES } from '../../e2e/pictures/scenes.ts'

const CLIENT = new URL('../../', import.meta.url)
const ROUTER = readFileSync(new URL('src/app/router.tsx', CLIENT), 'utf8')
const ROUTES = [...ROUTER.matchAll(/\bat\('([^']+)'\)/gu)].map(
  ([, pattern = '']) => new RegExp(`^${pattern.replaceAll(/\$\w+/gu, '[^/]+')}$`, 'u'),
)
const FILES = SCENES.flatMap((scene) => scene.widths.map((width) => fileOf(scene, width)))

it('take only pages that there are', () => {
  expect(ROUTES.length).toBeGreaterThan(20)
  const missing = SCENES.map(({ path }) => new URL(path, CLIENT).pathname).filter(
    (path) => !ROUTES.some((route) => route.test(path)) && !existsSync(new URL(`.${path}.html`, CLIENT)),
  )
  expect(missing).toEqual([])
})

it('are all there, all in the README, and nothing else', () => {
  const shown = readFileSync(new URL('../README.md', CLIENT), 'utf8').matchAll(/"client\/docs\/pictures\/([^"]+)"/gu)
  expect(readdirSync(new URL('docs/pictures', CLIENT)).toSorted()).toEqual(FILES.toSorted())
  expect([...new Set([...shown].map(([, file = '']) => file))].toSorted()).toEqual(FILES.toSorted())
})
