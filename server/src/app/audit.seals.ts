import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gt, gte, lt, or, sql } from 'drizzle-orm'
import { addHours, addMinutes } from '../kernel/calendar.ts'
import { type AuditRecordRow, auditRecords, type AuditSealRow, auditSeals } from '../platform/db/platform.table.ts'
import type { CommandContext } from '../platform/db/transaction.ts'

type Reader = Pick<CommandContext, 'db'>

const BATCH = 2_000
/** What the first seal hangs on. */
const BEGINNING = ''

const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000)

/** All that a row says, in one order for ever: another row gives another line. */
const lineOf = (row: AuditRecordRow): string =>
  JSON.stringify([
    row.id,
    row.at.toISOString(),
    row.actor,
    row.actorKind,
    row.office,
    row.action,
    row.object,
    row.person,
    row.fields,
    row.purpose,
    row.requestId,
  ])

/** The rows of an hour behind the seal before it, read in pieces. */
async function hashOfHour({ db }: Reader, hour: Date, previous: string): Promise<{ count: number; hash: string }> {
  const hash = createHash('sha256').update(`${previous}\n${hour.toISOString()}\n`)
  const inHour = and(gte(auditRecords.at, hour), lt(auditRecords.at, addHours(hour, 1)))
  for (let count = 0, last: AuditRecordRow | undefined; ;) {
    const after = last && or(gt(auditRecords.at, last.at), and(eq(auditRecords.at, last.at), gt(auditRecords.id, last.id)))
    const rows = await db
      .select()
      .from(auditRecords)
      .where(and(inHour, after))
      .orderBy(asc(auditRecords.at), asc(auditRecords.id))
      .limit(BATCH)
    for (const row of rows) hash.update(`${lineOf(row)}\n`)
    count += rows.length
    last = rows.at(-1)
    if (rows.length < BATCH) return { count, hash: hash.digest('hex') }
  }
}

async function sealBefore({ db }: Reader, hour: Date | null): Promise<AuditSealRow | null> {
  const [seal] = await db
    .select()
    .from(auditSeals)
    .where(hour ? lt(auditSeals.hour, hour) : undefined)
    .orderBy(desc(auditSeals.hour))
    .limit(1)
  return seal ?? null
}

/** S56: every closed hour with records gets its seal, once, in order. Never again before the newest seal: what comes later does not fit. */
export async function sweepUnsealedAudit(ctx: CommandContext): Promise<number> {
  const closed = hourOf(addMinutes(ctx.now(), -ctx.policyOf().auditSealMinutes))
  for (let sealed = 0; ;) {
    const newest = await sealBefore(ctx, null)
    const [next] = await ctx.db
      .select({ at: auditRecords.at })
      .from(auditRecords)
      .where(and(lt(auditRecords.at, closed), newest ? gte(auditRecords.at, addHours(newest.hour, 1)) : undefined))
      .orderBy(asc(auditRecords.at))
      .limit(1)
    if (!next) return sealed
    const hour = hourOf(next.at)
    const sum = await hashOfHour(ctx, hour, newest?.hash ?? BEGINNING)
    const made = await ctx.db
      .insert(auditSeals)
      .values({ hour, ...sum, sealedAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ hour: auditSeals.hour })
    sealed += made.length
  }
}

export interface AuditMisfit {
  hour: Date
  /** CHANGED: rows or the seal are other than they were. UNSEALED: rows that were added after the hour was passed over. */
  kind: 'CHANGED' | 'UNSEALED'
}

/** Recomputes the seals of a stretch of time and names the hours that do not fit. */
export async function checkAudit(ctx: Reader, from: Date, to: Date): Promise<{ hours: number; records: number; misfits: AuditMisfit[] }> {
  const seals = await ctx.db
    .select()
    .from(auditSeals)
    .where(and(gte(auditSeals.hour, hourOf(from)), lt(auditSeals.hour, to)))
    .orderBy(asc(auditSeals.hour))
  const misfits: AuditMisfit[] = []
  let records = 0
  let previous = (seals[0] && (await sealBefore(ctx, seals[0].hour)))?.hash ?? BEGINNING
  for (const seal of seals) {
    const found = await hashOfHour(ctx, seal.hour, previous)
    records += found.count
    if (found.hash !== seal.hash || found.count !== seal.count) misfits.push({ hour: seal.hour, kind: 'CHANGED' })
    previous = seal.hash
  }
  misfits.push(...(await unsealedHours(ctx, hourOf(from), to)))
  return { hours: seals.length, records, misfits: misfits.toSorted((a, b) => a.hour.getTime() - b.hour.getTime()) }
}

/** Hours before the newest seal that hold rows and have none of their own. */
async function unsealedHours(ctx: Reader, from: Date, to: Date): Promise<AuditMisfit[]> {
  const newest = await sealBefore(ctx, null)
  if (!newest) return []
  const end = newest.hour < to ? newest.hour : to
  const hour = sql<string>`date_trunc('hour', ${auditRecords.at})`
  const rows = await ctx.db
    .selectDistinct({ hour: hour.mapWith(auditRecords.at) })
    .from(auditRecords)
    .leftJoin(auditSeals, sql`${auditSeals.hour} = ${hour}`)
    .where(and(gte(auditRecords.at, from), lt(auditRecords.at, end), sql`${auditSeals.hour} is null`))
  return rows.map((row) => ({ hour: row.hour, kind: 'UNSEALED' as const }))
}

/** The newest seals: their hash, written down elsewhere, proves the whole trail before it. */
export const newestSeals = ({ db }: Reader, first: number): Promise<AuditSealRow[]> =>
  db.select().from(auditSeals).orderBy(desc(auditSeals.hour)).limit(first)
