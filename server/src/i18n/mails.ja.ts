/** What a mail says. Personal data stays out of subject lines. */
export interface MailText {
  subject: string
  text: string
}

/** Who every mail comes from: the name that stands on the pages. */
const SENDER = 'まどぐち'

/** How every mail ends. */
export const SIGNATURE = `
――――――――――
${SENDER}(マイページ)
このメールは送信専用です。返信いただいても届きません。
`

/** The subject of every mail begins with who sends it. */
export const subjectOf = (about: string): string => `【${SENDER}】${about}`

const NOT_YOU =
  'お心当たりがないときは、このメールを消してください。キーを入れないかぎり、何も変わりません。キーは、窓口の職員にも伝えないでください。'

const page = (name: string) => `${SENDER}の「${name}」のページ`

/** The key of a new My Page. */
export const openSeekerMail = (key: string, minutes: number, tries: number): MailText => ({
  subject: subjectOf('認証キーのお知らせ'),
  text: `求職者マイページを開くための認証キーです。

認証キー: ${key}

メールを送ってから${minutes}分のあいだ使えます。開いているページにキーを入れて、パスワードを決めてください。ページを閉じたときは、${page('マイページを開く')}で同じメールアドレスを入れると、続きから進めます。
時間をすぎたときや、${tries}回まちがえたときは、キーを送りなおしてください。新しいキーを送ると、前のキーは使えなくなります。

${NOT_YOU}
${SIGNATURE}`,
})

/** アカウント仮登録完了通知 (003:120): the key of an establishment's new My Page. */
export const openEmployerMail = (key: string, minutes: number, tries: number): MailText => ({
  subject: subjectOf('認証キーのお知らせ'),
  text: `求人者マイページを開くための認証キーです。

認証キー: ${key}

メールを送ってから${minutes}分のあいだ使えます。開いているページにキーを入れて、パスワードを決めてください。ページを閉じたときは、${page('求人者マイページを開く')}で続きから進めます。
時間をすぎたときや、${tries}回まちがえたときは、キーを送りなおしてください。新しいキーを送ると、前のキーは使えなくなります。

${NOT_YOU}
${SIGNATURE}`,
})

/** パスワード登録申込受付通知 (001:94): the key of an establishment's My Page, after its code was shown. */
export const openByCodeMail = (key: string, minutes: number, tries: number): MailText => ({
  subject: subjectOf('パスワード登録申込受付通知'),
  text: `アカウント作成コードを受け取りました。求人者マイページのパスワードを決めるための認証キーです。

認証キー: ${key}

メールを送ってから${minutes}分のあいだ使えます。開いているページにキーを入れて、パスワードを決めてください。ページを閉じたときは、${page('アカウント作成コードで開く')}をもう一度開くと、続きから進めます。
${tries}回まちがえたときは、キーを送りなおしてください。新しいキーを送ると、前のキーは使えなくなります。時間をすぎたときは、コードを入れるところからやりなおしてください。

${NOT_YOU}
${SIGNATURE}`,
})

/** The code was right, but the address already opens a My Page: the code is not used up. */
export const openedElsewhereMail = (): MailText => ({
  subject: subjectOf('マイページについてのお知らせ'),
  text: `このメールアドレスとアカウント作成コードで、求人者マイページを開く手続きがありました。
このメールアドレスは、もうほかのマイページで使われているため、認証キーは送っていません。アカウント作成コードは、まだ使われていません。

・ほかの事業所や支店のマイページを開くとき: まだ使っていないメールアドレスで、${page('アカウント作成コードで開く')}からもう一度お進みください。
・もう開いたマイページを使うとき: ${page('ログイン')}で、このメールアドレスとパスワードを入れてください。
・パスワードを忘れたとき: ${page('パスワードを忘れたとき')}で、新しいパスワードを決められます。

お心当たりがないときは、このメールを消してください。何も変わっていません。
${SIGNATURE}`,
})

/** Somebody asked to open a My Page with an address that has one: only the owner of the address learns it (S8). */
export const accountExistsMail = (): MailText => ({
  subject: subjectOf('マイページについてのお知らせ'),
  text: `このメールアドレスで、マイページを開く手続きがありました。
このメールアドレスのマイページは、もう開かれています。新しく開く必要はありません。

・使うとき: ${page('ログイン')}で、メールアドレスとパスワードを入れてください。
・パスワードを忘れたとき: ${page('パスワードを忘れたとき')}で、新しいパスワードを決められます。

お心当たりがないときは、このメールを消してください。何も変わっていません。
${SIGNATURE}`,
})

/** The key of a password reset. */
export const resetMail = (key: string, minutes: number, tries: number): MailText => ({
  subject: subjectOf('パスワードを決めなおすための認証キー'),
  text: `パスワードを決めなおすための認証キーです。

認証キー: ${key}

メールを送ってから${minutes}分のあいだ使えます。開いているページにキーと新しいパスワードを入れてください。決めなおすと、ほかの端末ではログアウトします。
時間をすぎたときや、${tries}回まちがえたときは、キーを送りなおしてください。

${NOT_YOU}
${SIGNATURE}`,
})

/** The one-time password of a sign-in on a browser that is not remembered (R2). */
export const oneTimePasswordMail = (password: string, minutes: number, tries: number): MailText => ({
  subject: subjectOf('ワンタイムパスワードのお知らせ'),
  text: `ログインのためのワンタイムパスワードです。

ワンタイムパスワード: ${password}

メールを送ってから${minutes}分のあいだ、ログインを始めた画面で、1回だけ使えます。${tries}回まちがえると使えなくなり、ログインをはじめからやりなおします。

ログインした覚えがないときは、ほかの人がパスワードを知っています。ワンタイムパスワードはだれにも伝えず、${page('パスワードを忘れたとき')}で、すぐにパスワードを決めなおしてください。
${SIGNATURE}`,
})

/** Somebody asked to reset the password of an address that has no account. */
export const noAccountMail = (): MailText => ({
  subject: subjectOf('パスワードについてのお知らせ'),
  text: `このメールアドレスで、パスワードを決めなおす手続きがありました。
このメールアドレスのマイページは、まだ開かれていません。

・求職者の方: ${page('マイページを開く')}から、このメールアドレスで開けます。
・ほかのメールアドレスで開いたとき: そのメールアドレスで、もう一度お試しください。
・どのメールアドレスかわからないとき: 窓口で、ご本人かを確かめてからお調べします。

お心当たりがないときは、このメールを消してください。
${SIGNATURE}`,
})

/** The key that proves a new address is one's own. */
export const changeEmailMail = (key: string, minutes: number, tries: number): MailText => ({
  subject: subjectOf('メールアドレスを変えるための認証キー'),
  text: `マイページのメールアドレスを、このアドレスに変えるための認証キーです。

認証キー: ${key}

メールを送ってから${minutes}分のあいだ使えます。開いているページにキーを入れると、次からはこのアドレスでログインします。それまでは、いままでのアドレスのままです。
${tries}回まちがえたときは、はじめからやりなおしてください。

${NOT_YOU}
${SIGNATURE}`,
})

/** Somebody wanted to change to an address that opens another My Page. */
export const emailTakenMail = (): MailText => ({
  subject: subjectOf('メールアドレスについてのお知らせ'),
  text: `マイページのメールアドレスを、このアドレスに変える手続きがありました。
このメールアドレスは、もうほかのマイページで使われているため、認証キーは送っていません。ほかのアドレスで、もう一度お試しください。

お心当たりがないときは、このメールを消してください。何も変わっていません。
${SIGNATURE}`,
})

/** To the old address, after the new one was proved. */
export const emailChangedMail = (): MailText => ({
  subject: subjectOf('メールアドレスを変えました'),
  text: `マイページのメールアドレスが変わりました。このアドレスでは、もうログインできません。ほかの端末では、ログアウトしています。

ご自分で変えていないときは、すぐに窓口にお知らせください。ご本人かを確かめてから、もとにもどします。
${SIGNATURE}`,
})

/** After the counter checked who somebody is: the way in again. */
export const rescuedMail = (): MailText => ({
  subject: subjectOf('マイページにもう一度入れます'),
  text: `窓口でご本人を確かめて、マイページにもう一度入れるようにしました。いままでのパスワードと、覚えた端末は使えません。

${page('パスワードを忘れたとき')}を開いて、このメールアドレスを入れると、新しいパスワードを決められます。

窓口で手続きをした覚えがないときは、すぐに窓口にお知らせください。
${SIGNATURE}`,
})

/** After a withdrawal: the last mail. */
export const withdrawnMail = (): MailText => ({
  subject: subjectOf('退会しました'),
  text: `マイページを退会しました。もうログインできません。このメールアドレスも、このあと消えます。

また使うときは、${page('マイページを開く')}から、同じメールアドレスで、はじめから開けます。前の内容はもどりません。

ご自分で退会していないときは、すぐに窓口にお知らせください。
${SIGNATURE}`,
})

/** After a reset: the owner learns it even where somebody else did it. */
export const passwordChangedMail = (): MailText => ({
  subject: subjectOf('パスワードを変えました'),
  text: `マイページのパスワードが変わりました。ほかの端末では、ログアウトしています。

ご自分で変えていないときは、${page('パスワードを忘れたとき')}で、すぐにパスワードを決めなおしてください。わからないことは、窓口でお尋ねください。
${SIGNATURE}`,
})
