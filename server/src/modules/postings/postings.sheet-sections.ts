import { commaText } from '../../graph/value-text.ts'
import {
  ageText,
  daysOffText,
  documentsText,
  employmentTypeText,
  joined,
  occupationText,
  overtimeText,
  placeOf,
  rangeText,
  shiftTexts,
  stationText,
  termText,
  textOf,
  wageFormText,
  wageLines,
} from './postings.sheet-text.ts'
import type { PostingSheetRow } from './postings.sheet.table.ts'

export interface SectionText {
  key: string
  title: string
  rows: { key: string; label: string; value: string }[]
}

type Row = readonly [key: string, label: string, value: string | null | undefined]

const yesNo = (value: boolean | null, yes = 'あり', no = 'なし'): string => (value === null ? '' : value ? yes : no)
const withNote = (text: string, note: string | null): string => (note ? `${text}(${note})` : text)

const kindRows = (sheet: PostingSheetRow): Row[] => [
  ['kind', '求人の種類', textOf(sheet, 'kind')],
  ['workTime', 'フルタイム・パート', textOf(sheet, 'workTime')],
  ['selfApplication', 'オンラインでの応募', textOf(sheet, 'selfApplication')],
  ['trial', 'トライアル雇用の併用', textOf(sheet, 'trial')],
]

const workRows = (sheet: PostingSheetRow): Row[] => [
  ['title', '職種', sheet.title],
  ['occupationCode', '職業分類', occupationText(sheet.occupationCode)],
  ['duties', '仕事の内容', sheet.duties],
  ['dutiesChange', '仕事の内容の変更の範囲', sheet.dutiesChange],
  ['employmentType', '雇用形態', employmentTypeText(sheet)],
  ['promotion', '正社員への登用', withNote(yesNo(sheet.promotion), sheet.promotionRecord)],
  ['dispatch', '派遣・請負', textOf(sheet, 'dispatch')],
  ['term', '雇用期間', termText(sheet)],
  [
    'renewal',
    '契約の更新',
    joined(textOf(sheet, 'renewal'), sheet.renewalConditions, sheet.renewalCap && `更新の上限:${sheet.renewalCap}`),
  ],
  ['workplaceMunicipality', '就業場所', placeOf(sheet.workplaceMunicipality)],
  ['station', '最寄り駅', stationText(sheet)],
  ['workplaceChange', '就業場所の変更の範囲', sheet.workplaceChange],
  ['remoteWork', '在宅勤務', sheet.remoteWork],
  ['smoking', '受動喫煙の対策', withNote(textOf(sheet, 'smoking'), sheet.smokingNote)],
  ['carCommuting', '車での通勤', joined(textOf(sheet, 'carCommuting'), sheet.parking !== null && `駐車場${yesNo(sheet.parking)}`)],
  ['transfer', '転勤の可能性', withNote(yesNo(sheet.transfer), sheet.transferRange)],
  ['uijWelcome', 'UIJターン', sheet.uijWelcome ? '歓迎する' : ''],
  ['ageLimited', '年齢', ageText(sheet)],
  ['education', '学歴', withNote(textOf(sheet, 'education'), sheet.educationNote)],
  ['experience', '必要な経験', withNote(textOf(sheet, 'experience'), sheet.experienceNote)],
  ['pcSkills', 'パソコンの技能', sheet.pcSkills],
  ['licences', '免許・資格', licenceText(sheet)],
  ['trialPeriod', '試用期間', trialPeriodText(sheet)],
]

function licenceText(sheet: PostingSheetRow): string {
  const driving = sheet.drivingLicence === 'NONE' ? '' : `普通自動車免許 ${textOf(sheet, 'drivingLicence')}`
  const rest = [driving, textOf(sheet, 'licences')].filter((part) => part !== '').join('\n')
  if (rest === '') return '不要'
  return sheet.anyLicence ? `${rest}\nどれか1つでよい` : rest
}

function trialPeriodText(sheet: PostingSheetRow): string {
  if (!sheet.trialPeriod) return 'なし'
  const same =
    sheet.trialConditions === 'SAME' ? '条件は同じ' : `条件がちがう${sheet.trialConditionsNote ? `:${sheet.trialConditionsNote}` : ''}`
  return joined(sheet.trialMonths !== null && `${sheet.trialMonths}か月`, sheet.trialConditions !== null && same)
}

const wageRows = (sheet: PostingSheetRow): Row[] => [
  ['wageForm', '賃金の形', wageFormText(sheet)],
  ...wageLines(sheet).map((line, index): Row => [
    `wageLine${index}`,
    line.label,
    line.note ? `${rangeText(line.from, line.to)}\n${line.note}` : rangeText(line.from, line.to),
  ]),
  ...(sheet.fixedOvertime ? [] : [['fixedOvertime', '固定残業代(c)', 'なし'] as const]),
  ['otherAllowances', 'その他の手当(d)', sheet.otherAllowances],
  ['workingDaysPerMonth', '月の平均労働日数', textOf(sheet, 'workingDaysPerMonth')],
  ['commuting', '通勤手当', commutingText(sheet)],
  ['payday', '締切り・支払い', `${sheet.cutOffDay}締切り、${textOf(sheet, 'paydayMonth')}${sheet.payday}払い`],
  ['raises', '昇給', joined(yesNo(sheet.raises), sheet.raisesRecord && `前年度は${sheet.raisesRecord}`)],
  ['bonus', '賞与', bonusText(sheet)],
]

function commutingText(sheet: PostingSheetRow): string {
  const amount =
    sheet.commutingAmount === null
      ? ''
      : `${textOf(sheet, 'commutingPer')}${commaText(sheet.commutingAmount)}円${sheet.commuting === 'FIXED' ? '' : 'まで'}`
  return withNote(textOf(sheet, 'commuting'), amount)
}

function bonusText(sheet: PostingSheetRow): string {
  if (!sheet.bonus) return 'なし'
  const last = joined(
    sheet.bonusTimes !== null && `年${sheet.bonusTimes}回`,
    sheet.bonusMonths !== null && `計${commaText(sheet.bonusMonths)}か月分`,
    sheet.bonusFrom !== null && rangeText(sheet.bonusFrom, sheet.bonusTo ?? sheet.bonusFrom),
  )
  return joined('あり', last && `前年度は${last}`)
}

const hoursRows = (sheet: PostingSheetRow): Row[] => [
  ['variableHours', '変形・交替の制度', textOf(sheet, 'variableHours')],
  ...shiftTexts(sheet).map((text, index, all): Row => [`shift${index + 1}`, all.length > 1 ? `就業時間${index + 1}` : '就業時間', text]),
  [
    'range',
    '又は',
    sheet.rangeFrom &&
      sheet.rangeTo &&
      joined(`${sheet.rangeFrom}〜${sheet.rangeTo}の間`, sheet.rangeHours !== null && `${commaText(sheet.rangeHours)}時間`),
  ],
  ['hoursNote', '就業時間の補足', sheet.hoursNote],
  ['breakMinutes', '休憩時間', `${sheet.breakMinutes}分`],
  ['overtime', '時間外労働', sheet.overtime ? `あり、平均${overtimeText(sheet)}` : 'なし'],
  ['specialClause', '36協定の特別条項', withNote(yesNo(sheet.specialClause), sheet.specialClauseNote)],
  ['daysPerWeek', '週の労働日数', sheet.daysPerWeek],
  ['daysOff', '休日', joined(daysOffText(sheet), sheet.daysOffNote)],
  ['twoDaysOff', '週休二日', textOf(sheet, 'twoDaysOff')],
  ['yearlyHolidays', '年間休日数', `${sheet.yearlyHolidays}日`],
  ['paidLeaveDays', '6か月後の有給休暇', textOf(sheet, 'paidLeaveDays')],
]

const insuranceRows = (sheet: PostingSheetRow): Row[] => [
  ['insurances', '加入する保険など', withNote(textOf(sheet, 'insurances'), sheet.insuranceOther)],
  ['corporatePensions', '企業年金', textOf(sheet, 'corporatePensions') || 'なし'],
  ['mutualAid', '退職金共済', yesNo(sheet.mutualAid)],
  [
    'retirementPay',
    '退職金の制度',
    withNote(yesNo(sheet.retirementPay), sheet.retirementPayYears === null ? null : `勤続${sheet.retirementPayYears}年以上`),
  ],
  ['retirement', '定年', sheet.retirement ? `${sheet.retirementAge ?? ''}歳` : 'なし'],
  [
    'reemployment',
    '再雇用の制度',
    withNote(yesNo(sheet.reemployment), sheet.reemploymentAge === null ? null : `${sheet.reemploymentAge}歳まで`),
  ],
  ['extension', '勤務延長の制度', withNote(yesNo(sheet.extension), sheet.extensionAge === null ? null : `${sheet.extensionAge}歳まで`)],
  [
    'housing',
    '入居できる住宅',
    joined(
      sheet.housingSingle !== null && `単身用${yesNo(sheet.housingSingle)}`,
      sheet.housingFamily !== null && `世帯用${yesNo(sheet.housingFamily)}`,
    ),
  ],
  ['nursery', '利用できる託児施設', withNote(yesNo(sheet.nursery), sheet.nurseryNote)],
  ['workRules', '就業規則', yesNo(sheet.workRules)],
]

const selectionRows = (sheet: PostingSheetRow): Row[] => [
  ['hires', '採用人数', `${sheet.hires}人(${textOf(sheet, 'hiringReason')})`],
  ['methods', '選考の方法', joined(textOf(sheet, 'methods'), sheet.interviews !== null && `面接${sheet.interviews}回`)],
  ['notice', '結果の連絡', `${textOf(sheet, 'noticeFrom')}${sheet.noticeFrom === 'IMMEDIATE' ? '' : `、${sheet.noticeDays}日以内`}`],
  ['noticeWays', '連絡の方法', textOf(sheet, 'noticeWays')],
  ['selectionWhen', '選考の日時', sheet.selectionWhen],
  ['documents', '応募に必要な書類', documentsText(sheet).join('、') || 'なし'],
  ['documentWays', '書類の送りかた', textOf(sheet, 'documentWays')],
  ['documentReturn', '応募書類の返却', textOf(sheet, 'documentReturn')],
  ['selectionNote', '選考についての補足', sheet.selectionNote],
]

const SECTIONS: readonly [key: string, title: string, rows: (sheet: PostingSheetRow) => Row[]][] = [
  ['kind', '求人の種類', kindRows],
  ['work', '仕事の内容', workRows],
  ['wage', '賃金・手当', wageRows],
  ['hours', '労働時間・休日', hoursRows],
  ['insurance', '保険・年金・定年', insuranceRows],
  ['selection', '選考', selectionRows],
  ['remarks', '特記事項', (sheet) => [['remarks', '求人についての特記事項', sheet.remarks]]],
]

/** 求人票 in its order (DOMAIN 2.1), without PR and without any row that names or leads to the employer (R25). */
export function sectionsOf(sheet: PostingSheetRow): SectionText[] {
  return SECTIONS.flatMap(([key, title, rowsOf]) => {
    const rows = rowsOf(sheet).flatMap(([name, label, value]) => (value ? [{ key: name, label, value }] : []))
    return rows.length > 0 ? [{ key, title, rows }] : []
  })
}
