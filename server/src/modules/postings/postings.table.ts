import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgEnum, pgTable, primaryKey, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Acknowledgement } from '../../kernel/problem.ts'
import { day, idOf, moment, ownId } from '../../platform/db/columns.ts'
import { employers, sheetOutcome } from '../employers/employers.table.ts'
import { offices } from '../offices/offices.table.ts'
import { END_REASONS, POSTING_STATUSES } from './postings.rules.ts'
import { postingSheets } from './postings.sheet.table.ts'

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
    /** What staff were asked and found all right. */
    acknowledged: jsonb().$type<Acknowledgement[]>().notNull().default([]),
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
    /** Of 職種 alone, which everybody sees. */
    titleTokens: integer().array().notNull().default([]),
    /** Normalised text for words of three characters and more; its first line is 職種. */
    publicText: text().notNull(),
    seekerText: text().notNull(),
    prefecture: smallint().notNull(),
    municipality: integer().notNull(),
    occupationMajor: smallint().notNull(),
    occupation: smallint().notNull(),
    workTime: smallint().notNull(),
    employmentType: smallint().notNull(),
    industry: smallint().notNull().default(0),
    hoursSystem: smallint().notNull().default(0),
    hourlyFrom: integer().notNull(),
    monthlyFrom: integer().notNull(),
    yearlyHolidays: smallint().notNull(),
    overtimeHours: smallint().notNull(),
    weekDays: smallint().notNull().default(0),
    ageFrom: smallint().notNull().default(0),
    ageTo: smallint().notNull().default(0),
    retirementAge: smallint().notNull().default(0),
    employees: integer().notNull().default(0),
    /** Hours of which one suffices, packed: postings.search.hours.rules.ts. */
    hours1: integer(),
    hours2: integer(),
    hours3: integer(),
    hours4: integer(),
    /** Yes-no facts as bits: postings.search.marks.rules.ts names them. */
    flags: integer().notNull(),
    daysOff: smallint().notNull().default(0),
    insurances: smallint().notNull().default(0),
    /** R26: kinds of partners it is provided to, as bits; nobody until it is published. */
    provided: smallint().notNull().default(0),
    acceptedOn: day().notNull(),
    validUntil: day().notNull(),
    publishedAt: moment().notNull(),
    /** Of the rules that wrote the row; those of an older one hold defaults where it knew nothing, until they are written again. */
    edition: smallint().notNull().default(0),
  },
  (t) => [
    index('posting_search_public_tokens').using('gin', t.publicTokens),
    index('posting_search_seeker_tokens').using('gin', t.seekerTokens),
    index('posting_search_title_tokens').using('gin', t.titleTokens),
    index('posting_search_edition').on(t.edition),
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
export type PostingReviewRow = typeof postingReviews.$inferSelect
export type PostingSearchRow = typeof postingSearch.$inferSelect
