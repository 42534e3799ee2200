import { dateText } from '../../graph/value-text.ts'
import { SIGNATURE, subjectOf } from '../../i18n/mails.ja.ts'

interface About {
  employerName: string
  title: string
}
interface MailText {
  subject: string
  text: string
  template: string
}

const opening = ({ employerName, title }: About) => `${employerName} ご担当者さま\n\n求人「${title}」についてのお知らせです。\n\n`
const CLOSING = `\n\nくわしくは、求人者マイページを開いて確かめてください。\n${SIGNATURE}`

export const acceptedMail = (about: About & { postingNumber: string; validUntil: string }): MailText => ({
  subject: subjectOf('求人を受理しました'),
  text: `${opening(about)}求人を受理し、公開のしかたにしたがって公開しました。\n求人番号:${about.postingNumber}\n紹介期限日:${dateText(about.validUntil)}${CLOSING}`,
  template: 'postingAccepted',
})

export const returnedMail = (about: About & { count: number }): MailText => ({
  subject: subjectOf('求人の修正をお願いします'),
  text: `${opening(about)}直していただきたいところが${about.count}つあります。理由は、マイページの各項目に書いてあります。\n直したあと、もう一度申し込んでください。${CLOSING}`,
  template: 'postingReturned',
})

export const rejectedMail = (about: About): MailText => ({
  subject: subjectOf('求人を受理できませんでした'),
  text: `${opening(about)}今回の求人は、受理できませんでした。理由は、マイページに書いてあります。\n内容をもとに、新しい求人を作ることができます。${CLOSING}`,
  template: 'postingRejected',
})
