import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { day, idOf, moment, ownId } from '../../platform/db/columns.ts'
import { accounts } from '../accounts/accounts.table.ts'
import { offices } from '../offices/offices.table.ts'
import { INVALID_REASONS, SEEKER_KINDS, SEEKER_STATUSES } from './seekers.rules.ts'

export const seekerKind = pgEnum('seeker_kind', SEEKER_KINDS)
export const seekerStatus = pgEnum('seeker_status', SEEKER_STATUSES)
export const seekerInvalidReason = pgEnum('seeker_invalid_reason', INVALID_REASONS)

/** 求職者. */
export const seekers = pgTable(
  'seekers',
  {
    id: ownId('skr'),
    /** Null: registered at the counter, without a My Page. */
    accountId: idOf('acc').references(() => accounts.id),
    officeId: idOf('off').references(() => offices.id),
    seekerNumber: text(),
    kind: seekerKind().notNull(),
    status: seekerStatus().notNull(),
    invalidReason: seekerInvalidReason(),
    appliedOn: day(),
    validUntil: day(),
    invalidOn: day(),
    /** 求職公開: effective only while valid. */
    published: boolean().notNull().default(false),
    providedToLocalGovernments: boolean().notNull().default(false),
    providedToAgencies: boolean().notNull().default(false),
    receivesBenefit: boolean().notNull().default(false),
    sheetId: idOf('sks'),
    version: integer().notNull().default(1),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('seekers_number').on(t.seekerNumber),
    uniqueIndex('seekers_account').on(t.accountId),
    index('seekers_office').on(t.officeId),
    index('seekers_valid_until')
      .on(t.validUntil)
      .where(sql`${t.status} = 'VALID'`),
  ],
)

export interface CareerRow {
  employer: string
  from: string | null
  to: string | null
  form: string | null
  occupation: string | null
  duties: string | null
}
export interface SchoolRow {
  name: string
  faculty: string | null
  finished: string | null
}

/** 求職申込みの内容: one immutable row per submitted text of the registration. */
export const seekerSheets = pgTable(
  'seeker_sheets',
  {
    id: ownId('sks'),
    seekerId: idOf('skr').notNull(),
    number: integer().notNull(),
    submittedAt: moment().notNull(),
    name: text().notNull(),
    nameKana: text().notNull(),
    birthDate: day().notNull(),
    sex: text(),
    postalCode: text().notNull(),
    prefectureCode: text().notNull(),
    municipalityCode: text().notNull(),
    address: text().notNull(),
    station: text(),
    phone: text().notNull(),
    workSituation: text().notNull(),
    availableFrom: day(),
    schoolSituation: text().notNull(),
    contactByOffice: text(),
    contactHours: text(),
    wishedOccupations: text().array().notNull(),
    wishedDuties: text(),
    wishedKind: text(),
    wishedEmploymentTypes: text().array().notNull(),
    wishedHours: text(),
    overtimeWish: text(),
    daysOffWish: text(),
    remoteWish: boolean(),
    wishedMunicipalities: text().array().notNull(),
    commuteMinutes: integer(),
    commutesByCar: boolean(),
    mayMove: text(),
    wishedMonthlyWage: integer(),
    wishedHourlyWage: integer(),
    education: text(),
    schools: jsonb().$type<SchoolRow[]>().notNull(),
    licences: text().array().notNull(),
    pcSkills: text(),
    languages: text(),
    careers: jsonb().$type<CareerRow[]>().notNull(),
    disabilityConsent: boolean(),
    disability: text(),
    considerations: text(),
    selfPr: text(),
    wishesToEmployers: text(),
  },
  (t) => [uniqueIndex('seeker_sheets_number').on(t.seekerId, t.number)],
)

/** From when to when a registration was valid: statistics count these. */
export const seekerValidPeriods = pgTable(
  'seeker_valid_periods',
  {
    seekerId: idOf('skr')
      .notNull()
      .references(() => seekers.id),
    validFrom: day().notNull(),
    /** Last valid day; null while it runs. */
    validTo: day(),
  },
  (t) => [uniqueIndex('seeker_valid_periods_from').on(t.seekerId, t.validFrom)],
)
export type SeekerRow = typeof seekers.$inferSelect
export type SeekerSheetRow = typeof seekerSheets.$inferSelect
