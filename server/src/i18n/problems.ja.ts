import type { ProblemCode } from '../kernel/problem-codes.ts'
import type { Problem } from '../kernel/problem.ts'

type Facts = NonNullable<Problem['facts']>
type Text = (facts: Facts) => string

const named =
  (rest: string): Text =>
  (facts) =>
    `${facts['label'] ?? 'この項目'}${rest}`
const yen = (value: string | number | undefined) => Number(value).toLocaleString('ja-JP')

/** What of an employer stands in a text that everybody reads, and what to write instead (R25). */
const TRACES: Record<string, readonly [what: string, instead: string]> = {
  NAME: ['事業所名', '名前のところは「当社」「当事業所」のように書いてください。'],
  NUMBER: ['事業所番号か法人番号', '番号は消してください。'],
  PERSON: ['代表者か担当者の名前', '名前のところは「代表」「採用担当」のように書いてください。'],
  PHONE: ['電話番号', '電話は「選考方法」の担当者の電話に書けば、見てよい人にだけ見えます。'],
  NET: ['ホームページかEメールのアドレス', 'アドレスは「選考方法」の担当者のEメールに書けば、見てよい人にだけ見えます。'],
  PLACE: ['町名・番地', '場所は「就業場所」か「選考の場所」に書けば、見てよい人にだけ見えます。'],
}
const traceTexts = (facts: Facts) =>
  String(facts['traces'] ?? 'NAME')
    .split(' ')
    .flatMap((trace) => (TRACES[trace] ? [TRACES[trace]] : []))

/** What is wrong, and what would be right, with the numbers. */
const TEXTS: Record<ProblemCode, Text> = {
  REQUIRED: named('を入れてください。'),
  AGREEMENT_REQUIRED: named('が必要です。リーフレットを読んでから、印を付けてください。'),
  TOO_LONG: (f) => `${f['label'] ?? '文字'}は全角${f['max']}文字までです。${f['now'] === undefined ? '' : `いま${f['now']}文字です。`}`,
  TOO_SMALL: (f) => `${f['label']}は${yen(f['min'])}以上で入れてください。`,
  TOO_LARGE: (f) => `${f['label']}は${yen(f['max'])}以下で入れてください。`,
  NOT_A_NUMBER: named('は数字で入れてください。'),
  NOT_A_DATE: named('は、ある日付を入れてください。'),
  NOT_A_TIME: named('は「9:00」のように入れてください。'),
  NOT_A_CHOICE: named('を選びなおしてください。'),
  NOT_A_POSTAL_CODE: named('は7けたの数字で入れてください。'),
  NOT_A_PHONE: named('は、けた数が合いません。市外局番から10けたか11けたで入れてください。'),
  NOT_AN_EMAIL: () => 'メールアドレスの形を確かめてください(例:name@example.jp)。',
  NOT_A_URL: named('は http:// か https:// から入れてください。'),
  NOT_KANA: named('はカタカナで入れてください。'),
  FORBIDDEN_CHARACTER: named('に、使えない文字があります。消して入れなおしてください。'),
  TOO_MANY_ROWS: (f) => `${f['label']}は${f['max']}件までです。`,
  TOO_FEW_CHOICES: (f) => `${f['label']}を${f['min']}つ以上選んでください。`,
  CORPORATE_NUMBER_CHECK_DIGIT: () => '法人番号の並びが、決まりと合いません。番号を確かめてください。',
  RANGE_REVERSED: (f) => `${f['label']}の上限が、下限より小さくなっています。`,
  BELOW_MINIMUM_WAGE: (f) =>
    `時間額にすると${yen(f['hourly'])}円で、${f['prefecture']}の最低賃金${yen(f['minimum'])}円に足りません。${f['proposal'] === undefined ? '' : `下限を${yen(f['proposal'])}円以上にしてください。`}`,
  SELF_APPLICATION_NEEDS_SCOPE: () =>
    'オンラインでの応募は、事業所名を公開する求人だけで受け付けられます。公開のしかたを変えるか、「受け付けない」にしてください。',
  EMPLOYER_NAME_IN_FREE_TEXT: (f) =>
    `${f['label']}に${traceTexts(f)
      .map(([what]) => what)
      .join('と')}が入っています。この欄は、だれでも読めます。${[...new Set(traceTexts(f).map(([, instead]) => instead))].join('')}`,
  AGE_REASON_REQUIRED: () => '年齢を制限できるのは、法律の理由があるときだけです。理由を選ぶか、「なし」にしてください。',
  FIXED_OVERTIME_INCOMPLETE: () => '固定残業代は、額と時間数と、超えた分を別に払うことを書いてください。',
  BREAK_TOO_SHORT: (f) => `${f['hours']}時間はたらくときの休憩は、${f['min']}分以上が必要です。`,
  HOURS_OVER_EIGHT: (f) => `1日${f['hours']}時間になります。8時間を超えるときは、変形労働時間制などの制度を確かめてください。`,
  HOLIDAYS_CONTRADICT: (f) => `週休二日が毎週なら、年間休日は104日以上になります。いま${f['now']}日です。`,
  TERM_REQUIRED: () => '期間を定めるときは、月数か終わりの日を書いてください。',
  PASSWORD_WIDTH: () => 'パスワードに全角の文字があります。半角で入れてください。',
  PASSWORD_LENGTH: (f) => `パスワードは${f['min']}文字から${f['max']}文字で入れてください。`,
  PASSWORD_KINDS: () => 'パスワードには、数字・英字・記号を1つずつ以上入れてください。',
  PASSWORD_COMMON: () => 'よく使われるパスワードです。ほかの人が思いつかないものにしてください。',
  PASSWORD_UNCHANGED: () => 'いまと同じパスワードです。ちがうものにしてください。',
  AUTHENTICATOR_NUMBER_WRONG: () => '番号がちがいます。認証アプリにいま出ている、6けたの数字を入れてください。',
  CURRENT_PASSWORD_WRONG: () => 'いまのパスワードがちがいます。',
  EMAIL_TAKEN: () => 'このメールアドレスは、ほかのマイページで使われています。別のアドレスを聞いてください。',
  EMAIL_AWAITED: () => 'このメールアドレスは、まだ開かれていない別のマイページのために登録されています。別のアドレスを聞いてください。',
  EMAIL_UNCHANGED: () => 'いまと同じメールアドレスです。新しいアドレスを入れてください。',
  PASSWORDS_DIFFER: () => '確認のパスワードが、上のパスワードとちがいます。',
  TERMS_NOT_ACCEPTED: () => '利用規約とプライバシーポリシーを、最後まで読んで同意してください。',
  TOO_YOUNG: () => 'マイページは16歳から使えます。15歳までの人は、学校か窓口に相談してください。',
  PUPIL: () => '中学校・高校に通っている人は、学校を通してさがします。夜間・定時制・通信制の人は使えます。',
  NOT_AN_EMPLOYER_NUMBER: () => '事業所番号は11けたの数字です(例:1301-123456-7)。紙を見て、入れなおしてください。',
  EMPLOYER_NUMBER_OF_NOWHERE: () => 'はじめの4けたに当たる安定所がありません。番号を見て、入れなおしてください。',
  NOT_A_CREATION_CODE: (f) =>
    f['strange'] !== undefined
      ? `アカウント作成コードに「${f['strange']}」は使いません。紙と見くらべて、入れなおしてください。`
      : f['now'] !== undefined
        ? `アカウント作成コードは${f['max']}文字です。いま${f['now']}文字です。`
        : 'アカウント作成コードのどこかがちがいます。4文字ずつ、紙と見くらべてください。',
  ESTABLISHMENT_EXISTS: (f) =>
    `電話番号か法人番号が同じ事業所「${f['name']}」(${f['number']})が、もう登録されています。別の事業所なら、このまま登録できます。`,
  UNKNOWN_POSTAL_CODE: () => 'この郵便番号の場所が見つかりません。番号を確かめてください。',
  FILE_TYPE: (f) => `この形式は送れません。使えるのは ${f['allowed']} です。`,
  FILE_CONTENT: () => '名前の形式と、中身が合いません。もとのソフトで保存しなおしてください。',
  FILE_SIZE: (f) => `1つ${f['max']}までです。小さくしてから送ってください。`,
  FILE_SPACE: (f) => `置いてあるファイルが、合わせて${f['max']}をこえます。使わないファイルを取り除いてから送ってください。`,
  FILE_NOT_READY: () => '送信か検査が終わっていないファイルがあります。終わってから送ってください。',
  DIFFERENCE_REQUIRED: () => '求人とちがう条件があるかどうかを選んでください。',
  DATE_IN_PAST: named('に、すぎた日が入っています。'),
  UNDERSTANDING_REQUIRED: () => '窓口からの紹介ではないことを確かめて、印を付けてください。',
}

export const problemText = (problem: { code: ProblemCode; facts?: Facts }): string => TEXTS[problem.code](problem.facts ?? {})
