import { newId } from '../src/platform/db/columns.ts'
import { type OfficeRow, offices } from '../src/modules/offices/offices.table.ts'
import type { TestApp } from './app.ts'
import { eq } from 'drizzle-orm'
import { Refusal } from '../src/kernel/refusal.ts'
import type { ViewerOf } from '../src/graph/context.ts'
import { jstDateOf } from '../src/kernel/calendar.ts'
import type { RawForm } from '../src/kernel/form.ts'
import { accounts, staffMembers } from '../src/modules/accounts/accounts.table.ts'
import {
  employerMembers,
  type EmployerRow,
  employers,
  type EmployerSheetRow,
  employerSheets,
} from '../src/modules/employers/employers.table.ts'
import { type RegistrantRow, registrants } from '../src/modules/entries/entries.table.ts'
import { nextPostingNumber } from '../src/modules/offices/offices.steps.ts'
import { readPosting } from '../src/modules/postings/postings.form.ts'
import { publish } from '../src/modules/postings/postings.publish.steps.ts'
import { postingValidUntil } from '../src/modules/postings/postings.rules.ts'
import { sheetOf } from '../src/modules/postings/postings.sheet.ts'
import { postingSheets, type PostingSheetRow } from '../src/modules/postings/postings.sheet.table.ts'
import { postingOpenPeriods, type PostingRow, postings } from '../src/modules/postings/postings.table.ts'
import { seekerValidUntil } from '../src/modules/seekers/seekers.rules.ts'
import { type SeekerRow, seekers, type SeekerSheetRow, seekerSheets } from '../src/modules/seekers/seekers.table.ts'
import { inTransaction } from '../src/platform/db/transaction.ts'
import { typedPosting } from './posting-form.ts'

/** An office, invented; Tokyo's 13010 unless told otherwise. */
export async function makeOffice(app: TestApp, more: Partial<OfficeRow> = {}): Promise<OfficeRow> {
  const [office] = await app.db
    .insert(offices)
    .values({
      id: newId('off'),
      kind: 'PUBLIC_OFFICE',
      code: '13010',
      name: '汐見公共職業安定所',
      kana: 'シオミコウキョウショクギョウアンテイショ',
      prefectureCode: '13',
      municipalityCode: '13101',
      postalCode: '1000001',
      address: '千代田9-9-9',
      phone: '00-0000-0001',
      openingHours: [{ days: '月曜から金曜', hours: '8:30〜17:15' }],
      postalPrefixes: ['100'],
      ...more,
    })
    .returning()
  return office!
}

let counted = 0
const next = (): string => String((counted += 1)).padStart(6, '0')

/** A way to sign in, without a password that anybody knows. */
async function makeAccount(app: TestApp, email = `person${next()}@demo.example`) {
  const at = app.clock.now()
  const [account] = await app.db
    .insert(accounts)
    .values({ email, passwordHash: 'none', status: 'OPEN', termsVersion: '1', termsAcceptedAt: at, createdAt: at, passwordChangedAt: at })
    .returning()
  return account!
}

export async function makeStaff(
  app: TestApp,
  office: OfficeRow,
  role: 'COUNTER' | 'MANAGER' | 'AUDITOR' = 'COUNTER',
): Promise<ViewerOf<'staff'>> {
  const account = await makeAccount(app)
  const [staff] = await app.db
    .insert(staffMembers)
    .values({ accountId: account.id, officeId: office.id, role, name: '窪田 真央' })
    .returning()
  return { kind: 'staff', accountId: account.id, staffId: staff!.id, officeId: office.id, role, center: office.kind === 'CENTER' }
}

/** A registrant of a center whose My Page is open. */
export async function makeRegistrant(app: TestApp, center: OfficeRow, invitedBy: ViewerOf<'staff'>): Promise<RegistrantRow> {
  const { id: accountId, email } = await makeAccount(app)
  const at = app.clock.now()
  const values = { officeId: center.id, accountId, email, name: '藤代 まさみ', nameKana: 'フジシロ マサミ', invitedAt: at, openedAt: at }
  const [made] = await app.db
    .insert(registrants)
    .values({ ...values, entryNumber: `${center.code}-${String(next()).padStart(8, '0')}`, invitedBy: invitedBy.staffId })
    .returning()
  return made!
}

export interface MadeEmployer {
  employer: EmployerRow
  sheet: EmployerSheetRow
  owner: ViewerOf<'employer'>
  ownerEmail: string
}

/** An establishment of the office with an accepted text and its owner; provisional ones wait with theirs. */
export async function makeEmployer(
  app: TestApp,
  office: OfficeRow,
  { status = 'OPEN', ...text }: { status?: 'OPEN' | 'PROVISIONAL' | 'SUSPENDED' } & Partial<EmployerSheetRow> = {},
): Promise<MadeEmployer> {
  const at = app.clock.now()
  const waits = status === 'PROVISIONAL'
  const [made] = await app.db
    .insert(employers)
    .values({ officeId: office.id, employerNumber: waits ? null : `1301-${next()}-1`, status, openedAt: waits ? null : at, createdAt: at })
    .returning()
  const [sheet] = await app.db
    .insert(employerSheets)
    .values({
      employerId: made!.id,
      number: 1,
      submittedAt: at,
      outcome: waits ? 'WAITING' : 'ACCEPTED',
      name: '株式会社あさなぎ製作室',
      nameKana: 'カブシキガイシャアサナギセイサクシツ',
      corporateNumber: '7000012050002',
      representativeName: '浅凪 みのり',
      postalCode: '1000001',
      prefectureCode: '13',
      municipalityCode: '13101',
      address: '千代田8-8-8 なぎさビル3階',
      phone: '03-0000-0100',
      webPage: 'https://asanagi.example',
      industryCode: 'E',
      business: '計測器の部品の設計と製作',
      employeesHere: 62,
      employeesWhole: 86,
      leaveRecords: { childcare: true, nursingCare: null, sickChildCare: null },
      insurances: ['EMPLOYMENT', 'ACCIDENT', 'HEALTH', 'PENSION'],
      corporatePension: [],
      accessibility: [],
      ...text,
    })
    .returning()
  const [employer] = await app.db
    .update(employers)
    .set({ sheetId: waits ? null : sheet!.id })
    .where(eq(employers.id, made!.id))
    .returning()
  const { viewer: owner, email: ownerEmail } = await makeMember(app, employer!.id, 'OWNER')
  return { employer: employer!, sheet: sheet!, owner, ownerEmail }
}

export async function makeMember(app: TestApp, employerId: EmployerRow['id'], role: 'OWNER' | 'RECRUITER' | 'VIEWER' = 'RECRUITER') {
  const account = await makeAccount(app)
  const [member] = await app.db
    .insert(employerMembers)
    .values({
      employerId,
      accountId: account.id,
      seat: await app.db.$count(employerMembers, eq(employerMembers.employerId, employerId)),
      role,
      status: 'ACTIVE',
      name: '森下 なつき',
      title: '採用担当',
      createdAt: app.clock.now(),
    })
    .returning()
  const viewer: ViewerOf<'employer'> = { kind: 'employer', accountId: account.id, memberId: member!.id, employerId, role }
  return { viewer, email: account.email }
}

/** A posting accepted today, found by search, as `accept-posting` would leave it; `typed` as in posting-form.ts. */
export async function makeOpenPosting(
  app: TestApp,
  office: OfficeRow,
  { employer, sheet: establishment, owner }: MadeEmployer,
  typed: RawForm = typedPosting(),
): Promise<{ posting: PostingRow; sheet: PostingSheetRow }> {
  const { values, problems } = readPosting(typed)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  let sheet: PostingSheetRow | undefined
  const posting = await inTransaction<PostingRow>(app.as(owner).context(), {}, async (tx) => {
    const id = newId('pst')
    const acceptedOn = jstDateOf(tx.now)
    const validUntil = postingValidUntil(acceptedOn, tx.policyOf(office.id))
    const [made] = await tx.db
      .insert(postingSheets)
      .values({
        ...sheetOf(values, establishment),
        postingId: id,
        number: 1,
        submittedAt: tx.now,
        submittedBy: owner.memberId,
        outcome: 'ACCEPTED',
        acknowledged: [],
        provisionAgreedAt: tx.now,
        employerSheetId: establishment.id,
      })
      .returning()
    sheet = made!
    const [open] = await tx.db
      .insert(postings)
      .values({
        id,
        officeId: office.id,
        employerId: employer.id,
        lineageId: id,
        status: 'OPEN',
        postingNumber: await nextPostingNumber(tx, office),
        sheetId: sheet.id,
        submittedAt: tx.now,
        acceptedOn,
        validUntil,
        createdAt: tx.now,
        changedAt: tx.now,
      })
      .returning()
    await tx.db.insert(postingOpenPeriods).values({ postingId: id, openFrom: acceptedOn, hires: sheet.hires })
    await publish(tx, open!, sheet, establishment)
    return open!
  })
  if (posting instanceof Refusal) throw new Error(posting.code)
  return { posting, sheet: sheet! }
}

export interface MadeSeeker {
  seeker: SeekerRow
  sheet: SeekerSheetRow
  viewer: ViewerOf<'seeker'>
  email: string
}

/** A seeker whose short registration is valid from today; `text` changes the sheet. */
export async function makeSeeker(app: TestApp, office: OfficeRow, text: Partial<SeekerSheetRow> = {}): Promise<MadeSeeker> {
  const account = await makeAccount(app)
  const at = app.clock.now()
  const id = newId('skr')
  const [sheet] = await app.db
    .insert(seekerSheets)
    .values({
      seekerId: id,
      number: 1,
      submittedAt: at,
      name: '水野 はるか',
      nameKana: 'ミズノ ハルカ',
      birthDate: '1993-05-12',
      postalCode: '1000001',
      prefectureCode: '13',
      municipalityCode: '13101',
      address: '千代田7-7-7',
      phone: '09000000011',
      workSituation: 'UNEMPLOYED',
      schoolSituation: 'NONE',
      wishedOccupations: [],
      wishedEmploymentTypes: [],
      wishedMunicipalities: [],
      schools: [],
      licences: ['日商簿記2級'],
      careers: [{ employer: '架空部品', from: '2015-04', to: '2019-03', form: null, occupation: '経理', duties: null }],
      ...text,
    })
    .returning()
  const appliedOn = jstDateOf(at)
  const [seeker] = await app.db
    .insert(seekers)
    .values({
      id,
      accountId: account.id,
      officeId: office.id,
      seekerNumber: `${office.code}-${next().padStart(8, '4')}`,
      kind: 'ONLINE',
      status: 'VALID',
      appliedOn,
      validUntil: seekerValidUntil(appliedOn, app.services.policy.of()),
      sheetId: sheet!.id,
      createdAt: at,
    })
    .returning()
  return { seeker: seeker!, sheet: sheet!, viewer: { kind: 'seeker', accountId: account.id, seekerId: id }, email: account.email }
}
