import type { Values } from '../../kernel/form.ts'
import { PROVISION_VERSION } from '../../modules/postings/postings.provision.rules.ts'
import { type Draft, type Form, given } from './posting-draft.ts'
import { jobFeaturesOf, prMessageOf, type TextFacts, trainingOf, welfareOf, workLifeSupportOf } from './posting-text.ts'

/** Scope, kind and online application, in the shares seen in real openings. */
export function kindStep({ random, form }: Draft): Values {
  const scope = random.weighted([
    ['1', 70],
    ['2', 12],
    ['3', 13],
    ['4', 5],
  ] as const)
  const disability = random.chance(0.03)
  const selfApplication = (scope === '1' || scope === '2') && random.chance(0.66)
  const provisionRefused = random.weighted([
    [[], 70],
    [['AGENCIES'], 24],
    [['AGENCIES', 'LOCAL_GOVERNMENTS'], 6],
  ] as [string[], number][])
  return given({
    kind: disability ? 'DISABILITY' : 'GENERAL',
    workTime: form === 'PART_TIME' ? 'PART_TIME' : 'FULL_TIME',
    scope,
    selfApplication,
    provisionRefused,
    ...(provisionRefused.length < 2 ? { provisionAgreement: PROVISION_VERSION } : {}),
    trial: !disability && random.chance(0.06) ? 'GENERAL' : 'NONE',
  })
}

/** The workplace and the way there. */
export function establishmentStep({ random, employer, template, place, elsewhere }: Draft, form: Form): Values {
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

/** Hours, overtime within the law and days off. */
export function hoursStep({ random, form, hours }: Draft, overtimeHours: number): Values {
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

/** Insurances and what follows from age and form of employment. */
export function insuranceStep({ random, employer, form, hours }: Draft): Values {
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

/** What the employer says of itself. */
export const prStep = ({ random, template }: Draft): Values =>
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

/** How it is decided, and to whom one turns. */
export function selectionStep({ random, employer, place, elsewhere, form }: Draft, facts: TextFacts, selfApplication: boolean): Values {
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
