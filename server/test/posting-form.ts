import type { RawForm, RawStep } from '../src/kernel/form.ts'
import { PROVISION_VERSION } from '../src/modules/postings/postings.provision.rules.ts'

/** A posting as an employer types it, without a problem: Tokyo, full-time, scope 1, online applications. */
export const typedPosting = (): RawForm => ({
  kind: {
    kind: 'GENERAL',
    workTime: 'FULL_TIME',
    scope: '1',
    selfApplication: 'YES',
    provisionAgreement: PROVISION_VERSION,
    trial: 'NONE',
  },
  establishment: {
    workplace: 'SAME',
    workplaceChange: '変更なし',
    station: '汐見線 汐見駅',
    stationTransport: 'WALK',
    stationMinutes: '7',
    smoking: 'NO_SMOKING',
    carCommuting: 'NO',
    transfer: 'NO',
  },
  work: {
    title: '経理事務／月次決算まで',
    occupationCode: '038',
    duties: '計測器の部品をつくる会社で、経理を担当します。伝票の入力、支払いと請求、月次決算の取りまとめまで、3人で分担します。',
    dutiesChange: '総務の仕事を担当することがあります',
    employmentType: 'REGULAR',
    dispatch: 'NONE',
    term: 'NONE',
    ageLimited: 'NO',
    education: 'NONE',
    experience: 'REQUIRED',
    experienceNote: '経理の実務1年以上',
    drivingLicence: 'NONE',
    licences: [{ name: '日商簿記3級', demand: 'WELCOME' }],
    trialPeriod: 'YES',
    trialMonths: '3',
    trialConditions: 'SAME',
  },
  wage: {
    wageForm: 'MONTHLY',
    baseFrom: '213,000',
    baseTo: '255000',
    allowances: [{ name: '職務手当', from: '15000', to: '20000' }],
    fixedOvertime: 'NO',
    workingDaysPerMonth: '20.1',
    commuting: 'ACTUAL_LIMITED',
    commutingPer: 'MONTH',
    commutingAmount: '30000',
    cutOffDay: '月末',
    paydayMonth: 'NEXT_MONTH',
    payday: '25日',
    raises: 'YES',
    raisesRecord: '1か月あたり2,800円〜6,500円',
    bonus: 'YES',
    bonusTimes: '2',
    bonusMonths: '3.2',
  },
  hours: {
    variableHours: 'NONE',
    shifts: [{ from: '9:00', to: '17:45' }],
    overtime: 'YES',
    overtimeHours: '8',
    specialClause: 'NO',
    breakMinutes: '60',
    daysOff: ['SAT', 'SUN', 'HOLIDAY'],
    twoDaysOff: 'EVERY_WEEK',
    daysOffNote: '夏季3日、年末年始6日',
    yearlyHolidays: '124',
    paidLeaveDays: '10',
  },
  insurance: {
    insurances: ['EMPLOYMENT', 'ACCIDENT', 'HEALTH', 'PENSION'],
    retirementPay: 'YES',
    retirementPayYears: '3',
    retirement: 'YES',
    retirementAge: '60',
    reemployment: 'YES',
    reemploymentAge: '65',
    workRules: 'YES',
  },
  pr: { prMessage: '少人数で、休みの予定を出し合って決めています。' },
  selection: {
    hires: '1',
    hiringReason: 'VACANCY',
    methods: ['DOCUMENTS', 'INTERVIEW'],
    interviews: '1',
    noticeFrom: 'AFTER_DOCUMENTS',
    noticeDays: '7',
    noticeWays: ['MY_PAGE'],
    selectionWhen: '書類選考のあとに連絡します',
    selectionPlace: '本社3階',
    documents: ['RESUME', 'CAREER_SHEET'],
    documentWays: ['MY_PAGE'],
    documentReturn: 'DISCARD',
    contactName: '森下 なつき',
    contactNameKana: 'モリシタ ナツキ',
    contactPhone: '03-0000-0101',
    contactEmail: 'saiyo@asanagi.example',
    noteToOffice: '急ぎではありません',
  },
})

/** The same with some fields typed otherwise; undefined takes a field out. */
export function typedWith(changes: Record<string, Record<string, RawStep[string] | undefined>>): RawForm {
  const form = typedPosting()
  for (const [step, fields] of Object.entries(changes))
    for (const [key, value] of Object.entries(fields)) {
      const data = (form[step] ??= {})
      if (value === undefined) delete data[key]
      else data[key] = value
    }
  return form
}
