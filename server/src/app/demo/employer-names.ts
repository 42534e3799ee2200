import { industries } from './industries.ts'
import type { LegalForm, Profile } from './industry.ts'
import { words } from './names.ts'
import type { Random } from './random.ts'

const join = (form: LegalForm, core: string, kana: string): [string, string] => {
  if (form.written === '') return [core, kana]
  return form.after === true ? [core + form.written, `${kana} ${form.kana}`] : [form.written + core, `${form.kana} ${kana}`]
}

const charities = /(福祉会|会|の里|の家|保育園|こども園|乳児園)$/u
const schools = /(学園|こども園)$/u

/** 「社会福祉法人」 runs homes and nurseries, 「学校法人」 schools; a company calls itself neither. */
function goesWith(name: string, ending: string): boolean {
  if (name.startsWith('社会福祉法人')) return charities.test(ending)
  if (name.startsWith('学校法人')) return schools.test(ending)
  return !/会社/u.test(name) || !/(福祉会|学園|^会)$/u.test(ending)
}

/** The description that speaks of what the name says, where one does. */
const subjects: readonly (readonly [string, string])[] = [
  ['歯科', '歯科'],
  ['整形外科', '整形外科'],
  ['こどもクリニック', '小児科'],
  ['内科', '内科'],
  ['水産', '魚介'],
  ['醸造', 'みそ'],
  ['製菓', '菓子'],
  ['こども園', 'こども園'],
  ['保育園', '保育園'],
  ['乳児園', '小規模保育'],
  ['薬品', '医薬品'],
  ['書店', '書籍'],
  ['家具', '家具'],
  ['バス', 'バス'],
  ['タクシー', 'タクシー'],
  ['牧場', '乳牛'],
  ['果樹園', '果樹'],
  ['農園', '野菜'],
  ['測量', '測量'],
  ['会計', '会計'],
  ['温泉ホテル', '温泉'],
  ['旅館', '温泉'],
  ['ホテル', 'ホテル'],
  ['リゾート', '海辺'],
  ['リネン', 'リネン'],
  ['クリーニング', 'クリーニング'],
  ['ソーイング', '縫製'],
  ['青果', '青果'],
  ['塾', '学習塾'],
  ['学園', '学校'],
  ['石灰', '石灰'],
  ['ガス', 'ガス'],
  ['水道', '浄水場'],
  ['そば', 'そば'],
  ['珈琲', '喫茶'],
  ['セレモニー', '葬祭'],
  ['の湯', '温浴'],
  ['スポーツ', '体育館'],
  ['漁業', '定置網'],
  ['養殖', '養殖'],
  ['の家', 'グループホーム'],
  ['の里', '特別養護'],
]

/** What the establishment does, in its own words. */
export function businessOf(random: Random, profile: Profile, name: string): string {
  const { businesses } = industries[profile]
  const keyword = subjects.find(([ending]) => name.includes(ending))?.[1]
  const speaking = keyword === undefined ? [] : businesses.filter((one) => one.includes(keyword))
  const others = businesses.filter((one) => !one.includes('歯科') || name.includes('歯科'))
  return random.pick(speaking.length > 0 ? speaking : others)
}

/** A name that nobody else has: written and in kana. */
export function nameOf(random: Random, profile: Profile, taken: Set<string>): [string, string] {
  const industry = industries[profile]
  for (;;) {
    const [word, wordKana] = random.pick(words)
    const [ending, endingKana] = random.pick(industry.endings)
    const [name, kana] = join(random.pick(industry.forms), word + ending, wordKana + endingKana)
    if (taken.has(word + ending) || !goesWith(name, ending)) continue
    taken.add(word + ending)
    return [name, kana]
  }
}
