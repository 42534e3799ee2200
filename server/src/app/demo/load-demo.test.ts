import { count, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHours, jstDateOf } from '../../kernel/calendar.ts'
import { accounts, staffMembers } from '../../modules/accounts/accounts.table.ts'
import { isPassword } from '../../modules/accounts/passwords.ts'
import { applications } from '../../modules/applications/applications.table.ts'
import { postingParties } from '../../modules/postings/postings.parties.table.ts'
import { accountCreationCodes } from '../../modules/employers/employers.codes.table.ts'
import { employerMembers, employers } from '../../modules/employers/employers.table.ts'
import { messages, threadReads, threads } from '../../modules/messages/messages.table.ts'
import { offices } from '../../modules/offices/offices.table.ts'
import { postingSheets } from '../../modules/postings/postings.sheet.table.ts'
import { postings, postingSearch } from '../../modules/postings/postings.table.ts'
import { seekers } from '../../modules/seekers/seekers.table.ts'
import { drafts } from '../../platform/drafts/drafts.table.ts'
import { type Answer, type TestApp, testApp } from '../../../test/app.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, loadDemo } from './load-demo.ts'

let app: TestApp
let first: { loaded: boolean }
const now = new Date('2026-11-24T11:05:00+09:00')
const load = () => loadDemo({ databaseUrl: app.database.appUrl, ownerUrl: app.database.ownerUrl, clock: app.clock })

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T11:00:00+09:00' })
  first = await load()
}, 120_000)
afterAll(() => app.close())

const countOf = async (table: Parameters<typeof app.db.$count>[0]) => app.db.$count(table)

describe('the demo in the database', () => {
  it('is large enough to be believed', async () => {
    expect(await countOf(offices)).toBeGreaterThanOrEqual(40)
    expect(await countOf(employers)).toBe(302)
    const [open] = await app.db.select({ n: count() }).from(postings).where(eq(postings.status, 'OPEN'))
    expect(open?.n).toBe(3000)
    expect(await countOf(seekers)).toBe(200)
    expect(await countOf(applications)).toBeGreaterThanOrEqual(35)
    expect(await countOf(postingParties)).toBe(await countOf(applications))
  })

  it('is loaded once, however often the server starts', async () => {
    expect([first, await load()]).toEqual([{ loaded: true }, { loaded: false }])
    expect(await countOf(offices)).toBeLessThan(100)
  })

  it('has every account that the start names, with its password', async () => {
    const rows = await app.db.select().from(accounts)
    for (const { email } of DEMO_ACCOUNTS) {
      const account = rows.find((row) => row.email === email)
      expect(account, email).toBeDefined()
      expect(await isPassword(DEMO_PASSWORD, account?.passwordHash ?? null)).toBe(true)
    }
  })

  it('has nothing that happens later than now', async () => {
    const [late] = await app.db
      .select({
        sheets: sql<number>`(select count(*)::int from ${postingSheets} where submitted_at > ${now.toISOString()})`,
        found: sql<number>`(select count(*)::int from ${postingSearch} where published_at > ${now.toISOString()})`,
        lines: sql<number>`(select count(*)::int from ${messages} where sent_at > ${now.toISOString()})`,
        asked: sql<number>`(select count(*)::int from ${applications} where applied_at > ${now.toISOString()})`,
        accepted: sql<number>`(select count(*)::int from ${postings} where accepted_on > ${jstDateOf(now)} or valid_until < ${jstDateOf(now)})`,
      })
      .from(sql`(values (1)) as one`)
    expect(late).toEqual({ sheets: 0, found: 0, lines: 0, asked: 0, accepted: 0 })
  })

  it('leaves scope 4 out of the search and everything else in', async () => {
    const [scopes] = await app.db
      .select({ hidden: sql<number>`count(*) filter (where ${postingSheets.scope} = '4')::int` })
      .from(postings)
      .innerJoin(postingSheets, eq(postingSheets.id, postings.sheetId))
      .where(eq(postings.status, 'OPEN'))
    expect(scopes?.hidden).toBeGreaterThan(0)
    expect(await countOf(postingSearch)).toBe(3000 - (scopes?.hidden ?? 0))
  })

  it('gives the demo seeker an application to take back, an overdue one and unread letters', async () => {
    const own = await app.db
      .select({ application: applications, lastSeq: threads.lastSeq, lastRead: threadReads.lastReadSeq })
      .from(applications)
      .innerJoin(seekers, eq(seekers.id, applications.seekerId))
      .innerJoin(accounts, eq(accounts.id, seekers.accountId))
      .innerJoin(threads, eq(threads.id, applications.threadId))
      .innerJoin(threadReads, sql`${threadReads.threadId} = ${threads.id} and ${threadReads.accountId} = ${accounts.id}`)
      .where(eq(accounts.email, 'seeker@demo.example'))
    const running = own.filter(({ application }) => application.status === 'APPLIED')
    const sixHoursAgo = addHours(new Date('2026-11-24T11:00:00+09:00'), -6).getTime()
    const fresh = running.find(({ application }) => Math.abs(application.appliedAt.getTime() - sixHoursAgo) < 300_000)
    expect(fresh?.application.cancellableUntil.getTime()).toBeGreaterThan(addHours(now, 17).getTime())
    const overdue = running.find(({ application }) => application.answerUntil < jstDateOf(now))
    expect(overdue).toBeDefined()
    expect((overdue?.lastSeq ?? 0) - (overdue?.lastRead ?? 0)).toBeGreaterThan(0)
  })

  it('gives the counter two establishments without a My Page, one of them with a paper that lives', async () => {
    const rows = await app.db
      .select({ officeId: employers.officeId, employerId: employers.id, state: accountCreationCodes.state })
      .from(employers)
      .leftJoin(accountCreationCodes, eq(accountCreationCodes.employerId, employers.id))
      .where(eq(employers.status, 'UNOPENED'))
      .orderBy(employers.id)
    expect(rows.map(({ state }) => state)).toEqual(['ISSUED', null])
    const [counter] = await app.db
      .select({ officeId: staffMembers.officeId })
      .from(staffMembers)
      .innerJoin(accounts, eq(accounts.id, staffMembers.accountId))
      .where(eq(accounts.email, 'counter@demo.example'))
    expect(new Set(rows.map(({ officeId }) => officeId))).toEqual(new Set([counter?.officeId]))
  })

  it('gives the demo employer a posting in every state', async () => {
    const rows = await app.db
      .select({ status: postings.status, n: count() })
      .from(postings)
      .innerJoin(employers, eq(employers.id, postings.employerId))
      .where(eq(employers.employerNumber, '1301-204815-7'))
      .groupBy(postings.status)
    const by = Object.fromEntries(rows.map(({ status, n }) => [status, n]))
    expect(by).toMatchObject({ RETURNED: 1, SUBMITTED: 1, DRAFT: 1 })
    expect(by['OPEN']).toBeGreaterThanOrEqual(4)
    expect(await countOf(drafts)).toBeGreaterThanOrEqual(3)
  })

  it('can be read through the graph by those who sign in', async () => {
    const [seeker] = await app.db
      .select()
      .from(seekers)
      .innerJoin(accounts, eq(accounts.id, seekers.accountId))
      .where(eq(accounts.email, 'seeker@demo.example'))
    const [member] = await app.db
      .select()
      .from(employerMembers)
      .innerJoin(accounts, eq(accounts.id, employerMembers.accountId))
      .where(eq(accounts.email, 'employer@demo.example'))
    const asSeeker = app.as({ kind: 'seeker', accountId: seeker!.accounts.id, seekerId: seeker!.seekers.id })
    const asMember = app.as({
      kind: 'employer',
      accountId: member!.accounts.id,
      memberId: member!.employer_members.id,
      employerId: member!.employer_members.employerId,
      role: 'OWNER',
    })
    const { seekerApplications } = await asSeeker.run(
      '{ seekerApplications { nodes { status employerName isOverdue viewerCanCancel nextAct sheet { title } posting { identity } employerContact { person { name } } thread { unreadCount lastLine messages { senderName body } } } } }',
    )
    expect(seekerApplications.nodes.filter((one: Answer) => one.viewerCanCancel)).toHaveLength(1)
    expect(seekerApplications.nodes.filter((one: Answer) => one.isOverdue && one.thread.unreadCount > 0)).toHaveLength(1)
    const { employerPostings, employerApplications } = await asMember.run(
      '{ employerPostings { nodes { status title draft { readyToSubmit steps { key state } } reviews { reasons { label reason } } counts { applications } } } employerApplications { totalCount nodes { applicant { name } } } }',
    )
    const returned = employerPostings.nodes.find((one: Answer) => one.status === 'RETURNED')
    expect(returned.reviews[0].reasons).toHaveLength(2)
    expect(employerPostings.nodes.find((one: Answer) => one.status === 'DRAFT').draft.readyToSubmit).toBe(false)
    expect(employerApplications.totalCount).toBeGreaterThanOrEqual(5)
  })
})
