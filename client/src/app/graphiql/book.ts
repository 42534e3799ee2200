import { i18n } from '../../i18n/i18n.ts'
import { requestKey } from '../../graph/request-key.ts'
import { ACCOUNT_OPERATIONS } from './book.accounts.ts'
import type { Examples } from './examples.ts'
import { NO_OR_TRIAL, type Operation, type Variables } from './operation.ts'

const oldest = (examples: Examples) => examples.waiting.postings.oldest[0]
/** The establishment that the address names, else the newest without a My Page. */
export const employerOf = ({ askedEmployer, unopened }: Examples) => askedEmployer?.nodes[0] ?? unopened.nodes[0]
const postingOf = (examples: Examples): Variables => {
  const posting = oldest(examples)
  return { postingId: posting?.id ?? 'pst_', version: posting?.version ?? 1 }
}

const claimOf = ({ claimed }: Examples) => {
  const [claim] = claimed.claims.oldest
  return { claimId: claim?.id ?? 'clm_', version: claim?.version ?? null }
}

const CLAIM_ANSWER = `__typename
    ... on EmployerClaim {
      id
      state
      employerNumber
      version
    }
    ${NO_OR_TRIAL}`

const POSTING_ANSWER = `__typename
    ... on Posting {
      id
      title
      status
      postingNumber
      acceptedOn
      validUntil
      version
    }
    ${NO_OR_TRIAL}`

const REGISTRANT_ANSWER = `__typename
    ... on Registrant {
      id
      entryNumber
      name
      email
      invitationState
      invitationValidUntil
      version
    }
    ${NO_OR_TRIAL}`

/** The book of operations, in the order of a day's work. Words: i18n/ja/staff.ts, under the same keys. */
export const BOOK: readonly Operation[] = [
  {
    key: 'waiting',
    group: 'today',
    text: `query Waiting {
  waiting {
    postings {
      total
      oldest {
        id
        title
        submittedAt
        version
        employer {
          name
          employerNumber
        }
      }
    }
    seekers
    applicationsOverdue
  }
}`,
    variables: () => ({}),
  },
  {
    key: 'readPosting',
    group: 'postings',
    text: `query ReadPosting($postingId: ID!) {
  posting(id: $postingId) {
    id
    title
    status
    version
    employer {
      name
      employerNumber
      phone
    }
    sheet {
      number
      sections {
        title
        rows {
          label
          value
        }
      }
    }
    contact {
      workplaceAddress
      person {
        name
        phone
      }
    }
    provisionAgreement {
      version
      agreedAt
    }
    reviews {
      outcome
      decidedAt
      comment
      reasons {
        label
        reason
      }
    }
  }
}`,
    variables: (examples) => ({ postingId: postingOf(examples)['postingId'] }),
  },
  {
    key: 'claimCase',
    group: 'postings',
    dryRun: true,
    text: `mutation ClaimCase($id: ID!, $dryRun: Boolean!) {
  claimCase(id: $id, dryRun: $dryRun) {
    ${POSTING_ANSWER}
  }
}`,
    variables: (examples) => ({ id: postingOf(examples)['postingId'], dryRun: true }),
  },
  {
    key: 'acceptPosting',
    group: 'postings',
    dryRun: true,
    text: `mutation AcceptPosting($postingId: ID!, $version: Int, $comment: String, $acknowledge: [AcknowledgementInput!], $dryRun: Boolean!) {
  acceptPosting(postingId: $postingId, version: $version, comment: $comment, acknowledge: $acknowledge, dryRun: $dryRun) {
    ${POSTING_ANSWER}
  }
}`,
    variables: (examples) => ({ ...postingOf(examples), comment: null, acknowledge: [], dryRun: true }),
  },
  {
    key: 'returnPosting',
    group: 'postings',
    dryRun: true,
    text: `mutation ReturnPosting($postingId: ID!, $version: Int, $reasons: [FieldReasonInput!]!, $comment: String, $dryRun: Boolean!) {
  returnPosting(postingId: $postingId, version: $version, reasons: $reasons, comment: $comment, dryRun: $dryRun) {
    ${POSTING_ANSWER}
  }
}`,
    variables: (examples) => ({
      ...postingOf(examples),
      reasons: [{ path: 'work.duties', reason: i18n.t('staff:sample.reason') }],
      comment: i18n.t('staff:sample.comment'),
      dryRun: true,
    }),
  },
  {
    key: 'rejectPosting',
    group: 'postings',
    dryRun: true,
    danger: true,
    text: `mutation RejectPosting($postingId: ID!, $version: Int, $reasonCode: RejectionReason!, $comment: String, $dryRun: Boolean!) {
  rejectPosting(postingId: $postingId, version: $version, reasonCode: $reasonCode, comment: $comment, dryRun: $dryRun) {
    ${POSTING_ANSWER}
  }
}`,
    variables: (examples) => ({ ...postingOf(examples), reasonCode: 'MISSING_CONDITIONS', comment: null, dryRun: true }),
  },
  {
    key: 'releaseCase',
    group: 'postings',
    dryRun: true,
    text: `mutation ReleaseCase($id: ID!, $dryRun: Boolean!) {
  releaseCase(id: $id, dryRun: $dryRun) {
    ${POSTING_ANSWER}
  }
}`,
    variables: (examples) => ({ id: postingOf(examples)['postingId'], dryRun: true }),
  },
  {
    key: 'acceptEmployer',
    group: 'employers',
    dryRun: true,
    text: `mutation AcceptEmployer($employerId: ID!, $version: Int, $comment: String, $dryRun: Boolean!) {
  acceptEmployer(employerId: $employerId, version: $version, comment: $comment, dryRun: $dryRun) {
    __typename
    ... on Employer {
      id
      name
      status
      employerNumber
      version
    }
    ... on Refusal {
      code
      message
      problems {
        path
        message
      }
    }
    ... on Preview {
      changes {
        field
        before
        after
      }
    }
  }
}`,
    variables: (examples) => ({
      employerId: examples?.opening.employers.oldest[0]?.id ?? '',
      version: examples?.opening.employers.oldest[0]?.version ?? null,
      comment: null,
      dryRun: true,
    }),
  },
  {
    key: 'returnEmployer',
    group: 'employers',
    dryRun: true,
    text: `mutation ReturnEmployer($employerId: ID!, $version: Int, $reasons: [EstablishmentReasonInput!]!, $comment: String, $dryRun: Boolean!) {
  returnEmployer(employerId: $employerId, version: $version, reasons: $reasons, comment: $comment, dryRun: $dryRun) {
    __typename
    ... on Employer {
      id
      name
      status
      employerNumber
      version
    }
    ... on Refusal {
      code
      message
      problems {
        path
        message
      }
    }
    ... on Preview {
      changes {
        field
        before
        after
      }
    }
  }
}`,
    variables: (examples) => ({
      employerId: examples?.opening.employers.oldest[0]?.id ?? '',
      version: examples?.opening.employers.oldest[0]?.version ?? null,
      reasons: [{ path: 'establishment.phone', reason: i18n.t('staff:sample.phoneReason') }],
      comment: null,
      dryRun: true,
    }),
  },
  {
    key: 'rejectEmployer',
    group: 'employers',
    dryRun: true,
    danger: true,
    text: `mutation RejectEmployer($employerId: ID!, $version: Int, $reason: String!, $comment: String, $dryRun: Boolean!) {
  rejectEmployer(employerId: $employerId, version: $version, reason: $reason, comment: $comment, dryRun: $dryRun) {
    __typename
    ... on Employer {
      id
      name
      status
      employerNumber
      version
    }
    ... on Refusal {
      code
      message
      problems {
        path
        message
      }
    }
    ... on Preview {
      changes {
        field
        before
        after
      }
    }
  }
}`,
    variables: (examples) => ({
      employerId: examples?.opening.employers.oldest[0]?.id ?? '',
      version: examples?.opening.employers.oldest[0]?.version ?? null,
      reason: i18n.t('staff:sample.reason'),
      comment: null,
      dryRun: true,
    }),
  },
  {
    key: 'employerClaim',
    group: 'employers',
    text: `query EmployerClaim($claimId: ID!) {
  employerClaim(id: $claimId) {
    id
    state
    employerNumber
    name
    phone
    email
    words
    claimedAt
    version
    office {
      name
    }
    registered {
      name
      employerNumber
      corporateNumber
      representativeName
      phone
      addressLine
      status
    }
    members {
      name
      role
      status
    }
  }
}`,
    variables: (examples) => ({ claimId: claimOf(examples).claimId }),
  },
  {
    key: 'acceptEmployerClaim',
    group: 'employers',
    dryRun: true,
    text: `mutation AcceptEmployerClaim($claimId: ID!, $version: Int, $asOwner: Boolean!, $dryRun: Boolean!) {
  acceptEmployerClaim(claimId: $claimId, version: $version, asOwner: $asOwner, dryRun: $dryRun) {
    ${CLAIM_ANSWER}
  }
}`,
    variables: (examples) => ({ ...claimOf(examples), asOwner: false, dryRun: true }),
  },
  {
    key: 'rejectEmployerClaim',
    group: 'employers',
    dryRun: true,
    text: `mutation RejectEmployerClaim($claimId: ID!, $version: Int, $reason: String!, $dryRun: Boolean!) {
  rejectEmployerClaim(claimId: $claimId, version: $version, reason: $reason, dryRun: $dryRun) {
    ${CLAIM_ANSWER}
  }
}`,
    variables: (examples) => ({ ...claimOf(examples), reason: i18n.t('staff:sample.claimReason'), dryRun: true }),
  },
  {
    key: 'registerEmployer',
    group: 'employers',
    dryRun: true,
    text: `mutation RegisterEmployer($input: RegisterEmployerInput!, $acknowledge: [AcknowledgementInput!], $key: String!, $dryRun: Boolean!) {
  registerEmployer(input: $input, acknowledge: $acknowledge, key: $key, dryRun: $dryRun) {
    __typename
    ... on Employer {
      id
      name
      employerNumber
      status
      addressLine
      phone
      office {
        name
      }
    }
    ${NO_OR_TRIAL}
  }
}`,
    variables: (examples) => ({
      input: {
        ...i18n.t('staff:sample.establishment', { returnObjects: true }),
        postalCode: employerOf(examples)?.postalCode ?? '',
        employeesHere: 5,
        myPageEmail: null,
      },
      acknowledge: null,
      key: requestKey(),
      dryRun: true,
    }),
  },
  {
    key: 'issueAccountCreationCode',
    group: 'employers',
    dryRun: true,
    text: `mutation IssueAccountCreationCode($employerNumber: String!, $dryRun: Boolean!) {
  issueAccountCreationCode(employerNumber: $employerNumber, dryRun: $dryRun) {
    __typename
    ... on IssuedAccountCreationCode {
      creationCode
      slip {
        id
        state
        lastDay
        employer {
          name
          employerNumber
        }
      }
    }
    ${NO_OR_TRIAL}
  }
}`,
    variables: (examples) => ({ employerNumber: employerOf(examples)?.employerNumber ?? '', dryRun: true }),
  },
  {
    key: 'staffEmployers',
    group: 'employers',
    text: `query Employers($status: [EmployerStatus!], $employerNumber: String, $first: Int!) {
  staffEmployers(status: $status, employerNumber: $employerNumber, first: $first) {
    totalCount
    nodes {
      id
      name
      employerNumber
      status
      addressLine
      phone
      awaitedAccount {
        email
        openedAt
      }
      accountCreationCode {
        id
        state
        wrongTries
        issuedAt
        lastDay
        issuedBy {
          name
        }
      }
    }
  }
}`,
    variables: () => ({ status: ['UNOPENED'], employerNumber: null, first: 20 }),
  },
  {
    key: 'registerSeeker',
    group: 'seekers',
    dryRun: true,
    text: `mutation RegisterSeeker($input: RegisterSeekerInput!, $key: String!, $dryRun: Boolean!) {
  registerSeeker(input: $input, key: $key, dryRun: $dryRun) {
    __typename
    ... on Seeker {
      id
      seekerNumber
      name
      status
      validUntil
      office {
        name
      }
      awaitedAccount {
        email
      }
    }
    ${NO_OR_TRIAL}
  }
}`,
    variables: (examples) => ({
      input: {
        ...i18n.t('staff:sample.seeker', { returnObjects: true }),
        postalCode: employerOf(examples)?.postalCode ?? '',
        workSituation: 'UNEMPLOYED',
        schoolSituation: 'NONE',
        wishedKind: 'FULL_TIME',
      },
      key: requestKey(),
      dryRun: true,
    }),
  },
  {
    key: 'changeAwaitedEmail',
    group: 'seekers',
    dryRun: true,
    text: `mutation ChangeAwaitedEmail($input: ChangeAwaitedEmailInput!, $dryRun: Boolean!) {
  changeAwaitedEmail(input: $input, dryRun: $dryRun) {
    __typename
    ... on AwaitedAccount {
      email
      openedAt
      version
    }
    ${NO_OR_TRIAL}
  }
}`,
    variables: (examples) => ({
      input: { opens: employerOf(examples)?.id ?? 'skr_', email: i18n.t('staff:sample.seeker.myPageEmail') },
      dryRun: true,
    }),
  },
  {
    key: 'inviteRegistrant',
    group: 'registrants',
    dryRun: true,
    text: `mutation InviteRegistrant($key: String!, $name: String!, $nameKana: String!, $email: String!, $dryRun: Boolean!) {
  inviteRegistrant(key: $key, name: $name, nameKana: $nameKana, email: $email, dryRun: $dryRun) {
    ${REGISTRANT_ANSWER}
  }
}`,
    variables: () => ({ ...i18n.t('staff:sample.registrant', { returnObjects: true }), email: '', key: requestKey(), dryRun: true }),
  },
  {
    key: 'staffRegistrants',
    group: 'registrants',
    text: `query Registrants($first: Int!) {
  staffRegistrants(first: $first) {
    totalCount
    nodes {
      id
      version
      entryNumber
      name
      email
      invitedAt
      invitationState
      invitationValidUntil
      openedAt
    }
  }
}`,
    variables: () => ({ first: 20 }),
  },
  {
    key: 'resendInvitation',
    group: 'registrants',
    dryRun: true,
    text: `mutation ResendInvitation($registrantId: ID!, $version: Int!, $dryRun: Boolean!) {
  resendInvitation(registrantId: $registrantId, version: $version, dryRun: $dryRun) {
    ${REGISTRANT_ANSWER}
  }
}`,
    variables: () => ({ registrantId: 'rgs_', version: 1, dryRun: true }),
  },
  ...ACCOUNT_OPERATIONS,
  {
    key: 'staffPostings',
    group: 'lookUp',
    text: `query PostingsOfEmployer($status: [PostingStatus!], $employerNumber: String, $first: Int!) {
  staffPostings(status: $status, employerNumber: $employerNumber, first: $first) {
    totalCount
    nodes {
      id
      postingNumber
      title
      status
      validUntil
    }
  }
}`,
    variables: (examples) => ({ status: null, employerNumber: oldest(examples)?.employer?.employerNumber ?? null, first: 20 }),
  },
  {
    key: 'staffSeeker',
    group: 'lookUp',
    text: `query SeekerByNumber($seekerNumber: String!, $purpose: String!) {
  staffSeeker(seekerNumber: $seekerNumber, purpose: $purpose) {
    id
    name
    nameKana
    status
    validUntil
    office {
      name
    }
    awaitedAccount {
      email
      openedAt
    }
  }
}`,
    variables: () => ({ seekerNumber: '13010-40219011', purpose: i18n.t('staff:sample.purpose') }),
  },
  {
    key: 'auditRecords',
    group: 'lookUp',
    text: `query Audit($object: ID, $first: Int!) {
  auditRecords(object: $object, first: $first) {
    totalCount
    nodes {
      at
      actor
      actorKind
      action
      object
      fields
      purpose
    }
  }
}`,
    variables: (examples) => ({ object: postingOf(examples)['postingId'], first: 20 }),
  },
  {
    key: 'policy',
    group: 'lookUp',
    text: `query Policy {
  policy {
    name
    value
    description
  }
}`,
    variables: () => ({}),
  },
]

export const GROUPS = ['today', 'postings', 'employers', 'seekers', 'registrants', 'accounts', 'lookUp'] as const
