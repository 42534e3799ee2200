import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { breaches } from '../../scripts/lib/source-rules.ts'

/** Cut in two, so that this file itself keeps the rules. */
const NEW_DATE = ['new Da', 'te()'].join('')
const DATE_NOW = ['Date.n', 'ow()'].join('')
const SQL_NOW = ['sql`where at < n', 'ow()`'].join('')

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Kept here, where they are told apart by name: what a transaction may not touch. */
const writesOf = (path: string) => /\/commands\/[^/]+\.ts$|\.(steps|jobs)\.ts$/.test(path) && !path.endsWith('.test.ts')
const sourcesBelow = (folder: string) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|sql)$/.test(path))

describe('source rules', () => {
  it('find no clock but platform/clock in the server, its tests and the migrations', () => {
    const paths = [...sourcesBelow('server/src'), ...sourcesBelow('server/test'), ...sourcesBelow('drizzle')]
    expect(paths).toContain('server/src/platform/db/migrate.ts')
    expect(
      paths.flatMap((path) => breaches(path, readFileSync(`${root}${path}`, 'utf8'))).filter((line) => line.includes('clock')),
    ).toEqual([])
  })

  it('find a second clock wherever it stands', () => {
    expect(breaches('server/src/modules/postings/commands/submit-posting.ts', `const a = 1\nconst t = ${NEW_DATE}`)).toEqual([
      'server/src/modules/postings/commands/submit-posting.ts:2  one-clock: ask ctx.now(); platform/clock is the only clock',
    ])
    expect(breaches('client/src/features/applications/row.tsx', DATE_NOW)).toHaveLength(1)
    expect(breaches('server/src/modules/postings/postings.queries.ts', SQL_NOW)).toHaveLength(1)
    expect(breaches('drizzle/0000_init.sql', '"at" timestamptz DEFAULT now() NOT NULL')).toHaveLength(1)
  })

  it('leave the clock itself, given moments and ctx.now() alone', () => {
    expect(breaches('server/src/platform/clock.ts', NEW_DATE)).toEqual([])
    expect(breaches('client/src/ui/server-clock.tsx', DATE_NOW)).toEqual([])
    expect(breaches('server/src/kernel/calendar.ts', 'new Date(ms); ctx.now(); sql`where at < ${ctx.now()}`')).toEqual([])
  })

  it('hold the loaders, the pool and kept statements out of every transaction', () => {
    const writes = sourcesBelow('server/src/modules').filter(writesOf)
    expect(writes.length).toBeGreaterThan(30)
    const found = writes.flatMap((path) => {
      const source = readFileSync(`${root}${path}`, 'utf8')
      const inside = source.slice(source.indexOf('inTransaction(') + 1)
      const breaks = [/from '[^']*\.loaders\.ts'/.test(source) && 'loader', /\.prepare\(|\bstatement\(/.test(source) && 'prepared']
      if (/commands\//.test(path) && /=> \{[^]*\bctx\.db\b/.test(inside)) breaks.push('pool')
      return breaks.flatMap((broken) => (broken ? [`${path}: ${broken}`] : []))
    })
    expect(found).toEqual([])
  })

  it('know no write that moves a case to another office, before there is a hand-over', () => {
    const sources = sourcesBelow('server/src/modules').filter((path) => !path.endsWith('.test.ts'))
    const moved = sources.filter((path) => /\.set\(\{[^}]*\bofficeId\b/.test(readFileSync(`${root}${path}`, 'utf8')))
    // The first office that a seeker and an establishment get, by the address.
    expect(moved).toEqual([
      'server/src/modules/employers/commands/submit-establishment.ts',
      'server/src/modules/seekers/commands/submit-registration.ts',
    ])
  })

  it('know no write that changes a submitted text: only what was decided of it', () => {
    const changed = sourcesBelow('server/src/modules').flatMap((path) =>
      path.endsWith('.test.ts')
        ? []
        : [...readFileSync(`${root}${path}`, 'utf8').matchAll(/\.update\(\w*[sS]heets\)\s*\.set\(\{([^}]*)\}/g)].map(([, set = '']) =>
            set
              .split(',')
              .map((part) => part.split(':')[0]!.trim())
              .toSorted(),
          ),
    )
    expect(changed.length).toBeGreaterThan(2)
    expect(new Set(changed.flat())).toEqual(new Set(['outcome', 'decidedAt']))
  })

  it('tell the design system’s greys from the default ones', () => {
    expect(breaches('client/src/ui/button.tsx', 'text-gray-500')).toHaveLength(1)
    expect(breaches('client/src/ui/button.tsx', 'text-solid-gray-500 bg-opacity-gray-100')).toEqual([])
  })
})
