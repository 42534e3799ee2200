interface MailText {
  subject: string
  text: string
  template: string
}

const CLOSING = '\n\nこのメールには返信できません。\n\nまどぐち'

/** None of these holds a name of a seeker, a message or a result: mails lie about. */
export const newApplicationMail = ({ title }: { title: string }): MailText => ({
  subject: '【まどぐち】求人に応募がありました',
  text: `求人「${title}」に応募がありました。\n求人者マイページの「応募者」で、志望動機と書類を読めます。${CLOSING}`,
  template: 'newApplication',
})

export const cancelledApplicationMail = ({ title }: { title: string }): MailText => ({
  subject: '【まどぐち】応募が取り消されました',
  text: `求人「${title}」への応募が1件、本人によって取り消されました。${CLOSING}`,
  template: 'cancelledApplication',
})

export const newMessageMail = ({ subject }: { subject: string }): MailText => ({
  subject: '【まどぐち】新しいメッセージがあります',
  text: `「${subject}」のやりとりに、新しいメッセージが届きました。\nマイページの「メッセージ」で読めます。${CLOSING}`,
  template: 'newMessage',
})

export const resultMail = ({ title }: { title: string }): MailText => ({
  subject: '【まどぐち】選考の結果が登録されました',
  text: `応募した求人「${title}」の選考の結果が登録されました。\n求職者マイページの「活動」で読めます。${CLOSING}`,
  template: 'selectionResult',
})
