import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { buildSchema, isEnumType } from 'graphql'
import { smallPdf } from './files/small-pdf.ts'
import {
  accept,
  acceptFirm,
  type Actor,
  actor,
  addMember,
  apply,
  freshWord,
  markRead,
  newFirm,
  newSeeker,
  published,
  sendMessage,
  submitted,
  turnDown,
} from './live/acting.ts'
import { type AtHome, atHome } from './live/at-home.ts'
import { saysTheSameAnew } from './live/seen.ts'
import { ask, DESK, PHONE, unreadOf } from './people.ts'

// Many pages at once are slow to record.
test.use({ trace: 'off' })
test.describe.configure({ timeout: 90_000 })

let server = ''
let employer: Actor
let counter: Actor

test.beforeAll(async ({ baseURL }) => {
  server = baseURL ?? ''
  employer = await actor(server, 'employer@demo.example')
  counter = await actor(server, 'counter@demo.example')
})

/** The thread of a new application. */
async function talkOf(seeker: Actor): Promise<string> {
  const posting = await published(employer, counter, `${freshWord()}の袋づめ`)
  return (await apply(seeker, posting.id)).thread.id
}
async function talk() {
  const seeker = await newSeeker(server)
  await seeker.register()
  return { seeker, thread: await talkOf(seeker) }
}

/** All kinds of events that the graph knows. */
function kinds(): string[] {
  const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))
  const type = schema.getType('InboxKind')
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : []
}

const heard = new Set<string>()
async function leave(...all: AtHome[]): Promise<void> {
  for (const one of all) {
    for (const kind of one.heard) heard.add(kind)
    expect(one.troubles).toEqual([])
    await one.leave()
  }
}

test.describe('after each event a page says what it would say to somebody who opens it now:', () => {
  test('registrations and postings', async ({ browser }) => {
    const seeker = await newSeeker(server)
    const person = await atHome(browser, server, PHONE, seeker)
    const firm = await atHome(browser, server, DESK, employer)
    const office = await atHome(browser, server, DESK, counter)
    await Promise.all([person.open('/me'), firm.open('/employer', '/employer/postings'), office.open('/staff')])

    const registers = () => person.follows('the registration is in force', () => seeker.register(), '/me')
    await office.follows('somebody has registered', registers, '/staff')

    let posting = { id: '', version: 0 }
    const submits = async () => (posting = await submitted(employer, `${freshWord()}の仕上げ`))
    const handsIn = () => firm.follows('a posting was handed in at another device', submits, '/employer/postings')
    await office.follows('a posting waits', handsIn, '/staff')
    const own = `/employer/postings/${posting.id}`
    await firm.open(own)
    await firm.follows('it is accepted', () => accept(counter, posting.id), '/employer', '/employer/postings', own)
    await leave(person, firm, office)
  })

  test('applications and their results', async ({ browser }) => {
    const seeker = await newSeeker(server)
    await seeker.register()
    const posting = await published(employer, counter, `${freshWord()}の箱づめ`)
    const person = await atHome(browser, server, PHONE, seeker)
    const firm = await atHome(browser, server, DESK, employer)
    const applicants = '/employer/applicants'
    await Promise.all([person.open('/me', '/me/activity', '/me/messages'), firm.open('/employer/postings', applicants)])

    let made = { id: '', version: 0 }
    const applies = async () => (made = await apply(seeker, posting.id))
    const comes = () => firm.follows('an applicant comes', applies, '/employer/postings', applicants)
    await person.follows('at another device somebody applied', comes, '/me', '/me/activity', '/me/messages')

    const mine = `/me/applications/${made.id}`
    await person.open(mine)
    const records = () => firm.follows('a result was recorded at another device', () => turnDown(employer, made), applicants)
    await person.follows('the result is told', records, '/me/activity', mine)
    await leave(person, firm)
  })

  test('messages and their reading', async ({ browser }) => {
    const { seeker, thread } = await talk()
    const person = await atHome(browser, server, PHONE, seeker)
    const firm = await atHome(browser, server, DESK, employer)
    const open = `/employer/messages/${thread}`
    await Promise.all([person.open('/me', '/me/messages'), firm.open(open)])
    let seq = 0
    const writes = async () => ({ seq } = await sendMessage(employer, thread, '火曜の14時にお待ちしています。'))
    const says = () => person.follows('a message comes', writes, '/me', '/me/messages')
    await firm.follows('it was written at another device', says, open)
    const reads = () => person.follows('it was read at another device', () => markRead(seeker, thread, seq), '/me', '/me/messages')
    await firm.follows('it is read', reads, open)
    await leave(person, firm)
  })

  test('and also where what was missed is not kept any more', async ({ browser }) => {
    const { seeker, thread } = await talk()
    const person = await atHome(browser, server, PHONE, seeker)
    await person.open('/me', '/me/messages')
    person.excused = true
    person.wire.cut()
    person.forget()
    await sendMessage(employer, thread, '書類は郵便でお返しします。')
    await person.follows('the wire is whole again', async () => person.wire.heal(), '/me', '/me/messages')
    await leave(person)
  })

  test('establishments', async ({ browser }) => {
    const opening = await newFirm(server)
    const firm = await atHome(browser, server, PHONE, opening)
    const office = await atHome(browser, server, DESK, counter)
    await Promise.all([firm.open('/employer', '/employer/establishment'), office.open('/staff')])
    let sent = { id: '' }
    const submits = async () => (sent = await opening.submits())
    const handsIn = () => firm.follows('it was submitted at another device', submits, '/employer', '/employer/establishment')
    await office.follows('an establishment waits', handsIn, '/staff')
    const accepts = () => office.follows('it was decided', () => acceptFirm(counter, sent.id), '/staff')
    await firm.follows('it is open', accepts, '/employer', '/employer/establishment')
    await leave(firm, office)
  })

  test('members', async ({ browser }) => {
    const firm = await atHome(browser, server, DESK, employer)
    await firm.open('/employer')
    await addMember(employer)
    await expect.poll(() => firm.heard.has('MEMBER')).toBe(true)
    await saysTheSameAnew(firm.at('/employer'))
    await leave(firm)
  })

  test('every kind of event that the graph knows was among them', () => {
    expect([...heard].toSorted()).toEqual(kinds().toSorted())
  })
})

const bubbles = (page: Page): Promise<string[]> => page.locator('main li[data-seq] .bubble').allInnerTexts()
const box = (page: Page): Locator => page.getByRole('textbox', { name: '返事を書く' })
const unreadInGraph = ({ request }: Actor) =>
  ask<{ viewer: { counts: { unreadThreads: number } } }>(request, '{ viewer { counts { unreadThreads } } }').then(
    ({ viewer }) => viewer.counts.unreadThreads,
  )

for (const kept of [true, false])
  test(`fifty messages sent while the wire was cut come once and in order${kept ? '' : ', also when the events are not kept any more'}`, async ({
    browser,
  }) => {
    const { seeker, thread } = await talk()
    const other = await talkOf(seeker)
    const person = await atHome(browser, server, PHONE, seeker)
    const here = `/me/messages/${thread}`
    await person.open(here)
    await expect.poll(() => bubbles(person.at(here))).toHaveLength(1)
    const before = await bubbles(person.at(here))
    person.excused = true
    person.wire.cut()
    if (!kept) person.forget()
    const words = Array.from({ length: 50 }, (_, i) => `持ちものの${i + 1}つめです。`)
    for (const body of words) await sendMessage(employer, thread, body)
    await sendMessage(employer, other, 'こちらも見てください。')
    expect(await bubbles(person.at(here))).toEqual(before)
    person.wire.heal()
    await expect(person.at(here).getByText(words[0] ?? '', { exact: true })).toBeVisible({ timeout: 5_000 })
    await expect.poll(() => bubbles(person.at(here))).toEqual([...before, ...words])
    await expect.poll(() => unreadInGraph(seeker)).toBe(1)
    await expect(person.at(here)).toHaveTitle(/^\(1\) /u)
    await saysTheSameAnew(person.at(here))
    await leave(person)
  })

const LOST = 'つながっていません。'

test('a page says that it is cut off, takes words meanwhile, and says so until all that was missed is there', async ({ browser }) => {
  const { seeker, thread } = await talk()
  const [phone, desk] = [await atHome(browser, server, PHONE, seeker), await atHome(browser, server, DESK, employer)]
  const sides = [
    [phone, `/me/messages/${thread}`],
    [desk, `/employer/messages/${thread}`],
  ] as const
  for (const [own, address] of sides) {
    await own.open(address)
    own.excused = true
  }
  phone.wire.cut()
  desk.wire.silence()
  const [mine, theirs] = sides.map(([own, address]) => own.at(address)) as [Page, Page]
  // Five seconds after it is known (PAGES 1.7); a wire that is dead without a word is found out by a ping without answer.
  await expect(mine.getByText(LOST)).toBeVisible({ timeout: 8_000 })
  await box(mine).fill('バスで行きます。')
  await mine.getByRole('button', { name: '送る', exact: true }).click()
  await expect(mine.getByText('まだ送れていません。')).toBeVisible()
  await box(mine).fill('着いたら電話します。')
  await expect(theirs.getByText(LOST)).toBeVisible({ timeout: 30_000 })
  await box(theirs).fill('入口は南側です。')
  await sendMessage(employer, thread, '当日は東門からお入りください。')

  const gone = expect(mine.getByText(LOST)).toHaveCount(0)
  phone.wire.heal()
  await gone
  await expect.poll(() => bubbles(mine)).toContain('当日は東門からお入りください。')
  await expect(mine.getByText('まだ送れていません。')).toHaveCount(0)
  await expect(box(mine)).toHaveValue('着いたら電話します。')
  desk.wire.heal()
  await expect(theirs.getByText(LOST)).toHaveCount(0)
  await expect(box(theirs)).toHaveValue('入口は南側です。')
  for (const page of [mine, theirs])
    await expect.poll(() => bubbles(page).then((all) => all.slice(-2))).toEqual(['当日は東門からお入りください。', 'バスで行きます。'])
  await leave(phone, desk)
})

test('a message is read for its sender when the other side has it before them, and all tabs agree', async ({ browser }) => {
  const { seeker, thread } = await talk()
  const [phone, desk] = [await atHome(browser, server, PHONE, seeker), await atHome(browser, server, DESK, employer)]
  const [mine, theirs] = [`/me/messages/${thread}`, `/employer/messages/${thread}`]
  await markRead(employer, thread, 1)
  await Promise.all([phone.open(mine), desk.open('/employer', '/employer/messages')])
  const before = await unreadOf(desk.at('/employer'))
  await box(phone.at(mine)).fill('持ちものはありますか。')
  await phone.at(mine).getByRole('button', { name: '送る', exact: true }).click()
  const sent = phone.at(mine).locator('li[data-seq]').filter({ hasText: '持ちものはありますか。' })
  await expect(sent).toHaveCount(1)
  for (const tab of ['/employer', '/employer/messages']) await expect.poll(() => unreadOf(desk.at(tab)), { message: tab }).toBe(before + 1)
  await expect(sent.getByText('既読')).toHaveCount(0)

  await desk.at('/employer/messages').locator(`a[href$="${thread}"]`).click()
  await expect(sent.getByText('既読')).toBeVisible()
  for (const tab of ['/employer', '/employer/messages']) await expect.poll(() => unreadOf(desk.at(tab)), { message: tab }).toBe(before)
  await desk.open(theirs)
  for (const page of [phone.at(mine), desk.at(theirs)]) {
    const automatic = page.getByRole('listitem').filter({ hasText: '自動のお知らせ' })
    await expect(automatic).toHaveCount(1)
    await expect(automatic).toContainText('応募を受け付けました。')
  }
  await leave(phone, desk)
})

/** A document of this many bytes, whose content is what its name says. */
const pdf = (name: string, bytes: number) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([smallPdf('Itokawa'), Buffer.alloc(bytes, ' ')]),
})

test('of three files one is refused, one is cut in the middle and tried again, and the other side has the good ones once', async ({
  browser,
}) => {
  const { seeker, thread } = await talk()
  const [phone, desk] = [await atHome(browser, server, PHONE, seeker), await atHome(browser, server, DESK, employer)]
  await Promise.all([phone.open(`/me/messages/${thread}`), desk.open(`/employer/messages/${thread}`)])
  const [page, theirs] = [phone.at(`/me/messages/${thread}`), desk.at(`/employer/messages/${thread}`)]
  const slow = await page.context().newCDPSession(page)
  const speed = (uploadThroughput: number) =>
    slow.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput })
  await speed(200_000)

  const [small, wrong, large] = [
    pdf('経歴.pdf', 300_000),
    { ...pdf('写真.png', 0), buffer: Buffer.alloc(300_000, 'a') },
    pdf('作品集.pdf', 2_000_000),
  ]
  const row = (name: string) => page.getByRole('list', { name: '付けるファイル' }).getByRole('listitem').filter({ hasText: name })
  const progress = (name: string) => page.getByRole('progressbar', { name: `${name}の送信` })
  const goesOn = (name: string) =>
    expect.poll(() => progress(name).getAttribute('aria-valuenow').then(Number), { message: name }).toBeGreaterThan(0)
  await box(page).fill('書類をお送りします。')
  await page.getByLabel('ファイルを付ける').and(page.locator('input')).setInputFiles([small, wrong, large])
  await expect(row(large.name)).toContainText('順番を待っています')
  await Promise.all([goesOn(small.name), goesOn(wrong.name)])
  await expect(row(small.name)).toContainText('送信と検査がすみました')
  await expect(row(wrong.name)).toContainText('中身')
  await goesOn(large.name)

  phone.excused = true
  await phone.wire.cutAfter(100_000)
  await expect(row(large.name)).toContainText('送れませんでした')
  await expect(row(small.name)).toContainText('送信と検査がすみました')
  await expect(box(page)).toHaveValue('書類をお送りします。')
  phone.wire.heal()
  await speed(-1)
  await row(large.name)
    .getByRole('button', { name: /^もう一度/u })
    .click()
  await expect(row(large.name)).toContainText('送信と検査がすみました')
  await page.getByRole('button', { name: '送る', exact: true }).click()

  for (const side of [page, theirs]) {
    const message = side.locator('li[data-seq]').filter({ hasText: '書類をお送りします。' })
    await expect(message).toHaveCount(1)
    await expect(message.getByRole('link')).toHaveText([small.name, large.name])
    for (const { name, buffer } of [small, large]) {
      const address = await message.getByRole('link', { name }).getAttribute('href')
      const file = await side.request.get(new URL(address ?? '', side.url()).href)
      expect((await file.body()).equals(buffer), name).toBe(true)
    }
  }
  await expect(row(wrong.name)).toContainText('中身')
  await leave(phone, desk)
})
