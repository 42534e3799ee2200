import { afterAll, beforeAll, it } from 'vitest'
import { type TestApp, testApp } from '../test/app.ts'
import { loadOpenPostings, memberOf, seekerAs, staffOf } from '../test/open-postings.ts'
import { newId } from './platform/db/columns.ts'

let app: TestApp
let world: Awaited<ReturnType<typeof loadOpenPostings>>
beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T11:00:00+09:00' })
  world = await loadOpenPostings(app, { employers: 20, postings: 100 })
}, 120_000)
afterAll(() => app.close())
it('counts', async () => {
  const LIST = `query ($w: String) { postings(filter: { words: $w }, first: 20) { totalCount facets { field values { value count } } nodes { id postingNumber identity title isNew employer { id name } contact { workplaceAddress person { name } pr { value } } establishment { industry business employeesHere } sheet { title placeText } viewerCanApply viewerApplication { id } office { name } } } }`
  const viewers = {
    visitor: null,
    'valid seeker': await seekerAs(app, { status: 'VALID' }),
    'own employer': memberOf(world.employers[0]!),
    counter: staffOf(world.employers[0]!),
    partner: { kind: 'partner', partnerId: newId('prt'), scopes: ['postings'], of: 'AGENCY' } as never,
  }
  for (const [who, viewer] of Object.entries(viewers)) {
    await app.as(viewer).run(LIST, { w: '経理 車' })
    const seen: string[] = []
    ;(app.sql.options as any).debug = (_: number, text: string) => seen.push(text)
    await app.as(viewer).run(LIST, { w: '事務' })
    ;(app.sql.options as any).debug = undefined
    console.log(who, seen.length, seen.filter((s) => !/^(begin|commit|select set_config)/i.test(s)).length)
  }
})
