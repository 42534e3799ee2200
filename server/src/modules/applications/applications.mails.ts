import { SIGNATURE, subjectOf } from '../../i18n/mails.ja.ts'

interface MailText {
  subject: string
  text: string
  template: string
}

const CLOSING = `\n${SIGNATURE}`

/** None of these holds a name of a seeker, a message or a result: mails lie about. */
export const newApplicationMail = ({ title }: { title: string }): MailText => ({
  subject: subjectOf('求人に応募がありました'),
  text: `求人「${title}」に応募がありました。\n求人者マイページの「応募者」で、志望動機と書類を読めます。${CLOSING}`,
  template: 'newApplication',
})

export const cancelledApplicationMail = ({ title }: { title: string }): MailText => ({
  subject: subjectOf('応募が取り消されました'),
  text: `求人「${title}」への応募が1件、本人によって取り消されました。${CLOSING}`,
  template: 'cancelledApplication',
})

export const withdrawnApplicationMail = ({ title }: { title: string }): MailText => ({
  subject: subjectOf('応募が辞退されました'),
  text: `求人「${title}」に応募した人が、マイページを退会しました。応募は辞退になりました。
求人者マイページの「応募者」で、どの応募かを見られます。${CLOSING}`,
  template: 'withdrawnApplication',
})

export const employerLeftMail = ({ title }: { title: string }): MailText => ({
  subject: subjectOf('応募した事業所についてのお知らせ'),
  text: `応募した求人「${title}」の事業所が、マイページの利用をやめました。求人の募集は終わっています。
選考については、求職者マイページの「活動」にある事業所の電話番号か、窓口でお尋ねください。${CLOSING}`,
  template: 'employerLeft',
})

export const newMessageMail = ({ subject }: { subject: string }): MailText => ({
  subject: subjectOf('新しいメッセージがあります'),
  text: `「${subject}」のやりとりに、新しいメッセージが届きました。\nマイページの「メッセージ」で読めます。${CLOSING}`,
  template: 'newMessage',
})

export const resultMail = ({ title }: { title: string }): MailText => ({
  subject: subjectOf('選考の結果が登録されました'),
  text: `応募した求人「${title}」の選考の結果が登録されました。\n求職者マイページの「活動」で読めます。${CLOSING}`,
  template: 'selectionResult',
})
