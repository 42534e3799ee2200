import { and, eq, or, sql } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import type { RawStep, Values } from '../../../kernel/form.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { type Acknowledgement, errors, type Problem, unconfirmed } from '../../../kernel/problem.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { awaitAccount, problemsOfAwaitedEmail } from '../../accounts/accounts.awaited.steps.ts'
import { refuseStaff } from '../../accounts/accounts.rules.ts'
import { addressOfPostalCode, officeOfPostalCode } from '../../offices/offices.queries.ts'
import { nextEmployerNumber } from '../../offices/offices.steps.ts'
import type { OfficeRow } from '../../offices/offices.table.ts'
import { phoneDigits } from '../employers.codes.rules.ts'
import { readAtCounter } from '../employers.form.ts'
import { employersByIds, type EmployerWithSheet } from '../employers.queries.ts'
import { sheetOf } from '../employers.sheet.ts'
import { employers, employerSheets } from '../employers.table.ts'

export interface RegisterEmployer {
  /** Exactly as typed. */
  establishment: RawStep
  /** Where its My Page will sign in, tidied; null where the paper of a code opens it. */
  myPageEmail: string | null
  acknowledged: readonly Acknowledgement[]
  key: string
  dryRun: boolean
}

/** 窓口での事業所登録: known to the office of its place, with a number, and without a My Page until its address or a code opens one. */
export function registerEmployer(
  ctx: CommandContext,
  staff: ViewerOf<'staff'>,
  input: RegisterEmployer,
): Promise<EmployerWithSheet | Refusal | Preview> {
  const { establishment, myPageEmail, acknowledged, dryRun } = input
  const key = { value: input.key, operation: 'registerEmployer', input: { establishment, myPageEmail }, reread }
  return inTransaction<EmployerWithSheet | Refusal, boolean>(ctx, { key, dryRun }, async (tx) => {
    if (staff.center) return new Refusal('NOT_ALLOWED')
    const typed = establishment['postalCode']
    const postalCode = typeof typed === 'string' ? typed : ''
    const [place, office] = [await addressOfPostalCode(postalCode), await officeOfPostalCode(tx.db, postalCode)]
    const { values, problems } = readAtCounter(establishment, office && place)
    problems.push(...(await sameEstablishment(tx, values)))
    if (myPageEmail !== null) problems.push(...(await problemsOfAwaitedEmail(tx, myPageEmail, 'myPageEmail')))
    const open = [...errors(problems), ...unconfirmed(problems, acknowledged)]
    if (open.length > 0 || !office) return new Refusal('PROBLEMS', { problems: open })
    const no = refuseStaff(staff, office.id)
    return no ? new Refusal(no) : register(tx, office, { values, myPageEmail })
  })
}

interface Read {
  values: Values
  myPageEmail: string | null
}

async function register(tx: Tx, office: OfficeRow, { values, myPageEmail }: Read): Promise<EmployerWithSheet | Refusal> {
  const employerNumber = await nextEmployerNumber(tx, office)
  const [employer] = await tx.db
    .insert(employers)
    .values({ officeId: office.id, employerNumber, status: 'UNOPENED', createdAt: tx.now })
    .returning()
  const [sheet] = await tx.db
    .insert(employerSheets)
    .values({ ...sheetOf(values), employerId: employer!.id, number: 1, submittedAt: tx.now, outcome: 'ACCEPTED', decidedAt: tx.now })
    .returning()
  await tx.db.update(employers).set({ sheetId: sheet!.id }).where(eq(employers.id, employer!.id))
  const awaited =
    myPageEmail === null ? null : await awaitAccount(tx, { email: myPageEmail, opens: employer!.id, officeId: office.id }, 'myPageEmail')
  if (awaited instanceof Refusal) return awaited
  await tx.record({
    action: 'registerEmployer',
    object: employer!.id,
    changes: [
      { field: 'employerNumber', before: null, after: employerNumber },
      { field: 'name', before: null, after: sheet!.name },
      { field: 'office', before: null, after: office.name },
      { field: 'status', before: null, after: 'UNOPENED' },
      ...(awaited === null ? [] : [{ field: 'myPageEmail', before: null, after: awaited.email }]),
    ],
  })
  return { ...employer!, sheetId: sheet!.id, sheet: sheet! }
}

async function reread(tx: Tx, id: string): Promise<EmployerWithSheet | Refusal> {
  const [employer] = await employersByIds(tx.db, [id as Id<'emp'>])
  return employer ?? new Refusal('NOT_FOUND')
}

/** The same phone, or the same firm at the same postal code: asked about, because branches may share either. */
async function sameEstablishment(tx: Tx, { phone, corporateNumber, postalCode }: Values): Promise<Problem[]> {
  if (typeof phone !== 'string') return []
  const sameFirm =
    typeof corporateNumber === 'string' && typeof postalCode === 'string'
      ? and(eq(employerSheets.corporateNumber, corporateNumber), eq(employerSheets.postalCode, postalCode))
      : undefined
  const [known] = await tx.db
    .select({ name: employerSheets.name, number: employers.employerNumber, phone: employerSheets.phone })
    .from(employers)
    .innerJoin(employerSheets, eq(employerSheets.id, employers.sheetId))
    .where(or(sql`regexp_replace(${employerSheets.phone}, '[^0-9]', '', 'g') = ${phoneDigits(phone)}`, sameFirm))
    .limit(1)
  if (!known) return []
  return [{ path: 'phone', code: 'ESTABLISHMENT_EXISTS', severity: 'CONFIRM', facts: { name: known.name, number: known.number ?? '' } }]
}
