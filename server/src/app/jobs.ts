import 'reflect-metadata'
import { lt } from 'drizzle-orm'
import { addDays, addHours, jstDateOf, startOfDay } from '../kernel/calendar.ts'
import { sweepWithdrawnAccounts } from '../modules/accounts/accounts.withdrawal.jobs.ts'
import { sweepFormerNames, sweepLapsedApplications } from '../modules/applications/applications.jobs.ts'
import {
  sweepEndedSessions,
  sweepForgottenDevices,
  sweepOldAuthenticationKeys,
  sweepOldPasskeyChallenges,
  sweepOldSignInAttempts,
} from '../modules/accounts/accounts.jobs.ts'
import { sweepExpiredCodes } from '../modules/employers/employers.codes.jobs.ts'
import { sweepProvisionalReminders, sweepProvisionalEmployers } from '../modules/employers/employers.provisional.jobs.ts'
import { mailNewInvitation } from '../modules/entries/entries.jobs.ts'
import { sweepUnusedFiles } from '../modules/files/files.jobs.ts'
import { sweepClosedThreads, sweepErasedMessages } from '../modules/messages/messages.jobs.ts'
import { sweepExpiredPostings, sweepOldSearchRows } from '../modules/postings/postings.jobs.ts'
import { sweepExpiredSeekers } from '../modules/seekers/seekers.jobs.ts'
import { idempotencyKeys, inboxEvents, mails, tryCounters } from '../platform/db/platform.table.ts'
import type { CommandContext } from '../platform/db/transaction.ts'
import type { ErasureJournal } from '../platform/erasures/erasure-journal.ts'
import { sweepErasureJournal } from '../platform/erasures/erasures.jobs.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import type { Tasks } from '../platform/jobs/run-jobs.ts'
import { sendMail } from '../platform/mail/send-mail.ts'
import { sweepUnsealedAudit } from './audit.seals.ts'
import { makeContext, type Services } from './context.ts'
import { noCookies } from './no-cookies.ts'
import type { ServerServices } from './server-services.ts'

type SystemContext = CommandContext & { files: FileStore; journal: ErasureJournal; publicUrl: string }

/** What time causes: looks for what is due and does it. May run twice at once, catches up after a pause. */
export type Sweep = (ctx: SystemContext) => Promise<unknown>

/** In the order in which one causes the next, so that one pass settles everything that is due. */
export const SWEEPS: Readonly<Record<string, Sweep>> = {
  sweepExpiredPostings,
  sweepOldSearchRows,
  sweepExpiredSeekers,
  sweepExpiredCodes,
  sweepProvisionalReminders,
  sweepProvisionalEmployers,
  sweepLapsedApplications,
  sweepClosedThreads,
  sweepErasedMessages,
  sweepFormerNames,
  sweepWithdrawnAccounts,
  sweepOldMails: (ctx) => ctx.db.delete(mails).where(lt(mails.sentAt, daysAgo(ctx, ctx.policyOf().mailDays))),
  sweepUnusedFiles,
  sweepIdempotencyKeys: (ctx) =>
    ctx.db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, addHours(ctx.now(), -ctx.policyOf().idempotencyHours))),
  sweepInboxEvents: (ctx) => ctx.db.delete(inboxEvents).where(lt(inboxEvents.createdAt, daysAgo(ctx, ctx.policyOf().inboxDays))),
  sweepErasureJournal,
  sweepUnsealedAudit,
  sweepOldPasskeyChallenges,
  sweepOldAuthenticationKeys,
  sweepOldSignInAttempts,
  sweepForgottenDevices,
  sweepEndedSessions,
  sweepTryCounters: (ctx) => ctx.db.delete(tryCounters).where(lt(tryCounters.until, ctx.now())),
}

const daysAgo = (ctx: CommandContext, days: number) => startOfDay(addDays(jstDateOf(ctx.now()), -days))

/** Who acts when nobody does. */
export const systemContext = (services: Services): SystemContext => ({
  ...makeContext(services, { viewer: { kind: 'visitor' }, session: noCookies }),
  actor: { id: 'system', kind: 'system', office: null },
  journal: services.journal,
})

/** All sweeps, one after the other; one that fails does not keep the others from their work. */
export async function runSweeps(services: Services & Partial<Pick<ServerServices, 'log'>>): Promise<void> {
  const failures: unknown[] = []
  for (const [name, sweep] of Object.entries(SWEEPS)) {
    try {
      await sweep(systemContext(services))
    } catch (err) {
      services.log?.error({ err, sweep: name }, 'sweep failed')
      failures.push(err)
    }
  }
  if (failures.length > 0) throw failures[0]
}

/** Everything that runs by job: task → what it does. */
export const TASKS: Tasks<ServerServices> = {
  sweeps: (_payload, services) => runSweeps(services),
  mailNewInvitation: ({ email }, services) => mailNewInvitation(systemContext(services), String(email)),
  writeErasures: async (_payload, services) => void (await sweepErasureJournal(systemContext(services))),
  sendMail: ({ mailId }, { db, postman, clock }) => sendMail(db, postman, clock.now(), String(mailId)),
}

/** The queue only wakes the sweeps, every minute. */
export const CRONTAB = '* * * * * sweeps ?max=3&jobKey=sweeps&jobKeyMode=replace'
