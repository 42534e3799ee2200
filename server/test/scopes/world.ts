import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import type { PartnerKind, Viewer } from '../../src/graph/context.ts'
import { addDays } from '../../src/kernel/calendar.ts'
import type { Id } from '../../src/kernel/ids.ts'
import { receiveUpload } from '../../src/modules/files/commands/receive-upload.ts'
import { dropOffer, offerToSeeker } from '../../src/modules/postings/postings.parties.steps.ts'
import { publish } from '../../src/modules/postings/postings.publish.steps.ts'
import { postingSheets } from '../../src/modules/postings/postings.sheet.table.ts'
import type { PostingRow } from '../../src/modules/postings/postings.table.ts'
import { seekers } from '../../src/modules/seekers/seekers.table.ts'
import { newId } from '../../src/platform/db/columns.ts'
import { inTransaction, type Tx } from '../../src/platform/db/transaction.ts'
import { makeEmployer, type MadeEmployer, makeMember, makeOffice, makeOpenPosting, makeSeeker, makeStaff } from '../actors.ts'
import { type Answer, type TestApp, testApp } from '../app.ts'
import { registrant } from '../open-postings.ts'
import { typedWith } from '../posting-form.ts'
import { secretTexts, type Values } from './secrets.ts'
import { type Kind, type Scope, SCOPES, type Who } from './table.ts'

/** One posting with an establishment of its own, all of whose secrets are known. */
export interface Place {
  employer: MadeEmployer
  posting: PostingRow
  title: string
  secrets: Values
}
export interface World {
  app: TestApp
  places: Record<Kind, Record<Scope, Place>>
  viewers: Record<Who, (scope: Scope) => Viewer | null>
  /** Applications to the postings of each viewer who made them. */
  applications: Partial<Record<Who, Record<Scope, { id: string; threadId: string; documentId: string }>>>
}

const NOW = '2026-04-01T09:00:00+09:00'
const TODAY = '2026-04-01'
export const DOCUMENT = '履歴書の中身'
const TITLES: Record<Kind, string> = {
  PROVIDED: '灯台守',
  NOT_TO_AGENCIES: '氷室番',
  NOT_TO_GOVERNMENTS: '時計師',
  TO_NOBODY: '鷹匠',
  NOT_AGREED: '渡し守',
}
const REFUSED: Record<Kind, string[]> = {
  PROVIDED: [],
  NOT_TO_AGENCIES: ['AGENCIES'],
  NOT_TO_GOVERNMENTS: ['LOCAL_GOVERNMENTS'],
  TO_NOBODY: ['AGENCIES', 'LOCAL_GOVERNMENTS'],
  NOT_AGREED: [],
}
const KINDS = Object.keys(TITLES) as Kind[]

/** Postings of every scope and kind of provision, and everybody who may look at them, on a database of their own. */
export async function makeWorld(): Promise<World> {
  const app = await testApp({ now: NOW })
  const office = await makeOffice(app)
  const elsewhere = await makeOffice(app, { code: '13020', name: '潮見公共職業安定所' })
  const center = await makeOffice(app, { code: '13900', kind: 'CENTER', name: '架空センター東京' })

  let nth = 0
  const places = {} as World['places']
  for (const kind of KINDS) {
    places[kind] = {} as Record<Scope, Place>
    for (const scope of SCOPES) {
      nth += 1
      const { establishment, typed, values } = secretTexts(nth)
      const title = `${TITLES[kind]}${'甲乙丙丁'[SCOPES.indexOf(scope)]}`
      app.setNow(new Date(new Date(NOW).getTime() + nth * 60_000))
      const employer = await makeEmployer(app, office, establishment)
      const form = typedWith({
        ...typed,
        kind: { provisionRefused: REFUSED[kind] },
        work: { ...typed.work, title },
        wage: { baseFrom: String(400_000 - nth * 1000), baseTo: '400000' },
      })
      const { posting } = await makeOpenPosting(app, office, employer, form)
      const secrets = { ...values, 'employer id': employer.employer.id, 'employer number': employer.employer.employerNumber! }
      places[kind][scope] = { employer, posting, title, secrets }
    }
  }
  app.setNow(new Date(new Date(NOW).getTime() + 3_600_000))

  const seeker = async (more: Partial<typeof seekers.$inferInsert> = {}) => {
    const { seeker: made, viewer } = await makeSeeker(app, office)
    if (Object.keys(more).length > 0) await app.db.update(seekers).set(more).where(eq(seekers.id, made.id))
    return viewer
  }
  const ended = { status: 'INVALID', invalidReason: 'EXPIRED' } as const
  const end = ({ seekerId }: { seekerId: Id<'skr'> }) => app.db.update(seekers).set(ended).where(eq(seekers.id, seekerId))
  const applied = { valid: await seeker(), invalid: await seeker(), tookBack: await seeker(), offered: await seeker() }
  const applications: World['applications'] = {
    'an applicant': await applyToAll(app, applied.valid, places.PROVIDED),
    'an applicant who is invalid now': await applyToAll(app, applied.invalid, places.PROVIDED),
    'an applicant who took it back': await applyToAll(app, applied.tookBack, places.PROVIDED),
  }
  await applyToAll(app, applied.offered, places.PROVIDED)
  for (const { id } of Object.values(applications['an applicant who took it back']!)) await takeBack(app, applied.tookBack, id)
  await end(applied.invalid)

  const inAct = (act: (tx: Tx) => Promise<void>) =>
    inTransaction(app.as(null).context(), {}, async (tx) => {
      await act(tx)
      return { id: office.id }
    })
  const holder = async (offer: { until?: string; nameShown?: boolean; dropped?: boolean }, viewer?: Awaited<ReturnType<typeof seeker>>) => {
    const who = viewer ?? (await seeker())
    const { until = TODAY, nameShown = false, dropped = false } = offer
    await inAct(async (tx) => {
      for (const { posting } of Object.values(places.PROVIDED)) {
        await offerToSeeker(tx, posting.id, who.seekerId, { until, nameShown })
        if (dropped) await dropOffer(tx, posting.id, who.seekerId)
      }
    })
    return who
  }
  const holders = { plain: await holder({}), named: await holder({ nameShown: true }) }
  await end(holders.plain)
  await end(holders.named)

  for (const kind of KINDS) for (const scope of SCOPES) await setScope(app, places[kind][scope], scope, kind)

  const same = (viewer: Viewer | null) => () => viewer
  const ofEmployer = async (role: 'OWNER' | 'RECRUITER' | 'VIEWER') => {
    const members = {} as Record<Scope, Viewer>
    for (const scope of SCOPES) members[scope] = (await makeMember(app, places.PROVIDED[scope].employer.employer.id, role)).viewer
    return (scope: Scope) => members[scope]
  }
  const partner = (partnerKind: PartnerKind) => same({ kind: 'partner', partnerId: newId('prt'), partnerKind, scopes: ['postings'] })
  const valid = same(await seeker())
  const viewers: World['viewers'] = {
    'a visitor': same(null),
    'a seeker who is only typing': same(await seeker({ status: 'DRAFT', validUntil: null, sheetId: null })),
    'a seeker who is invalid': same(await seeker({ kind: 'REGISTERED', ...ended })),
    'a seeker whose last day was yesterday': same(await seeker({ validUntil: addDays(TODAY, -1) })),
    'a registrant of a center': same(registrant()),
    'another employer': same((await makeEmployer(app, office)).owner),
    'the counter of a center': same(await makeStaff(app, center)),
    'a manager of a center': same(await makeStaff(app, center, 'MANAGER')),
    'a valid online seeker': valid,
    'a valid registered seeker': same(await seeker({ kind: 'REGISTERED' })),
    'a seeker on their last day': same(await seeker({ validUntil: TODAY })),
    'a seeker kept valid by benefit': same(await seeker({ validUntil: addDays(TODAY, -1), receivesBenefit: true })),
    'its own owner': (scope) => places.PROVIDED[scope].employer.owner,
    'its own recruiter': await ofEmployer('RECRUITER'),
    'its own reader': await ofEmployer('VIEWER'),
    'the counter of its office': same(await makeStaff(app, office)),
    'the counter of another public office': same(await makeStaff(app, elsewhere)),
    'a manager': same(await makeStaff(app, elsewhere, 'MANAGER')),
    'an auditor': same(await makeStaff(app, elsewhere, 'AUDITOR')),
    'an applicant': same(applied.valid),
    'an applicant who is invalid now': same(applied.invalid),
    'an applicant who took it back': same(applied.tookBack),
    'a seeker with an offer': same(await holder({})),
    'a seeker with an offer that tells the name': same(await holder({ nameShown: true })),
    'a seeker with an offer who is invalid now': same(holders.plain),
    'a seeker with an offer that tells the name who is invalid now': same(holders.named),
    'a seeker whose offer ended yesterday': same(await holder({ until: addDays(TODAY, -1), nameShown: true })),
    'a seeker whose offer was dropped': same(await holder({ nameShown: true, dropped: true })),
    'a seeker with an offer who has applied': same(await holder({}, applied.offered)),
    'an agency': partner('AGENCY'),
    'a local government': partner('LOCAL_GOVERNMENT'),
    'an agency that is refused': partner('AGENCY'),
    'a local government, agencies refused': partner('LOCAL_GOVERNMENT'),
    'a local government that is refused': partner('LOCAL_GOVERNMENT'),
    'an agency, local governments refused': partner('AGENCY'),
    'an agency, all refused': partner('AGENCY'),
    'a local government, all refused': partner('LOCAL_GOVERNMENT'),
    'an agency, nothing agreed to': partner('AGENCY'),
    'a visitor, all refused': same(null),
    'a valid seeker, agencies refused': valid,
  }
  return { app, places, viewers, applications }
}

/** Applied to while they were open to all; what becomes of the scope afterwards changes nothing for an applicant (R30). */
async function applyToAll(app: TestApp, viewer: Viewer, places: Record<Scope, Place>) {
  const made = {} as Record<Scope, { id: string; threadId: string; documentId: string }>
  for (const scope of SCOPES) {
    const key = newId('app')
    const documentId = await upload(app, viewer, newId('fil'))
    const input = {
      key,
      postingId: places[scope].posting.id,
      motive: '応募します。',
      attachmentIds: [documentId],
      understoodNotReferral: true,
    }
    const { applyToPosting }: Answer = await app
      .as(viewer)
      .run(
        `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Application { id thread { id } } ... on Refusal { code } } }`,
        { input },
      )
    if (!applyToPosting.thread) throw new Error(applyToPosting.code)
    made[scope] = { id: applyToPosting.id, threadId: applyToPosting.thread.id, documentId }
  }
  return made
}

async function upload(app: TestApp, viewer: Viewer, key: string): Promise<string> {
  const ask = app.as(viewer)
  const { createUpload }: Answer = await ask.run(
    `mutation ($input: CreateUploadInput!) { createUpload(input: $input) { ... on Upload { id url } ... on Refusal { code } } }`,
    { input: { key, name: '履歴書.txt', size: Buffer.byteLength(DOCUMENT) } },
  )
  const { id } = createUpload
  const token = new URL(createUpload.url, 'http://here').searchParams.get('token') ?? ''
  await receiveUpload(ask.context(), { id, token, bytes: Readable.from([Buffer.from(DOCUMENT)]) })
  await ask.run(`mutation ($id: ID!) { completeUpload(id: $id) { ... on Attachment { state } ... on Refusal { code } } }`, { id })
  return id
}

const takeBack = (app: TestApp, viewer: Viewer, id: string) =>
  app.as(viewer).run(`mutation ($id: ID!) { cancelApplication(id: $id) { ... on Application { status } ... on Refusal { code } } }`, { id })

/** The text in force with another scope, found by search as its change would leave it. */
async function setScope(app: TestApp, { posting, employer }: Place, scope: Scope, kind: Kind): Promise<void> {
  const [sheet] = await app.db
    .update(postingSheets)
    .set({ scope, selfApplication: scope === '1' || scope === '2', ...(kind === 'NOT_AGREED' ? { provisionAgreement: null } : {}) })
    .where(eq(postingSheets.id, posting.sheetId!))
    .returning()
  await inTransaction(app.as(null).context(), {}, async (tx) => {
    await publish(tx, posting, sheet!, employer.sheet)
    return posting
  })
}
