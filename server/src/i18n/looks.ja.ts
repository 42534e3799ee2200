/** Looks at a person's data, by the name under which they are recorded: what was looked at. One that is missing here is missing in the log that people read. */
export const LOOKS: Readonly<Record<string, string>> = {
  lookAtSeeker: '登録の内容',
  lookAtRegistrant: '登録者の内容',
  viewApplicant: '応募の内容',
  readDocument: '応募に付けた書類',
  staffAccounts: 'ログインに使うメールアドレス',
}

const FIELDS: Readonly<Record<string, string>> = {
  name: '氏名',
  nameKana: '氏名(カナ)',
  birthDate: '生年月日',
  postalCode: '郵便番号',
  address: '住所',
  phone: '電話番号',
  email: 'メールアドレス',
  validUntil: '有効期限',
  status: '登録の状態',
  applicant: '氏名・年齢・連絡先・経歴',
  motive: '志望動機',
  reachable: '連絡のつきやすい時間',
  documents: '書類',
  entryNumber: '送出情報番号',
}

const PURPOSES: Readonly<Record<string, string>> = {
  SELECTION: '応募の選考のため',
  OFFICE: '職業紹介のため',
  node: '窓口の仕事のため',
  list: '登録者の一覧を見るため',
}

export const fieldWords = (fields: readonly string[]): string[] => [...new Set(fields.map((field) => FIELDS[field] ?? 'そのほか'))]

/** Why: in our words, or as the office wrote it down. */
export const purposeWords = (purpose: string | null): string =>
  purpose === null || purpose.trim() === '' ? '理由の記録がありません' : (PURPOSES[purpose] ?? `窓口の記録:「${purpose}」`)
