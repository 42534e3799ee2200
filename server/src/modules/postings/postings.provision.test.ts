import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEmployer, type MadeEmployer, makeOffice, makeOpenPosting, makeStaff } from '../../../test/actors.ts'
import { type Answer, type TestApp, testApp } from '../../../test/app.ts'
import { CANCEL, COPY, nextKey, postingActs, SAVE, SUBMIT } from '../../../test/posting-acts.ts'
import { typedWith } from '../../../test/posting-form.ts'
import type { PartnerKind, Viewer, ViewerOf } from '../../graph/context.ts'
import { PROVISION } from '../../i18n/provision.ja.ts'
import { newId } from '../../platform/db/columns.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { isProvidedTo, PROVISION_VERSION, RECEIVERS } from './postings.provision.rules.ts'
import { publish } from './postings.publish.steps.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { type PostingRow, postings } from './postings.table.ts'

let app: TestApp
let made: MadeEmployer
let counter: ViewerOf<'staff'>
beforeAll(async () => {
  app = await testApp()
  const office = await makeOffice(app)
  made = await makeEmployer(app, office)
  counter = await makeStaff(app, office)
})
afterAll(() => app.close())
const { written, submitted, opened } = postingActs(
  () => app,
  () => made,
  () => counter,
)

describe('the rule (R26)', () => {
  const sheet = { scope: '1', provisionRefused: [] as string[], provisionAgreement: PROVISION_VERSION }
  it.each<[Partial<typeof sheet> | { provisionAgreement: null }, boolean, boolean]>([
    [{}, true, true],
    [{ scope: '2' }, true, true],
    [{ scope: '3' }, true, true],
    [{ scope: '4' }, false, false],
    [{ scope: '9' }, false, false],
    [{ provisionRefused: ['AGENCIES'] }, false, true],
    [{ provisionRefused: ['LOCAL_GOVERNMENTS'] }, true, false],
    [{ provisionRefused: ['AGENCIES', 'LOCAL_GOVERNMENTS'] }, false, false],
    [{ provisionAgreement: null }, false, false],
  ])('%j: agencies %s, local governments %s', (changes, ...provided) => {
    expect(RECEIVERS.map((receiver) => isProvidedTo({ ...sheet, ...changes }, receiver))).toEqual(provided)
  })
})

describe('what partners see', () => {
  const partner = (partnerKind: PartnerKind): Viewer => ({ kind: 'partner', partnerId: newId('prt'), partnerKind, scopes: ['postings'] })
  const agency = partner('AGENCY')
  const government = partner('LOCAL_GOVERNMENT')
  const PAGE = `query ($id: ID!, $number: String!, $words: String!) { byId: posting(id: $id) { id } byNumber: postingByNumber(number: $number) { id } node(id: $id) { id }
    postings(filter: { words: $words }) { totalCount nodes { id } facets { values { count } } } }`
  async function sees(viewer: Viewer | null, { id, postingNumber }: PostingRow) {
    const {
      byId,
      byNumber,
      node,
      postings: list,
    }: Answer = await app.as(viewer).run(PAGE, { id, number: postingNumber, words: postingNumber })
    const highest = Math.max(...list.facets.flatMap(({ values }: Answer) => values.map(({ count }: Answer) => count)))
    return [byId, byNumber, node].map((one) => one !== null).concat(list.nodes.length === 1, list.totalCount === 1, highest === 1)
  }
  const everywhere = (there: boolean) => Array.from({ length: 6 }, () => there)
  /** As a change of the posting will leave it: another text, published. */
  async function refuse(posting: PostingRow, provisionRefused: string[]) {
    const [sheet] = await app.db.update(postingSheets).set({ provisionRefused }).where(eq(postingSheets.id, posting.sheetId!)).returning()
    const cleared = new Promise<void>((resolve) => app.live.on('postings', () => resolve()))
    await inTransaction(app.as(null).context(), {}, async (tx) => {
      await publish(tx, posting, sheet!, made.sheet)
      return posting
    })
    await cleared
  }

  it('changes at once when a kind is refused or no longer refused, also what was just counted (S23)', async () => {
    const { posting } = await makeOpenPosting(app, await makeOffice(app, { code: '13030' }), made)
    for (const [refused, ofAgency, ofGovernment] of [
      [[], true, true],
      [['AGENCIES'], false, true],
      [['LOCAL_GOVERNMENTS'], true, false],
      [['AGENCIES', 'LOCAL_GOVERNMENTS'], false, false],
      [[], true, true],
    ] as const) {
      await refuse(posting, [...refused])
      for (const viewer of [agency, government, null, agency, made.owner, counter] as const) {
        const there = viewer === agency ? ofAgency : viewer === government ? ofGovernment : true
        expect([refused, viewer && 'partnerKind' in viewer && viewer.partnerKind, await sees(viewer, posting)]).toEqual([
          refused,
          viewer && 'partnerKind' in viewer && viewer.partnerKind,
          everywhere(there),
        ])
      }
    }
  })

  it('has exact totals and facets for each kind, whoever asked before', async () => {
    const office = await makeOffice(app, { code: '13040' })
    for (const refused of [[], [], ['AGENCIES'], ['LOCAL_GOVERNMENTS'], ['AGENCIES', 'LOCAL_GOVERNMENTS']])
      await makeOpenPosting(app, office, made, typedWith({ kind: { provisionRefused: refused }, work: { title: '琥珀磨き' } }))
    const COUNT = `{ postings(filter: { words: "琥珀磨き" }, first: 1) { totalCount pageInfo { hasNextPage } facets { field values { value count } } } }`
    const count = async (viewer: Viewer | null) => {
      const { totalCount, facets }: Answer = (await app.as(viewer).run(COUNT)).postings
      const workTime = facets.find(({ field }: Answer) => field === 'workTimes').values[0].count
      return [totalCount, workTime]
    }
    for (let round = 0; round < 2; round++)
      expect([await count(null), await count(agency), await count(government), await count(counter)]).toEqual([
        [5, 5],
        [3, 3],
        [3, 3],
        [5, 5],
      ])
  })

  it('ends with the posting', async () => {
    const { id, version } = await opened()
    const [posting] = await app.db
      .select()
      .from(postings)
      .where(eq(postings.id, id as PostingRow['id']))
    expect(await sees(agency, posting!)).toEqual(everywhere(true))
    await app.as(made.owner).run(CANCEL, { id, version, reason: 'FILLED' })
    expect((await sees(agency, posting!)).slice(0, 4)).toEqual([false, false, false, false])
  })
})

describe('the agreement', () => {
  const SEEN = `query ($id: ID!) { posting(id: $id) { submittedAt provisionAgreement { version agreedAt } } }`
  const agreed = async (id: string, viewer: Viewer | null) => (await app.as(viewer).run(SEEN, { id })).posting
  const submit = async (kind: Parameters<typeof typedWith>[0]['x']): Promise<Answer> =>
    (await app.as(made.owner).run(SUBMIT, await written(typedWith({ kind: kind ?? {} })))).submitPosting
  const ASKED = [{ path: 'kind.provisionAgreement', code: 'AGREEMENT_REQUIRED', severity: 'ERROR' }]

  it.each<[string, Parameters<typeof typedWith>[0]['x'], unknown]>([
    ['without it', { provisionAgreement: undefined }, ASKED],
    ['with that of another leaflet', { provisionAgreement: '2020-01-01' }, ASKED],
    ['with one kind refused and without it', { provisionAgreement: undefined, provisionRefused: ['AGENCIES'] }, ASKED],
    ['with both refused and without it', { provisionAgreement: undefined, provisionRefused: ['AGENCIES', 'LOCAL_GOVERNMENTS'] }, undefined],
    ['with it', {}, undefined],
  ])('is asked for at its field: %s', async (_, kind, problems) => {
    expect((await submit(kind)).problems).toEqual(problems)
  })

  it('is kept with its version and time, for the employer and the office to see', async () => {
    const { id } = await submitted()
    const { submittedAt } = await agreed(id, made.owner)
    const kept = { submittedAt, provisionAgreement: { version: PROVISION_VERSION, agreedAt: submittedAt } }
    expect([await agreed(id, made.owner), await agreed(id, counter)]).toEqual([kept, kept])
    const open = await opened()
    expect((await agreed(open.id, null)).provisionAgreement).toBeNull()
    expect((await agreed(open.id, counter)).provisionAgreement.version).toBe(PROVISION_VERSION)
  })

  it('is not kept where nobody is provided with it, though it was ticked before', async () => {
    const { id } = await submitted(typedWith({ kind: { provisionRefused: ['AGENCIES', 'LOCAL_GOVERNMENTS'] } }))
    const [sheet] = await app.db
      .select()
      .from(postingSheets)
      .where(eq(postingSheets.postingId, id as PostingRow['id']))
    expect([sheet?.provisionAgreement, sheet?.provisionAgreedAt]).toEqual([null, null])
  })

  it('is not taken along by a copy, of a draft or of a sheet (STATES 3.1)', async () => {
    for (const source of [await written(), await opened()]) {
      const { copyPosting } = await app.as(made.owner).run(COPY, { id: source.id, key: `copy-${nextKey()}` })
      expect(copyPosting.draft.problems).toEqual([{ path: 'kind.provisionAgreement', code: 'AGREEMENT_REQUIRED' }])
    }
  })

  it('still to come leaves a new posting to be begun, not to be mended', async () => {
    const STATE = `query ($id: ID!) { posting(id: $id) { version draft { steps { key state errors } } } }`
    const { id } = await written({})
    const kindOf = async () => (await app.as(made.owner).run(STATE, { id })).posting
    const { version, draft } = await kindOf()
    expect(draft.steps[0]).toMatchObject({ key: 'kind', state: 'NOT_STARTED' })
    await app.as(made.owner).run(SAVE, { id, step: 'kind', data: { kind: 'GENERAL' }, version })
    expect((await kindOf()).draft.steps[0]).toMatchObject({ state: 'IN_PROGRESS' })
  })

  it('is to a leaflet that anybody can read, whose text has not changed under its version', async () => {
    const { provisionLeaflet }: Answer = await app.as(null).run('{ provisionLeaflet { version sections { title paragraphs } } }')
    expect(provisionLeaflet).toEqual({ version: PROVISION_VERSION, sections: PROVISION })
    const text = createHash('sha256').update(JSON.stringify(PROVISION)).digest('hex').slice(0, 16)
    expect([PROVISION_VERSION, text], 'a new text gets a new version').toEqual(['2026-11-20', TEXT])
  })
})

const TEXT = '1e60da922bd6314f'
