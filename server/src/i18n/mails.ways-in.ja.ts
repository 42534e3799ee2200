import { type MailText, SIGNATURE, subjectOf } from './mails.ja.ts'

/** Mails about what lets somebody in beside the password: the owner learns of each change. */
const NOT_BY_YOU = `ご自分でしていないときは、だれかがマイページに入っています。「アカウント」のページで覚えのないパスキーを削除し、ほかの端末をすべてログアウトして、パスワードを変えてください。入れないときは、すぐに窓口にお知らせください。
${SIGNATURE}`

export const passkeyAddedMail = (name: string): MailText => ({
  subject: subjectOf('パスキーを追加しました'),
  text: `マイページに、パスキー「${name}」を追加しました。次から、このパスキーでもログインできます。

${NOT_BY_YOU}`,
})

export const passkeyRemovedMail = (name: string): MailText => ({
  subject: subjectOf('パスキーを削除しました'),
  text: `マイページのパスキー「${name}」を削除しました。このパスキーでは、もうログインできません。

${NOT_BY_YOU}`,
})

export const authenticatorAddedMail = (): MailText => ({
  subject: subjectOf('認証アプリを登録しました'),
  text: `マイページに、認証アプリを登録しました。次のログインからは、メールの番号のかわりに、アプリの番号を入れます。

${NOT_BY_YOU}`,
})

export const authenticatorRemovedMail = (): MailText => ({
  subject: subjectOf('認証アプリの登録を削除しました'),
  text: `マイページの認証アプリの登録を削除しました。次のログインからは、メールの番号を入れます。

${NOT_BY_YOU}`,
})
