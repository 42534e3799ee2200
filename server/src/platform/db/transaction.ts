import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { DomainEvent, DomainEvents, EventName } from '../../kernel/events.ts'
import type { InboxKind } from '../../kernel/inbox-kind.ts'
import { type Change, Preview } from '../../kernel/preview.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Policy } from '../../policy.ts'
import type { Hint, Live } from '../live/live.ts'
import { type Delivery, writeInbox } from '../live/write-inbox.ts'
import type { Db, DbTransaction } from './connect.ts'
import { auditRecords, idempotencyKeys } from './platform.table.ts'

/** Who acts and with what: the part of a request that a command needs. */
export interface CommandContext {
  db: Db
  live: Live
  now(): Date
  policyOf(officeId?: string): Policy
  actor: { id: string; kind: string; office: string | null }
  requestId: string
  /** Loaders: emptied after every write. */
  memo: Map<unknown, unknown>
  /** What later modules do about it; one that says no undoes the whole command. */
  react(tx: Tx, event: DomainEvent): Promise<Refusal | null>
}

export interface AuditEntry {
  action: string
  /** Id of what was changed. */
  object: string
  person?: string | null
  purpose?: string | null
  changes?: readonly Omit<Change, 'object'>[]
}

/** One write. A type of its own: pools, prepared statements and loaders never enter it. */
export interface Tx {
  readonly db: DbTransaction
  readonly now: Date
  readonly actor: CommandContext['actor']
  policyOf(officeId?: string): Policy
  /** Writes the audit row and collects the changes for a dry run. */
  record(entry: AuditEntry): Promise<void>
  /** Tells later modules, in this transaction, before COMMIT. */
  emit<N extends EventName>(name: N, data: DomainEvents[N]): void
  /** Puts an event into a party's inbox (party = id of seeker, employer, registrant, office or partner). */
  deliver(party: string, kind: InboxKind, subject: string): void
  /** Wakes those who watch a topic that is no inbox: `thread:…`, `postings`, `control`. Sent after COMMIT. */
  hint(topic: string, id: string): void
  /** Slow work outside the database; runs after COMMIT, at least once. */
  addJob(task: string, payload: Record<string, unknown>, options?: { runAt?: Date; key?: string }): Promise<void>
}

export interface WriteOptions<T> {
  /** Same key, same operation, same input: answered with the first result, read again by `reread` with today's rights. */
  key?: { value: string; operation: string; input: unknown; reread(tx: Tx, id: string): Promise<T | Refusal> }
  dryRun?: boolean
}

class RolledBack extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('rolled back on purpose')
    this.result = result
  }
}

const RETRIED = new Set(['40P01', '40001'])
const codeOf = (error: unknown): string | undefined => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined
}

/** One command = one transaction (DESIGN 3). Deadlocks and lost serialisations are tried again twice. */
export async function inTransaction<T extends { id: string } | Refusal, D extends boolean = false>(
  ctx: CommandContext,
  options: WriteOptions<T> & { dryRun?: D | undefined },
  work: (tx: Tx) => Promise<T>,
): Promise<T | Refusal | (D extends false ? never : Preview)> {
  for (let attempt = 0; ; attempt++) {
    try {
      return (await once(ctx, options, work)) as T
    } catch (error) {
      if (error instanceof RolledBack) {
        await recordDenial(ctx, error.result)
        return error.result as T
      }
      if (attempt === 2 || !RETRIED.has(codeOf(error) ?? '')) throw error
    }
  }
}

/** S56: what was rolled back because the case is another office's leaves a trace all the same. */
async function recordDenial(ctx: CommandContext, result: unknown): Promise<void> {
  if (!(result instanceof Refusal) || result.code !== 'NOT_IN_OFFICE') return
  const { id: actor, kind: actorKind, office } = ctx.actor
  const denial = { action: 'refused', object: result.about ?? 'unknown', fields: [], purpose: result.code }
  await ctx.db.insert(auditRecords).values({ ...denial, at: ctx.now(), actor, actorKind, office, requestId: ctx.requestId })
}

async function once<T extends { id: string } | Refusal>(ctx: CommandContext, options: WriteOptions<T>, work: (tx: Tx) => Promise<T>) {
  const hints: Hint[] = []
  const result = await ctx.db.transaction(async (db) => {
    const unit = openUnit(ctx, db, hints)
    if (options.key) {
      const repeated = await claimKey(unit.tx, options.key)
      if (repeated) return repeated
    }
    const made = await work(unit.tx)
    if (made instanceof Refusal && !made.keeps) throw new RolledBack(made)
    const no = await unit.react()
    if (no) throw new RolledBack(no)
    if (options.dryRun) throw new RolledBack(made instanceof Refusal ? made : new Preview(unit.changes))
    if (options.key && !(made instanceof Refusal)) await nameResult(unit.tx, options.key.value, made.id)
    hints.push(...(await writeInbox(db, unit.deliveries, unit.tx.now)))
    return made
  })
  ctx.memo.clear()
  ctx.live.publish(hints)
  return result
}

function openUnit(ctx: CommandContext, db: DbTransaction, hints: Hint[]) {
  const changes: Change[] = []
  const deliveries: Delivery[] = []
  const events: DomainEvent[] = []
  const tx: Tx = {
    db,
    now: ctx.now(),
    actor: ctx.actor,
    policyOf: (officeId) => ctx.policyOf(officeId),
    async record({ action, object, person, purpose, changes: fields = [] }) {
      changes.push(...fields.map((field) => ({ object, ...field })))
      await db.insert(auditRecords).values({
        at: tx.now,
        actor: ctx.actor.id,
        actorKind: ctx.actor.kind,
        office: ctx.actor.office,
        action,
        object,
        person: person ?? null,
        fields: fields.map((c) => c.field),
        purpose: purpose ?? null,
        requestId: ctx.requestId,
      })
    },
    emit: (name, data) => void events.push({ name, data } as DomainEvent),
    deliver: (party, kind, subject) => void deliveries.push({ party, kind, subject }),
    hint: (topic, id) => void hints.push({ topic, id }),
    async addJob(task, payload, { runAt, key } = {}) {
      await db.execute(
        sql`select add_job(${task}, ${JSON.stringify(payload)}::json, ${runAt?.toISOString() ?? null}::timestamptz, ${key ?? null})`,
      )
    },
  }
  return {
    tx,
    changes,
    deliveries,
    /** Reactions may emit again; each event is handled once, in order, until one says no. */
    async react(): Promise<Refusal | null> {
      for (let event = events.shift(); event; event = events.shift()) {
        const no = await ctx.react(tx, event)
        if (no) return no
      }
      return null
    },
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** Keys are kept as digests: they may be any text of any length. */
async function claimKey<T>(tx: Tx, key: NonNullable<WriteOptions<T>['key']>): Promise<T | Refusal | null> {
  const inputHash = digest(JSON.stringify(key.input))
  const mine = await tx.db
    .insert(idempotencyKeys)
    .values({ actor: tx.actor.id, key: digest(key.value), operation: key.operation, inputHash, createdAt: tx.now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (mine.length > 0) return null
  const [first] = await tx.db.select().from(idempotencyKeys).where(ownKey(tx, key.value))
  if (!first || first.operation !== key.operation || first.inputHash !== inputHash) return new Refusal('KEY_REUSED')
  return first.resultId === null ? new Refusal('NOT_FOUND') : key.reread(tx, first.resultId)
}

const nameResult = (tx: Tx, key: string, resultId: string) => tx.db.update(idempotencyKeys).set({ resultId }).where(ownKey(tx, key))
const ownKey = (tx: Tx, key: string) => and(eq(idempotencyKeys.actor, tx.actor.id), eq(idempotencyKeys.key, digest(key)))
