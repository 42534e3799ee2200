import { sql } from 'drizzle-orm'
import { accountOf, type Context, partyOf } from '../graph/context.ts'
import { type Page, pageOf, readPage } from '../graph/page.ts'
import { LOOKS } from '../i18n/looks.ja.ts'
import { type Id, idOfUuid, uuidOfId } from '../kernel/ids.ts'
import { auditRecords } from '../platform/db/platform.table.ts'

/** What one office or establishment looked at on one day, for one reason. Which of its people it was stays with it. */
export interface Look {
  id: Id<'aud'>
  /** The last time. */
  at: Date
  times: number
  actor: string
  actorKind: string
  office: string | null
  action: string
  object: string
  purpose: string | null
  fields: string[]
}

type Raw = Omit<Look, 'id' | 'at' | 'times' | 'fields'> & { id: string; at: string; times: number; fields: string | null }

/** Who looked at the viewer's own data, newest first: looks of others alone. */
export async function accessLog(ctx: Context, args: { first: number; after?: string | null }): Promise<Page<Look>> {
  const { first, after } = readPage(args, 2)
  const account = accountOf(ctx.viewer) ?? ''
  const persons = [account, partyOf(ctx.viewer) ?? ''].filter((id) => id !== '')
  const list = (values: readonly string[]) =>
    sql`(${sql.join(
      values.map((value) => sql`${value}`),
      sql`, `,
    )})`
  const looks = sql`
    select (array_agg(id order by at desc, id desc))[1] as id, (extract(epoch from max(at)) * 1000)::bigint as at, count(*)::int as times,
      (array_agg(actor order by at desc, id desc))[1] as actor, actor_kind as "actorKind", office, action, object, purpose,
      string_agg(array_to_string(fields, ','), ',') as fields
    from ${auditRecords}
    where person in ${list(persons)} and action in ${list(Object.keys(LOOKS))} and actor <> ${account}
    group by (at at time zone 'Asia/Tokyo')::date, actor_kind, office, action, object, purpose`
  const further = after ? sql`where (at, id) < (${Number(after[0])}::bigint, ${uuidOfId('aud', String(after[1]))}::uuid)` : sql``
  const [rows, [total]] = await Promise.all([
    ctx.db.execute<Raw & Record<string, unknown>>(
      sql`select * from (${looks}) as l ${further} order by at desc, id desc limit ${first + 1}`,
    ),
    ctx.db.execute<{ n: number }>(sql`select count(*)::int as n from (${looks}) as l`),
  ])
  const shown = rows.map((row): Look => ({
    ...row,
    id: idOfUuid('aud', row.id),
    at: new Date(Number(row.at)),
    fields: [...new Set((row.fields ?? '').split(',').filter((field) => field !== ''))],
  }))
  return pageOf(shown, first, (row) => [row.at.getTime(), row.id], total?.n ?? 0)
}
