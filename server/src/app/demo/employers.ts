import { demoAccounts } from './accounts.ts'
import { businessOf, nameOf } from './employer-names.ts'
import { industries, profiles } from './industries.ts'
import type { Profile } from './industry.ts'
import { personName, words } from './names.ts'
import { corporateNumber, digits, inventedPhone } from './numbers.ts'
import { makeOffices, officeCodeFor } from './offices.ts'
import { inventedBlock, somePrefecture, someTown, townsOf } from './places.ts'
import { type Random, randomOf } from './random.ts'

/** Field names are those of `employer_sheets`; what is not a column there stands first. */
export type DemoEmployer = {
  key: string
  profile: Profile
  officeCode: string
  employerNumber: string
  city: string
  name: string
  nameKana: string
  corporateNumber: string
  representativeTitle: string
  representativeName: string
  postalCode: string
  prefectureCode: string
  municipalityCode: string
  address: string
  phone: string
  email: string
  webPage: string
  industryCode: string
  business: string
  features: string
  foundedYear: number
  /** Units of 10,000 yen; null where there is none. */
  capital: number | null
  employeesWhole: number
  employeesHere: number
  employeesWomen: number
  employeesPartTime: number
  union: boolean
  workRulesFullTime: boolean
  workRulesPartTime: boolean
  leaveRecords: { childcare: boolean; nursingCare: boolean; sickChildCare: boolean }
  foreignEmployees: boolean
  insurances: string[]
  corporatePension: string[]
  mutualAid: boolean
  retirementPay: boolean
  retirementAge: number | null
  reemploymentAge: number | null
  accessibility: string[]
  contact: { section: string; name: string; nameKana: string }
}

const sections = ['総務部', '総務課', '人事担当', '採用担当', '事務局', '管理部', '本社 総務']
const facilities = ['LIFT', 'BRAILLE', 'HANDRAILS', 'BARRIER_FREE_TOILET', 'WHEELCHAIR']
const withoutSea = new Set(['09', '10', '11', '19', '20', '21', '25', '29'])
const publicKinds: Profile[] = ['care', 'nursery', 'clinic', 'hospital', 'school', 'coop', 'forest']

export function drawEmployer(index: number, offices: ReturnType<typeof makeOffices>, taken: Set<string>): DemoEmployer {
  const random = randomOf(`employer ${index}`)
  const drawn = index < profiles.length ? (profiles[index] ?? 'care') : random.weighted(profiles.map((p) => [p, industries[p].weight]))
  const prefectureCode = index < 94 ? String((index % 47) + 1).padStart(2, '0') : somePrefecture(random)
  const profile = drawn === 'fishery' && withoutSea.has(prefectureCode) ? 'farm' : drawn
  const industry = industries[profile]
  const town = someTown(random, prefectureCode)
  const [name, nameKana] = nameOf(random, profile, taken)
  const officeCode = officeCodeFor(offices, prefectureCode, town.postalCode)
  const here = Math.round(industry.size[0] + (industry.size[1] - industry.size[0]) * random.next() ** 2.2)
  const whole = random.chance(0.45) ? here : here + random.int(3, Math.max(6, here * 3))
  const serving = ['care', 'nursery', 'clinic', 'hospital', 'pharmacy', 'beauty', 'retail', 'restaurant'].includes(profile)
  const women = Math.min(here, Math.round(here * (serving ? 0.5 + random.next() * 0.35 : 0.12 + random.next() * 0.4)))
  const contact = personName(random)
  const representative = personName(random)
  const domain = `e${String(index + 1).padStart(3, '0')}.example`
  const retirementAge =
    here < 6 && random.chance(0.4)
      ? null
      : random.weighted([
          [60, 50],
          [65, 42],
          [70, 8],
        ] as const)
  const corporatePension: string[] = whole > 100 && random.chance(0.35) ? [random.pick(['DEFINED_CONTRIBUTION', 'DEFINED_BENEFIT'])] : []
  return {
    key: `employer-${index + 1}`,
    profile,
    officeCode,
    employerNumber: `${officeCode.slice(0, 4)}-${String(600000 + index)}-${random.int(0, 9)}`,
    city: town.city,
    name,
    nameKana,
    corporateNumber: corporateNumber(`0000${digits(random, 8)}`),
    representativeTitle:
      name.startsWith('医療法人') || name.startsWith('社会福祉法人')
        ? '理事長'
        : name.includes('会社') && industry.head === '理事長'
          ? '代表取締役'
          : industry.head,
    representativeName: representative.name,
    postalCode: town.postalCode,
    prefectureCode,
    municipalityCode: town.municipalityCode,
    address: town.area + inventedBlock(random) + (random.chance(0.12) ? ` ${random.pick(words)[0]}ビル${random.int(2, 7)}階` : ''),
    phone: inventedPhone(random),
    email: `saiyo@${domain}`,
    webPage: `https://www.${domain}/`,
    industryCode: industry.code,
    business: businessOf(random, profile, name),
    features: random.pick(industry.features),
    foundedYear: random.int(1948, 2021),
    capital: publicKinds.includes(profile) ? null : random.pick([100, 300, 500, 1000, 1000, 2000, 3000, 5000, 9800]),
    employeesWhole: whole,
    employeesHere: here,
    employeesWomen: women,
    employeesPartTime: Math.min(here, Math.round(here * (serving ? 0.25 + random.next() * 0.35 : random.next() * 0.3))),
    union: whole > 120 && random.chance(0.5),
    workRulesFullTime: here >= 10 || random.chance(0.8),
    workRulesPartTime: here >= 10 || random.chance(0.6),
    leaveRecords: {
      childcare: here > 12 && random.chance(0.8),
      nursingCare: here > 30 && random.chance(0.4),
      sickChildCare: here > 20 && random.chance(0.5),
    },
    foreignEmployees: random.chance(0.3),
    insurances: ['EMPLOYMENT', 'ACCIDENT', 'HEALTH', 'PENSION'],
    corporatePension,
    mutualAid: corporatePension.length === 0 && random.chance(0.45),
    retirementPay: random.chance(0.68),
    retirementAge,
    reemploymentAge: retirementAge === null ? null : retirementAge === 60 ? 65 : retirementAge === 65 ? 70 : 75,
    accessibility: here > 25 ? random.some(facilities, random.int(0, 4)) : random.some(facilities, random.int(0, 1)),
    contact: { section: here < 8 ? '採用担当' : random.pick(sections), name: contact.name, nameKana: contact.nameKana },
  }
}

/** The employer of `employer@demo.example`, as the design draws it. */
function asanagi(random: Random, base: DemoEmployer, offices: ReturnType<typeof makeOffices>): DemoEmployer {
  const town = townsOf('13').find((one) => one.city === '江東区') ?? someTown(random, '13')
  return {
    ...base,
    profile: 'machine',
    officeCode: offices.find((office) => office.name === '汐見公共職業安定所')?.code ?? '13010',
    employerNumber: '1301-204815-7',
    city: town.city,
    name: '株式会社あさなぎ製作室',
    nameKana: 'カブシキガイシャ アサナギセイサクシツ',
    representativeTitle: '代表取締役',
    postalCode: town.postalCode,
    prefectureCode: '13',
    municipalityCode: town.municipalityCode,
    address: `${town.area}3-14-2`,
    email: 'saiyo@asanagi.example',
    webPage: 'https://www.asanagi.example/',
    industryCode: 'E',
    business: '計測器の部品の設計と製作を行っています。食品や薬の工場で使われる計測器の、心臓部にあたる部品です。',
    features: '設計、加工、組立てが同じ建屋にあり、部署をこえて相談できます。残業は月平均8時間です。',
    foundedYear: 1974,
    capital: 3000,
    employeesWhole: 86,
    employeesHere: 62,
    employeesWomen: 27,
    employeesPartTime: 9,
    leaveRecords: { childcare: true, nursingCare: true, sickChildCare: true },
    insurances: ['EMPLOYMENT', 'ACCIDENT', 'HEALTH', 'PENSION'],
    workRulesFullTime: true,
    workRulesPartTime: true,
    retirementPay: true,
    retirementAge: 60,
    reemploymentAge: 65,
    contact: { section: '総務部', name: demoAccounts.employer.name, nameKana: demoAccounts.employer.nameKana },
  }
}

/** The employer of `employer2@demo.example`. */
function yurarino(base: DemoEmployer): DemoEmployer {
  return {
    ...base,
    name: '社会福祉法人ゆらり野福祉会',
    nameKana: 'シャカイフクシホウジン ユラリノフクシカイ',
    representativeTitle: '理事長',
    email: 'saiyo@yurarino.example',
    webPage: 'https://www.yurarino.example/',
    capital: null,
    contact: { section: '法人本部', name: demoAccounts.employer2.name, nameKana: demoAccounts.employer2.nameKana },
  }
}

/** Invented establishments of every industry and prefecture; the first two belong to the demo accounts. */
export function makeEmployers(n = 300): DemoEmployer[] {
  const offices = makeOffices()
  const taken = new Set(['あさなぎ製作所', 'ゆらり野福祉会'])
  const first = profiles.indexOf('care')
  return Array.from({ length: n }, (_, index) => {
    if (index === 0) return asanagi(randomOf('asanagi'), drawEmployer(0, offices, taken), offices)
    if (index === 1) {
      const base = drawEmployer(47 * 2 + first, offices, new Set())
      return yurarino({ ...base, ...careOf(base, offices), key: 'employer-2' })
    }
    return drawEmployer(index, offices, taken)
  })
}

/** The second demo employer gives care in Tokyo, so that both are served by the same prefecture's offices. */
function careOf(base: DemoEmployer, offices: ReturnType<typeof makeOffices>): Partial<DemoEmployer> {
  const random = randomOf('yurarino')
  const town = someTown(random, '13')
  const officeCode = officeCodeFor(offices, '13', town.postalCode)
  const industry = industries.care
  return {
    profile: 'care',
    officeCode,
    employerNumber: `${officeCode.slice(0, 4)}-318204-2`,
    city: town.city,
    postalCode: town.postalCode,
    prefectureCode: '13',
    municipalityCode: town.municipalityCode,
    address: town.area + inventedBlock(random),
    industryCode: industry.code,
    business: industry.businesses[0] ?? base.business,
    features: industry.features[0] ?? base.features,
    employeesWhole: 180,
    employeesHere: 74,
    employeesWomen: 52,
    employeesPartTime: 28,
    workRulesFullTime: true,
    workRulesPartTime: true,
    retirementAge: 65,
    reemploymentAge: 70,
  }
}
