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
    /** R26: kinds of partners it is provided to, as bits; nobody until it is published. */
    provided: smallint().notNull().default(0),
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
export type PostingReviewRow = typeof postingReviews.$inferSelect
export type PostingSearchRow = typeof postingSearch.$inferSelect
