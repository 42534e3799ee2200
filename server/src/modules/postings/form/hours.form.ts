import type { Step } from '../../../kernel/form.ts'
import { POLICY } from '../../../policy.ts'
import { CHOICES } from './choices.form.ts'

const OVERTIME = { key: 'overtime', in: ['YES'] } as const

/** Step 5 (003:482-495). */
export const HOURS_STEP: Step = {
  key: 'hours',
  title: '労働時間・休日',
  fields: [
    { key: 'variableHours', label: '変形・交替の制度', kind: 'CHOICE', required: true, options: CHOICES.variableHours },
    {
      key: 'shifts',
      label: '就業時間',
      kind: 'ROWS',
      max: 3,
      required: true,
      columns: [
        { key: 'from', label: '始まり', kind: 'TIME', required: true },
        { key: 'to', label: '終わり', kind: 'TIME', required: true },
      ],
    },
    { key: 'rangeFrom', label: '又はこの時刻から', kind: 'TIME', help: '時間帯の中で何時間かはたらくときに書きます。' },
    { key: 'rangeTo', label: '又はこの時刻まで', kind: 'TIME' },
    { key: 'rangeHours', label: 'その間ではたらく時間', kind: 'DECIMAL', decimals: 1, unit: '時間', max: 24 },
    { key: 'hoursNote', label: '就業時間の補足', kind: 'TEXT', max: 60 },
    { key: 'overtime', label: '時間外労働', kind: 'YES_NO', required: true, options: CHOICES.record },
    {
      key: 'overtimeHours',
      label: '月の平均の時間外労働',
      kind: 'DECIMAL',
      decimals: 1,
      unit: '時間',
      max: 200,
      shownWhen: OVERTIME,
      requiredWhen: OVERTIME,
    },
    {
      key: 'specialClause',
      label: '36協定の特別条項',
      kind: 'YES_NO',
      options: CHOICES.record,
      shownWhen: OVERTIME,
      requiredWhen: OVERTIME,
    },
    {
      key: 'specialClauseNote',
      label: '特別な事情・期間など',
      kind: 'TEXT',
      max: 90,
      shownWhen: { key: 'specialClause', in: ['YES'] },
      requiredWhen: { key: 'specialClause', in: ['YES'] },
    },
    { key: 'breakMinutes', label: '休憩時間', kind: 'INTEGER', unit: '分', max: 300, required: true },
    {
      key: 'daysPerWeek',
      label: '週の労働日数',
      kind: 'TEXT',
      max: 12,
      shownWhen: { key: 'workTime', in: ['PART_TIME'] },
      requiredWhen: { key: 'workTime', in: ['PART_TIME'] },
      help: '例:週3〜5日(相談できます)',
    },
    { key: 'daysOff', label: '休日', kind: 'CHOICES', required: true, min: 1, options: CHOICES.weekdays },
    { key: 'twoDaysOff', label: '週休二日', kind: 'CHOICE', required: true, options: CHOICES.twoDaysOff },
    { key: 'daysOffNote', label: '休日の補足', kind: 'TEXT', max: POLICY.holidayNoteMax, help: '例:夏季3日、年末年始6日' },
    { key: 'yearlyHolidays', label: '年間休日数', kind: 'INTEGER', unit: '日', min: 0, max: 365, required: true },
    { key: 'paidLeaveDays', label: '6か月後の有給休暇', kind: 'INTEGER', unit: '日', max: 40, help: 'フルタイムは10日以上です。' },
  ],
}
