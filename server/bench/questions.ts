/** What every subject is asked: the documents as a client sends them. The bare server answers the same JSON without a graph. */

/** 20 rows: 8 fields of a posting, 12 of its text, 5 of its employer, and the cursor. */
const LISTED = /* GraphQL */ `
  fragment Listed on Posting {
    id
    postingNumber
    acceptedOn
    validUntil
    applicationsPaused
    title
    isNew
    identity
    sheet {
      id
      workTime
      employmentType
      selfApplication
      occupationCode
      placeText
      station
      wageFormText
      shownFrom
      shownTo
      hourlyFrom
      yearlyHolidays
    }
    employer {
      id
      employerNumber
      name
      nameKana
      business
    }
  }
`

const PAGE = /* GraphQL */ `
  edges {
    cursor
    node {
      ...Listed
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
  totalCount
  totalIsExact
`

const LIST = `query List { postings(first: 20, orderBy: NEWEST) { ${PAGE} } } ${LISTED}`

const SEARCH = `query Search($filter: PostingFilter!) { postings(first: 20, orderBy: NEWEST, filter: $filter) { ${PAGE} } } ${LISTED}`

/** 11 fields of a posting, 20 of its text, 5 of its employer. */
const POSTING = /* GraphQL */ `
  query Posting($id: ID!) {
    posting(id: $id) {
      id
      postingNumber
      acceptedOn
      validUntil
      submittedAt
      changedAt
      applicationsPaused
      version
      title
      isNew
      identity
      sheet {
        id
        kind
        workTime
        employmentType
        selfApplication
        occupationCode
        duties
        dutiesChange
        placeText
        station
        education
        experience
        wageFormText
        baseFrom
        baseTo
        shownFrom
        shownTo
        yearlyHolidays
        hires
        noticeDays
      }
      employer {
        id
        employerNumber
        name
        nameKana
        business
      }
    }
  }
`

export const MESSAGE_ADDED = /* GraphQL */ `
  subscription MessageAdded($threadId: ID!) {
    messageAdded(threadId: $threadId) {
      id
      seq
      senderName
      automatic
      mine
      body
      sentAt
    }
  }
`

/** Where the bare server answers what a document asks. */
export type Work = 'list' | 'posting' | 'search'
export const DOCUMENTS: Record<Work, string> = { list: LIST, posting: POSTING, search: SEARCH }
