/** Ids outside the database read `pst_0199…`: three letters for the kind, then the uuid (v7) without hyphens. */
export const ID_KINDS = {
  off: 'Office',
  acc: 'Account',
  ses: 'Session',
  dev: 'Device',
  key: 'AuthenticationKey',
  att: 'SignInAttempt',
  psk: 'Passkey',
  pch: 'PasskeyChallenge',
  stf: 'StaffMember',
  mal: 'Mail',
  fil: 'Attachment',
  thr: 'Thread',
  msg: 'Message',
  skr: 'Seeker',
  sks: 'SeekerSheet',
  rgs: 'Registrant',
  inv: 'Invitation',
  emp: 'Employer',
  ems: 'EmployerSheet',
  mem: 'EmployerMember',
  erv: 'EmployerReview',
  cod: 'AccountCreationCode',
  clm: 'EmployerClaim',
  awt: 'AwaitedAccount',
  drf: 'Draft',
  pst: 'Posting',
  sht: 'PostingSheet',
  rvw: 'PostingReview',
  app: 'Application',
  res: 'SelectionResult',
  aud: 'AuditRecord',
  prt: 'Partner',
} as const

export type IdKind = keyof typeof ID_KINDS
export type Id<K extends IdKind = IdKind> = `${K}_${string}`

const NOBODY = '00000000-0000-0000-0000-000000000000'
const ID = /^([a-z]{3})_([0-9a-f]{32})$/

/** The kind a well-formed id names, or null: the way `node(id)` dispatches. */
export function kindOfId(id: string): IdKind | null {
  const kind = ID.exec(id)?.[1]
  return kind !== undefined && kind in ID_KINDS ? (kind as IdKind) : null
}

/** An id of another kind or a broken one becomes the nil uuid, which is found nowhere: callers answer NOT_FOUND. */
export function uuidOfId(kind: IdKind, id: string): string {
  const match = ID.exec(id)
  if (match?.[1] !== kind) return NOBODY
  const hex = match[2] ?? ''
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const idOfUuid = <K extends IdKind>(kind: K, uuid: string): Id<K> => `${kind}_${uuid.replaceAll('-', '')}`
