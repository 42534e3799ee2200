import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import {
  type Actor,
  actor,
  apply,
  freshWord,
  giveBack,
  markRead,
  newSeeker,
  pause,
  published,
  sendMessage,
  submitted,
  takeBack,
  turnDown,
} from './acting.ts'
import { expectSameAfterReload, expectUpToDate, mainText } from './live-state.ts'
import { DESK, device } from './people.ts'

/** Kinds of events that came over the sockets of the open pages, as they were caused. */
const heard = new Set<string>()

/** Several pages of one person, all open at once in one browser. */
class Desk {
  readonly pages = new Map<string, Page>()
  readonly #context: BrowserContext
  constructor(context: BrowserContext) {
    this.#context = context
  }

  async open(...addresses: string[]): Promise<void> {
    for (const address of addresses) {
      const page = await this.#context.newPage()
      page.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => {
          const kind = /"inbox":\{[^{}]*"kind":"([A-Z]+)"/u.exec(String(payload))?.[1]
          if (kind) heard.add(kind)
        }),
      )
      const following = page.waitForEvent('websocket')
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await following
      await expectUpToDate(page)
      this.pages.set(address, page)
    }
  }

  /** Something happens elsewhere: each of these pages changes by itself, and all pages show what they would be answered now. */
  async follow(what: string, cause: () => Promise<unknown>, ...changing: string[]): Promise<void> {
    await test.step(`${what}: ${changing.join(' ')}`, async () => {
      const watched = await Promise.all(changing.map(async (address) => [this.at(address), await mainText(this.at(address))] as const))
      await cause()
      for (const [page, before] of watched) await expect.poll(() => mainText(page), { message: page.url() }).not.toBe(before)
      for (const page of this.pages.values()) await expectUpToDate(page)
    })
  }

  at(address: string): Page {
    const page = this.pages.get(address)
    if (!page) throw new Error(`${address} is not open`)
    return page
  }

  /** The bars behind which new rows wait are pressed, so that the page shows all it has. */
  async matchesReload(): Promise<void> {
    for (const page of this.pages.values()) {
      const bar = page.getByRole('button', { name: /件を表示$/u })
      if (await bar.isVisible()) await bar.click()
      await expectSameAfterReload(page)
    }
  }

  async close(...addresses: string[]): Promise<void> {
    for (const address of addresses) {
      await this.at(address).close()
      this.pages.delete(address)
    }
  }
}

/** A browser in which this person is signed in. */
async function deskOf(browser: Browser, who: Actor): Promise<Desk> {
  const { page } = await device(browser, DESK, await who.request.storageState())
  const desk = new Desk(page.context())
  await page.close()
  return desk
}

let seeker: Actor
let online: Actor
let employer: Actor
let counter: Actor

test.beforeAll(async ({ baseURL }) => {
  const at = baseURL ?? ''
  seeker = await actor(at, 'seeker@demo.example')
  online = await actor(at, 'online-seeker@demo.example')
  employer = await actor(at, 'employer@demo.example')
  counter = await actor(at, 'counter@demo.example')
})

test('every kind of event leaves every page as if it had been opened anew', async ({ browser, baseURL }) => {
  test.setTimeout(600_000)
  const posting = await published(employer, counter, `${freshWord()}の仕上げ`)
  const application = await apply(seeker, posting.id)
  const thread = application.thread.id
  let seq = 1

  const firm = await deskOf(browser, await actor(baseURL ?? '', 'employer@demo.example'))
  const own = `/employer/postings/${posting.id}`
  const applicant = `/employer/applications/${application.id}`
  await firm.open('/employer', '/employer/postings', own, '/employer/applicants', applicant, '/employer/messages')
  const person = await deskOf(browser, await actor(baseURL ?? '', 'seeker@demo.example'))
  const mine = `/me/applications/${application.id}`
  await person.open('/me', '/me/activity', mine, '/me/messages', `/jobs/${posting.postingNumber}`)
  const office = await deskOf(browser, await actor(baseURL ?? '', 'counter@demo.example'))
  await office.open('/staff')

  const counting = ['/employer/postings', own, '/employer/applicants', applicant, '/employer/messages']
  await firm.follow('READ', () => markRead(employer, thread, seq), ...counting)
  await firm.follow('MESSAGE', async () => ({ seq } = await sendMessage(seeker, thread, '火曜の午後にうかがえます。')), ...counting)
  const telling = ['/me', '/me/activity', mine, '/me/messages']
  await person.follow('MESSAGE', async () => ({ seq } = await sendMessage(employer, thread, '火曜の14時にお待ちしています。')), ...telling)
  await person.follow('READ', () => markRead(seeker, thread, seq), ...telling)
  let waiting = { id: '', version: 0 }
  await Promise.all([
    office.follow('POSTING', async () => (waiting = await submitted(employer, `${freshWord()}の箱づめ`)), '/staff'),
    firm.follow('POSTING', async () => undefined),
  ])
  await Promise.all([
    firm.follow('POSTING', () => giveBack(counter, waiting.id), '/employer', '/employer/postings'),
    office.follow('POSTING', async () => undefined),
  ])
  let taken = ''
  const more = await published(employer, counter, `${freshWord()}の仕分け`)
  await firm.follow('APPLICATION', async () => apply(online, more.id).then((made) => (taken = made.id)), '/employer', '/employer/postings')
  await firm.follow('APPLICATION', () => takeBack(online, taken), '/employer', '/employer/postings')
  await firm.follow('POSTING', () => pause(employer, more), '/employer', '/employer/postings')
  await person.follow('APPLICATION', () => turnDown(employer, application), '/me', '/me/activity', mine)
  await expectUpToDate(firm.at(applicant))

  const newcomer = await newSeeker(baseURL ?? '')
  const fresh = await deskOf(browser, newcomer)
  await fresh.open('/me', '/jobs')
  await Promise.all([fresh.follow('SEEKER', () => newcomer.register(), '/me'), office.follow('SEEKER', async () => undefined)])

  await firm.matchesReload()
  await person.matchesReload()
  await office.matchesReload()
  await fresh.matchesReload()
})
