import { i18n } from '../../i18n/i18n.ts'
import type { Examples } from './examples.ts'
import { NO_OR_TRIAL, type Operation } from './operation.ts'

const ACCOUNT_ANSWER = `__typename
    ... on StaffAccount {
      id
      name
      email
      status
    }
    ${NO_OR_TRIAL}`

const actOn = () => ({ accountId: 'acc_', purpose: i18n.t('staff:sample.identity') })
const DAY = 24 * 60 * 60 * 1_000
/** The day up to the last full hour: what has its seals. */
function lastDay({ viewer }: Examples) {
  const to = new Date(viewer.serverTime)
  to.setUTCMinutes(0, 0, 0)
  return { from: new Date(to.getTime() - DAY).toISOString(), to: to.toISOString() }
}

/** Letting people in again, shutting them out, and whether the trail of all this is whole. */
export const ACCOUNT_OPERATIONS: readonly Operation[] = [
  {
    key: 'staffAccounts',
    group: 'accounts',
    text: `query Accounts($number: String!, $purpose: String!) {
  staffAccounts(number: $number, purpose: $purpose) {
    id
    name
    email
    status
  }
}`,
    variables: () => ({ number: '13010-40219011', purpose: i18n.t('staff:sample.purpose') }),
  },
  {
    key: 'rescueAccount',
    group: 'accounts',
    dryRun: true,
    text: `mutation RescueAccount($input: RescueAccountInput!, $dryRun: Boolean!) {
  rescueAccount(input: $input, dryRun: $dryRun) {
    ${ACCOUNT_ANSWER}
  }
}`,
    variables: () => ({ input: { ...actOn(), newEmail: null }, dryRun: true }),
  },
  {
    key: 'suspendAccount',
    group: 'accounts',
    dryRun: true,
    text: `mutation SuspendAccount($input: AccountActInput!, $dryRun: Boolean!) {
  suspendAccount(input: $input, dryRun: $dryRun) {
    ${ACCOUNT_ANSWER}
  }
}`,
    variables: () => ({ input: { ...actOn(), purpose: i18n.t('staff:sample.suspended') }, dryRun: true }),
  },
  {
    key: 'resumeAccount',
    group: 'accounts',
    dryRun: true,
    text: `mutation ResumeAccount($input: AccountActInput!, $dryRun: Boolean!) {
  resumeAccount(input: $input, dryRun: $dryRun) {
    ${ACCOUNT_ANSWER}
  }
}`,
    variables: () => ({ input: actOn(), dryRun: true }),
  },
  {
    key: 'verifyAudit',
    group: 'accounts',
    text: `query VerifyAudit($from: DateTimeISO!, $to: DateTimeISO!) {
  verifyAudit(from: $from, to: $to) {
    hours
    records
    misfits {
      hour
      kind
    }
  }
}`,
    variables: lastDay,
  },
  {
    key: 'auditSeals',
    group: 'accounts',
    text: `query AuditSeals($first: Int!) {
  auditSeals(first: $first) {
    hour
    count
    hash
    sealedAt
  }
}`,
    variables: () => ({ first: 24 }),
  },
]
