import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { day, idOf, moment, ownId } from '../../platform/db/columns.ts'
import { accounts } from '../accounts/accounts.table.ts'
import { offices } from '../offices/offices.table.ts'
import { EMPLOYER_STATUSES } from './employers.rules.ts'

export const employerStatus = pgEnum('employer_status', EMPLOYER_STATUSES)
export const MEMBER_ROLES = ['OWNER', 'RECRUITER', 'VIEWER'] as const
export const memberRole = pgEnum('member_role', MEMBER_ROLES)
export const MEMBER_STATUSES = ['INVITED', 'ACTIVE', 'REMOVED'] as const
export const memberStatus = pgEnum('member_status', MEMBER_STATUSES)
export const SHEET_OUTCOMES = ['WAITING', 'ACCEPTED', 'RETURNED', 'REJECTED', 'WITHDRAWN'] as const
export const sheetOutcome = pgEnum('sheet_outcome', SHEET_OUTCOMES)

/** 事業所(求人者). */
export const employers = pgTable(
  'employers',
  {
    id: ownId('emp'),
    /** Null until the place is known: a provisional account before its establishment was submitted. */
    officeId: idOf('off').references(() => offices.id),
    employerNumber: text(),
    status: employerStatus().notNull(),
    /** R7: last day of a provisional account. */
    erasedOn: day(),
    /** A complete text was submitted then, and staff have not decided it. */
    waitingSince: moment(),
    /** The mail about the end has gone; cleared when the end moves. */
    remindedAt: moment(),
    /** The accepted establishment. */
    sheetId: idOf('ems'),
    /** The first posting through My Page lies behind it (R29). */
    openedAt: moment(),
    version: integer().notNull().default(1),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('employers_number').on(t.employerNumber),
    index('employers_office').on(t.officeId),
    index('employers_erased_on').on(t.erasedOn),
    index('employers_waiting')
      .on(t.officeId, t.waitingSince)
      .where(sql`${t.waitingSince} is not null`),
  ],
)

export interface LeaveRecords {
  childcare: boolean | null
  nursingCare: boolean | null
  sickChildCare: boolean | null
}

/** 事業所の内容: one immutable row per submitted text. */
export const employerSheets = pgTable(
  'employer_sheets',
  {
    id: ownId('ems'),
    employerId: idOf('emp').notNull(),
    number: integer().notNull(),
    submittedAt: moment().notNull(),
    outcome: sheetOutcome().notNull(),
    decidedAt: moment(),
    name: text().notNull(),
    nameKana: text().notNull(),
    corporateNumber: text(),
    representativeTitle: text(),
    representativeName: text().notNull(),
    postalCode: text().notNull(),
    prefectureCode: text().notNull(),
    municipalityCode: text().notNull(),
    /** Below the municipality. */
    address: text().notNull(),
    phone: text().notNull(),
    fax: text(),
    email: text(),
    webPage: text(),
    industryCode: text().notNull(),
    business: text().notNull(),
    features: text(),
    foundedYear: integer(),
    /** Units of 10,000 yen. */
    capital: integer(),
    employeesWhole: integer(),
    employeesHere: integer().notNull(),
    employeesWomen: integer(),
    employeesPartTime: integer(),
    union: boolean(),
    workRulesFullTime: boolean(),
    workRulesPartTime: boolean(),
    leaveRecords: jsonb().$type<LeaveRecords>().notNull(),
    foreignEmployees: boolean(),
    insurances: text().array().notNull(),
    corporatePension: text().array().notNull(),
    retirementPay: boolean(),
    retirementAge: integer(),
    accessibility: text().array().notNull(),
  },
  (t) => [uniqueIndex('employer_sheets_number').on(t.employerId, t.number)],
)

/** What staff decided of a submitted establishment: accepted, returned with reasons by field, rejected. */
export const employerReviews = pgTable(
  'employer_reviews',
  {
    id: ownId('erv'),
    employerId: idOf('emp')
      .notNull()
      .references(() => employers.id),
    sheetId: idOf('ems').notNull(),
    outcome: sheetOutcome().notNull(),
    reasons: jsonb().$type<{ path: string; reason: string }[]>().notNull(),
    comment: text(),
    decidedBy: idOf('stf').notNull(),
    decidedAt: moment().notNull(),
  },
  (t) => [index('employer_reviews_employer').on(t.employerId, t.decidedAt)],
)

/** 求人者マイページのアカウント: one owner and up to ten added members (R8). */
export const employerMembers = pgTable(
  'employer_members',
  {
    id: ownId('mem'),
    employerId: idOf('emp')
      .notNull()
      .references(() => employers.id),
    /** Nobody's before the invited one has joined. */
    accountId: idOf('acc').references(() => accounts.id),
    /** Where the invitation went; afterwards the account has the address. */
    email: text(),
    /** R8: 0 to the number that may be added; the index below decides who is the last that finds room. */
    seat: integer().notNull().default(0),
    role: memberRole().notNull(),
    status: memberStatus().notNull(),
    name: text().notNull(),
    title: text(),
    createdAt: moment().notNull(),
    /** The key of the invitation is dead from this moment. */
    invitedUntil: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('employer_members_once')
      .on(t.employerId, t.accountId)
      .where(sql`${t.status} <> 'REMOVED'`),
    uniqueIndex('employer_members_seat')
      .on(t.employerId, t.seat)
      .where(sql`${t.status} <> 'REMOVED'`),
    uniqueIndex('employer_members_invited')
      .on(t.employerId, t.email)
      .where(sql`${t.status} = 'INVITED'`),
    index('employer_members_account').on(t.accountId),
  ],
)
export type EmployerRow = typeof employers.$inferSelect
export type EmployerSheetRow = typeof employerSheets.$inferSelect
export type EmployerMemberRow = typeof employerMembers.$inferSelect
export type EmployerReviewRow = typeof employerReviews.$inferSelect
