import { addDays, endOfMonth, type JstDate } from '../../kernel/calendar.ts'
import type { RawForm, RawStep, Row, Values } from '../../kernel/form.ts'
import { municipalityByCode } from '../../modules/offices/data/places.rules.ts'
import type { DemoEmployer } from './employers.ts'
import { occupationTemplates } from './occupation-templates/all-templates.ts'
import type { OccupationTemplate } from './occupation-templates/template.ts'
import { eightDigits } from './numbers.ts'
import { inventedBlock, someTown, type Town } from './places.ts'
import { dutiesOf, jobFeaturesOf, prMessageOf, type TextFacts, titleOf, trainingOf, welfareOf, workLifeSupportOf } from './posting-text.ts'
import { fullTimeHours, type Hours, partTimeHours } from './posting-hours.ts'
import { templateSuits, titleSuits } from './posting-trades.ts'
import { type Wage, wageOf } from './posting-wage.ts'
import { type Random, randomOf } from './random.ts'

export const STEP_KEYS = ['kind', 'establishment', 'work', 'wage', 'hours', 'insurance', 'pr', 'selection'] as const
export type StepKey = (typeof STEP_KEYS)[number]

export type DemoPosting = {
  postingNumber: string
  employerKey: string
  officeCode: string
  /** Where the work is: the establishment's place unless `steps.establishment.workplace` is OTHER. */
  workplace: { postalCode: string; prefectureCode: string; municipalityCode: string; city: string; address: string }
  acceptedOn: JstDate
  validUntil: JstDate
  template: string
  /** Values by step, with the field keys of `postings.form.ts`; a field that does not apply is left out. */
  steps: Record<StepKey, Values>
}

type Form = 'REGULAR' | 'NON_REGULAR' | 'PART_TIME'
type Draft = {
  random: Random
  employer: DemoEmployer
  template: OccupationTemplate
  form: Form
  hours: Hours
  wage: Wage
  place: Town & { address: string }
  elsewhere: boolean
}

/** A text among the values of a posting; empty where the field does not apply. */
export function textOf(posting: Pick<DemoPosting, 'steps'>, step: StepKey, key: string): string {
  const value = posting.steps[step][key]
  return typeof value === 'string' ? value : ''
}

/** What a person would have typed for these values: what `readPosting` and drafts take. */
export function rawOf(steps: DemoPosting['steps']): RawForm {
  const cell = (value: Row[string]): string | string[] =>
    typeof value === 'boolean' ? (value ? 'YES' : 'NO') : Array.isArray(value) ? value : String(value ?? '')
  const raw: RawForm = {}
  for (const key of STEP_KEYS) {
    const step: RawStep = {}
    for (const [field, value] of Object.entries(steps[key])) {
      const rows = Array.isArray(value) && value.some((one) => typeof one === 'object')
      step[field] = rows
        ? (value as Row[]).map((row) => Object.fromEntries(Object.entries(row).map(([name, one]) => [name, cell(one)])))
        : cell(value as Row[string])
    }
    raw[key] = step
  }
  return raw
}

const yen = (value: number): string => value.toLocaleString('en-US')
const given = (values: Record<string, Values[string] | undefined>): Values =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Values[string]] => entry[1] !== undefined && entry[1] !== null),
  )

function kindStep({ random, form }: Draft): Values {
  const scope = random.weighted([
    ['1', 70],
    ['2', 12],
    ['3', 13],
    ['4', 5],
  ] as const)
  const disability = random.chance(0.03)
  return given({
    kind: disability ? 'DISABILITY' : 'GENERAL',
    workTime: form === 'PART_TIME' ? 'PART_TIME' : 'FULL_TIME',
    scope,
    selfApplication: (scope === '1' || scope === '2') && random.chance(0.66),
    provisionRefused: random.weighted([
      [[], 70],
      [['AGENCIES'], 24],
      [['AGENCIES', 'LOCAL_GOVERNMENTS'], 6],
    ] as [string[], number][]),
    trial: !disability && random.chance(0.06) ? 'GENERAL' : 'NONE',
  })
}

function establishmentStep({ random, employer, template, place, elsewhere }: Draft, form: Form): Values {
  const rural = /[町村]$/u.test(place.city)
  const car = random.chance(place.prefectureCode === '13' || place.prefectureCode === '27' ? 0.25 : 0.85)
  const transfer = form === 'REGULAR' && employer.employeesWhole > employer.employeesHere * 1.5 && random.chance(0.3)
  const walk = random.chance(rural ? 0.3 : 0.7)
  return given({
    workplace: elsewhere ? 'OTHER' : 'SAME',
    ...(elsewhere
      ? { workplacePostalCode: place.postalCode, workplaceMunicipality: place.municipalityCode, workplaceAddress: place.address }
      : {}),
    workplaceChange: transfer
      ? '会社の定める事業所'
      : random.weighted([
          ['変更なし', 7],
          ['同じ市区町村にある事業所', 1],
          ['通勤できる範囲の事業所', 1],
        ] as const),
    station: `${place.area.slice(0, 6)}${rural && !walk ? 'バス停' : '駅'}`,
    stationTransport: walk ? 'WALK' : random.pick(['BUS', 'CAR']),
    stationMinutes: walk ? random.int(2, 18) : random.int(5, 25),
    smoking: random.weighted([
      ['NO_SMOKING', 72],
      ['SMOKING_ROOM', 18],
      ['OTHER', 10],
    ] as const),
    ...(random.chance(0.3) ? { smokingNote: '敷地の外に喫煙場所があります' } : {}),
    carCommuting: car,
    ...(car ? { parking: random.chance(0.9) } : {}),
    transfer,
    ...(transfer ? { transferRange: random.pick(['県内の事業所', '通勤できる範囲の事業所', '近県の事業所']) } : {}),
    ...(random.chance(0.25) ? { uijWelcome: true } : {}),
    ...(template.homeWork === true && random.chance(0.6)
      ? { remoteWork: random.pick(['週2日まで可', '週3日まで可', '月4日まで可', '入社3か月後から、週2日まで可']) }
      : {}),
  })
}

function ageOf({ random, employer, template, form, hours }: Draft, experienceRequired: boolean): Values {
  if (template.key.endsWith('-guard') || (hours.night && random.chance(0.6)))
    return {
      ageLimited: true,
      ageFrom: 18,
      ageReason: 'LAW',
      ageReasonText: template.key.endsWith('-guard')
        ? '警備業法により18歳未満は従事できないため'
        : '深夜の時間帯に勤務があるため（労働基準法）',
    }
  if (form !== 'REGULAR') return { ageLimited: false }
  if (!experienceRequired && random.chance(0.07))
    return {
      ageLimited: true,
      ageTo: random.pick([35, 40, 44]),
      ageReason: 'CAREER',
      ageReasonText: '長く勤めてキャリアを形成していただくため',
    }
  if (employer.retirementAge !== null && random.chance(0.5))
    return {
      ageLimited: true,
      ageTo: employer.retirementAge - 1,
      ageReason: 'RETIREMENT',
      ageReasonText: `定年が${employer.retirementAge}歳のため`,
    }
  return { ageLimited: false }
}

function termOf(random: Random, form: Form): Values {
  if (form === 'REGULAR' || (form === 'PART_TIME' && random.chance(0.45))) return { term: 'NONE' }
  const conditional = random.chance(0.75)
  return given({
    term: 'FIXED_LONG',
    termMonths: random.pick([6, 12, 12, 12, 6]),
    renewal: conditional ? 'CONDITIONAL' : 'AUTOMATIC',
    ...(conditional
      ? {
          renewalConditions: random.pick([
            '勤務の成績と仕事の量による',
            '契約が終わるときの仕事の量による',
            '勤務の態度、能力、経営の状況による',
          ]),
        }
      : {}),
    renewalCap: random.weighted([
      ['上限なし', 7],
      ['通算5年まで', 2],
      ['更新は4回まで', 1],
    ] as const),
  })
}

function workStep(draft: Draft, facts: TextFacts): Values {
  const { random, employer, template, form } = draft
  const { title, mark } = titleOf(random, template, facts, (one) => titleSuits(employer, template, one))
  const experience = facts.experienceRequired
    ? 'REQUIRED'
    : (template.experience ?? []).some((one) => one.need === 'PREFERRED') && random.chance(0.6)
      ? 'WELCOME'
      : 'NONE'
  const text = (template.experience ?? []).find((one) => (one.need === 'REQUIRED') === (experience === 'REQUIRED'))?.text
  const licences = (template.licences ?? []).filter(
    (one) => one.name !== '普通自動車運転免許' && (one.need === 'REQUIRED' || random.chance(0.6)),
  )
  const driving = (template.licences ?? []).find((one) => one.name === '普通自動車運転免許')
  const trial = form === 'REGULAR' ? random.chance(0.88) : random.chance(0.5)
  const promotion = form !== 'REGULAR' && random.chance(form === 'NON_REGULAR' ? 0.65 : 0.4)
  return given({
    title,
    occupationCode: template.occupation,
    duties: dutiesOf(random, template, facts, mark),
    dutiesChange: facts.dutiesChange,
    employmentType: form,
    ...(form === 'NON_REGULAR' ? { employmentName: random.pick(['契約社員', '契約職員', '嘱託社員', '準社員']) } : {}),
    ...(form === 'REGULAR' ? {} : { promotion, ...(promotion ? { promotionRecord: `過去3年で${random.int(1, 8)}人` } : {}) }),
    dispatch: 'NONE',
    ...termOf(random, form),
    ...ageOf(draft, facts.experienceRequired),
    education:
      form === 'REGULAR'
        ? random.weighted([
            ['NONE', 62],
            ['HIGH_SCHOOL', 30],
            ['COLLEGE', 6],
            ['UNIVERSITY', 2],
          ] as const)
        : 'NONE',
    experience,
    ...(experience === 'NONE' ? {} : { experienceNote: text ?? '同じ仕事の経験があればなお可' }),
    ...(template.pcSkills === undefined ? {} : { pcSkills: random.pick(template.pcSkills) }),
    drivingLicence:
      driving === undefined ? (template.drives === true ? 'REQUIRED_AT' : 'NONE') : driving.need === 'REQUIRED' ? 'REQUIRED_AT' : 'WELCOME',
    licences: licences.map((one) => ({ name: one.name, demand: one.need === 'REQUIRED' ? 'REQUIRED' : 'WELCOME' })),
    ...(licences.length > 1 ? { anyLicence: true } : {}),
    trialPeriod: trial,
    ...(trial ? { trialMonths: random.pick([1, 2, 3, 3, 3, 6]), trialConditions: 'SAME' } : {}),
  })
}

function wageStep({ random, template, form, hours, wage }: Draft): Values {
  const fixed = wage.fixedOvertime
  const commuting = random.weighted([
    ['ACTUAL_LIMITED', 78],
    ['ACTUAL', 12],
    ['FIXED', 7],
    ['NONE', 3],
  ] as const)
  const raises = random.chance(form === 'PART_TIME' ? 0.45 : 0.8)
  const bonus = random.chance(form === 'REGULAR' ? 0.82 : form === 'NON_REGULAR' ? 0.5 : 0.22)
  const raise = random.int(1, 4) * 1000
  const others = random.some(['家族手当', '住宅手当', '皆勤手当', '年末年始手当', '早朝手当', '休日手当'], random.int(1, 2)).join('、')
  return given({
    wageForm: wage.wageForm,
    baseFrom: wage.baseFrom,
    baseTo: wage.baseTo,
    allowances: wage.allowances,
    fixedOvertime: fixed !== null,
    ...(fixed === null
      ? {}
      : { fixedOvertimeFrom: fixed.from, fixedOvertimeTo: fixed.to, fixedOvertimeHours: fixed.hours, fixedOvertimeExcessPaid: true }),
    ...(form === 'REGULAR' && random.chance(0.5) ? { otherAllowances: `${others}（規定による）` } : {}),
    ...(template.drives === true && form === 'PART_TIME' && random.chance(0.3) ? { otherAllowances: '移動手当（規定による）' } : {}),
    workingDaysPerMonth: Math.round((10 * (365 - hours.yearlyHolidays)) / 12) / 10,
    commuting,
    ...(commuting === 'ACTUAL_LIMITED'
      ? { commutingPer: 'MONTH', commutingAmount: random.pick([10000, 15000, 20000, 24500, 30000, 50000]) }
      : {}),
    ...(commuting === 'FIXED'
      ? form === 'PART_TIME'
        ? { commutingPer: 'DAY', commutingAmount: random.pick([100, 200, 300, 500]) }
        : { commutingPer: 'MONTH', commutingAmount: random.pick([5000, 8000, 10000]) }
      : {}),
    ...random.pick([
      { cutOffDay: '月末', paydayMonth: 'NEXT_MONTH', payday: '25日' },
      { cutOffDay: '月末', paydayMonth: 'NEXT_MONTH', payday: '15日' },
      { cutOffDay: '毎月20日', paydayMonth: 'THIS_MONTH', payday: '月末' },
      { cutOffDay: '毎月15日', paydayMonth: 'THIS_MONTH', payday: '25日' },
      { cutOffDay: '月末', paydayMonth: 'NEXT_MONTH', payday: '10日' },
    ]),
    raises,
    ...(raises
      ? {
          raisesRecord:
            form === 'PART_TIME'
              ? `1時間あたり${random.pick([10, 10, 20, 30])}円〜${random.pick([40, 50, 60])}円`
              : `1か月あたり${yen(raise)}円〜${yen(raise + random.int(1, 6) * 1000)}円`,
        }
      : {}),
    bonus,
    ...(bonus ? bonusOf(random, form) : {}),
  })
}

function bonusOf(random: Random, form: Form): Values {
  if (form !== 'PART_TIME' && random.chance(0.75))
    return { bonusTimes: random.pick([1, 2, 2, 2]), bonusMonths: random.int(form === 'REGULAR' ? 3 : 1, form === 'REGULAR' ? 9 : 4) / 2 }
  const from = random.int(1, form === 'PART_TIME' ? 4 : 15) * 10000
  return { bonusTimes: random.pick([1, 2]), bonusFrom: from, bonusTo: from + random.int(1, form === 'PART_TIME' ? 4 : 30) * 10000 }
}

function hoursStep({ random, form, hours }: Draft, overtimeHours: number): Values {
  const special = overtimeHours >= 15 && random.chance(0.4)
  return given({
    variableHours: hours.variable,
    shifts: hours.shifts,
    ...(hours.note === undefined ? {} : { hoursNote: hours.note }),
    overtime: overtimeHours > 0,
    ...(overtimeHours > 0
      ? {
          overtimeHours,
          specialClause: special,
          ...(special ? { specialClauseNote: '納期の変更や急な依頼が重なったとき、年6回まで、1か月60時間まで' } : {}),
        }
      : {}),
    breakMinutes: hours.breakMinutes,
    ...(form === 'PART_TIME'
      ? { daysPerWeek: random.chance(0.5) ? `${hours.daysPerWeek ?? ''}（相談可）` : (hours.daysPerWeek ?? '') }
      : {}),
    daysOff: hours.daysOff,
    twoDaysOff: hours.twoDaysOff,
    ...(hours.daysOffNote === null ? {} : { daysOffNote: hours.daysOffNote }),
    yearlyHolidays: hours.yearlyHolidays,
    paidLeaveDays: hours.paidLeaveDays,
  })
}

function insuranceStep({ random, employer, form, hours }: Draft): Values {
  const social = form !== 'PART_TIME' || hours.weeklyHours >= 30 || (hours.weeklyHours >= 20 && employer.employeesWhole > 50)
  const insurances = ['ACCIDENT', ...(hours.weeklyHours >= 20 ? ['EMPLOYMENT'] : []), ...(social ? ['HEALTH', 'PENSION'] : [])]
  const pay = employer.retirementPay && form === 'REGULAR'
  const retires = employer.retirementAge !== null
  const nursery = ['hospital', 'care'].includes(employer.profile) && random.chance(0.2)
  return given({
    insurances,
    corporatePensions: form === 'REGULAR' ? employer.corporatePension : [],
    mutualAid: form === 'REGULAR' && employer.mutualAid,
    retirementPay: pay,
    ...(pay ? { retirementPayYears: random.pick([1, 2, 3, 3, 5]) } : {}),
    retirement: retires,
    ...(retires ? { retirementAge: employer.retirementAge, reemployment: true, reemploymentAge: employer.reemploymentAge } : {}),
    extension: false,
    housingSingle: (employer.profile === 'hotel' && random.chance(0.7)) || random.chance(0.06),
    housingFamily: random.chance(0.02),
    nursery,
    ...(nursery ? { nurseryNote: '敷地内の保育室（生後6か月から）' } : {}),
    workRules: form === 'PART_TIME' ? employer.workRulesPartTime : employer.workRulesFullTime,
  })
}

const prStep = ({ random, template }: Draft): Values =>
  given({
    ...(random.chance(0.8) ? { prMessage: prMessageOf(random) } : {}),
    ...(random.chance(0.5) ? { jobFeatures: jobFeaturesOf(random) } : {}),
    ...(random.chance(0.55) ? { welfare: welfareOf(random, template) } : {}),
    ...(random.chance(0.5) ? { training: trainingOf(random) } : {}),
    ...(random.chance(0.45) ? { workLifeSupport: workLifeSupportOf(random) } : {}),
  })

const remarks = [
  '応募の前に、窓口で紹介を受けてください。',
  '職場見学ができます。希望の方は、事前にご連絡ください。',
  '面接の日時は、在職中の方のご都合に合わせて調整します。',
  '勤務開始日は相談できます。',
  '制服は貸与します。',
  '応募が多いときは、受付を早めに終えることがあります。',
]

function selectionStep({ random, employer, place, elsewhere, form }: Draft, facts: TextFacts, selfApplication: boolean): Values {
  const documentsFirst = form !== 'PART_TIME' && random.chance(0.4)
  const test = form === 'REGULAR' && random.chance(0.1)
  const careerSheet = form === 'REGULAR' && random.chance(0.6)
  const ways = [
    ...(selfApplication ? ['MY_PAGE'] : []),
    ...(documentsFirst || random.chance(0.3) ? ['POST'] : []),
    ...(documentsFirst ? [] : ['BRING']),
  ]
  const address = elsewhere ? place.city + place.address : employer.city + employer.address
  return given({
    hires: facts.hires,
    hiringReason: facts.reason,
    methods: [...(documentsFirst ? ['DOCUMENTS'] : []), 'INTERVIEW', ...(test ? ['TEST'] : [])],
    interviews: form === 'REGULAR' && random.chance(0.2) ? 2 : 1,
    noticeFrom: documentsFirst ? random.pick(['AFTER_DOCUMENTS', 'AFTER_INTERVIEW']) : 'AFTER_INTERVIEW',
    noticeDays: random.pick([3, 5, 7, 7, 7, 10, 14]),
    noticeWays: [...(selfApplication ? ['MY_PAGE'] : []), ...random.pick([['PHONE'], ['POST'], ['PHONE', 'POST']])],
    selectionWhen: documentsFirst
      ? '書類選考のあとに連絡します'
      : random.pick(['随時', '随時（日程は相談できます）', '平日の日中（時間は相談できます）']),
    selectionPlace: address,
    documents: ['LETTER', 'RESUME', ...(careerSheet ? ['CAREER_SHEET'] : []), ...(random.chance(0.06) ? ['JOB_CARD'] : [])],
    documentWays: ways,
    ...(ways.includes('POST')
      ? { documentAddress: `〒${employer.postalCode.slice(0, 3)}-${employer.postalCode.slice(3)} ${employer.city}${employer.address}` }
      : {}),
    documentReturn: random.chance(0.35) ? 'RETURN' : 'DISCARD',
    contactSection: employer.contact.section,
    contactName: employer.contact.name,
    contactNameKana: employer.contact.nameKana,
    contactPhone: employer.phone,
    ...(random.chance(0.6) ? { contactEmail: employer.email } : {}),
    ...(random.chance(0.6) ? { remarks: random.some(remarks, random.int(1, 3)).join('\n') } : {}),
  })
}

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

/** The posting that the design draws: accounting at the demo employer, open to online applications. */
function drawnPosting(base: DemoPosting, employer: DemoEmployer): DemoPosting {
  const { steps } = base
  return {
    ...base,
    postingNumber: `${employer.officeCode}-00041826`,
    workplace: {
      postalCode: employer.postalCode,
      prefectureCode: employer.prefectureCode,
      municipalityCode: employer.municipalityCode,
      city: employer.city,
      address: employer.address,
    },
    steps: {
      ...steps,
      kind: { kind: 'GENERAL', workTime: 'FULL_TIME', scope: '1', selfApplication: true, provisionRefused: [], trial: 'NONE' },
      establishment: {
        workplace: 'SAME',
        workplaceChange: '変更なし',
        station: '汐見駅',
        stationTransport: 'WALK',
        stationMinutes: 7,
        smoking: 'NO_SMOKING',
        carCommuting: false,
        transfer: false,
        remoteWork: '週2日まで可',
      },
      work: {
        title: '経理事務／月次決算まで',
        occupationCode: '038',
        duties:
          '計測器の部品をつくる会社で、経理を担当します。伝票の入力、支払いと請求、月次決算の取りまとめまで、3人で分担します。\n入社後3か月は先輩が隣につきます。月初の5日間が忙しく、そのほかは定時で帰る日がほとんどです。\n使う会計ソフトは入社後に覚えていただければ大丈夫です。',
        dutiesChange: '総務の仕事を担当することがあります',
        employmentType: 'REGULAR',
        dispatch: 'NONE',
        term: 'NONE',
        ageLimited: true,
        ageTo: 59,
        ageReason: 'RETIREMENT',
        ageReasonText: '定年が60歳のため',
        education: 'NONE',
        experience: 'REQUIRED',
        experienceNote: '経理の実務が1年以上ある方（業種は問いません）',
        pcSkills: '表計算で関数が使えること',
        drivingLicence: 'NONE',
        licences: [{ name: '日商簿記3級', demand: 'WELCOME' }],
        trialPeriod: true,
        trialMonths: 3,
        trialConditions: 'SAME',
      },
      wage: {
        wageForm: 'MONTHLY',
        baseFrom: 213000,
        baseTo: 255000,
        allowances: [{ name: '職務手当', from: 15000, to: 20000 }],
        fixedOvertime: false,
        workingDaysPerMonth: 20.1,
        commuting: 'ACTUAL_LIMITED',
        commutingPer: 'MONTH',
        commutingAmount: 30000,
        cutOffDay: '月末',
        paydayMonth: 'NEXT_MONTH',
        payday: '25日',
        raises: true,
        raisesRecord: '1か月あたり2,800円〜6,500円',
        bonus: true,
        bonusTimes: 2,
        bonusMonths: 3.2,
      },
      hours: {
        variableHours: 'NONE',
        shifts: [{ from: '09:00', to: '17:45' }],
        overtime: true,
        overtimeHours: 8,
        specialClause: false,
        breakMinutes: 60,
        daysOff: ['SAT', 'SUN', 'HOLIDAY'],
        twoDaysOff: 'EVERY_WEEK',
        daysOffNote: '夏季3日、年末年始',
        yearlyHolidays: 124,
        paidLeaveDays: 10,
      },
      selection: {
        ...steps.selection,
        hires: 1,
        hiringReason: 'VACANCY',
        methods: ['DOCUMENTS', 'INTERVIEW'],
        interviews: 1,
        noticeFrom: 'AFTER_DOCUMENTS',
        noticeDays: 7,
        noticeWays: ['MY_PAGE', 'PHONE'],
        selectionWhen: '書類選考のあとに連絡します',
        documents: ['RESUME', 'CAREER_SHEET'],
        documentWays: ['MY_PAGE', 'POST'],
        documentAddress: `〒${employer.postalCode.slice(0, 3)}-${employer.postalCode.slice(3)} ${employer.city}${employer.address}`,
      },
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
