import { demoAccounts } from './accounts.ts'

/** Whom each account of the demo acts as, for the sign-in page and the text at the start. */
export const DEMO_ACCOUNTS: readonly { email: string; role: string }[] = [
  { email: demoAccounts.seeker.email, role: '求職者(利用登録者)' },
  { email: demoAccounts.onlineSeeker.email, role: '求職者(オンライン登録者)' },
  { email: demoAccounts.registrant.email, role: 'センターの登録者' },
  { email: demoAccounts.employer.email, role: '求人者' },
  { email: demoAccounts.employer2.email, role: '求人者(二つめの事業所)' },
  { email: demoAccounts.counter.email, role: '職員(窓口)' },
  { email: demoAccounts.manager.email, role: '職員(管理)' },
  { email: demoAccounts.auditor.email, role: '職員(監査)' },
  { email: demoAccounts.centerCounter.email, role: 'センターの職員(窓口)' },
  { email: demoAccounts.centerManager.email, role: 'センターの職員(管理)' },
]
