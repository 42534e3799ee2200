import { eq, inArray } from 'drizzle-orm'
import type { Context } from '../graph/context.ts'
import { loaderOf } from '../graph/loader.ts'
import { type Id, kindOfId } from '../kernel/ids.ts'
import { applications } from '../modules/applications/applications.table.ts'
import { employersByIds } from '../modules/employers/employers.queries.ts'
import { employerMembers } from '../modules/employers/employers.table.ts'
import { attachments } from '../modules/files/files.table.ts'
import { officeById } from '../modules/offices/offices.loaders.ts'
import type { Look } from './access-log.queries.ts'

const employerOfApplication = loaderOf(
  (ctx, ids: Id<'app'>[]) =>
    ctx.db.select({ id: applications.id, employerId: applications.employerId }).from(applications).where(inArray(applications.id, ids)),
  (row) => row.id,
)
const carrierOfFile = loaderOf(
  (ctx, ids: Id<'fil'>[]) =>
    ctx.db.select({ id: attachments.id, usedBy: attachments.usedBy }).from(attachments).where(inArray(attachments.id, ids)),
  (row) => row.id,
)
const nameOfEmployer = loaderOf(
  (ctx, ids: Id<'emp'>[]) => employersByIds(ctx.db, ids),
  (row) => row.id,
)

/** Who looked: the office or the establishment and what its person is there, never the person's name. */
export async function whoLooked(ctx: Context, look: Look): Promise<string> {
  if (look.actorKind === 'staff') {
    const office = look.office === null ? null : await officeById(ctx).load(look.office as Id<'off'>)
    return `${office?.name ?? '公共職業安定所'}の職員`
  }
  const employerId = await employerBehind(ctx, look)
  const employer = employerId && (await nameOfEmployer(ctx).load(employerId))
  return `${employer?.sheet?.name ?? '求人の事業所'}の担当者`
}

async function employerBehind(ctx: Context, { object, actor }: Look): Promise<Id<'emp'> | null> {
  const kind = kindOfId(object)
  if (kind === 'app') return (await employerOfApplication(ctx).load(object as Id<'app'>))?.employerId ?? null
  if (kind === 'fil') {
    const usedBy = (await carrierOfFile(ctx).load(object as Id<'fil'>))?.usedBy ?? null
    return usedBy === null ? null : ((await employerOfApplication(ctx).load(usedBy as Id<'app'>))?.employerId ?? null)
  }
  const own = await ctx.db
    .select({ employerId: employerMembers.employerId })
    .from(employerMembers)
    .where(eq(employerMembers.accountId, actor as Id<'acc'>))
    .limit(2)
  return own.length === 1 ? own[0]!.employerId : null
}
