import { randomInt } from 'node:crypto'

/** A pattern nobody has heard of, so that the search finds this posting alone. */
const pattern = Array.from({ length: 4 }, () => 'ハヒフヘホマミムメモラリルレロ'.charAt(randomInt(15))).join('')
const duties = '手で組んだ帯じめの、長さをそろえ、房を整え、湯気を当てて箱に納める仕事です。道具の使い方は、はじめの2週間で教えます。'

/** What is written on the way, and what must be found at the end. */
export const STORY = {
  employer: {
    name: '有限会社このはな製本',
    phone: '00-0012-3456',
    email: `konohana-${randomInt(1_000_000)}@mail.example`,
    password: 'Konohana3#toji',
  },
  counter: 'counter@demo.example',
  pattern,
  title: `組みひもの仕上げ・${pattern}柄`,
  duties,
  mended: `${duties}慣れてからは、注文ごとの色合わせもお願いします。`,
  reason: '入社してすぐの仕事と、慣れてからの仕事を分けて書いてください。',
  seeker: { name: '糸川 あやめ', email: `kumihimo-${randomInt(1_000_000)}@mail.example`, password: 'Tsukuba7#gawa' },
  motive: '祖母のそばで組みひもを習いました。細かな手の仕事を、長くつづけたいと思っています。',
  /** In the order in which they are sent. */
  messages: {
    welcome: 'ご応募ありがとうございます。来週の午前に、いちど工房へお越しいただけますか。',
    answer: 'ありがとうございます。火曜日の10時にうかがいます。',
    more: '作品を2つ、お持ちしてもよいでしょうか。',
    fine: 'もちろんです。お待ちしています。',
    late: 'よろしくお願いします。エプロンも持っていきます。',
  },
  farewell: '糸川 あやめ様\n\n工房までお越しいただき、ありがとうございました。今回は採用を見送らせていただきます。',
} as const
