import { addDays, type JstDate } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { accounts, staffMembers } from '../../modules/accounts/accounts.table.ts'
import { hashCode, newCode } from '../../modules/employers/creation-code.ts'
import { codeValidUntil } from '../../modules/employers/employers.codes.rules.ts'
import { accountCreationCodes } from '../../modules/employers/employers.codes.table.ts'
import { employerMembers, employers, employerSheets } from '../../modules/employers/employers.table.ts'
import { offices } from '../../modules/offices/offices.table.ts'
import { seekers, seekerSheets, seekerValidPeriods } from '../../modules/seekers/seekers.table.ts'
import { newId } from '../../platform/db/columns.ts'
import type { DbTransaction } from '../../platform/db/connect.ts'
import { POLICY } from '../../policy.ts'
import { demoAccounts } from './accounts.ts'
import type { DemoEmployer } from './employers.ts'
import { insertRows } from './insert-rows.ts'
import type { DemoOffice } from './offices.ts'
import type { KnownEmployer } from './posting-rows.ts'
import { randomOf } from './random.ts'
import type { DemoSeeker } from './seekers.ts'
import { duringOfficeHours } from './time-of-day.ts'

/** What every row of a load shares. */
export interface Loading {
  db: DbTransaction
  now: Date
  today: JstDate
  passwordHash: string
  termsVersion: string
}

/** An employer with the account of its owner. */
export interface LoadedEmployer extends KnownEmployer {
  accountId: Id<'acc'>
  memberId: Id<'mem'>
  ownerName: string
}

export interface LoadedSeeker {
  id: Id<'skr'>
  sheetId: Id<'sks'>
  accountId: Id<'acc'> | null
  demo: DemoSeeker
}

export async function loadOffices({ db }: Pick<Loading, 'db'>, demo: readonly DemoOffice[]): Promise<Map<string, Id<'off'>>> {
  const rows = demo.map((office) => ({ ...office, id: newId('off') }))
  await insertRows(db, offices, rows)
  return new Map(rows.map(({ code, id }) => [code, id]))
}

const idIn = (ids: Map<string, Id<'off'>>, code: string): Id<'off'> => {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`no office ${code}`)
  return id
}

export function accountRow({ passwordHash, termsVersion }: Loading, email: string, createdAt: Date) {
  return {
    id: newId('acc'),
    email,
    passwordHash,
    status: 'OPEN' as const,
    termsVersion,
    termsAcceptedAt: createdAt,
    createdAt,
    passwordChangedAt: createdAt,
  }
}

/** Establishments with an opened My Page and its owner. */
export async function loadEmployers(
  loading: Loading,
  officeIds: Map<string, Id<'off'>>,
  demo: readonly DemoEmployer[],
): Promise<LoadedEmployer[]> {
  const made = demo.map((one, index) => {
    const random = randomOf(`opened ${one.key}`)
    const openedAt = duringOfficeHours(random, addDays(loading.today, -random.int(90, 900)), loading.now)
    const signsInAs = index === 0 ? demoAccounts.employer : index === 1 ? demoAccounts.employer2 : null
    const account = accountRow(loading, signsInAs?.email ?? one.email, openedAt)
    const ownerName = signsInAs?.name ?? one.contact.name
    const title = signsInAs?.title ?? one.contact.section
    return {
      one,
      openedAt,
      account,
      ownerName,
      title,
      id: newId('emp'),
      sheetId: newId('ems'),
      memberId: newId('mem'),
      officeId: idIn(officeIds, one.officeCode),
    }
  })
  const { db } = loading
  await insertRows(
    db,
    accounts,
    made.map(({ account }) => account),
  )
  await insertRows(
    db,
    employers,
    made.map(({ id, sheetId, officeId, openedAt, one }) => ({
      id,
      officeId,
      employerNumber: one.employerNumber,
      status: 'OPEN' as const,
      sheetId,
      openedAt,
      createdAt: openedAt,
    })),
  )
  await insertRows(
    db,
    employerSheets,
    made.map(({ id, sheetId, openedAt, one }) => ({
      ...one,
      id: sheetId,
      employerId: id,
      number: 1,
      submittedAt: openedAt,
      outcome: 'ACCEPTED' as const,
      decidedAt: openedAt,
    })),
  )
  await insertRows(
    db,
    employerMembers,
    made.map(({ id, memberId, account, ownerName, title, openedAt }) => ({
      id: memberId,
      employerId: id,
      accountId: account.id,
      role: 'OWNER' as const,
      status: 'ACTIVE' as const,
      name: ownerName,
      title,
      createdAt: openedAt,
    })),
  )
  return made.map(({ one, account, ...rest }) => ({ ...rest, demo: one, accountId: account.id }))
}

const WRONG_TRIES = 3

/** Establishments without a My Page. The first has a paper at home whose code is known to nobody here; the others wait for theirs. */
export async function loadAtCounter(
  { db, now, today }: Loading,
  officeIds: Map<string, Id<'off'>>,
  staffId: Id<'stf'>,
  demo: readonly DemoEmployer[],
): Promise<void> {
  const made = demo.map((one) => ({
    one,
    id: newId('emp'),
    sheetId: newId('ems'),
    officeId: idIn(officeIds, one.officeCode),
    at: duringOfficeHours(randomOf(`at counter ${one.key}`), addDays(today, -6), now),
  }))
  await insertRows(
    db,
    employers,
    made.map(({ one, id, sheetId, officeId, at }) => ({
      id,
      officeId,
      employerNumber: one.employerNumber,
      status: 'UNOPENED' as const,
      sheetId,
      createdAt: at,
    })),
  )
  await insertRows(
    db,
    employerSheets,
    made.map(({ one, id, sheetId, at }) => ({
      ...one,
      id: sheetId,
      employerId: id,
      number: 1,
      submittedAt: at,
      outcome: 'ACCEPTED' as const,
      decidedAt: at,
    })),
  )
  await insertRows(
    db,
    accountCreationCodes,
    made.slice(0, 1).map(({ id, officeId, at }) => ({
      employerId: id,
      officeId,
      issuedBy: staffId,
      codeHash: hashCode(newCode()),
      state: 'ISSUED' as const,
      wrongTries: WRONG_TRIES,
      issuedAt: at,
      validUntil: codeValidUntil(at, POLICY),
    })),
  )
}

/** Valid registrations; those with an address have an opened My Page. */
export async function loadSeekers(
  loading: Loading,
  officeIds: Map<string, Id<'off'>>,
  demo: readonly DemoSeeker[],
): Promise<LoadedSeeker[]> {
  const made = demo.map((one) => {
    const appliedAt = duringOfficeHours(randomOf(`applied ${one.key}`), one.appliedOn, loading.now)
    const account = one.email === null ? null : accountRow(loading, one.email, appliedAt)
    return { one, appliedAt, account, id: newId('skr'), sheetId: newId('sks'), officeId: idIn(officeIds, one.officeCode) }
  })
  const { db } = loading
  await insertRows(
    db,
    accounts,
    made.flatMap(({ account }) => account ?? []),
  )
  await insertRows(
    db,
    seekers,
    made.map(({ one, appliedAt, account, id, sheetId, officeId }) => ({
      ...one,
      id,
      accountId: account?.id ?? null,
      officeId,
      status: 'VALID' as const,
      sheetId,
      createdAt: appliedAt,
    })),
  )
  await insertRows(
    db,
    seekerSheets,
    made.map(({ one, appliedAt, id, sheetId }) => ({ ...one, id: sheetId, seekerId: id, number: 1, submittedAt: appliedAt })),
  )
  await insertRows(
    db,
    seekerValidPeriods,
    made.map(({ id, one }) => ({ seekerId: id, validFrom: one.appliedOn })),
  )
  return made.map(({ one, account, id, sheetId }) => ({ id, sheetId, accountId: account?.id ?? null, demo: one }))
}

type StaffRows = readonly (readonly [{ email: string; name: string }, 'COUNTER' | 'MANAGER' | 'AUDITOR'])[]

/** The three staff roles at the demo employer's office; the first is who decides there. */
export const loadStaff = (loading: Loading, officeId: Id<'off'>): Promise<Id<'stf'>> =>
  loadStaffOf(loading, officeId, [
    [demoAccounts.counter, 'COUNTER'],
    [demoAccounts.manager, 'MANAGER'],
    [demoAccounts.auditor, 'AUDITOR'],
  ])

export async function loadStaffOf(loading: Loading, officeId: Id<'off'>, people: StaffRows): Promise<Id<'stf'>> {
  const rows = people.map(([{ email, name }, role]) => ({
    name,
    role,
    officeId,
    id: newId('stf'),
    account: accountRow(loading, email, loading.now),
  }))
  await insertRows(
    loading.db,
    accounts,
    rows.map(({ account }) => account),
  )
  await insertRows(
    loading.db,
    staffMembers,
    rows.map(({ account, ...row }) => ({ ...row, accountId: account.id })),
  )
  const [counter] = rows
  if (counter === undefined) throw new Error('no staff')
  return counter.id
}
