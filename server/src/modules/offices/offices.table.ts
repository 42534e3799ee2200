import { index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { day, moment, ownId } from '../../platform/db/columns.ts'

export const OFFICE_KINDS = ['PUBLIC_OFFICE', 'CENTER'] as const
export const officeKind = pgEnum('office_kind', OFFICE_KINDS)

export interface OpeningHours {
  days: string
  hours: string
}

/** 安定所・センター事務所. */
export const offices = pgTable(
  'offices',
  {
    id: ownId('off'),
    kind: officeKind().notNull(),
    /** Five digits; the first two are the prefecture. First part of every number the office gives. */
    code: text().notNull(),
    name: text().notNull(),
    kana: text().notNull(),
    prefectureCode: text().notNull(),
    municipalityCode: text().notNull(),
    postalCode: text().notNull(),
    address: text().notNull(),
    phone: text().notNull(),
    openingHours: jsonb().$type<OpeningHours[]>().notNull(),
    /** First digits of the postal codes that the office serves; the longest fit wins. */
    postalPrefixes: text().array().notNull(),
  },
  (t) => [uniqueIndex('offices_code').on(t.code), index('offices_prefecture').on(t.prefectureCode)],
)

/** Regional minimum wages by the hour, effective-dated: data that staff load (LAW J3). */
export const minimumWages = pgTable(
  'minimum_wages',
  {
    prefectureCode: text().notNull(),
    validFrom: day().notNull(),
    yen: integer().notNull(),
    loadedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.prefectureCode, t.validFrom] })],
)
export type OfficeRow = typeof offices.$inferSelect
export type MinimumWageRow = typeof minimumWages.$inferSelect
