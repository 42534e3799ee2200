import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { jstDateOf } from '../../../kernel/calendar.ts'
import type { RawStep, Values } from '../../../kernel/form.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { errors } from '../../../kernel/problem.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { awaitAccount, problemsOfAwaitedEmail } from '../../accounts/accounts.awaited.steps.ts'
import { addressOfPostalCode } from '../../offices/offices.queries.ts'
import { nextSeekerNumber } from '../../offices/offices.steps.ts'
import { type OfficeRow, offices } from '../../offices/offices.table.ts'
import { type FoundPlace, readAtCounter } from '../seekers.form.ts'
import { seekerValidUntil } from '../seekers.rules.ts'
import { sheetOf } from '../seekers.sheet.ts'
import { startValidPeriod } from '../seekers.steps.ts'
import { type SeekerRow, seekers, seekerSheets } from '../seekers.table.ts'

export interface RegisterSeeker {
  /** Exactly as typed. */
  registration: RawStep
  /** Where the My Page will sign in, tidied; null for somebody who wants none now. */
  myPageEmail: string | null
  key: string
  dryRun: boolean
}

/** 窓口での求職の登録: a registered seeker of this office, valid at once (R14, R17), whose My Page waits for its address. */
export function registerSeeker(
  ctx: CommandContext,
  staff: ViewerOf<'staff'>,
  { registration, myPageEmail, dryRun, ...input }: RegisterSeeker,
): Promise<SeekerRow | Refusal | Preview> {
  const key = { value: input.key, operation: 'registerSeeker', input: { registration, myPageEmail }, reread }
  return inTransaction<SeekerRow | Refusal, boolean>(ctx, { key, dryRun }, async (tx) => {
    const [office] = await tx.db.select().from(offices).where(eq(offices.id, staff.officeId))
    if (!office || staff.center) return new Refusal('NOT_ALLOWED')
    const typed = registration['postalCode']
    const place = await addressOfPostalCode(typeof typed === 'string' ? typed : '')
    const { values, problems } = readAtCounter(registration, place, jstDateOf(tx.now), tx.policyOf(office.id))
    if (myPageEmail !== null) problems.push(...(await problemsOfAwaitedEmail(tx, myPageEmail, 'myPageEmail')))
    const open = errors(problems)
    if (open.length > 0 || !place) return new Refusal('PROBLEMS', { problems: open })
    return register(tx, office, { values, place, myPageEmail })
  })
}

async function register(
  tx: Tx,
  office: OfficeRow,
  { values, place, myPageEmail }: { values: Values; place: FoundPlace; myPageEmail: string | null },
): Promise<SeekerRow | Refusal> {
  const appliedOn = jstDateOf(tx.now)
  const validUntil = seekerValidUntil(appliedOn, tx.policyOf(office.id))
  const seekerNumber = await nextSeekerNumber(tx, office)
  const [row] = await tx.db
    .insert(seekers)
    .values({ kind: 'REGISTERED', status: 'VALID', officeId: office.id, seekerNumber, appliedOn, validUntil, createdAt: tx.now })
    .returning()
  const { id } = row!
  const [sheet] = await tx.db
    .insert(seekerSheets)
    .values({ ...sheetOf(values, place), seekerId: id, number: 1, submittedAt: tx.now })
    .returning()
  const [seeker] = await tx.db.update(seekers).set({ sheetId: sheet!.id }).where(eq(seekers.id, id)).returning()
  const awaited =
    myPageEmail === null ? null : await awaitAccount(tx, { email: myPageEmail, opens: id, officeId: office.id }, 'myPageEmail')
  if (awaited instanceof Refusal) return awaited
  await startValidPeriod(tx, id, appliedOn)
  const made = (field: string, after: string) => ({ field, before: null, after })
  await tx.record({
    action: 'registerSeeker',
    object: id,
    person: id,
    changes: [
      made('seekerNumber', seekerNumber),
      made('seekerName', sheet!.name),
      made('office', office.name),
      made('status', 'VALID'),
      made('seekerValidUntil', validUntil),
      ...(awaited === null ? [] : [made('myPageEmail', awaited.email)]),
    ],
  })
  tx.emit('seekerBecameValid', { seekerId: id, officeId: office.id })
  tx.deliver(office.id, 'SEEKER', id)
  return seeker!
}

async function reread(tx: Tx, id: string): Promise<SeekerRow | Refusal> {
  const [seeker] = await tx.db
    .select()
    .from(seekers)
    .where(eq(seekers.id, id as Id<'skr'>))
  return seeker ?? new Refusal('NOT_FOUND')
}
