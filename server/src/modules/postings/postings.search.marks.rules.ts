import { tokenOfValue } from '../../kernel/tokens.ts'
import { industryMajors } from '../offices/data/classes.rules.ts'
import { CHOICES } from './form/choices.form.ts'

/** Kinds of filter values among the tokens; a number once given is never given to another kind. */
export const KIND = {
  prefecture: 1,
  municipality: 2,
  occupationMajor: 3,
  occupation: 4,
  workTime: 5,
  employmentType: 6,
  flags: 7,
  industry: 8,
  hoursSystem: 9,
  daysOff: 10,
  insurances: 11,
} as const

/** Yes-no filters and their words. */
export const FLAGS = {
  weekendsOff: '土日休み',
  selfApplication: 'オンライン応募可',
  noExperience: '未経験可',
  noEducation: '学歴不問',
  noLicence: '資格・免許なしで可',
  noTransfer: '転勤なし',
  carCommuting: '車通勤可',
  remote: '在宅勤務あり',
  regularOnly: '正社員',
  disability: '障害のある方の求人',
  twoDaysOff: '週休二日(毎週)',
  noNightWork: '深夜(22時〜5時)なし',
  noFixedOvertime: '固定残業代なし',
  bonus: '賞与あり',
  retirementPay: '退職金あり',
  housingSingle: '単身用の住宅あり',
  housingFamily: '世帯用の住宅あり',
  nursery: '託児施設あり',
  uijWelcome: 'UIJターン歓迎',
  trial: 'トライアル雇用あり',
  noAgeLimit: '年齢不問',
  noSmoking: '屋内禁煙',
  nearStation: '駅から歩いて10分以内',
  promotion: '正社員登用あり',
  noDispatch: '派遣・請負ではない',
  openEnded: '雇用期間の定めなし',
  lasting: '契約の更新あり・期間の定めなし',
  reemployment: '定年後の再雇用・勤務延長あり',
  noDocumentScreening: '書類選考なし',
} as const
export type Flag = keyof typeof FLAGS
export const FLAG_NAMES = Object.keys(FLAGS) as Flag[]

/** 休日 that can be asked for: 「その他」 says nothing. */
export const DAYS_OFF = CHOICES.weekdays
  .filter(({ value }) => value !== 'OTHER')
  .map(({ value, label }) => ({ value, label: value === 'HOLIDAY' ? '祝日' : `${label}曜` }))
export const INSURANCES = [
  { value: 'EMPLOYMENT', label: '雇用保険' },
  { value: 'ACCIDENT', label: '労災保険' },
  { value: 'PUBLIC_ACCIDENT', label: '公務災害補償' },
  { value: 'HEALTH', label: '健康保険' },
  { value: 'PENSION', label: '厚生年金' },
  { value: 'PROPERTY', label: '財形' },
  { value: 'MUTUAL_AID', label: '退職金共済' },
  { value: 'CORPORATE_PENSION', label: '企業年金' },
]

/**
 * Facts of a posting with a bit each. The order is stored, so new ones are added at the end; a column has room for 31,
 * the 32nd begins another column.
 */
export const MARKS = {
  flags: FLAG_NAMES as readonly string[],
  daysOff: DAYS_OFF.map(({ value }) => value),
  insurances: INSURANCES.map(({ value }) => value),
}
export type MarkColumn = keyof typeof MARKS
export const MARK_COLUMNS = Object.keys(MARKS) as MarkColumn[]
export interface Mark {
  column: MarkColumn
  place: number
}
export const bitOf = ({ place }: Mark): number => 1 << place
export const markToken = ({ column, place }: Mark): number => tokenOfValue(KIND[column], place + 1)

/** Choices as small numbers: their place in the list, from 1; 0 is none of them. */
export const numberOf = (options: readonly { value: string }[], value: string): number =>
  options.findIndex((option) => option.value === value) + 1
export const industryNumber = (code: string): number => industryMajors.findIndex((industry) => industry.code === code) + 1
export const ofDigits = (code: string): number => (/^\d{1,5}$/.test(code) ? Number(code) : 0)
