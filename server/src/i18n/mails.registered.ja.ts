import { type MailText, SIGNATURE, subjectOf } from './mails.ja.ts'

const PAGE = 'まどぐちの「窓口で登録したマイページを開く」のページ(/open/registered)'
const NOT_YOU = 'お心当たりがないときは、このメールを消してください。何も変わりません。'

/** 002 STEP 3, 004 STEP 2: the key of a My Page whose address was registered at the counter. */
export const openRegisteredMail = (key: string, minutes: number, tries: number): MailText => ({
  subject: subjectOf('認証キーのお知らせ'),
  text: `窓口で登録したマイページを開くための認証キーです。

認証キー: ${key}

メールを送ってから${minutes}分のあいだ使えます。開いているページにキーを入れて、パスワードを決めてください。ページを閉じたときは、${PAGE}をもう一度開くと、続きから進めます。
時間をすぎたときや、${tries}回まちがえたときは、キーを送りなおしてください。新しいキーを送ると、前のキーは使えなくなります。

キーは、窓口の職員にも伝えないでください。
${NOT_YOU}
${SIGNATURE}`,
})

/** Nothing waits for the address: the mail says so, the page does not (S8). */
export const notRegisteredMail = (): MailText => ({
  subject: subjectOf('マイページについてのお知らせ'),
  text: `このメールアドレスで、窓口で登録したマイページを開く手続きがありました。
このメールアドレスは、まだ窓口で登録されていないため、認証キーは送っていません。

・窓口で伝えたメールアドレスがほかにあるとき: そのアドレスで、${PAGE}からもう一度お進みください。
・どのアドレスを伝えたかわからないとき: 登録した窓口で、直せます。
・求職者の方で、まだ窓口に行っていないとき: まどぐちの「求職者マイページを開く」から、登録できます。
・事業所の方で、アカウント作成コードの紙を受け取ったとき: まどぐちの「アカウント作成コードで開く」からお進みください。

${NOT_YOU}
${SIGNATURE}`,
})

/** The counter registered the address, but meanwhile it opens another My Page. */
export const registeredElsewhereMail = (): MailText => ({
  subject: subjectOf('マイページについてのお知らせ'),
  text: `このメールアドレスで、窓口で登録したマイページを開く手続きがありました。
このメールアドレスは、もうほかのマイページで使われているため、認証キーは送っていません。

・もう開いたマイページを使うとき: まどぐちの「ログイン」で、このメールアドレスとパスワードを入れてください。
・窓口で登録したマイページを開くとき: まだ使っていないメールアドレスを、登録した窓口に伝えてください。そのアドレスで開けるようになります。

${NOT_YOU}
${SIGNATURE}`,
})
