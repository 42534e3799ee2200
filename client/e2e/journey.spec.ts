import { expect, test } from '@playwright/test'
import { acceptsPosting, counterEnters, returnsPosting } from './journey/decides.ts'
import { eightDaysPass, seekerIsTold, takesBack, talkIsOver, timeComesBack } from './journey/ends.ts'
import { everythingIsThereOnce } from './journey/everything-once.ts'
import { applies, opensMyPage, visitorFinds } from './journey/finds-and-applies.ts'
import { title } from './journey/hands.ts'
import { codeIsIssued, opensWithCode } from './journey/opens-with-code.ts'
import { person, type Person } from './journey/person.ts'
import {
  answerIsLost,
  countsFollow,
  employerWaits,
  employerWrites,
  readsApplication,
  recordsResult,
  sendsOverClosedTab,
  sessionEndsWhileSending,
} from './journey/talks.ts'
import {
  beginsPosting,
  checksAndSubmits,
  choosesBetweenTabs,
  closesTabWhileWriting,
  goesOnElsewhere,
  mendsAndSubmits,
  sessionEndsWhileWriting,
  writesInTunnel,
  writesUpToWage,
} from './journey/writes-posting.ts'
import { DESK, PHONE } from './people.ts'

/**
 * From the paper that opens an employer's My Page to a talk that is over, under bad conditions: every button is double-clicked, wires go dead and break,
 * tabs are closed in the middle, sessions end, and from every page the way leads back and forth again.
 */
test('an employer opens its My Page, and one posting goes from its first word to a talk that is over, and nothing is lost, and nothing is twice', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000)
  const all: Person[] = []
  const comes = async (size: typeof DESK) => {
    const one = await person(browser, baseURL ?? '', size)
    all.push(one)
    return one
  }
  const { step } = test
  const employer = await comes(DESK)
  const seeker = await comes(PHONE)
  const counter = await comes(DESK)

  await step(
    'the counter registers an establishment, issues its code and prints the paper; with it the employer opens a My Page',
    async () => {
      await counterEnters(counter)
      await opensWithCode(employer, await codeIsIssued(counter))
    },
  )
  await step('a new posting begins with its kind', () => beginsPosting(employer))
  await step('the wire is dead for a while: the page says so, takes every word, and saves by itself', () => writesInTunnel(employer))
  await step('a tab closed in the middle of a word loses none', () => closesTabWhileWriting(employer))
  await step('the session ends: after signing in the page and its words are there', () => sessionEndsWhileWriting(employer))
  await step('two tabs on one draft: both texts are shown, and one is chosen', () => choosesBetweenTabs(employer))
  await step('a wage that is too low is told with what would be right', () => writesUpToWage(employer))
  const onPhone = await comes(PHONE)
  await step('on another device it goes on where it stopped', () => goesOnElsewhere(onPhone))
  await onPhone.leave()
  await step('the answers are checked and handed in, once', () => checksAndSubmits(employer))

  await step('the office sends it back with a reason, first as a trial', () => returnsPosting(counter, employer.page))
  await step('the employer sees the reason at its field, mends it and hands it in again', () => mendsAndSubmits(employer))
  await step('the office accepts it, and a visitor finds it', async () => {
    await seeker.page.goto('/jobs')
    await title(seeker.page, /^求人 .*\d件/u)
    await acceptsPosting(counter)
    await expect(employer.page.getByRole('main').getByText('公開中').first()).toBeVisible()
    await visitorFinds(seeker)
  })
  await counter.leave()

  await step('the visitor opens a My Page with a key from one mail', () => opensMyPage(seeker))
  await step('the seeker applies with a motive and a file, over a closed tab, once', async () => {
    await employerWaits(employer)
    await applies(seeker)
  })
  await step('the employer sees the applicant arrive, reads motive and file', () => readsApplication(employer))
  await step('the employer writes, over a closed tab; the seeker hears of it at once', () => employerWrites(employer, seeker.page))
  await step('the answer to a message is lost on the wire', () => answerIsLost(seeker, employer.page))
  await step('the wire breaks: a message waits over a closed tab, and each arrives once', () => sendsOverClosedTab(seeker, employer.page))
  await step('both counts rise with a message and fall with its reading', () => countsFollow(employer, seeker.page))
  await step('the session ends while a message is sent: it goes after signing in', () => sessionEndsWhileSending(seeker, employer.page))

  await step('the employer records the result; what was written survives the way back', () => recordsResult(employer))
  await step('the seeker is told on the page, and by one mail', () => seekerIsTold(seeker))
  const other = await comes(PHONE)
  await step('another seeker takes an application back while the time runs', () => takesBack(other))
  await step('eight days later the talk is closed on both sides, and says why', async () => {
    await eightDaysPass(other)
    await talkIsOver(seeker, employer)
  })
  await step('every text is where it belongs, once', () => everythingIsThereOnce(seeker, employer))
  await step('the clock goes back to what it was', () => timeComesBack(other))

  for (const { troubles } of all) expect(troubles, 'what the console said').toEqual([])
  for (const one of all) await one.leave()
})
