import { and, count, desc, eq, inArray, lt, type SQL } from 'drizzle-orm'
import type { Context, ViewerOf } from '../../graph/context.ts'
import { type Page, pageOf, readPage } from '../../graph/page.ts'
import type { Id } from '../../kernel/ids.ts'
import { accountCreationCodes, type CreationCodeRow } from './employers.codes.table.ts'
import { employersByIds, type EmployerWithSheet } from './employers.queries.ts'
import type { EmployerStatus } from './employers.rules.ts'
import { employers } from './employers.table.ts'

interface Filter {
  status: readonly EmployerStatus[] | null
  employerNumber: string | null
}

/** A counter's own establishments, newest first; with a number, that one wherever it belongs. Managers and auditors look at all, a center at none. */
export async function employersForStaff(
  ctx: Context,
  staff: ViewerOf<'staff'>,
  { status, employerNumber }: Filter,
  paging: { first: number; after?: string | null },
): Promise<Page<EmployerWithSheet>> {
  const { first, after } = readPage(paging, 1)
  if (staff.center) return pageOf<EmployerWithSheet>([], first, () => [], 0)
  const wanted: (SQL | undefined)[] = [
    employerNumber === null ? ofOffice(staff) : eq(employers.employerNumber, employerNumber),
    status === null || status.length === 0 ? undefined : inArray(employers.status, [...status]),
  ]
  const [ids, [all]] = await Promise.all([
    ctx.db
      .select({ id: employers.id })
      .from(employers)
      .where(and(...wanted, after ? lt(employers.id, `emp_${String(after[0])}`) : undefined))
      .orderBy(desc(employers.id))
      .limit(first + 1),
    ctx.db
      .select({ count: count() })
      .from(employers)
      .where(and(...wanted)),
  ])
  const rows = await employersByIds(
    ctx.db,
    ids.map(({ id }) => id),
  )
  return pageOf(rows.toReversed(), first, ({ id }) => [id.slice(4)], all?.count ?? 0)
}

const ofOffice = (staff: ViewerOf<'staff'>): SQL | undefined =>
  staff.role === 'COUNTER' ? eq(employers.officeId, staff.officeId) : undefined

/** What the paper of a code says, for those who may hand it out. The look is recorded: the paper is worth an account. */
export async function creationCodeForStaff(ctx: Context, staff: ViewerOf<'staff'>, id: string): Promise<CreationCodeRow | null> {
  const [code] = await ctx.db
    .select()
    .from(accountCreationCodes)
    .where(eq(accountCreationCodes.id, id as Id<'cod'>))
  if (!code || !isInCharge(staff, code)) return null
  ctx.look({
    action: 'lookAtCreationCode',
    object: code.id,
    person: code.employerId,
    purpose: 'slip',
    fields: ['employerNumber', 'name', 'phone'],
  })
  return code
}

/** The code of an office is for its own counter, for managers and auditors; nobody else learns that there is one. */
export const isInCharge = (staff: ViewerOf<'staff'>, { officeId }: { officeId: Id<'off'> | null }): boolean =>
  !staff.center && (staff.role !== 'COUNTER' || staff.officeId === officeId)

/** Every code of these establishments, newest first. */
export const codesOfEmployers = ({ db }: Context, ids: readonly Id<'emp'>[]): Promise<CreationCodeRow[]> =>
  db
    .select()
    .from(accountCreationCodes)
    .where(inArray(accountCreationCodes.employerId, [...ids]))
    .orderBy(desc(accountCreationCodes.issuedAt), desc(accountCreationCodes.id))
