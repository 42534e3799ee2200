import { eq } from 'drizzle-orm'
import type { Context } from '../graph/context.ts'
import { accounts } from '../modules/accounts/accounts.table.ts'
import { staffMemberById } from '../modules/accounts/accounts.loaders.ts'
import { employerMemberById } from '../modules/employers/employers.loaders.ts'
import { registrantById } from '../modules/entries/entries.loaders.ts'
import { seekerById, seekerSheetById } from '../modules/seekers/seekers.loaders.ts'

/** What a page calls the person: the name of the part that is acted, before there is one the address. */
export async function displayNameOf(ctx: Context): Promise<string> {
  const name = await nameOfPart(ctx)
  if (name !== null || !('accountId' in ctx.viewer)) return name ?? ''
  const [account] = await ctx.db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, ctx.viewer.accountId))
  return account?.email ?? ''
}

async function nameOfPart(ctx: Context): Promise<string | null> {
  const { viewer } = ctx
  switch (viewer.kind) {
    case 'staff':
      return (await staffMemberById(ctx).load(viewer.staffId))?.name ?? null
    case 'employer':
      return (await employerMemberById(ctx).load(viewer.memberId))?.name ?? null
    case 'registrant':
      return (await registrantById(ctx).load(viewer.registrantId))?.name ?? null
    case 'seeker': {
      const sheetId = (await seekerById(ctx).load(viewer.seekerId))?.sheetId
      return sheetId ? ((await seekerSheetById(ctx).load(sheetId))?.name ?? null) : null
    }
    default:
      return null
  }
}
