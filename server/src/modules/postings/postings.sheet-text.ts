import { dateText, commaText, type LabelOf, valueText } from '../../graph/value-text.ts'
import type { Value } from '../../kernel/form.ts'
import { occupationMiddleByCode } from '../offices/data/classes.rules.ts'
import { municipalityByCode, nameInAddress, prefectureByCode } from '../offices/data/places.rules.ts'
import type { BriefSheetRow } from './postings.brief.ts'
import { POSTING_FIELDS } from './postings.form.ts'
import type { PostingSheetRow } from './postings.sheet.table.ts'

const FIELDS = new Map(POSTING_FIELDS.map((field) => [field.key, field]))

/** 「東京都江東区」, from a municipality code. */
export function placeOf(municipalityCode: string): string {
  const municipality = municipalityByCode(municipalityCode)
  return municipality ? `${prefectureByCode(municipalityCode.slice(0, 2))?.name ?? ''}${nameInAddress(municipality)}` : ''
}

export const occupationText = (code: string): string => occupationMiddleByCode(code)?.name ?? ''

export const postingLabelOf: LabelOf = (field, value) => {
  if (field.kind === 'MUNICIPALITY') return placeOf(value) || value
  return field.kind === 'OCCUPATION' ? occupationText(value) || value : value
}

/** One field of a sheet in words; empty where nothing was written. */
export function textOf(sheet: Partial<PostingSheetRow>, key: Extract<keyof PostingSheetRow, string>): string {
  const field = FIELDS.get(key)
  return field ? valueText(field, sheet[key] as Value | undefined, postingLabelOf) : ''
}

/** Joins what there is: 「月末締切り、翌月25日払い」. */
export const joined = (...parts: readonly (string | false | null | undefined)[]): string => parts.filter((part) => part).join('、')

const clock = (time: string): string => time.replace(/^0(?=\d)/u, '')

export function employmentTypeText(sheet: BriefSheetRow): string {
  const type = textOf(sheet, 'employmentType')
  return sheet.employmentName ? `${type}(${sheet.employmentName})` : type
}

export const wageFormText = (sheet: Pick<PostingSheetRow, 'wageForm' | 'wageFormOther'>): string =>
  sheet.wageForm === 'OTHER' && sheet.wageFormOther ? `その他(${sheet.wageFormOther})` : textOf(sheet, 'wageForm')

/** 「200,000円〜250,000円」; one figure where both ends are the same. */
export const rangeText = (from: number, to: number, unit = '円'): string =>
  from === to ? `${commaText(from)}${unit}` : `${commaText(from)}${unit}〜${commaText(to)}${unit}`

/** 「汐見線 汐見駅 徒歩7分」. */
export function stationText(sheet: BriefSheetRow): string {
  if (!sheet.station) return ''
  const minutes = sheet.stationMinutes === null ? '' : `${sheet.stationMinutes}分`
  const way = `${textOf(sheet, 'stationTransport')}${minutes}`
  return way === '' ? sheet.station : `${sheet.station} ${way}`
}

export const shiftTexts = (sheet: BriefSheetRow): string[] => sheet.shifts.map(({ from, to }) => `${clock(from)}〜${clock(to)}`)

/** 「9:00〜17:45」, several joined, the "or" range last. */
export function hoursText(sheet: BriefSheetRow): string {
  const range =
    sheet.rangeFrom && sheet.rangeTo
      ? `${clock(sheet.rangeFrom)}〜${clock(sheet.rangeTo)}の間の${sheet.rangeHours === null ? '' : `${commaText(sheet.rangeHours)}時間`}`
      : ''
  return [shiftTexts(sheet).join('、'), range].filter((part) => part !== '').join(' 又は ')
}

export const overtimeText = (sheet: BriefSheetRow): string => (sheet.overtime ? `月${commaText(sheet.overtimeHours ?? 0)}時間` : 'なし')

/** 「土日祝」: the short form for cards; others in words. */
export function daysOffText(sheet: BriefSheetRow): string {
  const days = sheet.daysOff.filter((day) => day !== 'OTHER')
  const short = days.map((day) => (day === 'HOLIDAY' ? '祝' : valueText(FIELDS.get('daysOff')!, [day]))).join('')
  return joined(short, sheet.daysOff.includes('OTHER') && 'その他')
}

export function documentsText(sheet: PostingSheetRow): string[] {
  return sheet.documents.map((one) =>
    one === 'OTHER' && sheet.documentsOther ? sheet.documentsOther : valueText(FIELDS.get('documents')!, [one]),
  )
}

export interface WageLineText {
  label: string
  from: number
  to: number
  note: string | null
}

/** a, b …, c and their sum, as the wage table of the page and the sheet shows them. */
export function wageLines(sheet: PostingSheetRow): WageLineText[] {
  const fixed = sheet.fixedOvertime
    ? [
        {
          label: '固定残業代(c)',
          from: sheet.fixedOvertimeFrom ?? 0,
          to: sheet.fixedOvertimeTo ?? 0,
          note: `時間外労働の有無にかかわらず、${commaText(sheet.fixedOvertimeHours ?? 0)}時間分を支払います。${sheet.fixedOvertimeExcessPaid ? '超えた分は、別に支払います。' : ''}`,
        },
      ]
    : []
  return [
    { label: '基本給(a)', from: sheet.baseFrom, to: sheet.baseTo, note: null },
    ...sheet.allowances.map(({ name, from, to }) => ({ label: `${name}(b)`, from, to, note: null })),
    ...fixed,
    { label: sheet.fixedOvertime ? '合計(a + b + c)' : '合計(a + b)', from: sheet.shownFrom, to: sheet.shownTo, note: null },
  ]
}

const FLAG_LIMIT = 8

/** Up to eight short words, what most people look for first. */
export function flagsOf(sheet: BriefSheetRow): string[] {
  const flags: [boolean, string][] = [
    [sheet.selfApplication, 'オンライン応募可'],
    [sheet.kind === 'DISABILITY', '障害のある方の求人'],
    [!sheet.transfer, '転勤なし'],
    [sheet.experience === 'NONE', '未経験可'],
    [sheet.education === 'NONE', '学歴不問'],
    [sheet.daysOff.includes('SAT') && sheet.daysOff.includes('SUN'), '土日休み'],
    [!sheet.overtime, '残業なし'],
    [sheet.remoteWork !== null, '在宅勤務あり'],
    [sheet.carCommuting, '車通勤可'],
    [!sheet.ageLimited, '年齢不問'],
    [sheet.drivingLicence === 'NONE' && sheet.licences.length === 0, '免許・資格不問'],
    [sheet.trial !== 'NONE', 'トライアル雇用併用'],
    [sheet.uijWelcome === true, 'UIJターン歓迎'],
  ]
  return flags.flatMap(([holds, word]) => (holds ? [word] : [])).slice(0, FLAG_LIMIT)
}

export function termText(sheet: PostingSheetRow): string {
  if (sheet.term === 'NONE') return textOf(sheet, 'term')
  return joined(
    textOf(sheet, 'term'),
    sheet.termMonths !== null && `${sheet.termMonths}か月`,
    sheet.termUntil !== null && `${dateText(sheet.termUntil)}まで`,
  )
}

export function ageText(sheet: PostingSheetRow): string {
  if (!sheet.ageLimited) return '問いません'
  const range = [sheet.ageFrom === null ? '' : `${sheet.ageFrom}歳以上`, sheet.ageTo === null ? '' : `${sheet.ageTo}歳以下`].join('')
  const reason = joined(textOf(sheet, 'ageReason'), sheet.ageReasonText)
  return reason === '' ? range : `${range}(${reason})`
}
