import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { accountOf, type Context, partyOf } from '../graph/context.ts'
import type { Id } from '../kernel/ids.ts'
import { newestResults } from '../modules/applications/applications.queries.ts'
import { applicationDocuments, applications } from '../modules/applications/applications.table.ts'
import { establishmentOf } from '../modules/employers/employers.queries.ts'
import { registrants } from '../modules/entries/entries.table.ts'
import { attachments } from '../modules/files/files.table.ts'
import { filesOfMessages } from '../modules/messages/messages.queries.ts'
import { isErased, isTakenBack } from '../modules/messages/messages.rules.ts'
import { messages, threadParties, threads } from '../modules/messages/messages.table.ts'
import { postingSheets } from '../modules/postings/postings.sheet.table.ts'
import { REGISTRATION_STEPS } from '../modules/seekers/seekers.form.ts'
import { seekers, seekerSheets } from '../modules/seekers/seekers.table.ts'
import { drafts } from '../platform/drafts/drafts.table.ts'

const LABELS = new Map(REGISTRATION_STEPS.flatMap(({ fields }) => fields.map(({ key, label }) => [key, label] as const)))
/** Answers under the labels of the form; what the form does not ask keeps its name. */
const labelled = (answers: object) =>
  Object.fromEntries(Object.entries(answers).flatMap(([key, value]) => (value === null ? [] : [[LABELS.get(key) ?? key, value] as const])))

/** Number, state, settings, every text that was submitted, and what is being written. */
export async function ownRegistration({ db }: Context, seekerId: Id<'skr'>) {
  const [[seeker], sheets, written] = await Promise.all([
    db.select().from(seekers).where(eq(seekers.id, seekerId)),
    db.select().from(seekerSheets).where(eq(seekerSheets.seekerId, seekerId)).orderBy(asc(seekerSheets.number)),
    db.select().from(drafts).where(eq(drafts.party, seekerId)),
  ])
  return {
    求職番号: seeker?.seekerNumber,
    種類: seeker?.kind,
    状態: seeker?.status,
    申し込んだ日: seeker?.appliedOn,
    有効期限: seeker?.validUntil,
    求職公開: seeker?.published,
    地方自治体への提供: seeker?.providedToLocalGovernments,
    民間人材ビジネスへの提供: seeker?.providedToAgencies,
    登録の内容: sheets.map(({ id: _id, seekerId: _seeker, number, submittedAt, ...answers }) => ({
      番号: number,
      登録した時: submittedAt,
      ...labelled(answers),
    })),
    書きかけ: written.map(({ savedAt, steps }) => ({
      保存した時: savedAt,
      内容: Object.values(steps).map((step) => labelled(step ?? {})),
    })),
  }
}

/** What a center knows of whom it supports. */
export async function ownEntry({ db }: Context, registrantId: Id<'rgs'>) {
  const [registrant] = await db.select().from(registrants).where(eq(registrants.id, registrantId))
  return (
    registrant && {
      登録番号: registrant.entryNumber,
      氏名: registrant.name,
      '氏名(カナ)': registrant.nameKana,
      招待された時: registrant.invitedAt,
      開いた時: registrant.openedAt,
    }
  )
}

export async function ownApplications(ctx: Context, seekerId: Id<'skr'>) {
  const rows = await ctx.db
    .select({ application: applications, title: postingSheets.title })
    .from(applications)
    .innerJoin(postingSheets, eq(postingSheets.id, applications.sheetId))
    .where(eq(applications.seekerId, seekerId))
    .orderBy(asc(applications.appliedAt), asc(applications.id))
  const ids = rows.map(({ application }) => application.id)
  const [results, documents] = await Promise.all([
    newestResults(ctx, ids),
    ctx.db
      .select({ applicationId: applicationDocuments.applicationId, name: attachments.name })
      .from(applicationDocuments)
      .innerJoin(attachments, eq(attachments.id, applicationDocuments.attachmentId))
      .where(inArray(applicationDocuments.applicationId, ids)),
  ])
  return Promise.all(
    rows.map(async ({ application, title }) => {
      const result = results.find(({ applicationId }) => applicationId === application.id)
      return {
        求人: title,
        事業所: (await establishmentOf(ctx.db, application.employerId))?.name ?? null,
        応募した時: application.appliedAt,
        状態: application.status,
        終わった時: application.closedAt,
        志望動機: application.motive,
        連絡のつきやすい時間: application.reachable,
        書類: documents.filter(({ applicationId }) => applicationId === application.id).map(({ name }) => name),
        結果: result
          ? {
              結果: result.outcome,
              はたらき始める日: result.startDate,
              本人へのことば: result.messageToSeeker,
              条件のちがい: result.differences,
            }
          : null,
      }
    }),
  )
}

/** A seeker's talks with both sides; of a member only what they wrote: the talks are the establishment's. What is erased or hidden stays so. */
export async function ownMessages(ctx: Context) {
  const party = partyOf(ctx.viewer) ?? ''
  const account = accountOf(ctx.viewer)
  const mine = ctx.viewer.kind !== 'employer' || account === null ? undefined : eq(messages.accountId, account)
  const rows = await ctx.db
    .select({ thread: threads, message: messages })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .innerJoin(threadParties, and(eq(threadParties.threadId, threads.id), eq(threadParties.party, party)))
    .where(mine)
    .orderBy(asc(threads.createdAt), asc(threads.id), asc(messages.seq))
  const files = await filesOfMessages(
    ctx,
    rows.map(({ message }) => message.id),
  )
  return rows
    .filter(({ thread, message }) => !isErased(message, ctx.now(), ctx.policyOf()) && !isTakenBack(thread, party, message.party))
    .map(({ thread, message }) => ({
      やりとり: thread.subject,
      書いた人: message.senderName,
      自分が書いた: message.accountId !== null && message.accountId === account,
      送った時: message.sentAt,
      文章: message.body,
      ファイル: files.filter(({ messageId }) => messageId === message.id).map(({ file }) => file.name),
    }))
}

/** What this person uploaded, with the address where each file is fetched while signed in. */
export async function ownFiles({ db }: Context, accountId: Id<'acc'>) {
  const rows = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.accountId, accountId), ne(attachments.state, 'ERASED')))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
  return rows.map(({ id, name, size, createdAt, state }) => ({
    名前: name,
    バイト数: size,
    送った時: createdAt,
    状態: state,
    取りに行く所: `/files/${id}`,
  }))
}
