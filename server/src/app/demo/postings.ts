import { addDays, endOfMonth, type JstDate } from '../../kernel/calendar.ts'
import { municipalityByCode } from '../../modules/offices/data/places.rules.ts'
import { drawnPosting } from './drawn-posting.ts'
import type { DemoEmployer } from './employers.ts'
import { eightDigits } from './numbers.ts'
import { occupationTemplates } from './occupation-templates/all-templates.ts'
import type { OccupationTemplate } from './occupation-templates/template.ts'
import { inventedBlock, someTown, type Town } from './places.ts'
import type { DemoPosting, Draft, Form } from './posting-draft.ts'
import { fullTimeHours, partTimeHours } from './posting-hours.ts'
import { kindStep, establishmentStep, hoursStep, insuranceStep, prStep, selectionStep } from './posting-steps.ts'
import type { TextFacts } from './posting-text.ts'
import { templateSuits } from './posting-trades.ts'
import { wageOf } from './posting-wage.ts'
import { workStep, wageStep } from './posting-work.ts'
import { type Random, randomOf } from './random.ts'

function placeOf(random: Random, employer: DemoEmployer): { place: Town & { address: string }; elsewhere: boolean } {
  const elsewhere = employer.employeesWhole > employer.employeesHere && random.chance(0.3)
  if (elsewhere) {
    const town = someTown(random, employer.prefectureCode)
    return { place: { ...town, address: town.area + inventedBlock(random) }, elsewhere }
  }
  const { postalCode, prefectureCode, municipalityCode, city, address } = employer
  return { place: { postalCode, prefectureCode, municipalityCode, city, area: /^[^0-9]+/u.exec(address)?.[0] ?? '', address }, elsewhere }
}

const formOf = (random: Random, template: OccupationTemplate): Form =>
  random.weighted([
    ['REGULAR', template.forms[0]],
    ['NON_REGULAR', template.forms[1]],
    ['PART_TIME', template.forms[2]],
  ] as const)

/** Accepted within about two months, more of them lately, and still open today: to the end of the second month after. */
function acceptedOn(random: Random, today: JstDate): JstDate {
  for (;;) {
    const day = addDays(today, -Math.floor(62 * random.next() ** 1.4))
    if (endOfMonth(day, 2) >= today) return day
  }
}

function posting(
  random: Random,
  employer: DemoEmployer,
  template: OccupationTemplate,
  form: Form,
  today: JstDate,
  postingNumber: string,
): DemoPosting {
  const hours = form === 'PART_TIME' ? partTimeHours(random, template) : fullTimeHours(random, template)
  const { place, elsewhere } = placeOf(random, employer)
  const wage = wageOf(random, template, place.prefectureCode, hours, form, employer.employeesWhole)
  const draft: Draft = { random, employer, template, form, hours, wage, place, elsewhere }
  const overtimeHours = form === 'PART_TIME' ? random.pick([0, 0, 0, 2, 3]) : random.pick([0, 3, 5, 5, 8, 10, 10, 12, 15, 18, 20, 25])
  const facts: TextFacts = {
    form,
    licensed: (template.licences ?? []).some((one) => one.need === 'REQUIRED' && one.name !== '普通自動車運転免許'),
    daysPerWeek: hours.daysPerWeek,
    city: municipalityByCode(place.municipalityCode)?.name ?? place.city,
    experienceRequired:
      (template.experience ?? []).some((one) => one.need === 'REQUIRED') &&
      random.chance(template.occupation < '004' ? 1 : form === 'PART_TIME' ? 0.4 : 0.8),
    hires: random.weighted([
      [1, 62],
      [2, 22],
      [3, 9],
      [5, 5],
      [10, 2],
    ] as const),
    reason: random.weighted([
      ['VACANCY', 48],
      ['EXPANSION', 45],
      ['NEW_SITE', 7],
    ] as const),
    drives: template.drives === true,
    night: hours.night,
    overtimeHours,
    dutiesChange: random.pick(template.changeScope),
  }
  const accepted = acceptedOn(random, today)
  const kind = kindStep(draft)
  return {
    postingNumber,
    employerKey: employer.key,
    officeCode: employer.officeCode,
    workplace: {
      postalCode: place.postalCode,
      prefectureCode: place.prefectureCode,
      municipalityCode: place.municipalityCode,
      city: place.city,
      address: place.address,
    },
    acceptedOn: accepted,
    validUntil: endOfMonth(accepted, 2),
    template: template.key,
    steps: {
      kind,
      establishment: establishmentStep(draft, form),
      work: workStep(draft, facts),
      wage: wageStep(draft),
      hours: hoursStep(draft, overtimeHours),
      insurance: insuranceStep(draft),
      pr: prStep(draft),
      selection: selectionStep(draft, facts, kind.selfApplication === true),
    },
  }
}

/** How many postings each employer has: large ones more, all at least one, `n` together. */
function shares(random: Random, employers: readonly DemoEmployer[], n: number): number[] {
  const weights = employers.map((one, index) => (index < 2 ? 0 : (0.4 + random.next()) * Math.sqrt(one.employeesWhole + 4)))
  const fixed = [6, 6]
  const left = Math.max(0, n - employers.length - (employers.length > 1 ? fixed[0]! + fixed[1]! - 2 : 0))
  const total = weights.reduce((sum, one) => sum + one, 0)
  const counts = weights.map((one, index) => fixed[index] ?? 1 + Math.floor((left * one) / total))
  for (let index = 2; counts.reduce((sum, one) => sum + one, 0) < n; index++) counts[2 + ((index * 7) % (employers.length - 2))]! += 1
  return counts
}

/** `n` open postings of these employers, believable, invented, and within law and form. */
export function makePostings(employers: readonly DemoEmployer[], n: number, today: JstDate): DemoPosting[] {
  const counts = shares(randomOf('shares'), employers, n)
  const serials = new Map<string, number>()
  return employers
    .flatMap((employer, index) => {
      const random = randomOf(`postings ${employer.key}`)
      const fitting = occupationTemplates.filter((template) => templateSuits(employer, template))
      return Array.from({ length: counts[index] ?? 0 }, (_, nth) => {
        const template = nth < fitting.length && nth % 2 === 0 ? fitting[(nth + index) % fitting.length]! : random.pick(fitting)
        const serial = (serials.get(employer.officeCode) ?? 40000) + random.int(1, 9)
        serials.set(employer.officeCode, serial)
        const made = posting(random, employer, template, formOf(random, template), today, `${employer.officeCode}-${eightDigits(serial)}`)
        return index === 0 && nth === 0 ? drawnPosting(made, employer) : made
      })
    })
    .slice(0, n)
}
