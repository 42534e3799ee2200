import { ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { makeMember, makeOffice, makeStaff } from '../../test/actors.ts'
import { mailedKey } from '../../test/browser.ts'
import { type Browser, eventually, INBOX, listen, type LiveStage, openLiveStage } from '../../test/live-stage.ts'
import { accounts, staffMembers } from '../modules/accounts/accounts.table.ts'
import { employerMembers } from '../modules/employers/employers.table.ts'
import { inTransaction } from '../platform/db/transaction.ts'

let stage: LiveStage
beforeAll(async () => {
  stage = await openLiveStage('2026-04-01T09:00:00+09:00')
})
afterAll(() => stage.close())
afterEach(() => vi.restoreAllMocks())

const SIGN_OUT = 'mutation { signOut { __typename } }'

/** Pages of one browser at both servers, listening to everything from now on. */
async function pagesOf(browser: Browser, query = INBOX) {
  const after = (await stage.run(browser, '{ viewer { inboxSeq } }')).viewer.inboxSeq as number
  const pages = [stage.server.running.port, stage.other.port].map((port) => listen(port, browser, query, { after }))
  return {
    heard: () => pages.map(({ heard }) => heard.length),
    codes: () => pages.map(({ closed }) => closed.code),
    /** All that was written for this person until now has come. */
    caughtUp: async () => {
      const { inboxSeq } = (await stage.run(browser, '{ viewer { inboxSeq } }')).viewer
      await eventually(() => pages.every(({ heard }) => heard.at(-1)?.inbox.seq === inboxSeq))
    },
    last: () => pages.map(({ heard }) => heard.at(-1)?.inbox.subject),
    ended: () => Promise.all(pages.map(({ ended }) => ended)),
    stop: () => Promise.all(pages.map(({ stop }) => stop())),
  }
}

/** Ten messages of the other side, one after the other. */
async function tenMessages(from: Browser, threadId: string) {
  for (let i = 0; i < 10; i++) await stage.send(from, threadId, `${i}通めです。`)
}

describe('after signing out', () => {
  it('the sockets of the session are closed before the answer is written', async () => {
    const { browser } = await stage.applied()
    const pages = await pagesOf(browser)
    const other = await stage.signIn(stage.owner)
    const beside = await pagesOf(other)
    await stage.run(browser, '{ viewer { kind } }')
    const order: string[] = []
    const noting = (what: string, prototype: object, name: string, counts: (how: unknown[]) => boolean = () => true) => {
      const real = Reflect.get(prototype, name) as (...how: unknown[]) => unknown
      vi.spyOn(prototype as Record<string, () => void>, name).mockImplementation(function (this: unknown, ...how: unknown[]) {
        if (counts(how)) order.push(what)
        return real.apply(this, how) as never
      } as never)
    }
    noting('closed', WebSocket.prototype, 'close', ([code]) => code === 4401)
    noting('answered', ServerResponse.prototype, 'end')
    await stage.run(browser, SIGN_OUT)
    expect(order[0]).toBe('closed')
    await pages.ended()
    expect(pages.codes()).toEqual([4401, 4401])
    expect(beside.codes()).toEqual([undefined, undefined])
    await beside.stop()
  })

  it('no page of it hears anything more, at whatever server', async () => {
    const { browser, threadId } = await stage.applied()
    const firm = await stage.signIn(stage.owner)
    const pages = await pagesOf(browser)
    await stage.send(firm, threadId, 'まだ届きます。')
    await pages.caughtUp()
    const before = pages.heard()
    await stage.run(browser, SIGN_OUT)
    await tenMessages(firm, threadId)
    await pages.ended()
    expect(pages.codes()).toEqual([4401, 4401])
    expect(pages.heard()).toEqual(before)
  })
})

it('a password that was reset ends every session but the one that reset it', async () => {
  const { seeker, browser, threadId } = await stage.applied()
  const firm = await stage.signIn(stage.owner)
  const pages = await pagesOf(browser)
  const ASK = `mutation ($email: String!) { requestAuthenticationKey(input: { email: $email, purpose: RESET, termsVersion: "" }) { __typename ... on Refusal { code } } }`
  await stage.run({ cookie: '' }, ASK, { email: seeker.email })
  const password = 'Umineko#8nagi'
  const RESET = `mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) { ... on Viewer { kind } ... on Refusal { code } } }`
  const input = {
    email: seeker.email,
    purpose: 'RESET',
    authenticationKey: await mailedKey(stage.app, seeker.email),
    password,
    confirmation: password,
  }
  const { body, headers } = await stage.server.ask(RESET, { variables: { input } })
  expect(body.data.registerPassword).toEqual({ kind: 'SEEKER' })
  await tenMessages(firm, threadId)
  await pages.ended()
  expect(pages.codes()).toEqual([4401, 4401])
  expect(pages.heard()).toEqual([0, 0])
  const fresh = headers.getSetCookie().find((text) => text.startsWith('madoguchi='))!
  expect((await stage.run({ cookie: fresh.split(';')[0]! }, '{ viewer { kind } }')).viewer.kind).toBe('SEEKER')
})

describe('a right that is lost in the tables alone', () => {
  const LOST = {
    'a member who was removed': (accountId: never) =>
      stage.app.db.update(employerMembers).set({ status: 'REMOVED' }).where(eq(employerMembers.accountId, accountId)),
    'an account that was suspended': (accountId: never) =>
      stage.app.db.update(accounts).set({ status: 'SUSPENDED' }).where(eq(accounts.id, accountId)),
  }
  it.each(Object.entries(LOST))('%s hears none of ten events, and the socket closes at the first', async (_who, lose) => {
    const { browser, threadId } = await stage.applied()
    const member = await makeMember(stage.app, stage.employer.employer.id)
    const pages = await pagesOf(await stage.signIn(member))
    await stage.send(browser, threadId, 'まだ届きます。')
    await pages.caughtUp()
    const before = pages.heard()
    await lose(member.viewer.accountId as never)
    await tenMessages(browser, threadId)
    await pages.ended()
    expect(pages.codes()).toEqual([4401, 4401])
    expect(pages.heard()).toEqual(before)
  })

  it.each(Object.entries(LOST))('%s is closed at once where the command says so', async (_who, lose) => {
    const { browser, threadId } = await stage.applied()
    const member = await makeMember(stage.app, stage.employer.employer.id)
    const pages = await pagesOf(await stage.signIn(member))
    await stage.send(browser, threadId, '開いています。')
    await pages.caughtUp()
    await lose(member.viewer.accountId as never)
    const ctx = stage.app.as(stage.employer.owner).context()
    await inTransaction(ctx, {}, async (tx) => {
      for (const id of [member.viewer.memberId, member.viewer.accountId]) tx.hint('control', id)
      return { id: member.viewer.memberId }
    })
    await pages.ended()
    expect(pages.codes()).toEqual([4401, 4401])
  })
})

it('a member whom the owner removes hears nothing more, and every socket is closed at once', async () => {
  const { browser, threadId } = await stage.applied()
  const member = await makeMember(stage.app, stage.employer.employer.id)
  const owner = await stage.signIn(stage.owner)
  const pages = await pagesOf(await stage.signIn(member))
  await stage.send(browser, threadId, 'まだ届きます。')
  await pages.caughtUp()
  const before = pages.heard()
  const REMOVE = 'mutation ($id: ID!) { removeMember(memberId: $id) { ... on EmployerMember { status } ... on Refusal { code } } }'
  expect((await stage.run(owner, REMOVE, { id: member.viewer.memberId })).removeMember).toEqual({ status: 'REMOVED' })
  await tenMessages(browser, threadId)
  await pages.ended()
  expect(pages.codes()).toEqual([4401, 4401])
  expect(pages.heard()).toEqual(before)
})

describe('in the middle of a subscription', () => {
  it('a member who may only read from now on is told so by the next event', async () => {
    const { browser, threadId } = await stage.applied()
    const member = await makeMember(stage.app, stage.employer.employer.id, 'RECRUITER')
    const pages = await pagesOf(
      await stage.signIn(member),
      'subscription ($after: Int) { inbox(after: $after) { seq subject { ... on Thread { viewerCanWrite } } } }',
    )
    await stage.send(browser, threadId, '一通めです。')
    await pages.caughtUp()
    expect(pages.last()).toEqual([{ viewerCanWrite: true }, { viewerCanWrite: true }])
    await stage.app.db.update(employerMembers).set({ role: 'VIEWER' }).where(eq(employerMembers.id, member.viewer.memberId))
    await stage.send(browser, threadId, '二通めです。')
    await pages.caughtUp()
    expect(pages.last()).toEqual([{ viewerCanWrite: false }, { viewerCanWrite: false }])
    await pages.stop()
  })

  const MOVED = {
    'goes to another office': async () => ({ officeId: (await makeOffice(stage.app, { code: '13020' })).id }),
    'becomes an auditor': () => Promise.resolve({ role: 'AUDITOR' as const }),
  }
  it.each(Object.entries(MOVED))('a clerk who %s hears nothing more of the old place, and may ask again', async (_how, move) => {
    const clerk = await makeStaff(stage.app, stage.office)
    const [account] = await stage.app.db.select().from(accounts).where(eq(accounts.id, clerk.accountId))
    const pages = await pagesOf(await stage.signIn({ email: account!.email, viewer: clerk }))
    const tell = () =>
      inTransaction(stage.app.as(stage.employer.owner).context(), {}, async (tx) => {
        tx.deliver(stage.office.id, 'POSTING', 'pst_0')
        return { id: 'pst_0' }
      })
    await tell()
    await pages.caughtUp()
    await stage.app.db
      .update(staffMembers)
      .set(await move())
      .where(eq(staffMembers.id, clerk.staffId))
    for (let i = 0; i < 10; i++) await tell()
    await pages.ended()
    expect(pages.heard()).toEqual([1, 1])
    expect(pages.codes()).not.toContain(4401)
    await pages.stop()
  })
})
