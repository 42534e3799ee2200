import { addDays } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { accounts } from '../../modules/accounts/accounts.table.ts'
import { invitationValidUntil } from '../../modules/entries/entries.rules.ts'
import { invitations, registrants } from '../../modules/entries/entries.table.ts'
import { caseNumber } from '../../modules/offices/offices.rules.ts'
import { newId } from '../../platform/db/columns.ts'
import { hashToken, newToken } from '../../platform/secrets/tokens.ts'
import { POLICY } from '../../policy.ts'
import { demoAccounts } from './accounts.ts'
import { insertRows } from './insert-rows.ts'
import { accountRow, type Loading, loadStaffOf } from './load-people.ts'
import { randomOf } from './random.ts'
import { duringOfficeHours } from './time-of-day.ts'

export const CENTER = '13900'
/** Numbers that the demo's registrants carry. */
export const TAKEN_ENTRIES = 2

const INVITED = { name: '西野 ひろし', nameKana: 'ニシノ ヒロシ', email: 'nishino@mail.example' }

/** The center's staff, one registrant with a My Page, and one whose link nobody has: staff send another. */
export async function loadCenter(loading: Loading, officeId: Id<'off'>): Promise<void> {
  const invitedBy = await loadStaffOf(loading, officeId, [
    [demoAccounts.centerCounter, 'COUNTER'],
    [demoAccounts.centerManager, 'MANAGER'],
  ])
  const { db, now, today } = loading
  const at = (key: string, days: number) => duringOfficeHours(randomOf(key), addDays(today, -days), now)
  const [invitedAt, openedAt, lastAt] = [at('registrant invited', 9), at('registrant opened', 7), at('registrant waits', 3)]
  const account = accountRow(loading, demoAccounts.registrant.email, openedAt)
  const [opened, waiting] = [newId('rgs'), newId('rgs')]
  const common = { officeId, invitedBy }
  await insertRows(db, accounts, [account])
  await insertRows(db, registrants, [
    { ...common, ...demoAccounts.registrant, id: opened, accountId: account.id, entryNumber: caseNumber(CENTER, 1), invitedAt, openedAt },
    { ...common, ...INVITED, id: waiting, accountId: null, entryNumber: caseNumber(CENTER, 2), invitedAt: lastAt, openedAt: null },
  ])
  const sent = (registrantId: Id<'rgs'>, createdAt: Date, usedAt: Date | null) => ({
    id: newId('inv'),
    registrantId,
    tokenHash: hashToken(newToken()),
    createdAt,
    validUntil: invitationValidUntil(createdAt, POLICY),
    usedAt,
  })
  await insertRows(db, invitations, [sent(opened, invitedAt, openedAt), sent(waiting, lastAt, null)])
}
