import { dateText } from '../../graph/value-text.ts'
import { SIGNATURE, subjectOf } from '../../i18n/mails.ja.ts'
import type { JstDate } from '../../kernel/calendar.ts'

interface MailText {
  subject: string
  text: string
  template: string
}

/** To the claimant. */
export const claimAcceptedMail = (name: string, role: 'OWNER' | 'RECRUITER'): MailText => ({
  subject: subjectOf('事業所番号の確認が終わりました'),
  text: `${name} の求人者マイページを使えるようになりました。あなたは${role === 'OWNER' ? '代表の担当者' : '採用の担当者'}です。
開いていた画面はログアウトしています。同じメールアドレスとパスワードで、ログインしなおしてください。
${SIGNATURE}`,
  template: 'claimAccepted',
})

/** To the claimant; the reason is on the page. */
export const claimRejectedMail = (erasedOn: JstDate | null): MailText => ({
  subject: subjectOf('事業所番号を確かめられませんでした'),
  text: `お知らせの事業所番号では、求人者マイページを開けませんでした。理由は、マイページに書いてあります。
番号を直してもう一度申し出るか、事業所の内容を書いて申し込めます。わからないことは、窓口でお尋ねください。${erasedOn === null ? '' : `\n仮登録の期限: ${dateText(erasedOn)}`}
${SIGNATURE}`,
  template: 'claimRejected',
})

/** To whoever was the owner before. */
export const claimantJoinedMail = (one: { name: string; claimant: string; email: string; takesOver: boolean }): MailText => ({
  subject: subjectOf('担当者が加わりました'),
  text: `${one.name} の事業所番号で申し出があり、窓口が確かめて、求人者マイページの担当者に加えました。
加わった人: ${one.claimant}(${one.email})
役割: ${one.takesOver ? '代表の担当者。あなたは採用の担当者になりました' : '採用の担当者'}

${one.takesOver ? '心当たりがないときは、すぐに窓口に知らせてください。' : '心当たりがないときは、マイページの「担当者」で外して、窓口に知らせてください。'}
${SIGNATURE}`,
  template: 'claimantJoined',
})
