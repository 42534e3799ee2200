import { dateText } from '../../graph/value-text.ts'
import { SIGNATURE, subjectOf } from '../../i18n/mails.ja.ts'
import type { JstDate } from '../../kernel/calendar.ts'

interface MailText {
  subject: string
  text: string
  template: string
}

export const employerAcceptedMail = (): MailText => ({
  subject: subjectOf('求人者マイページが開きました'),
  text: `事業所の内容を受理しました。求人者マイページを、期限なく使えるようになりました。\n事業所番号は、マイページのホームで見られます。\n${SIGNATURE}`,
  template: 'employerAccepted',
})

export const employerReturnedMail = (count: number, erasedOn: JstDate | null): MailText => ({
  subject: subjectOf('事業所の内容の修正をお願いします'),
  text: `直していただきたいところが${count}つあります。理由は、マイページの各項目に書いてあります。\n直したあと、もう一度申し込んでください。${erasedOn === null ? '' : `\n仮登録の期限: ${dateText(erasedOn)}`}\n${SIGNATURE}`,
  template: 'employerReturned',
})

export const employerRejectedMail = (erasedOn: JstDate | null): MailText => ({
  subject: subjectOf('事業所の内容を受理できませんでした'),
  text: `申し込まれた事業所の内容は、受理できませんでした。理由は、マイページに書いてあります。\n書いた内容は残っています。直せるときは、直してもう一度申し込めます。わからないことは、担当の窓口でお尋ねください。${erasedOn === null ? '' : `\n仮登録の期限: ${dateText(erasedOn)}`}\n${SIGNATURE}`,
  template: 'employerRejected',
})

/** R7: before everything that was typed is gone. */
export const provisionalEndsMail = (erasedOn: JstDate): MailText => ({
  subject: subjectOf('仮登録の期限が近づいています'),
  text: `求人者マイページの仮登録の期限は、${dateText(erasedOn)}の24時です。\nこの時までに事業所の内容を申し込むと、窓口の確認が終わるまで消えません。申し込まないときは、入力した内容とアカウントが消えます。その後は、同じメールアドレスで、はじめから登録できます。\n${SIGNATURE}`,
  template: 'provisionalEnds',
})
