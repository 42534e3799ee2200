import { describe, expect, it } from 'vitest'
import { ageOn, endOfMonth } from '../../kernel/calendar.ts'
import { widthOf } from '../../kernel/text.ts'
import { occupationMajors, occupationMiddleByCode } from '../../modules/offices/data/classes.rules.ts'
import { minimumWages } from '../../modules/offices/data/minimum-wages.rules.ts'
import { codesWithin, municipalityByCode } from '../../modules/offices/data/places.rules.ts'
import { addressOfPostalCode } from '../../modules/offices/data/postal.queries.ts'
import { POLICY } from '../../policy.ts'
import { checkPosting } from '../../modules/postings/postings.checks.rules.ts'
import { hourlyFrom } from '../../modules/postings/postings.wage.rules.ts'
import { readPosting } from '../../modules/postings/postings.form.ts'
import { problemOfEligibility } from '../../modules/seekers/seekers.rules.ts'
import { makeAtCounter } from './at-counter.ts'
import { makeEmployers } from './employers.ts'
import { corporateNumber } from './numbers.ts'
import { makeOffices, officeCodeFor } from './offices.ts'
import { rawOf, textOf } from './posting-draft.ts'
import { makePostings } from './postings.ts'
import { makeSeekers } from './seekers.ts'
import { makeThreads } from './threads.ts'

const today = '2026-11-21'
const offices = makeOffices()
const employers = makeEmployers(300)
const postings = makePostings(employers, 3000, today)
const seekers = makeSeekers(200, today)
const threads = makeThreads(seekers, employers, postings, today)
const prefectures = Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0'))
const atCounter = makeAtCounter()
const everything = JSON.stringify({ offices, employers, postings, seekers, threads, atCounter })

describe('the demo', () => {
  it('is the same every time it is made', () => {
    const again = makeEmployers(300)
    const postingsAgain = makePostings(again, 3000, today)
    const seekersAgain = makeSeekers(200, today)
    expect(
      JSON.stringify({
        offices: makeOffices(),
        employers: again,
        postings: postingsAgain,
        seekers: seekersAgain,
        threads: makeThreads(seekersAgain, again, postingsAgain, today),
        atCounter: makeAtCounter(),
      }),
    ).toBe(everything)
  })
  it('names no domain but invented ones', () => {
    const domains = everything.match(/(?<=@|https?:\/\/)[a-z0-9.-]+/giu) ?? []
    expect(domains.length).toBeGreaterThan(500)
    expect(domains.filter((domain) => !domain.endsWith('.example'))).toEqual([])
  })
  it('names no telephone number that could ring', () => {
    const phones = [...offices, ...employers, ...atCounter, ...seekers].map((one) => one.phone)
    expect(phones.filter((phone) => !/^00-00\d{2}-\d{4}$/u.test(phone))).toEqual([])
  })
  it('uses none of the words that the pages avoid, and no wording that prefers a sex or an origin', () => {
    expect(
      everything.match(
        /エラー|不正|無効な値|お客様|営業マン|ウェイトレス|看護婦|保母|主婦|男性のみ|女性のみ|女性歓迎|日本人|若い方|元気な方|戸籍|住民票/gu,
      ) ?? [],
    ).toEqual([])
  })
})

describe('offices', () => {
  it('are at least forty public offices in all 47 prefectures and one center', () => {
    const open = offices.filter((office) => office.kind === 'PUBLIC_OFFICE')
    expect(open.length).toBeGreaterThanOrEqual(40)
    expect([...new Set(open.map((office) => office.prefectureCode))].sort()).toEqual(prefectures)
    expect(offices.filter((office) => office.kind === 'CENTER')).toHaveLength(1)
  })
  it('have a code of five digits that begins with the prefecture, and a name of their own', () => {
    for (const office of offices) expect(office.code, office.name).toMatch(new RegExp(`^${office.prefectureCode}\\d{3}$`, 'u'))
    expect(new Set(offices.map((office) => office.code)).size).toBe(offices.length)
    expect(new Set(offices.map((office) => office.name)).size).toBe(offices.length)
    expect(offices.find((office) => office.code === '13010')?.name).toBe('汐見公共職業安定所')
  })
  it('serve every postal code of their prefecture once', () => {
    for (const code of prefectures) {
      const served = offices.filter((office) => office.prefectureCode === code).flatMap((office) => office.postalPrefixes)
      expect(new Set(served).size, code).toBe(served.length)
    }
    expect(officeCodeFor(offices, '27', '5300001')).toMatch(/^27/u)
  })
})

describe('employers', () => {
  it('are 300 with different names and numbers, at an address that the postal data know', async () => {
    expect(employers).toHaveLength(300)
    expect(new Set(employers.map((one) => one.name)).size).toBe(300)
    expect(new Set(employers.map((one) => one.employerNumber)).size).toBe(300)
    expect([...new Set(employers.map((one) => one.prefectureCode))].sort()).toEqual(prefectures)
    for (const one of employers) {
      const address = await addressOfPostalCode(one.postalCode)
      expect(address?.municipalityCode, one.name).toBe(one.municipalityCode)
      expect(one.address.startsWith(address?.area ?? '?'), one.name).toBe(true)
    }
  })
  it('have numbers of the official form, with the check digit of a corporate number', () => {
    expect(corporateNumber('000012050002')).toBe('7000012050002')
    for (const one of employers) {
      expect(one.employerNumber).toMatch(/^\d{4}-\d{6}-\d$/u)
      expect(one.corporateNumber).toBe(corporateNumber(one.corporateNumber.slice(1)))
    }
  })
  it('keep their descriptions within 90 full-width characters and count people without contradiction', () => {
    for (const one of employers) {
      expect(Math.max(widthOf(one.business), widthOf(one.features)), one.name).toBeLessThanOrEqual(90)
      expect(one.employeesHere, one.name).toBeLessThanOrEqual(one.employeesWhole)
      expect(Math.max(one.employeesWomen, one.employeesPartTime), one.name).toBeLessThanOrEqual(one.employeesHere)
    }
  })
})

describe('establishments at the counter', () => {
  it('are others than those with a My Page, in the district of the office that knows them', async () => {
    const known = new Set(employers.flatMap(({ name, employerNumber, phone }) => [name, employerNumber, phone]))
    for (const { name, employerNumber, phone, postalCode, prefectureCode, officeCode, municipalityCode } of atCounter) {
      expect([name, employerNumber, phone].filter((one) => known.has(one))).toEqual([])
      expect(officeCodeFor(offices, prefectureCode, postalCode)).toBe(officeCode)
      expect((await addressOfPostalCode(postalCode))?.municipalityCode).toBe(municipalityCode)
    }
  })
})

describe('postings', () => {
  it('are 3,000 with different numbers, of every employer and prefecture and of all fifteen major classes', () => {
    expect(postings).toHaveLength(3000)
    expect(new Set(postings.map((one) => one.postingNumber)).size).toBe(3000)
    expect(new Set(postings.map((one) => one.employerKey)).size).toBe(300)
    expect([...new Set(postings.map((one) => one.workplace.prefectureCode))].sort()).toEqual(prefectures)
    const majors = postings.map((one) => occupationMiddleByCode(textOf(one, 'work', 'occupationCode'))?.major ?? '')
    expect([...new Set(majors)].sort()).toEqual(occupationMajors.map((one) => one.code))
    expect(new Set(postings.map((one) => one.template)).size).toBeGreaterThanOrEqual(60)
  })
  it('could each have been typed: the form finds no problem', () => {
    const problems = postings.flatMap((one) =>
      readPosting(rawOf(one.steps)).problems.map((problem) => `${one.postingNumber} ${problem.path} ${problem.code}`),
    )
    expect(problems).toEqual([])
  })
  it('read back from what would have been typed as they were made', () => {
    for (const one of postings.slice(0, 50)) {
      const { values } = readPosting(rawOf(one.steps))
      const made = Object.values(one.steps)
        .flatMap((step) => Object.entries(step))
        .filter(([, value]) => !Array.isArray(value) || value.length > 0)
      expect(Object.fromEntries(made.map(([key]) => [key, values[key]]))).toEqual(Object.fromEntries(made))
    }
  })
  it('pass the checks of the law at their place: minimum wage, breaks, fixed overtime, age limits', () => {
    const byKey = new Map(employers.map((one) => [one.key, one]))
    for (const one of postings) {
      const employer = byKey.get(one.employerKey)
      const yen = minimumWages.find((row) => row.code === one.workplace.prefectureCode)?.yen ?? Number.NaN
      const { values } = readPosting(rawOf(one.steps))
      const establishment = employer === undefined ? null : { ...employer, fax: null }
      const facts = { establishment, minimumWage: { yen, prefectureName: '' }, today, policy: POLICY }
      expect(
        checkPosting(values, facts).map((problem) => `${problem.path} ${problem.code}`),
        one.postingNumber,
      ).toEqual([])
      expect(hourlyFrom(values), one.postingNumber).toBeGreaterThanOrEqual(yen)
    }
  })
  it('ask for no more than 8 hours a day and 40 a week on average, with the break that the law wants', () => {
    for (const { postingNumber, steps } of postings) {
      const { from, to } = (steps.hours.shifts as { from: string; to: string }[])[0] ?? { from: '', to: '' }
      const at = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60
      const breakMinutes = Number(steps.hours.breakMinutes)
      const daily = at(to) - at(from) - breakMinutes / 60
      expect(daily, postingNumber).toBeLessThanOrEqual(8)
      expect((daily * (365 - Number(steps.hours.yearlyHolidays)) * 7) / 365, postingNumber).toBeLessThanOrEqual(40)
      expect(breakMinutes, postingNumber).toBeGreaterThanOrEqual(daily > 6 ? 45 : 0)
    }
  })
  it('give 96 to 128 days off a year in full-time work', () => {
    const days = postings.filter((one) => one.steps.kind.workTime === 'FULL_TIME').map((one) => Number(one.steps.hours.yearlyHolidays))
    expect(Math.min(...days)).toBeGreaterThanOrEqual(96)
    expect(Math.max(...days)).toBeLessThanOrEqual(128)
  })
  it('describe the work in different words: nine texts of ten occur once', () => {
    expect(new Set(postings.map((one) => one.steps.work.duties)).size).toBeGreaterThanOrEqual(2700)
    expect(postings.every((one) => widthOf(textOf(one, 'work', 'duties')) <= 360 && widthOf(textOf(one, 'work', 'duties')) >= 60)).toBe(
      true,
    )
    expect(new Set(postings.map((one) => one.steps.work.title)).size).toBeGreaterThan(600)
  })
  it('never tell the name of an employer in a text that everybody may read', () => {
    const names = new Map(employers.map((one) => [one.key, one.name.replace(/株式会社|有限会社|合同会社|[一-龠]+法人/gu, '')]))
    for (const one of postings) {
      const name = names.get(one.employerKey) ?? '?'
      for (const key of ['title', 'duties', 'dutiesChange']) expect(textOf(one, 'work', key).includes(name), one.postingNumber).toBe(false)
      expect(textOf(one, 'selection', 'remarks').includes(name), one.postingNumber).toBe(false)
    }
  })
  it('were accepted lately and are open today, to the end of the second month after', () => {
    for (const one of postings) {
      expect(one.acceptedOn <= today && one.validUntil >= today, one.postingNumber).toBe(true)
      expect(one.validUntil).toBe(endOfMonth(one.acceptedOn, 2))
    }
  })
  it('are open in the same way on every day of a year, leap years too', () => {
    for (const day of ['2027-01-31', '2027-03-01', '2028-02-29', '2028-04-30']) {
      const made = makePostings(employers.slice(0, 20), 60, day)
      expect(made.filter((one) => one.acceptedOn > day || one.validUntil < day)).toEqual([])
    }
  })
  it('are published in the four ways about as real ones, and take online applications only where the name shows', () => {
    const share = (scope: string) => postings.filter((one) => one.steps.kind.scope === scope).length / postings.length
    for (const [scope, expected] of [
      ['1', 0.7],
      ['2', 0.12],
      ['3', 0.13],
      ['4', 0.05],
    ] as const)
      expect(Math.abs(share(scope) - expected), scope).toBeLessThan(0.03)
    expect(postings.filter((one) => one.steps.kind.selfApplication === true && !['1', '2'].includes(textOf(one, 'kind', 'scope')))).toEqual(
      [],
    )
  })
  it('carry a municipality that exists, and a ward where the city has wards', () => {
    for (const one of postings) {
      expect(municipalityByCode(one.workplace.municipalityCode), one.postingNumber).toBeDefined()
      expect(codesWithin(one.workplace.municipalityCode), one.postingNumber).toHaveLength(1)
    }
  })
})

describe('texts', () => {
  it('show no mark of the templates', () => {
    expect(everything.match(/\{[^"{}\]]{1,3}\}/gu) ?? []).toEqual([])
  })
})

describe('seekers', () => {
  it('are 200 of all prefectures with different numbers, both kinds, old enough for a My Page', () => {
    expect(seekers).toHaveLength(200)
    expect(new Set(seekers.map((one) => one.seekerNumber)).size).toBe(200)
    expect(new Set(seekers.map((one) => one.kind))).toEqual(new Set(['ONLINE', 'REGISTERED']))
    for (const one of seekers) {
      expect(problemOfEligibility(one, today, { seekerMinimumAge: 16 }), one.key).toBeNull()
      expect(ageOn(one.birthDate, today), one.key).toBeLessThan(70)
      expect(one.seekerNumber, one.key).toMatch(/^\d{5}-\d{8}$/u)
    }
  })
  it('have a My Page where they applied online', () => {
    expect(seekers.filter((one) => one.kind === 'ONLINE' && one.email === null)).toEqual([])
  })
  it('begin with the two demo accounts', () => {
    expect(seekers.slice(0, 2).map((one) => one.email)).toEqual(['seeker@demo.example', 'online-seeker@demo.example'])
    expect(seekers[0]?.name).toBe('水野 はるか')
  })
  it('tell careers that begin after school and end before today', () => {
    for (const one of seekers)
      for (const row of one.careers) {
        expect((row.from ?? '') > one.birthDate.slice(0, 7), one.key).toBe(true)
        expect((row.to ?? today) > (row.from ?? '') && (row.to ?? '') <= today, one.key).toBe(true)
      }
  })
})

describe('threads', () => {
  it('are about forty applications to postings that take them online, five of them at the demo employer', () => {
    expect(threads.length).toBeGreaterThanOrEqual(35)
    const byNumber = new Map(postings.map((one) => [one.postingNumber, one]))
    for (const one of threads) expect(byNumber.get(one.postingNumber)?.steps.kind.selfApplication).toBe(true)
    expect(threads.filter((one) => one.employerKey === 'employer-1').length).toBe(5)
    expect(threads.filter((one) => one.seekerKey === 'seeker-1').length).toBe(3)
  })
  it('run forward in time, after acceptance and before now, with nothing left to fill in', () => {
    for (const one of threads) {
      const times = [one.appliedAt, ...one.messages.map((message) => message.sentAt)].map((time) => time.getTime())
      expect([...times].sort((a, b) => a - b)).toEqual(times)
      expect(times.at(-1)).toBeLessThan(Date.parse(`${today}T15:00:00Z`))
      expect([one.motive, ...one.messages.map((message) => message.body)].join('')).not.toMatch(/[{}]|undefined/u)
      expect(one.result === null || one.result.on <= today).toBe(true)
    }
  })
})
