import { widthOf } from '../../kernel/text.ts'
import type { OccupationTemplate } from './occupation-templates/template.ts'
import type { Random } from './random.ts'

const DUTIES_MAX = 360
const TITLE_MAX = 28

export type TextFacts = {
  form: 'REGULAR' | 'NON_REGULAR' | 'PART_TIME'
  /** A licence of the trade is asked for, so nobody is a beginner. */
  licensed: boolean
  daysPerWeek: string | null
  city: string
  experienceRequired: boolean
  hires: number
  reason: string
  drives: boolean
  night: boolean
  overtimeHours: number
  dutiesChange: string
}

const bullets = ['・', '○', '＊', '◇', '■']

/** Sentences that fit any work, chosen by what is true of this posting. */
function closings(random: Random, facts: TextFacts): string[] {
  const list = [
    'はじめの1か月は研修期間とし、担当の先輩が隣につきます。',
    '応募の前の職場見学も受け付けています。',
    '見学のあとで、応募するかどうかを決めていただけます。',
    `いま${random.int(2, 14)}名でこの仕事を担当しています。`,
    `20代から60代まで、${random.int(4, 40)}名が働く職場です。`,
    '子どもの行事や通院のための休みも、相談しながら調整しています。',
    '仕事の進め方は手順書にまとめてあり、少しずつ覚えられます。',
    '困ったときにすぐ相談できるよう、毎日短い打合せをしています。',
    '入社した時期による差がないよう、月ごとに面談を行います。',
    `この1年に入社した${random.int(1, 5)}名も、続けて働いています。`,
  ]
  if (!facts.experienceRequired && !facts.licensed)
    list.push('未経験の方には、一つずつ手順をお伝えします。', '同じ仕事の経験がない方も応募いただけます。')
  else if (facts.experienceRequired) list.push('これまでの経験を生かして、得意なところからお任せします。')
  if (facts.drives) list.push('社用車（オートマ車）の運転があります。', '運転する範囲は、おもに県内です。')
  if (!facts.night) list.push('夜間の勤務はありません。')
  if (facts.overtimeHours > 0 && facts.overtimeHours <= 10) list.push(`残業は月平均${facts.overtimeHours}時間です。`)
  if (facts.reason === 'EXPANSION') list.push('仕事の量が増えたため、一緒に働く方を増やします。', `今回は${facts.hires}名の増員です。`)
  if (facts.reason === 'VACANCY') list.push('退職する職員の後任の募集です。引継ぎの期間を設けています。')
  if (facts.reason === 'NEW_SITE') list.push('新しい拠点を開くための募集です。')
  if (facts.form === 'PART_TIME')
    list.push(
      '勤務する曜日と時間は、希望を聞いて決めます。',
      '扶養の範囲内で働きたい方も相談できます。',
      '家庭や学校の予定に合わせて、月ごとに勤務日を決めています。',
    )
  return list
}

/** Those texts of a template that go with the mark of the title; where marked ones exist, the opening is one of them. */
function fitting(texts: readonly string[], mark: string | null): string[] {
  const parted = texts.map(partedMark)
  return parted.filter((one) => one.mark === null || one.mark === mark).map((one) => one.text)
}

/** 「{牛}酪農の飼育スタッフ」 → the mark 牛 and the text. */
function partedMark(text: string): { mark: string | null; text: string } {
  const match = /^\{(.+?)\}/u.exec(text)
  return { mark: match?.[1] ?? null, text: match === null ? text : text.slice(match[0].length) }
}

function tellTasks(random: Random, tasks: readonly string[]): string {
  const listed = tasks.join('、')
  return random.pick([
    `おもに、${listed}を担当します。`,
    `おもに、${listed}などです。`,
    `具体的には、${listed}などです。`,
    `具体的には、${listed}を担当していただきます。`,
    `お願いするのは、${listed}などです。`,
  ])
}

/** 「仕事の内容」: what for, what, how, and what may change, within the length that the form allows. */
export function dutiesOf(random: Random, whole: OccupationTemplate, facts: TextFacts, mark: string | null): string {
  const template = { openings: fitting(whole.openings, mark), tasks: fitting(whole.tasks, mark), ways: fitting(whole.ways, mark) }
  const count = random.int(3, Math.min(6, template.tasks.length))
  const tasks = random.chance(0.5) ? random.some(template.tasks, count) : random.shuffle(template.tasks).slice(0, count)
  const own = whole.openings.filter((one) => mark !== null && partedMark(one).mark === mark).map((one) => partedMark(one).text)
  const opening = random.pick(own.length > 0 ? own : template.openings)
  const bullet = random.pick(bullets)
  const body = random.chance(0.62)
    ? `${random.pick(['おもな仕事', '仕事の内容', 'お願いする仕事', '担当していただくこと'])}\n${tasks.map((task) => `${bullet}${task}`).join('\n')}`
    : tellTasks(random, tasks)
  const tail = random.chance(0.7) ? `変更の範囲：${facts.dutiesChange}` : ''
  const lines = [opening, body]
  const ways = template.ways.filter((way) => facts.night || !/夜/u.test(way))
  const extras = [...(ways.length === 0 ? [] : [random.pick(ways)]), ...random.shuffle(closings(random, facts)).slice(0, random.int(1, 2))]
  for (const extra of extras) if (widthOf([...lines, extra, tail].join('\n')) <= DUTIES_MAX - 4) lines.push(extra)
  if (tail !== '') lines.push(tail)
  return lines.join('\n')
}

/** 「職種」: a variant of the template's titles, with what sets this posting apart where it fits. */
export function titleOf(
  random: Random,
  template: OccupationTemplate,
  facts: TextFacts,
  trade: (title: string) => boolean,
): { title: string; mark: string | null } {
  const titles = template.titles.filter(
    (one) =>
      trade(one) &&
      !(facts.night && one.includes('日勤')) &&
      !(facts.form !== 'PART_TIME' && one.includes('登録')) &&
      !(facts.form !== 'REGULAR' && one.includes('候補')),
  )
  const { mark, text: title } = partedMark(random.pick(titles.length === 0 ? template.titles.filter(trade) : titles))
  const additions = [
    '',
    '',
    '',
    `／${facts.city}`,
    facts.form === 'PART_TIME' ? `（${facts.daysPerWeek ?? '週3日から'}）` : '',
    facts.form === 'PART_TIME' ? '／パート' : '',
    facts.experienceRequired ? '／経験者' : facts.licensed ? '' : '／未経験可',
    facts.night || title.includes('日勤') ? '' : '／日勤のみ',
    facts.overtimeHours === 0 ? '／残業なし' : '',
  ]
  const whole = title + random.pick(additions)
  return { title: widthOf(whole) <= TITLE_MAX ? whole : title, mark }
}

const prOpenings = [
  '私たちの職場に関心を持っていただき、ありがとうございます。',
  'はじめまして。採用を担当しています。',
  '小さな職場ですが、一人ひとりの顔が見えることが自慢です。',
  '長く働いている人が多い職場です。理由を尋ねると「相談しやすいから」と答える人がほとんどです。',
  '地域の方に支えられて、これまで続けてきました。',
]
const prMiddles = [
  '入社してすぐに一人で任せることはありません。担当の先輩を決め、毎週の終わりに振り返りの時間を取っています。',
  '有給休暇は、年のはじめに予定を出し合って計画的に取っています。昨年の取得率は7割をこえました。',
  '家庭の事情で働く時間を変えた人、別の職種に移った人もいます。続けられる方法を一緒に考えます。',
  '資格を取りたい方には、受験料と講習の費用を補助しています。合格した人が次の人に教える流れができています。',
  '休憩室を新しくしました。昼休みは電話当番を交代にして、ゆっくり過ごせるようにしています。',
  '意見箱に届いた声には、必ず月内に返事をしています。作業着や備品の見直しも、その声から始まりました。',
  '転職して来た人が半数以上です。前の仕事で身につけたことが、思わぬところで役に立っています。',
]
const prEndings = [
  'まずは見学だけでも、お気軽にお越しください。',
  '応募の前に聞いておきたいことがあれば、遠慮なくお尋ねください。',
  '一緒に働ける日を楽しみにしています。',
  '仕事のこと、休みのこと、何でも聞いてください。',
]

export const prMessageOf = (random: Random): string =>
  [random.pick(prOpenings), ...random.some(prMiddles, random.int(1, 3)), random.pick(prEndings)].join('\n')

const features = [
  '一つの仕事を2名で受け持つので、休みの日も安心です。',
  '結果がその日のうちに見え、達成感のある仕事です。',
  '人と話す時間と、一人で集中する時間の両方があります。',
  '地域の方から直接お礼を言われることが多い仕事です。',
  '覚えることは多いですが、身につけた技術は長く役に立ちます。',
]
const welfares = [
  '健康診断は年1回、全額を事業所が負担します。',
  '昼食の補助があります（1食200円）。',
  '慶弔見舞金、永年勤続の表彰があります。',
  '社員割引の制度があります。',
  'インフルエンザの予防接種の費用を補助します。',
]
const trainings = [
  '入社時研修（3日間）のあと、職場で実務の研修を行います。',
  '年2回の社内研修と、外部講習への参加の支援があります。',
  '動画で学べる研修を、勤務時間内に受けられます。',
  '資格取得の支援制度があり、正社員以外の方も利用できます。',
]
const supports = [
  '育児のための短時間勤務を、子どもが小学校3年生になるまで使えます。',
  '介護のための休暇を、時間単位で取れます。',
  '子どもの看護のための休暇を、半日単位で取れます。',
  '妊娠中の通院のための時間は、勤務時間として扱います。',
  '男性の育児休業の取得実績があります。',
]

export const jobFeaturesOf = (random: Random): string => random.some(features, 2).join('\n')
export const welfareOf = (random: Random, template: OccupationTemplate): string =>
  [
    ...random.some(welfares, random.int(2, 3)),
    ...(['factory', 'site', 'twoShift'].includes(template.day) ? ['作業着と安全靴を支給します。'] : []),
  ].join('\n')
export const trainingOf = (random: Random): string => random.some(trainings, random.int(1, 2)).join('\n')
export const workLifeSupportOf = (random: Random): string => random.some(supports, random.int(1, 2)).join('\n')
