import { type Field, readFields, type RawStep } from '../../kernel/form.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import type { Policy } from '../../policy.ts'
import type { EmployerStatus } from './employers.rules.ts'

/** What an added member may be; there is one owner, who is named by handing over. */
export const ADDED_ROLES = ['RECRUITER', 'VIEWER'] as const
export type AddedRole = (typeof ADDED_ROLES)[number]

interface Member {
  id: string
  role: 'OWNER' | AddedRole
  status: 'INVITED' | 'ACTIVE' | 'REMOVED'
}

const NAME: Field = { key: 'name', label: '名前', kind: 'TEXT', required: true, max: 30 }
const TITLE: Field = { key: 'title', label: '部署・役職', kind: 'TEXT', max: 30 }
const EMAIL: Field = { key: 'email', label: 'メールアドレス', kind: 'EMAIL', required: true }

export interface MemberText {
  email: string
  name: string
  title: string | null
}

/** The fields of an added member, tidied, and what is wrong with them. */
export function readMember(raw: RawStep, policy: Pick<Policy, 'emailMax'>, { invited }: { invited: boolean }) {
  const fields = invited ? [{ ...EMAIL, max: policy.emailMax }, NAME, TITLE] : [NAME, TITLE]
  const { values, problems } = readFields(fields, raw)
  const text = (key: string): string => (typeof values[key] === 'string' ? values[key] : '')
  return {
    text: { email: text('email').toLowerCase(), name: text('name'), title: text('title') || null } satisfies MemberText,
    problems,
  } as {
    text: MemberText
    problems: Problem[]
  }
}

/** STATES 3.4: a provisional account has no members. */
export function refuseAdding(status: EmployerStatus): RefusalCode | null {
  if (status === 'OPEN') return null
  return status === 'SUSPENDED' ? 'ACCOUNT_SUSPENDED' : 'EMPLOYER_NOT_OPEN'
}

export const refuseResending = ({ status }: Member): RefusalCode | null => (status === 'INVITED' ? null : 'MEMBER_NOT_INVITED')

/** The last owner stays: there is no way back into an establishment without one. */
export function refuseRemoving({ role, status }: Member): RefusalCode | null {
  if (status === 'REMOVED') return 'NOT_FOUND'
  return role === 'OWNER' ? 'OWNER_STAYS' : null
}

/** Ownership goes to somebody who has joined. */
export function refuseHandingOver({ role, status }: Member): RefusalCode | null {
  if (status === 'REMOVED' || role === 'OWNER') return 'NOT_FOUND'
  return status === 'ACTIVE' ? null : 'MEMBER_NOT_ACTIVE'
}

/** R8: the owner's seat and those that may be added; the lowest that nobody has, or null. */
export const freeSeat = (taken: readonly number[], { addedMembers }: Pick<Policy, 'addedMembers'>): number | null =>
  Array.from({ length: addedMembers + 1 }, (_, seat) => seat).find((seat) => !taken.includes(seat)) ?? null

export const seatsLeft = (members: number, { addedMembers }: Pick<Policy, 'addedMembers'>): number =>
  Math.max(0, addedMembers + 1 - members)
