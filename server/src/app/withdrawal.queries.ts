import { and, eq, inArray, ne } from 'drizzle-orm'
import { accountOf, type Context } from '../graph/context.ts'
import type { Id } from '../kernel/ids.ts'
import { applications } from '../modules/applications/applications.table.ts'
import { establishmentOf } from '../modules/employers/employers.queries.ts'
import { employerMembers, employers } from '../modules/employers/employers.table.ts'
import { attachments } from '../modules/files/files.table.ts'
import { threadParties } from '../modules/messages/messages.table.ts'
import { postings } from '../modules/postings/postings.table.ts'

export interface LeavingEmployer {
  id: Id<'emp'>
  name: string | null
  /** With its owner the establishment's My Page goes. */
  closes: boolean
  isProvisional: boolean
  otherMembers: number
  openPostings: number
  runningApplications: number
}

export interface WithdrawalFacts {
  runningApplications: number
  threads: number
  files: number
  employers: LeavingEmployer[]
}

const running = eq(applications.status, 'APPLIED')

/** What goes with the person who asks, counted now. */
export async function withdrawalFacts(ctx: Context): Promise<WithdrawalFacts> {
  const { db, viewer } = ctx
  const [ofSeeker, leaving] = await Promise.all([
    viewer.kind !== 'seeker'
      ? [0, 0, 0]
      : Promise.all([
          db.$count(applications, and(eq(applications.seekerId, viewer.seekerId), running)),
          db.$count(threadParties, eq(threadParties.party, viewer.seekerId)),
          db.$count(attachments, and(eq(attachments.party, viewer.seekerId), inArray(attachments.state, ['READY', 'CHECKING']))),
        ]),
    employersLeftBy(ctx, accountOf(viewer)),
  ])
  const [runningApplications = 0, threads = 0, files = 0] = ofSeeker
  return { runningApplications, threads, files, employers: leaving }
}

async function employersLeftBy({ db }: Context, accountId: Id<'acc'> | null): Promise<LeavingEmployer[]> {
  if (accountId === null) return []
  const own = await db
    .select({ id: employers.id, status: employers.status, role: employerMembers.role })
    .from(employerMembers)
    .innerJoin(employers, eq(employers.id, employerMembers.employerId))
    .where(and(eq(employerMembers.accountId, accountId), eq(employerMembers.status, 'ACTIVE')))
    .orderBy(employerMembers.id)
  return Promise.all(
    own.map(async ({ id, status, role }) => {
      const [sheet, members, openPostings, runningApplications] = await Promise.all([
        establishmentOf(db, id),
        db.$count(employerMembers, and(eq(employerMembers.employerId, id), ne(employerMembers.status, 'REMOVED'))),
        db.$count(postings, and(eq(postings.employerId, id), eq(postings.status, 'OPEN'))),
        db.$count(applications, and(eq(applications.employerId, id), running)),
      ])
      return {
        id,
        name: sheet?.name ?? null,
        closes: role === 'OWNER',
        isProvisional: status === 'PROVISIONAL',
        otherMembers: members - 1,
        openPostings,
        runningApplications,
      }
    }),
  )
}
