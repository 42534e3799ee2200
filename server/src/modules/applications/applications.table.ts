import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { day, idOf, moment, ownId } from '../../platform/db/columns.ts'
import { employers } from '../employers/employers.table.ts'
import { attachments } from '../files/files.table.ts'
import { threads } from '../messages/messages.table.ts'
import { offices } from '../offices/offices.table.ts'
import { postingSheets } from '../postings/postings.sheet.table.ts'
import { postings } from '../postings/postings.table.ts'
import { seekers, seekerSheets } from '../seekers/seekers.table.ts'
import { APPLICATION_CHANNELS, APPLICATION_STATUSES } from './applications.rules.ts'

export const applicationStatus = pgEnum('application_status', APPLICATION_STATUSES)
export const applicationChannel = pgEnum('application_channel', APPLICATION_CHANNELS)

/** 応募: points to the posting sheet and the registration as they stood (R30). */
export const applications = pgTable(
  'applications',
  {
    id: ownId('app'),
    officeId: idOf('off')
      .notNull()
      .references(() => offices.id),
    seekerId: idOf('skr')
      .notNull()
      .references(() => seekers.id),
    /** Null once the person has left. */
    seekerSheetId: idOf('sks').references(() => seekerSheets.id),
    /** The name of a person who has left, for the employer's record, up to this day. */
    formerName: text(),
    formerNameUntil: day(),
    employerId: idOf('emp')
      .notNull()
      .references(() => employers.id),
    postingId: idOf('pst')
      .notNull()
      .references(() => postings.id),
    sheetId: idOf('sht')
      .notNull()
      .references(() => postingSheets.id),
    channel: applicationChannel().notNull(),
    status: applicationStatus().notNull(),
    motive: text().notNull(),
    reachable: text(),
    appliedAt: moment().notNull(),
    cancellableUntil: moment().notNull(),
    /** R31. */
    answerUntil: day().notNull(),
    closedAt: moment(),
    resultAt: moment(),
    threadId: idOf('thr').references(() => threads.id),
    /** The employer's own label, never shown to the seeker. */
    stage: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('one_running_application')
      .on(t.seekerId, t.postingId)
      .where(sql`${t.status} = 'APPLIED'`),
    index('applications_employer').on(t.employerId, t.appliedAt),
    index('applications_seeker').on(t.seekerId, t.appliedAt),
    index('applications_posting').on(t.postingId),
    index('applications_former_name')
      .on(t.formerNameUntil)
      .where(sql`${t.formerNameUntil} is not null`),
  ],
)

/** Files sent with an application; they belong to it, not to a thread. */
export const applicationDocuments = pgTable(
  'application_documents',
  {
    applicationId: idOf('app')
      .notNull()
      .references(() => applications.id),
    attachmentId: idOf('fil')
      .notNull()
      .references(() => attachments.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.attachmentId] })],
)

/** One condition of the offer that differs from the posting. */
export interface Difference {
  field: string
  posted: string
  offered: string
}

/** 選考結果: each version as it was recorded. */
export const selectionResults = pgTable(
  'selection_results',
  {
    id: ownId('res'),
    applicationId: idOf('app')
      .notNull()
      .references(() => applications.id),
    number: integer().notNull(),
    outcome: applicationStatus().notNull(),
    startDate: day(),
    differences: jsonb().$type<Difference[]>().notNull(),
    /** For the office only. */
    reason: text(),
    messageToSeeker: text(),
    toldOutside: boolean().notNull(),
    recordedBy: text().notNull(),
    recordedAt: moment().notNull(),
  },
  (t) => [uniqueIndex('selection_results_number').on(t.applicationId, t.number)],
)
export type ApplicationRow = typeof applications.$inferSelect
export type SelectionResultRow = typeof selectionResults.$inferSelect
