import type { Insight } from '../../graph/draft-types.ts'
import { commaText } from '../../graph/value-text.ts'
import type { Values } from '../../kernel/form.ts'
import { widthOf } from '../../kernel/text.ts'
import type { Policy } from '../../policy.ts'
import type { CheckFacts } from './postings.checks.rules.ts'
import { checkMinimumWage, hoursOf, type MinimumWage, shownHourly, shownWage, type WageUnit } from './postings.wage.rules.ts'

/** The right column of the wizard (PAGES 2.8): sums made while typing. */
export const insightsOf = (values: Values, facts: CheckFacts & { policy: Pick<Policy, 'postingListedDuties'> }): Insight[] => [
  scopeInsight(values),
  dutiesInsight(values, facts.policy.postingListedDuties),
  minimumWageInsight(values, facts.minimumWage),
  shownWageInsight(values),
]

const line = (label: string, value: string) => ({ label, value })
const yen = (value: number) => `${commaText(value)}円`

const UNIT_HOURS: Record<WageUnit, string> = { HOUR: '÷ 時間', DAY: '÷ 1日の時間', MONTH: '÷ 月の時間', YEAR: '÷ 年の時間' }
const MINIMUM_TITLE = '最低賃金の確かめ'

/** LAW J3, line by line: pay ÷ hours = by the hour, against the prefecture's figure. */
function minimumWageInsight(values: Values, minimum: MinimumWage | null): Insight {
  const waits = (label: string, value: string): Insight => ({
    step: 'wage',
    title: MINIMUM_TITLE,
    lines: [line(label, value)],
    tone: 'QUIET',
  })
  if (!minimum) return waits('就業場所', '就業場所を書くと、都道府県の最低賃金とくらべます。')
  const check = checkMinimumWage(values, minimum)
  if (!check) return waits(`${minimum.prefectureName}の最低賃金`, `${yen(minimum.yen)}。賃金と労働時間・休日を書くと、時間額を計算します。`)
  const hourly = shownHourly(check, minimum.yen)
  const { base, allowances } = check.counted
  const lines = [
    line(allowances > 0 ? '基本給 + 手当' : '基本給', yen(base + allowances)),
    ...(check.basis.unit === 'HOUR'
      ? []
      : [line(UNIT_HOURS[check.basis.unit], `${commaText(Math.round(hoursOf(check.basis) * 100) / 100)}時間`)]),
    line('= 時間額', yen(hourly)),
    line(minimum.prefectureName, yen(minimum.yen)),
    check.enough
      ? line('くらべると', '最低賃金をみたしています')
      : line(
          'くらべると',
          `時間額で${yen(Math.round((minimum.yen - hourly) * 100) / 100)}たりません。基本給を${yen(check.proposal)}以上にすると、足ります`,
        ),
    line('計算に入れないもの', '固定残業代、通勤手当、家族手当、皆勤手当など'),
  ]
  return { step: 'wage', title: MINIMUM_TITLE, lines, tone: check.enough ? 'OK' : 'DANGER' }
}

function shownWageInsight(values: Values): Insight {
  const title = '求職者に見える額'
  const { from, to } = shownWage(values)
  if (typeof values['baseFrom'] !== 'number')
    return { step: 'wage', title, lines: [line('額', '基本給を書くと、ここに出ます。')], tone: 'QUIET' }
  const amount = to > from ? `${commaText(from)}〜${yen(to)}` : yen(from)
  const fixed = values['fixedOvertime'] === true
  return {
    step: 'wage',
    title,
    lines: [
      line(fixed ? 'a + b + c' : 'a + b', amount),
      line('表示', fixed ? '固定残業代を含むと表示します。' : '固定残業代なしと表示します。'),
    ],
    tone: 'QUIET',
  }
}

const SCOPES: readonly [scope: string, label: string, shows: string][] = [
  ['1', '1 だれにでも公開', '事業所名も、だれにでも見えます。担当者の連絡先は、有効な求職者だけに見えます。'],
  ['2', '2 求職者にだけ公開', '有効な求職者には事業所名も連絡先も見えます。ほかの人には、名前のない求人として見えます。'],
  ['3', '3 名前を出さずに公開', '事業所名は、だれにも見えません。窓口でお知らせします。'],
  ['4', '4 公開しない', '検索に出ません。窓口で紹介された人だけが知ります。'],
]

/** R25: what each scope shows; the chosen one is marked. */
function scopeInsight(values: Values): Insight {
  const lines = SCOPES.map(([scope, label, shows]) => line(values['scope'] === scope ? `${label}(いまの選択)` : label, shows))
  return { step: 'kind', title: '公開のしかたと、見えるもの', lines, tone: 'QUIET' }
}

/** What lists show of the duties: the first 90 full-width characters. */
function dutiesInsight(values: Values, width: number): Insight {
  const duties = typeof values['duties'] === 'string' ? values['duties'] : ''
  const value = duties === '' ? '仕事の内容を書くと、ここに出ます。' : firstOf(duties.replaceAll(/\s*\n\s*/gu, ' '), width)
  return { step: 'work', title: `一覧に出る${width}文字`, lines: [line('仕事の内容', value)], tone: 'QUIET' }
}

/** The longest beginning that is no wider than `width` full-width characters; whole graphemes only. */
export function firstOf(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text)) {
    if (widthOf(kept + segment) > width) break
    kept += segment
  }
  return kept
}
