import { and, count, desc, eq, lt, or, type SQL } from 'drizzle-orm'
import type { Context } from '../graph/context.ts'
import { type Page, pageOf, readPage } from '../graph/page.ts'
import type { Id } from '../kernel/ids.ts'
import { type AuditRecordRow, auditRecords } from '../platform/db/platform.table.ts'

export interface AuditFilter {
  object: string | null
  person: string | null
  /** COUNTER reads what its own office did. */
  office: string | null
}

/** The trail, newest first. */
export async function auditTrail(
  ctx: Context,
  filter: AuditFilter,
  args: { first: number; after?: string | null },
): Promise<Page<AuditRecordRow>> {
  const { first, after } = readPage(args, 2)
  const wanted: (SQL | undefined)[] = [
    filter.object ? eq(auditRecords.object, filter.object) : undefined,
    filter.person ? eq(auditRecords.person, filter.person) : undefined,
    filter.office ? eq(auditRecords.office, filter.office) : undefined,
  ]
  const [at, id] = after ?? []
  const moment = new Date(String(at))
  const further = after
    ? or(lt(auditRecords.at, moment), and(eq(auditRecords.at, moment), lt(auditRecords.id, String(id) as Id<'aud'>)))
    : undefined
  const [rows, [total]] = await Promise.all([
    ctx.db
      .select()
      .from(auditRecords)
      .where(and(...wanted, further))
      .orderBy(desc(auditRecords.at), desc(auditRecords.id))
      .limit(first + 1),
    ctx.db
      .select({ n: count() })
      .from(auditRecords)
      .where(and(...wanted)),
  ])
  return pageOf(rows, first, (row) => [row.at.toISOString(), row.id], total?.n ?? 0)
}
