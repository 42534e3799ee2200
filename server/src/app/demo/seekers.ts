import { addDays, endOfMonth, type JstDate } from '../../kernel/calendar.ts'
import { municipalitiesOf } from '../../modules/offices/data/places.rules.ts'
import type { CareerRow, SchoolRow } from '../../modules/seekers/seekers.table.ts'
import { demoAccounts } from './accounts.ts'
import { personName, words } from './names.ts'
import { eightDigits, inventedPhone } from './numbers.ts'
import { makeOffices, officeCodeFor } from './offices.ts'
import { inventedBlock, somePrefecture, someTown, townsOf } from './places.ts'
import { minimumWageOf } from './posting-wage.ts'
import { type Random, randomOf } from './random.ts'
import { type Trade, trades } from './seeker-trades.ts'

/** Field names are those of `seekers` and `seeker_sheets`; `email` is null for people registered at the counter without a My Page. */
export type DemoSeeker = {
  key: string
  email: string | null
  officeCode: string
  seekerNumber: string
  kind: 'ONLINE' | 'REGISTERED'
  appliedOn: JstDate
  validUntil: JstDate
  published: boolean
  providedToLocalGovernments: boolean
  providedToAgencies: boolean
  name: string
  nameKana: string
  birthDate: JstDate
  postalCode: string
  prefectureCode: string
  municipalityCode: string
  city: string
  address: string
  station: string
  phone: string
  workSituation: 'EMPLOYED' | 'UNEMPLOYED' | 'STUDENT'
  schoolSituation: 'NONE'
  wishedOccupations: string[]
  wishedDuties: string
  wishedKind: 'FULL_TIME' | 'PART_TIME'
  wishedEmploymentTypes: string[]
  wishedHours: string
  overtimeWish: string
  daysOffWish: string
  remoteWish: boolean
  wishedMunicipalities: string[]
  commuteMinutes: number
  commutesByCar: boolean
  wishedMonthlyWage: number | null
  wishedHourlyWage: number | null
  education: string
  schools: SchoolRow[]
  licences: string[]
  pcSkills: string
  careers: CareerRow[]
  selfPr: string
  wishesToEmployers: string | null
}

const monthsOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
const monthText = (months: number): string => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`

/** Jobs one after another, a few months between them, the newest first. */
function careersOf(random: Random, trade: Trade, birthYear: number, today: JstDate, employed: boolean): CareerRow[] {
  const now = monthsOf(today)
  const first = Math.min((birthYear + random.pick([18, 18, 20, 22])) * 12 + 3, now - 12)
  const count = now - first < 60 ? 1 : random.int(1, 3)
  const rows: CareerRow[] = []
  let from = first
  for (let nth = 0; nth < count; nth++) {
    const last = nth === count - 1
    const length = Math.floor((now - from) / (count - nth))
    const to = last ? now - random.int(1, Math.min(8, now - from - 1)) : from + random.int(Math.ceil(length / 2), length - 1)
    const past = last || random.chance(0.5) ? trade : random.pick(trades)
    rows.push({
      employer: `${random.pick(words)[0]}${random.pick(past.employers)}`,
      from: monthText(from),
      to: last && employed ? null : monthText(to),
      form: random.weighted([
        ['REGULAR', 6],
        ['NON_REGULAR', 2],
        ['PART_TIME', 2],
      ] as const),
      occupation: past.occupation,
      duties: random.some(past.duties, random.int(1, 2)).join('\n'),
    })
    from = Math.min(to + random.int(1, 4), now - 3)
  }
  return rows.reverse()
}

function seeker(index: number, today: JstDate, offices: ReturnType<typeof makeOffices>): DemoSeeker {
  const random = randomOf(`seeker ${index}`)
  const trade = random.pick(trades)
  const prefectureCode = index < 47 ? String(index + 1).padStart(2, '0') : somePrefecture(random)
  const town = someTown(random, prefectureCode)
  const officeCode = officeCodeFor(offices, prefectureCode, town.postalCode)
  const age = random.int(20, 66)
  const birthYear = Number(today.slice(0, 4)) - age - 1
  const appliedOn = addDays(today, -random.int(0, 58))
  const part = random.chance(trade.part)
  const employed = random.chance(0.42)
  const near = municipalitiesOf(prefectureCode).filter((one) => townsOf(prefectureCode).some((t) => t.municipalityCode === one.code))
  const kind = random.chance(0.55) ? 'REGISTERED' : 'ONLINE'
  const { name, nameKana } = personName(random)
  const careers = careersOf(random, trade, birthYear, today, employed)
  return {
    key: `seeker-${index + 1}`,
    email: kind === 'ONLINE' || random.chance(0.7) ? `s${String(index + 1).padStart(3, '0')}@mail.example` : null,
    officeCode,
    seekerNumber: `${officeCode}-${eightDigits(40210000 + index * 7 + random.int(0, 6))}`,
    kind,
    appliedOn,
    validUntil: endOfMonth(appliedOn, 2),
    published: random.chance(0.68),
    providedToLocalGovernments: random.chance(0.5),
    providedToAgencies: random.chance(0.35),
    name,
    nameKana,
    birthDate: `${birthYear}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`,
    postalCode: town.postalCode,
    prefectureCode,
    municipalityCode: town.municipalityCode,
    city: town.city,
    address: `${town.area}${inventedBlock(random)}${random.chance(0.4) ? ` ${random.pick(words)[0]}荘${random.int(101, 305)}号` : ''}`,
    station: `${town.area.slice(0, 6)}駅`,
    phone: inventedPhone(random),
    workSituation: employed ? 'EMPLOYED' : 'UNEMPLOYED',
    schoolSituation: 'NONE',
    wishedOccupations: [trade.occupation, ...(random.chance(0.45) ? [random.pick(trade.near)] : [])],
    wishedDuties: random.pick(trade.wishes),
    wishedKind: part ? 'PART_TIME' : 'FULL_TIME',
    wishedEmploymentTypes: part ? ['PART_TIME'] : random.pick([['REGULAR'], ['REGULAR', 'NON_REGULAR']]),
    wishedHours: part
      ? random.pick(['9:00〜15:00', '午前中', '10:00〜16:00', '週4日、1日5時間まで'])
      : random.pick(['9:00〜18:00', '日中', '8:30〜17:30', '夜勤も相談できます']),
    overtimeWish: part ? '残業はできません' : random.pick(['月10時間まで', '月20時間まで', '相談できます', 'できるだけ少なく']),
    daysOffWish: random.pick(['土日祝', '日曜とほかの1日', '曜日は問いません', '土日のどちらか']),
    remoteWish: trade.occupation === '009' || random.chance(0.12),
    wishedMunicipalities: [...new Set([town.municipalityCode, ...random.some(near, 2).map((one) => one.code)])].slice(0, 3),
    commuteMinutes: random.pick([20, 30, 30, 40, 45, 60]),
    commutesByCar: random.chance(prefectureCode === '13' || prefectureCode === '27' ? 0.2 : 0.75),
    wishedMonthlyWage: part
      ? null
      : Math.ceil((trade.monthly * (0.9 + random.next() * 0.3) * minimumWageOf(prefectureCode)) / 1121 / 10) * 10000,
    wishedHourlyWage: part ? Math.ceil(minimumWageOf(prefectureCode) / 10) * 10 + random.pick([0, 20, 50, 100]) : null,
    education: random.pick(['HIGH_SCHOOL', 'HIGH_SCHOOL', 'COLLEGE', 'UNIVERSITY']),
    schools: [
      {
        name: `${random.pick(words)[0]}${random.pick(['高等学校', '高等学校', '専門学校', '大学'])}`,
        faculty: random.pick(['普通科', '商業科', '情報科', '福祉科']),
        finished: `${birthYear + 18}-03`,
      },
    ],
    licences: [...random.some(trade.licences, random.int(0, 2)), ...(random.chance(0.7) ? ['普通自動車運転免許'] : [])],
    pcSkills: random.pick(['文書作成と表計算の基本操作', '文字入力と検索', '表計算の関数とグラフ', 'メールと予定表']),
    careers,
    selfPr: [random.pick(trade.prs), random.pick(manners)].join('\n'),
    wishesToEmployers: random.chance(0.4)
      ? random.pick([
          '応募の前に、職場を見学したいです。',
          '在職中のため、面接は平日の夕方以降を希望します。',
          '子どもの送迎があり、始業は9時以降だと助かります。',
          '長く続けられる職場を探しています。',
        ])
      : null,
  }
}

const manners = [
  'わからないことはその日のうちに確かめ、同じことを二度聞かないように書き留めています。',
  '前の職場では、新しく入った人に仕事を教える役も任されていました。',
  '体を動かすことが好きで、休みの日は川沿いを歩いています。',
  '周りの人に声をかけながら進めることを大切にしています。',
  '時間と約束を守ることを、何より心がけてきました。',
  '忙しいときほど、ていねいに確かめるようにしています。',
]

/** 水野 はるか, as the design draws her: four years of accounting, wishes accounting with days at home. */
function mizuno(base: DemoSeeker, offices: ReturnType<typeof makeOffices>, today: JstDate): DemoSeeker {
  const town = townsOf('13').find((one) => one.city === '江東区') ?? townsOf('13')[0]
  if (town === undefined) throw new Error('no town in Tokyo')
  const year = Number(today.slice(0, 4))
  return {
    ...base,
    ...demoAccounts.seeker,
    officeCode: offices.find((office) => office.name === '汐見公共職業安定所')?.code ?? '13010',
    seekerNumber: '13010-40219011',
    kind: 'REGISTERED',
    appliedOn: addDays(today, -20),
    validUntil: endOfMonth(addDays(today, -20), 2),
    published: true,
    birthDate: `${year - 31}-05-14`,
    postalCode: town.postalCode,
    prefectureCode: '13',
    municipalityCode: town.municipalityCode,
    city: town.city,
    address: `${town.area}2-8-5`,
    workSituation: 'EMPLOYED',
    wishedOccupations: ['038', '034'],
    wishedDuties: '経理の仕事を続けながら、月次決算まで任せてもらえる職場を希望します。',
    wishedKind: 'FULL_TIME',
    wishedEmploymentTypes: ['REGULAR'],
    wishedHours: '9:00〜18:00',
    overtimeWish: '月10時間まで',
    daysOffWish: '土日祝',
    remoteWish: true,
    wishedMunicipalities: [town.municipalityCode, '13102', '13108'],
    commuteMinutes: 30,
    commutesByCar: false,
    wishedMonthlyWage: 220000,
    wishedHourlyWage: null,
    education: 'COLLEGE',
    schools: [{ name: 'ひばり野短期大学', faculty: '商学科', finished: `${year - 11}-03` }],
    licences: ['日商簿記2級', '普通自動車運転免許'],
    pcSkills: '表計算の関数と集計、会計ソフト',
    careers: [
      {
        employer: 'こもれび商会',
        from: `${year - 4}-04`,
        to: null,
        form: 'REGULAR',
        occupation: '038',
        duties: '伝票の入力、請求書の発行、入金の確認、月次決算の補助',
      },
      {
        employer: '翠川書店',
        from: `${year - 11}-04`,
        to: `${year - 4}-03`,
        form: 'REGULAR',
        occupation: '045',
        duties: '書籍の販売、発注、売上の集計',
      },
    ],
    selfPr:
      '販売の仕事から経理に移り、4年になります。締切りから逆算して早めに確かめることを心がけ、この2年は月次の遅れを出していません。\n表計算で請求の一覧を作り直し、確認の時間を半分にしました。',
    wishesToEmployers: '在職中のため、面接は平日の17時以降だと助かります。',
  }
}

/** Invented people looking for work; the first is `seeker@demo.example`, the second `online-seeker@demo.example`. */
export function makeSeekers(n: number, today: JstDate): DemoSeeker[] {
  const offices = makeOffices()
  return Array.from({ length: n }, (_, index) => {
    const base = seeker(index, today, offices)
    if (index === 0) return mizuno(base, offices, today)
    if (index === 1) return { ...base, ...demoAccounts.onlineSeeker, kind: 'ONLINE', published: true }
    return base
  })
}
