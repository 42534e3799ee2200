import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { makeEmployer, makeOffice, makeStaff } from '../../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../../test/app.ts'
import { browser, mailedKey, mailsTo } from '../../../test/browser.ts'
import { codeActs, type Paper, someAddress, someEmail } from '../../../test/code-acts.ts'
import { runSweeps } from '../../app/jobs.ts'
import type { ViewerOf } from '../../graph/context.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { auditRecords } from '../../platform/db/platform.table.ts'
import { accounts, authenticationKeys, sessions } from '../accounts/accounts.table.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { newCode } from './creation-code.ts'
import { accountCreationCodes } from './employers.codes.table.ts'
import { employerMembers, employers } from './employers.table.ts'

const NOW = '2026-11-20T10:00:00+09:00'
let app: TestApp
let office: OfficeRow
let counter: ViewerOf<'staff'>
beforeAll(async () => {
  app = await testApp({ now: NOW })
  office = await makeOffice(app)
  counter = await makeStaff(app, office)
}, 60_000)
afterAll(() => app.close())
beforeEach(() => app.setNow(NOW))

const act = codeActs(
  () => app,
  () => counter,
)
const DEAD = {
  __typename: 'Refusal',
  code: 'CREATION_CODE_DEAD',
  message: expect.stringContaining('窓口で新しいコード'),
  problems: [],
}
/** Right input but for what is given. */
const show = (paper: Paper, more: Partial<Paper & { email: string; termsVersion: string }> = {}, from = someAddress()): Promise<Answer> =>
  act.show({ email: someEmail(), ...paper, ...more }, browser(app, from))
/** Each of the four fields, wrong in a way that has the right form; an address is free to choose, so its form is what can be wrong. */
const wrongInputs = (): [string, Partial<Paper & { email: string }>][] => [
  ['email', { email: 'clerk@mail' }],
  ['employerNumber', { employerNumber: '1301-999999-9' }],
  ['phone', { phone: '03-9999-9999' }],
  ['code', { code: newCode() }],
]

describe('an employer with a paper from the counter', () => {
  it('opens its My Page: code, key by mail, password, signed in as the owner of an open establishment', async () => {
    const [paper, email, by] = [await act.paper(), someEmail(), browser(app, someAddress())]
    const asked = await act.show({ ...paper, email: email.toUpperCase() }, by)
    expect(asked).toMatchObject({ __typename: 'KeyRequest', email, sender: expect.stringMatching(/@/) })
    const [mail] = await mailsTo(app, email)
    expect(mail).toMatchObject({ template: 'openByCode', subject: '【まどぐち】パスワード登録申込受付通知' })
    expect(await act.setPassword(email, await mailedKey(app, email), by)).toEqual({
      __typename: 'Viewer',
      kind: 'EMPLOYER',
      account: { email },
      employer: { employerNumber: paper.employerNumber, status: 'OPEN' },
      member: { name: '代表の担当者', role: 'OWNER' },
    })
    expect((await by.session())?.viewer).toMatchObject({ kind: 'employer', role: 'OWNER' })
    const [account] = await app.db.select().from(accounts).where(eq(accounts.email, email))
    expect(account).toMatchObject({ termsVersion: TERMS_VERSION })
    expect(account?.termsAcceptedAt.getTime()).toBeLessThanOrEqual(app.clock.now().getTime())
    expect(await act.kept(paper)).toMatchObject({ state: 'USED', wrongTries: 0 })
    const [employer] = await app.db.select().from(employers).where(eq(employers.employerNumber, paper.employerNumber))
    expect(employer).toMatchObject({ status: 'OPEN', openedAt: expect.any(Date) })
  })

  it('may write a posting at once', async () => {
    const [paper, email, by] = [await act.paper(), someEmail(), browser(app)]
    await act.show({ ...paper, email }, browser(app, someAddress()))
    await act.setPassword(email, await mailedKey(app, email), by)
    const { draftPosting } = await by.run(
      'mutation { draftPosting(key: "first") { __typename ... on Posting { status employer { name } } } }',
    )
    expect(draftPosting).toEqual({ __typename: 'Posting', status: 'DRAFT', employer: { name: '有限会社ほしぞら工房' } })
  })

  it('is read in full-width, small letters, other hyphens and spaces', async () => {
    const { employerNumber, phone, code } = await act.paper()
    const wide = (text: string) => text.replaceAll(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    expect(
      await act.show({
        email: wide(someEmail()),
        employerNumber: ` ${wide(employerNumber.replaceAll('-', ''))} `,
        phone: wide(phone.replaceAll('-', ' ')),
        code: wide(code.toLowerCase().replaceAll('-', 'ー')),
      }),
    ).toMatchObject({ __typename: 'KeyRequest' })
  })

  it('goes on with the key after the page was closed, and gets another one while the first lives', async () => {
    const [paper, email] = [await act.paper(), someEmail()]
    await act.show({ ...paper, email }, browser(app, someAddress()))
    const first = await mailedKey(app, email)
    const RESEND = `mutation ($email: String!) { resendKey(email: $email, purpose: OPEN_BY_CODE) { __typename ... on Refusal { code } } }`
    expect((await browser(app).run(RESEND, { email })).resendKey.__typename).toBe('KeyRequest')
    expect((await act.setPassword(email, first)).code).toBe('KEY_DEAD')
    const { validUntil } = (await app.db.select().from(authenticationKeys).where(eq(authenticationKeys.email, email))).at(-1)!
    app.setNow(validUntil)
    expect((await browser(app).run(RESEND, { email })).resendKey).toEqual({ __typename: 'Refusal', code: 'PROOF_EXPIRED' })
    app.setNow(new Date(validUntil.getTime() - 60_000))
    expect((await act.setPassword(email, await mailedKey(app, email))).kind).toBe('EMPLOYER')
  })

  it('must have agreed to the terms of today, which counts no try', async () => {
    const paper = await act.paper()
    expect(await show(paper, { code: newCode(), termsVersion: '2020-01-01' })).toMatchObject({
      code: 'PROBLEMS',
      problems: [{ path: 'termsVersion', code: 'TERMS_NOT_ACCEPTED' }],
    })
    expect((await act.kept(paper)).wrongTries).toBe(0)
  })
})

describe('wrong inputs (R4)', () => {
  it.each(wrongInputs())(
    'in %s: nine are forgiven, the tenth ends the code, and the right input then reads the same',
    async (_field, wrong) => {
      const [kind, dead] = [await act.paper(), await act.paper()]
      for (let n = 0; n < 9; n++) expect((await show(kind, wrong)).__typename).toBe('Refusal')
      expect(await act.kept(kind)).toMatchObject({ state: 'ISSUED', wrongTries: 9 })
      expect((await show(kind)).__typename).toBe('KeyRequest')
      for (let n = 0; n < 10; n++) await show(dead, wrong)
      expect(await act.kept(dead)).toMatchObject({ state: 'DEAD', wrongTries: 10, endedAt: expect.any(Date) })
      expect(await show(dead)).toEqual(DEAD)
    },
  )

  it('of different fields add up', async () => {
    const paper = await act.paper()
    for (let n = 0; n < 10; n++) await show(paper, wrongInputs()[n % 4]![1])
    expect(await show(paper)).toEqual(DEAD)
  })

  it('are charged to each live code whose code or number was typed, and to no other', async () => {
    const [typed, numbered, other] = [await act.paper(), await act.paper(), await act.paper()]
    await show(typed, { employerNumber: numbered.employerNumber })
    expect(await Promise.all([typed, numbered, other].map(async (paper) => (await act.kept(paper)).wrongTries))).toEqual([1, 1, 0])
    await show(typed, { employerNumber: '1301-999999-9', code: newCode() })
    expect(await Promise.all([typed, numbered, other].map(async (paper) => (await act.kept(paper)).wrongTries))).toEqual([1, 1, 0])
  })

  it('count exactly when twenty come at once', async () => {
    const paper = await act.paper()
    const answers = await Promise.all(Array.from({ length: 20 }, () => show(paper, { phone: '03-9999-9999' })))
    expect(answers).toEqual(answers.map(() => DEAD))
    expect(await act.kept(paper)).toMatchObject({ state: 'DEAD', wrongTries: 10 })
    const died = await app.db
      .select()
      .from(auditRecords)
      .where(eq(auditRecords.object, (await act.kept(paper)).id))
    expect(died.filter(({ action }) => action === 'killAccountCreationCode')).toHaveLength(1)
  })

  it('count exactly when they name two codes crosswise', async () => {
    const [one, two] = [await act.paper(), await act.paper()]
    await Promise.all(
      Array.from({ length: 18 }, (_, n) =>
        n % 2 === 0 ? show(one, { employerNumber: two.employerNumber }) : show(two, { employerNumber: one.employerNumber }),
      ),
    )
    expect([await act.kept(one), await act.kept(two)]).toMatchObject([
      { state: 'DEAD', wrongTries: 10 },
      { state: 'DEAD', wrongTries: 10 },
    ])
  })

  it('do not count while a field is empty', async () => {
    const paper = await act.paper()
    expect(await show(paper, { phone: ' ', employerNumber: '1301-999999-9' })).toMatchObject({
      code: 'PROBLEMS',
      problems: [{ path: 'phone', code: 'REQUIRED', message: '電話番号を入れてください。' }],
    })
    expect((await act.kept(paper)).wrongTries).toBe(0)
  })

  it('begin to count anew with a new paper; the one before is worthless', async () => {
    const paper = await act.paper()
    for (let n = 0; n < 10; n++) await show(paper, { phone: '03-9999-9999' })
    const again = { ...paper, code: (await act.issue(paper.employerNumber)).creationCode }
    expect(again.code).not.toBe(paper.code)
    for (let n = 0; n < 8; n++) await show(again, { phone: '03-9999-9999' })
    expect(await show(paper)).toEqual(DEAD)
    expect((await show(again)).__typename).toBe('KeyRequest')
    expect((await act.kept(again)).wrongTries).toBe(9)
  })
})

describe('somebody who knows number and phone from a posting', () => {
  it('counts five tries an hour from one address, and cannot end the code with them', async () => {
    const [paper, from] = [await act.paper(), someAddress()]
    const guess = () => show(paper, { code: newCode() }, from)
    for (let n = 0; n < 5; n++) expect(await guess()).toEqual(DEAD)
    for (let n = 0; n < 10; n++) expect((await guess()).code).toBe('TOO_MANY_TRIES')
    expect((await act.kept(paper)).wrongTries).toBe(5)
    app.setNow('2026-11-20T11:05:00+09:00')
    expect(await guess()).toEqual(DEAD)
    expect((await act.kept(paper)).wrongTries).toBe(6)
  })

  it('does not stop the right input from the same address', async () => {
    const [paper, from] = [await act.paper(), someAddress()]
    for (let n = 0; n < 7; n++) await show(paper, { code: newCode() }, from)
    expect((await show(paper, {}, from)).__typename).toBe('KeyRequest')
  })

  it('gains nothing by holding another paper, alive or dead', async () => {
    const [own, victim, from] = [await act.paper(), await act.paper(), someAddress()]
    for (let n = 0; n < 15; n++) expect(await show(own, { employerNumber: victim.employerNumber }, from)).toEqual(DEAD)
    expect((await act.kept(own)).state).toBe('DEAD')
    expect(await act.kept(victim)).toMatchObject({ state: 'ISSUED', wrongTries: 5 })
  })

  it('gains nothing by holding the paper that a newer one replaced', async () => {
    const [old, from] = [await act.paper(), someAddress()]
    const paper = { ...old, code: (await act.issue(old.employerNumber)).creationCode }
    for (let n = 0; n < 15; n++) expect(await show(old, {}, from)).toEqual(DEAD)
    expect(await act.kept(paper)).toMatchObject({ state: 'ISSUED', wrongTries: 5 })
  })
})

describe('the time of a code', () => {
  it.each([
    ['2026-12-20T23:59:58+09:00', 'KeyRequest', 'ISSUED'],
    ['2026-12-21T00:00:00+09:00', 'Refusal', 'EXPIRED'],
  ])('at %s it answers %s and reads %s, before and after the sweep', async (moment, answer, state) => {
    const paper = await act.paper()
    const read = async () =>
      (
        await app
          .as(counter)
          .run(`{ staffEmployers(employerNumber: "${paper.employerNumber}") { nodes { accountCreationCode { state lastDay } } } }`)
      ).staffEmployers.nodes[0].accountCreationCode
    app.setNow(moment)
    expect(await read()).toEqual({ state, lastDay: '2026-12-20' })
    expect((await show(paper)).__typename).toBe(answer)
    expect((await act.kept(paper)).state).toBe('ISSUED')
    await runSweeps(app.services)
    expect((await act.kept(paper)).state).toBe(state)
    expect(await read()).toEqual({ state, lastDay: '2026-12-20' })
    expect((await show(paper)).__typename).toBe(answer)
  })

  it('that ran out charges nobody, and after the key was sent takes nothing back', async () => {
    const [paper, email] = [await act.paper(), someEmail()]
    app.setNow('2026-12-20T23:50:00+09:00')
    await act.show({ ...paper, email }, browser(app, someAddress()))
    app.setNow('2026-12-21T00:10:00+09:00')
    await show(paper, { phone: '03-9999-9999' })
    expect((await act.kept(paper)).wrongTries).toBe(0)
    await runSweeps(app.services)
    expect((await act.setPassword(email, await mailedKey(app, email))).kind).toBe('EMPLOYER')
  })
})

describe('a key that a code has earned', () => {
  it('opens nothing once a new paper was issued', async () => {
    const [paper, email] = [await act.paper(), someEmail()]
    await act.show({ ...paper, email }, browser(app, someAddress()))
    await act.issue(paper.employerNumber)
    expect(await act.setPassword(email, await mailedKey(app, email))).toEqual(DEAD)
    expect(await app.db.select().from(accounts).where(eq(accounts.email, email))).toEqual([])
  })

  it('is not taken back by what others mistyped since', async () => {
    const [paper, email] = [await act.paper(), someEmail()]
    await act.show({ ...paper, email }, browser(app, someAddress()))
    for (let n = 0; n < 10; n++) await show(paper, { phone: '03-9999-9999' })
    expect((await act.setPassword(email, await mailedKey(app, email))).kind).toBe('EMPLOYER')
  })

  it('has one winner of two who both showed the code', async () => {
    const [paper, emails] = [await act.paper(), [someEmail(), someEmail()]]
    for (const email of emails) await act.show({ ...paper, email }, browser(app, someAddress()))
    const keys = await Promise.all(emails.map((email) => mailedKey(app, email)))
    const answers = await Promise.all(emails.map((email, place) => act.setPassword(email, keys[place]!)))
    expect(answers.map(({ __typename }) => String(__typename)).toSorted()).toEqual(['Refusal', 'Viewer'])
    const [employer] = await app.db.select().from(employers).where(eq(employers.employerNumber, paper.employerNumber))
    expect(await app.db.select().from(employerMembers).where(eq(employerMembers.employerId, employer!.id))).toHaveLength(1)
    const opened = await Promise.all(emails.map((email) => app.db.$count(accounts, eq(accounts.email, email))))
    expect(opened.toSorted((a, b) => a - b)).toEqual([0, 1])
    expect(await show(paper)).toEqual(DEAD)
  })

  it('cannot be asked for without a code, nor used for another purpose', async () => {
    const by = browser(app)
    const input = { email: someEmail(), purpose: 'OPEN_BY_CODE', termsVersion: TERMS_VERSION }
    const { requestAuthenticationKey } = await by.run(
      'mutation ($input: RequestAuthenticationKeyInput!) { requestAuthenticationKey(input: $input) { __typename ... on Refusal { code } } }',
      { input },
    )
    expect(requestAuthenticationKey).toEqual({ __typename: 'Refusal', code: 'NOT_ALLOWED' })
  })
})

describe('outside, nothing can be told apart', () => {
  test('a number that is known, one that is not, and one whose code is dead are refused in the same words', async () => {
    const [known, dead] = [await act.paper(), await act.paper()]
    for (let n = 0; n < 10; n++) await show(dead, { phone: '03-9999-9999' })
    const opened = await makeEmployer(app, office)
    const code = newCode()
    const answers = await Promise.all([
      show(known, { code }),
      show(dead, { code }),
      show({ ...known, employerNumber: '1301-999999-9', code }),
      show({ ...known, employerNumber: opened.employer.employerNumber!, phone: opened.sheet.phone, code }),
      show(dead),
    ])
    expect(answers).toEqual(answers.map(() => DEAD))
  })

  test('problems of form are told by what was typed alone', async () => {
    const [known, dead] = [await act.paper(), await act.paper()]
    for (let n = 0; n < 10; n++) await show(dead, { phone: '03-9999-9999' })
    const [first, ...others] = await Promise.all([
      show(known, { phone: '1234', code: 'ABC' }),
      show(dead, { phone: '1234', code: 'ABC' }),
      show(known, { phone: '1234', code: 'ABC', employerNumber: '1301-999999-9' }),
    ])
    expect(first.problems.map((p: Answer) => `${p.path} ${p.code}`)).toEqual(['phone NOT_A_PHONE', 'code NOT_A_CREATION_CODE'])
    expect(others).toEqual(others.map(() => first))
  })

  test('an address that has a My Page gets the same answer; the mail says the rest and the code stays', async () => {
    const [paper, { ownerEmail: known }, unknown] = [await act.paper(), await makeEmployer(app, office), someEmail()]
    const answers = [await show(paper, { email: known }), await show(paper, { email: unknown })]
    const shape = (answer: Answer) => ({ ...answer, id: 'key', email: 'e', validUntil: answer.validUntil.slice(0, 18) })
    expect(shape(answers[0])).toEqual(shape(answers[1]))
    const [letter] = await mailsTo(app, known)
    expect(letter).toMatchObject({ template: 'openedElsewhere' })
    expect(letter?.text).toMatch(/まだ使っていないメールアドレス/u)
    expect(letter?.text).not.toMatch(/認証キー:/u)
    expect((await act.setPassword(known, '22222222')).code).toBe('KEY_DEAD')
    expect(await act.kept(paper)).toMatchObject({ state: 'ISSUED', wrongTries: 0 })
    expect((await act.setPassword(unknown, await mailedKey(app, unknown))).kind).toBe('EMPLOYER')
  })

  test('neither code nor key nor cookie is in the database', async () => {
    const [paper, email, by] = [await act.paper(), someEmail(), browser(app)]
    await act.show({ ...paper, email }, browser(app, someAddress()))
    const key = (await mailedKey(app, email)).replace('-', '')
    await act.setPassword(email, key, by)
    const tables = [accountCreationCodes, authenticationKeys, sessions, auditRecords]
    const stored = JSON.stringify(await Promise.all(tables.map((table) => app.db.select().from(table))))
    for (const secret of [paper.code, paper.code.replaceAll('-', ''), key, by.token()!]) expect(stored).not.toContain(secret)
  })
})

describe('whatever is typed, the answer is a word at the field', () => {
  const hostile: [string, string][] = [
    ['much too long', 'あ'.repeat(5000)],
    ['full-width spaces', '　　'],
    ['a control character', 'abc\u0007'],
    ['NUL', 'abc\u0000'],
    ['half a surrogate pair', 'abc\ud800'],
    ['emoji', '👩‍👩‍👧‍👦🏢'],
    ['a right-to-left mark', 'abc\u202e'],
    ['SQL', `' or 1=1 --`],
    ['a wildcard', '%_%'],
  ]
  it.each(['email', 'employerNumber', 'phone', 'code'].flatMap((field) => hostile.map(([what, typed]) => [field, what, typed] as const)))(
    '%s with %s',
    async (field, _what, typed) => {
      const answer = await act.show(
        { email: someEmail(), employerNumber: '1301-000001-1', phone: '03-0000-0001', code: newCode(), [field]: typed },
        browser(app, someAddress()),
      )
      expect(answer.code).toBe('PROBLEMS')
      expect(answer.problems.length).toBeGreaterThan(0)
      for (const problem of answer.problems) expect(problem).toMatchObject({ path: field, severity: 'ERROR', message: expect.any(String) })
    },
  )
})
