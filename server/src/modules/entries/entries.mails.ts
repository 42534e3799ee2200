import { dateText } from '../../graph/value-text.ts'
import { type MailText, SIGNATURE, subjectOf } from '../../i18n/mails.ja.ts'
import type { JstDate } from '../../kernel/calendar.ts'

interface Sent {
  /** Name of the center. */
  center: string
  /** Where the pages are. */
  url: string
  email: string
}

const subject = ({ center }: Sent) => subjectOf(`${center}からマイページのご案内`)
const NOT_YOU = 'お心当たりがないときは、このメールを消してください。リンクを開いてパスワードを決めないかぎり、何も変わりません。'

/** 000: why it came, the link, the user ID, where to sign in afterwards, and what to do when the link is dead. */
export const registrantInvitationMail = ({ token, lastDay, ...sent }: Sent & { token: string; lastDay: JstDate }): MailText => ({
  subject: subject(sent),
  text: `${sent.center}が、登録者マイページを用意しました。
担当者とのやりとりや書類の受けわたしを、メールの代わりにマイページで安全に行うためのページです。

■ はじめに、パスワードを決めてください
${sent.url}/invitation/${token}
このリンクは、${dateText(lastDay)}の24時まで、1回だけ使えます。ほかの人に見せないでください。

■ 2回目からは、ログインのページから入ります(ブックマークしておくと便利です)
ログイン: ${sent.url}/signin
ユーザーID: ${sent.email}(このメールアドレスです)

■ リンクが使えないとき
パスワードを決めてあるときは、ログインのページから入ってください。忘れたときは、次のページで決めなおせます。
${sent.url}/reset
まだ決めていないときは、リンクを開いたページで新しいリンクを受け取れます。${sent.center}の担当者に頼むこともできます。
新しいリンクを送ると、前のリンクは使えなくなります。

${NOT_YOU}
${SIGNATURE}`,
})

/** To an address that signs in as something else. */
export const closedRegistrantMail = (sent: Sent): MailText => ({
  subject: subject(sent),
  text: `${sent.center}から、登録者マイページの案内がありました。

このメールアドレスは、もうほかのマイページで使われているため、登録者マイページを開けません。リンクは送っていません。
登録者マイページを使うときは、ほかのメールアドレスを、${sent.center}の担当者に伝えてください。

お心当たりがないときは、このメールを消してください。何も変わっていません。
${SIGNATURE}`,
})

const ASKED = subjectOf('登録者マイページのリンクについて')

/** A new link was asked for by somebody who needs none. */
export const registrantOpenedMail = ({ url, email }: Omit<Sent, 'center'>): MailText => ({
  subject: ASKED,
  text: `新しいリンクの申し込みを受け取りました。
このメールアドレスのマイページは、もう開いています。リンクは要りません。次のページからログインしてください。

ログイン: ${url}/signin
ユーザーID: ${email}(このメールアドレスです)

パスワードを忘れたときは、次のページで決めなおせます。
${url}/reset

お心当たりがないときは、このメールを消してください。何も変わっていません。
${SIGNATURE}`,
})

/** A new link was asked for an address that nobody invited. */
export const nobodyInvitedMail = (): MailText => ({
  subject: ASKED,
  text: `新しいリンクの申し込みを受け取りましたが、このメールアドレスへの招待は見つかりませんでした。リンクは送っていません。
招待のメールが届いた、ほかのメールアドレスでためしてください。わからないときは、招待したセンターの担当者に聞いてください。

お心当たりがないときは、このメールを消してください。何も変わっていません。
${SIGNATURE}`,
})
