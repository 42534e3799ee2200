import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Acknowledgement } from '../../kernel/problem.ts'
import { day, idOf, moment, ownId } from '../../platform/db/columns.ts'
import { employers, sheetOutcome } from '../employers/employers.table.ts'
import { offices } from '../offices/offices.table.ts'
import { END_REASONS, POSTING_STATUSES } from './postings.rules.ts'

export const postingStatus = pgEnum('posting_status', POSTING_STATUSES)
export const postingEndReason = pgEnum('posting_end_reason', END_REASONS)

/** 求人: its case. The text in force is the open sheet. */
export const postings = pgTable(
  'postings',
  {
    id: ownId('pst'),
    officeId: idOf('off')
      .notNull()
      .references(() => offices.id),
    employerId: idOf('emp')
      .notNull()
      .references(() => employers.id),
    /** The first posting of a row of renewals and reuses of the same job (R18). */
    lineageId: idOf('pst').notNull(),
    successorOf: idOf('pst'),
    postingNumber: text(),
    status: postingStatus().notNull(),
    endReason: postingEndReason(),
    /** The newest submitted sheet; while open, the one in force. */
    sheetId: idOf('sht'),
    submittedAt: moment(),
    acceptedOn: day(),
    validUntil: day(),
    /** First day on which it is no longer open (R12 counts from it). */
    invalidOn: day(),
    applicationsPaused: boolean().notNull().default(false),
    claimedBy: idOf('stf'),
    version: integer().notNull().default(1),
    createdAt: moment().notNull(),
    changedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('postings_number').on(t.postingNumber),
    index('postings_employer').on(t.employerId, t.createdAt),
    index('postings_waiting')
      .on(t.officeId, t.submittedAt)
      .where(sql`${t.status} = 'SUBMITTED'`),
    index('postings_valid_until')
      .on(t.validUntil)
      .where(sql`${t.status} = 'OPEN'`),
  ],
)

export interface ShiftRow {
  from: string
  to: string
}
export interface AllowanceRow {
  name: string
  from: number
  to: number
}
export interface LicenceRow {
  name: string
  demand: string
}

/** 求人票の内容: one immutable row per submitted text. Columns that name or lead to the employer: `identifying` in the form. */
export const postingSheets = pgTable(
  'posting_sheets',
  {
    id: ownId('sht'),
    postingId: idOf('pst').notNull(),
    number: integer().notNull(),
    submittedAt: moment().notNull(),
    submittedBy: text().notNull(),
    outcome: sheetOutcome().notNull(),
    acknowledged: jsonb().$type<Acknowledgement[]>().notNull(),
    // kind
    kind: text().notNull(),
    workTime: text().notNull(),
    scope: text().notNull(),
    selfApplication: boolean().notNull(),
    provisionRefused: text().array().notNull(),
    trial: text().notNull(),
    // establishment
    workplace: text().notNull(),
    workplacePostalCode: text().notNull(),
    workplaceMunicipality: text().notNull(),
    workplaceAddress: text().notNull(),
    workplaceChange: text().notNull(),
    station: text(),
    stationTransport: text(),
    stationMinutes: integer(),
    smoking: text().notNull(),
    smokingNote: text(),
    carCommuting: boolean().notNull(),
    parking: boolean(),
    transfer: boolean().notNull(),
    transferRange: text(),
    uijWelcome: boolean(),
    remoteWork: text(),
    // work
    title: text().notNull(),
    occupationCode: text().notNull(),
    duties: text().notNull(),
    dutiesChange: text().notNull(),
    employmentType: text().notNull(),
    employmentName: text(),
    promotion: boolean(),
    promotionRecord: text(),
    dispatch: text().notNull(),
    dispatchLicence: text(),
    term: text().notNull(),
    termMonths: integer(),
    termUntil: day(),
    renewal: text(),
    renewalConditions: text(),
    renewalCap: text(),
    ageLimited: boolean().notNull(),
    ageFrom: integer(),
    ageTo: integer(),
    ageReason: text(),
    ageReasonText: text(),
    education: text().notNull(),
    educationNote: text(),
    experience: text().notNull(),
    experienceNote: text(),
    pcSkills: text(),
    drivingLicence: text().notNull(),
    licences: jsonb().$type<LicenceRow[]>().notNull(),
    anyLicence: boolean(),
    trialPeriod: boolean().notNull(),
    trialMonths: integer(),
    trialConditions: text(),
    trialConditionsNote: text(),
    // wage
    wageForm: text().notNull(),
    wageFormOther: text(),
    baseFrom: integer().notNull(),
    baseTo: integer().notNull(),
    allowances: jsonb().$type<AllowanceRow[]>().notNull(),
    fixedOvertime: boolean().notNull(),
    fixedOvertimeFrom: integer(),
    fixedOvertimeTo: integer(),
    fixedOvertimeHours: doublePrecision(),
    fixedOvertimeExcessPaid: boolean(),
    otherAllowances: text(),
    workingDaysPerMonth: doublePrecision().notNull(),
    commuting: text().notNull(),
    commutingPer: text(),
    commutingAmount: integer(),
    cutOffDay: text().notNull(),
    paydayMonth: text().notNull(),
    payday: text().notNull(),
    raises: boolean().notNull(),
    raisesRecord: text(),
    bonus: boolean().notNull(),
    bonusTimes: integer(),
    bonusMonths: doublePrecision(),
    bonusFrom: integer(),
    bonusTo: integer(),
    // hours
    variableHours: text().notNull(),
    shifts: jsonb().$type<ShiftRow[]>().notNull(),
    rangeFrom: text(),
    rangeTo: text(),
    rangeHours: doublePrecision(),
    hoursNote: text(),
    overtime: boolean().notNull(),
    overtimeHours: doublePrecision(),
    specialClause: boolean(),
    specialClauseNote: text(),
    breakMinutes: integer().notNull(),
    daysPerWeek: text(),
    daysOff: text().array().notNull(),
    twoDaysOff: text().notNull(),
    daysOffNote: text(),
    yearlyHolidays: integer().notNull(),
    paidLeaveDays: integer(),
    // insurance
    insurances: text().array().notNull(),
    insuranceOther: text(),
    corporatePensions: text().array().notNull(),
    mutualAid: boolean(),
    retirementPay: boolean().notNull(),
    retirementPayYears: integer(),
    retirement: boolean().notNull(),
    retirementAge: integer(),
    reemployment: boolean(),
    reemploymentAge: integer(),
    extension: boolean(),
    extensionAge: integer(),
    housingSingle: boolean(),
    housingFamily: boolean(),
    nursery: boolean(),
    nurseryNote: text(),
    workRules: boolean().notNull(),
    // pr
    prMessage: text(),
    jobFeatures: text(),
    welfare: text(),
    training: text(),
    workLifeSupport: text(),
    // selection
    hires: integer().notNull(),
    hiringReason: text().notNull(),
    methods: text().array().notNull(),
    interviews: integer(),
    noticeFrom: text().notNull(),
    noticeDays: integer().notNull(),
    noticeWays: text().array().notNull(),
    selectionWhen: text().notNull(),
    selectionPlace: text(),
    documents: text().array().notNull(),
    documentsOther: text(),
    documentWays: text().array().notNull(),
    documentAddress: text(),
    documentReturn: text().notNull(),
    contactSection: text(),
    contactName: text().notNull(),
    contactNameKana: text(),
    contactPhone: text().notNull(),
    contactFax: text(),
    contactEmail: text(),
    remarks: text(),
    selectionNote: text(),
    noteToOffice: text(),
    /** The establishment as it stood (R30). */
    employerSheetId: idOf('ems').notNull(),
    /** Lower end of a + b by the hour, in yen: compares wages across forms. */
    hourlyFrom: integer().notNull(),
    /** a + b (+ c where it exists), as the page shows it. */
    shownFrom: integer().notNull(),
    shownTo: integer().notNull(),
  },
  (t) => [uniqueIndex('posting_sheets_number').on(t.postingId, t.number)],
)

export interface FieldReason {
  path: string
  reason: string
}

/** What staff decided of a submitted posting: accepted, returned with reasons by field, rejected. */
export const postingReviews = pgTable(
  'posting_reviews',
  {
    id: ownId('rvw'),
    postingId: idOf('pst')
      .notNull()
      .references(() => postings.id),
    sheetId: idOf('sht')
      .notNull()
      .references(() => postingSheets.id),
    outcome: sheetOutcome().notNull(),
    reasons: jsonb().$type<FieldReason[]>().notNull(),
    comment: text(),
    decidedBy: idOf('stf').notNull(),
    decidedAt: moment().notNull(),
  },
  (t) => [index('posting_reviews_posting').on(t.postingId, t.decidedAt)],
)

/** Found by search: one narrow row per open posting, written only by `publish` and `unpublish`. */
export const postingSearch = pgTable(
  'posting_search',
  {
    postingId: idOf('pst')
      .primaryKey()
      .references(() => postings.id),
    /** Words anybody may find it by. */
    publicTokens: integer().array().notNull(),
    /** With the employer's name where the scope lets seekers see it. */
    seekerTokens: integer().array().notNull(),
    /** Normalised text for words of three characters and more. */
    publicText: text().notNull(),
    seekerText: text().notNull(),
    prefecture: smallint().notNull(),
    municipality: integer().notNull(),
    occupationMajor: smallint().notNull(),
    occupation: smallint().notNull(),
    workTime: smallint().notNull(),
    employmentType: smallint().notNull(),
    hourlyFrom: integer().notNull(),
    monthlyFrom: integer().notNull(),
    yearlyHolidays: smallint().notNull(),
    overtimeHours: smallint().notNull(),
    /** Yes-no filters as bits: postings.search.rules.ts names them. */
    flags: integer().notNull(),
    acceptedOn: day().notNull(),
    validUntil: day().notNull(),
    publishedAt: moment().notNull(),
  },
  (t) => [
    index('posting_search_public_tokens').using('gin', t.publicTokens),
    index('posting_search_seeker_tokens').using('gin', t.seekerTokens),
    index('posting_search_new').on(t.publishedAt.desc(), t.postingId.desc()),
    index('posting_search_wage').on(t.hourlyFrom.desc(), t.postingId.desc()),
    index('posting_search_deadline').on(t.validUntil, t.postingId),
  ],
)

/** From when to when a posting was open: statistics count these. */
export const postingOpenPeriods = pgTable(
  'posting_open_periods',
  {
    postingId: idOf('pst')
      .notNull()
      .references(() => postings.id),
    openFrom: day().notNull(),
    /** Last open day; null while it runs. */
    openTo: day(),
    hires: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.postingId, t.openFrom] })],
)
export type PostingRow = typeof postings.$inferSelect
export type PostingSheetRow = typeof postingSheets.$inferSelect
export type PostingReviewRow = typeof postingReviews.$inferSelect
export type PostingSearchRow = typeof postingSearch.$inferSelect
