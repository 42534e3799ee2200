import { type MailText, SIGNATURE, subjectOf } from './mails.ja.ts'

interface Invitation {
  /** Of the establishment; in the text only. */
  name: string
  key: string
  /** Address of the site. */
  url: string
  minutes: number
  tries: number
}

const SUBJECT = subjectOf('求人者マイページの担当者への招待')
const pageOf = ({ url }: Pick<Invitation, 'url'>) => `まどぐちの「担当者として入る」のページ
${url}/open/member
`
const life = ({ minutes, tries }: Invitation) =>
  `メールを送ってから${minutes}分のあいだ使えます。時間をすぎたときや、${tries}回まちがえたときは、招待した人に「担当者」のページから送りなおしてもらってください。`
const NOT_YOU = 'お心当たりがないときは、このメールを消してください。キーを入れないかぎり、何も変わりません。'

/** To an address that signs in nowhere yet. */
export const invitationMail = (one: Invitation): MailText => ({
  subject: SUBJECT,
  text: `${one.name} の代表の担当者から、求人者マイページの担当者に招待されました。

認証キー: ${one.key}

${pageOf(one)}を開き、「はじめて使う」をえらんで、このメールアドレスとキーを入れてください。パスワードを決めると、担当者として入れます。
${life(one)}

${NOT_YOU}
${SIGNATURE}`,
})

/** To a member of another establishment: the same key, with the password that is known. */
export const memberJoinsMail = (one: Invitation): MailText => ({
  subject: SUBJECT,
  text: `${one.name} の代表の担当者から、求人者マイページの担当者に招待されました。

認証キー: ${one.key}

このメールアドレスは、もう求人者マイページで使われています。
${pageOf(one)}を開き、「もう使っている」をえらんで、キーといまのパスワードを入れてください。これまでの事業所とは、ログインしたあとで切りかえられます。
${life(one)}

${NOT_YOU}
${SIGNATURE}`,
})

/** To an address that signs in as something else. */
export const closedInvitationMail = ({ name }: Invitation): MailText => ({
  subject: SUBJECT,
  text: `${name} の代表の担当者から、求人者マイページの担当者に招待されました。

このメールアドレスは、もう求人者ではないマイページで使われているため、担当者にはなれません。認証キーは送っていません。
担当者になるときは、ほかのメールアドレスを、招待した人に伝えてください。

お心当たりがないときは、このメールを消してください。何も変わっていません。
${SIGNATURE}`,
})

/** To a member who was removed. */
export const memberRemovedMail = (name: string): MailText => ({
  subject: subjectOf('求人者マイページの担当者についてのお知らせ'),
  text: `${name} の代表の担当者が、あなたを求人者マイページの担当者から外しました。この事業所のマイページは、もう使えません。
これまでに書いたメッセージや記録は、名前とともに事業所に残ります。

お心当たりがないときは、事業所の代表の担当者に聞いてください。
${SIGNATURE}`,
})

/** To the other members after the owner's withdrawal. */
export const employerClosedMail = (name: string): MailText => ({
  subject: subjectOf('求人者マイページが閉じました'),
  text: `${name} の代表の担当者が退会し、この事業所の求人者マイページは閉じました。募集中だった求人は、取り消されています。
ほかに担当する事業所がないときは、あなたのアカウントとメールアドレスも消えます。

もう一度使うときは、窓口に相談してください。
${SIGNATURE}`,
})

/** To both after the ownership was handed over. */
export const ownershipMail = (name: string): MailText => ({
  subject: subjectOf('代表の担当者が変わりました'),
  text: `${name} の求人者マイページで、代表の担当者が引きつがれました。
いまの代表は、マイページの「担当者」で見られます。担当者の追加と削除は、代表の担当者が行います。

お心当たりがないときは、すぐに窓口に知らせてください。
${SIGNATURE}`,
})
