import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import type { DomainEvent } from '../../kernel/events.ts'
import type { Id } from '../../kernel/ids.ts'
import { Preview } from '../../kernel/preview.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { POLICY } from '../../policy.ts'
import type { Hint, Live } from '../live/live.ts'
import { connect, type Connection } from './connect.ts'
import { auditRecords, inboxCounters, inboxEvents, type MailRow, mails, tryCounters } from './platform.table.ts'
import { type CommandContext, inTransaction, type Tx } from './transaction.ts'

declare module '../../kernel/events.ts' {
  interface DomainEvents {
    letterWritten: { to: string }
  }
}

const NOW = new Date('2026-04-01T00:00:00Z')
let database: TestDatabase
let connection: Connection
let owner: Connection
let published: Hint[] = []
let reaction: (tx: Tx, event: DomainEvent) => Promise<Refusal | null | void> = async () => {}

beforeAll(async () => {
  database = await testDatabase()
  connection = connect(database.appUrl, { max: 12 })
  owner = connect(database.ownerUrl, { max: 2 })
})
beforeEach(async () => {
  published = []
  reaction = async () => {}
  await owner.db.execute(sql`truncate mails, audit_records, idempotency_keys, inbox_events, inbox_counters, try_counters`)
})
afterAll(async () => {
  await connection.close()
  await owner.close()
  await database.drop()
})

const live = { publish: (hints: readonly Hint[]) => void published.push(...hints) } as unknown as Live
const context = (actor = 'acc_a'): CommandContext => ({
  db: connection.db,
  live,
  now: () => NOW,
  policyOf: () => POLICY,
  actor: { id: actor, kind: 'seeker', office: null },
  requestId: 'request-1',
  memo: new Map(),
  react: async (tx, event) => (await reaction(tx, event)) ?? null,
})

const insert = async (tx: Tx, to: string): Promise<MailRow> => {
  const [row] = await tx.db.insert(mails).values({ to, subject: '件名', text: '本文', template: 'test', createdAt: tx.now }).returning()
  return row!
}
const read = async (tx: Tx, id: string): Promise<MailRow | Refusal> => {
  const [row] = await tx.db
    .select()
    .from(mails)
    .where(eq(mails.id, id as Id<'mal'>))
  return row ?? new Refusal('NOT_FOUND')
}
type Options = Parameters<typeof inTransaction<MailRow | Refusal>>[1]
const keyed = (value: string, input: unknown): Options => ({ key: { value, operation: 'writeLetter', input, reread: read } })
const write = (ctx: CommandContext, to: string, options: Options = {}) =>
  inTransaction<MailRow | Refusal>(ctx, options, (tx) => insert(tx, to))
const countMails = async () => (await connection.db.select().from(mails)).length
const databaseError = (code: string) => Object.assign(new Error(code), { code })

describe('the idempotency key', () => {
  it('answers a repeat with the row of the first time', async () => {
    const first = await write(context(), 'a@example.jp', keyed('k1', { to: 'a' }))
    const second = await write(context(), 'a@example.jp', keyed('k1', { to: 'a' }))
    expect(second).toMatchObject({ id: (first as MailRow).id, to: 'a@example.jp' })
    expect(await countMails()).toBe(1)
  })

  it('makes one row of ten requests sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => write(context(), 'a@example.jp', keyed('k1', { to: 'a' }))))
    expect(new Set(answers.map((row) => (row as MailRow).id)).size).toBe(1)
    expect(await countMails()).toBe(1)
  })

  it('is refused for another input and for another operation', async () => {
    await write(context(), 'a@example.jp', keyed('k1', { to: 'a' }))
    expect(await write(context(), 'b@example.jp', keyed('k1', { to: 'b' }))).toMatchObject({ code: 'KEY_REUSED' })
    const other: Options = { key: { value: 'k1', operation: 'burnLetter', input: { to: 'a' }, reread: read } }
    expect(await write(context(), 'a@example.jp', other)).toMatchObject({ code: 'KEY_REUSED' })
    expect(await countMails()).toBe(1)
  })

  it('belongs to its actor', async () => {
    await write(context('acc_a'), 'a@example.jp', keyed('k1', {}))
    await write(context('acc_b'), 'b@example.jp', keyed('k1', {}))
    expect(await countMails()).toBe(2)
  })

  it('is free again when the first try was refused', async () => {
    const no = await inTransaction<MailRow | Refusal>(context(), keyed('k1', {}), async () => new Refusal('NOT_ALLOWED'))
    expect(no).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await write(context(), 'a@example.jp', keyed('k1', {}))).toMatchObject({ to: 'a@example.jp' })
  })

  it('reads the first result with the rights of today', async () => {
    const first = await write(context(), 'a@example.jp', keyed('k1', {}))
    await connection.db.delete(mails).where(eq(mails.id, (first as MailRow).id))
    expect(await write(context(), 'a@example.jp', keyed('k1', {}))).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a refusal', () => {
  it('rolls back what was written before it', async () => {
    const answer = await inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
      await insert(tx, 'a@example.jp')
      tx.hint('postings', 'pst_1')
      return new Refusal('NOT_ALLOWED')
    })
    expect(answer).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await countMails()).toBe(0)
    expect(published).toEqual([])
  })

  it('that keeps commits what must survive it', async () => {
    const wrong = () =>
      inTransaction<Refusal>(context(), {}, async (tx) => {
        await tx.db
          .insert(tryCounters)
          .values({ bucket: 'sign-in', count: 1, until: NOW })
          .onConflictDoUpdate({ target: tryCounters.bucket, set: { count: sql`${tryCounters.count} + 1` } })
        return new Refusal('SIGN_IN_FAILED').keeping()
      })
    await Promise.all(Array.from({ length: 10 }, wrong))
    expect(await connection.db.select({ count: tryCounters.count }).from(tryCounters)).toEqual([{ count: 10 }])
  })
})

it('has one winner among ten who race for the same thing', async () => {
  const [mail] = await connection.db
    .insert(mails)
    .values({ to: 'a@example.jp', subject: 's', text: 't', template: 'test', createdAt: NOW })
    .returning()
  const decide = () =>
    inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
      const [row] = await tx.db
        .update(mails)
        .set({ sentAt: tx.now })
        .where(sql`${mails.id} = ${mail!.id.slice(4)}::uuid and ${mails.sentAt} is null`)
        .returning()
      return row ?? new Refusal('ALREADY_DECIDED')
    })
  const answers = await Promise.all(Array.from({ length: 10 }, decide))
  expect(answers.filter((answer) => !(answer instanceof Refusal))).toHaveLength(1)
  expect(answers.filter((answer) => answer instanceof Refusal && answer.code === 'ALREADY_DECIDED')).toHaveLength(9)
})

describe('a dry run', () => {
  const rename = (dryRun: boolean) =>
    inTransaction<MailRow | Refusal, boolean>(context(), { dryRun }, async (tx) => {
      const row = await insert(tx, 'a@example.jp')
      await tx.record({ action: 'rename', object: row.id, changes: [{ field: 'to', before: null, after: 'a@example.jp' }] })
      tx.deliver('skr_1', 'THREAD', row.id)
      tx.hint('postings', row.id)
      return row
    })

  it('lists the changes and writes nothing', async () => {
    const preview = await rename(true)
    expect(preview).toBeInstanceOf(Preview)
    expect((preview as Preview).changes).toEqual([
      { object: expect.stringMatching(/^mal_/), field: 'to', before: null, after: 'a@example.jp' },
    ])
    expect(await countMails()).toBe(0)
    expect(await connection.db.select().from(auditRecords)).toEqual([])
    expect(await connection.db.select().from(inboxEvents)).toEqual([])
    expect(published).toEqual([])
  })

  it('answers the refusal that the real run would give', async () => {
    const answer = await inTransaction<Refusal, true>(context(), { dryRun: true }, async () => new Refusal('ALREADY_DECIDED'))
    expect(answer).toMatchObject({ code: 'ALREADY_DECIDED' })
  })

  it('off writes, and leaves the name of the field but never its value in the audit trail', async () => {
    await rename(false)
    const [record] = await connection.db.select().from(auditRecords)
    expect(record).toMatchObject({ actor: 'acc_a', action: 'rename', fields: ['to'], requestId: 'request-1' })
    expect(JSON.stringify(record)).not.toContain('example.jp')
  })
})

describe('a deadlock or lost serialisation', () => {
  const failing = (code: string, times: number) => {
    let tries = 0
    const run = inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
      tries++
      const row = await insert(tx, 'a@example.jp')
      if (tries <= times) throw databaseError(code)
      return row
    })
    return { run, tries: () => tries }
  }

  it.each(['40001', '40P01'])('%s is tried again twice, and one row remains', async (code) => {
    const { run, tries } = failing(code, 2)
    expect(await run).toMatchObject({ to: 'a@example.jp' })
    expect(tries()).toBe(3)
    expect(await countMails()).toBe(1)
  })

  it('the third time is told', async () => {
    const { run, tries } = failing('40001', 3)
    await expect(run).rejects.toThrow('40001')
    expect(tries()).toBe(3)
    expect(await countMails()).toBe(0)
  })

  it('any other error is told at once', async () => {
    const { run, tries } = failing('23505', 1)
    await expect(run).rejects.toThrow('23505')
    expect(tries()).toBe(1)
  })

  it('of two real writers ends well for both', async () => {
    const rows = await connection.db
      .insert(mails)
      .values(['a@example.jp', 'b@example.jp'].map((to) => ({ to, subject: 's', text: 't', template: 'test', createdAt: NOW })))
      .returning()
    const [a, b] = rows.map((row) => row.id)
    let first = true
    let arrived = 0
    let open: () => void
    const both = new Promise<void>((resolve) => (open = resolve))
    const lockTwo = (one: Id<'mal'>, two: Id<'mal'>) =>
      inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
        const lock = (id: Id<'mal'>) =>
          tx.db
            .update(mails)
            .set({ attempts: sql`${mails.attempts} + 1` })
            .where(eq(mails.id, id))
            .returning()
        await lock(one)
        if (first) {
          if (++arrived === 2) {
            first = false
            open()
          }
          await both
        }
        const [row] = await lock(two)
        return row!
      })
    await Promise.all([lockTwo(a!, b!), lockTwo(b!, a!)])
    const after = await connection.db.select({ attempts: mails.attempts }).from(mails).orderBy(asc(mails.to))
    expect(after).toEqual([{ attempts: 2 }, { attempts: 2 }])
  })
})

describe('what follows a write', () => {
  it('reaches live and inbox only after COMMIT', async () => {
    let during: Hint[] | null = null
    await inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
      const row = await insert(tx, 'a@example.jp')
      tx.deliver('skr_1', 'THREAD', row.id)
      tx.deliver('emp_1', 'THREAD', row.id)
      tx.hint('control', 'ses_1')
      during = [...published]
      return row
    })
    expect(during).toEqual([])
    expect(published).toEqual([
      { topic: 'control', id: 'ses_1' },
      { topic: 'party:emp_1', id: 'emp_1' },
      { topic: 'party:skr_1', id: 'skr_1' },
    ])
    const events = await connection.db
      .select({ party: inboxEvents.party, seq: inboxEvents.seq })
      .from(inboxEvents)
      .orderBy(asc(inboxEvents.party))
    expect(events).toEqual([
      { party: 'emp_1', seq: 1 },
      { party: 'skr_1', seq: 1 },
    ])
  })

  it('is nothing when the write fails', async () => {
    const failed = inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
      tx.deliver('skr_1', 'THREAD', 'mal_1')
      tx.hint('control', 'ses_1')
      throw new Error('broken')
    })
    await expect(failed).rejects.toThrow('broken')
    expect(published).toEqual([])
    expect(await connection.db.select().from(inboxCounters)).toEqual([])
  })

  it('includes the reactions of later modules in the same transaction', async () => {
    reaction = async (tx, event) => void (await insert(tx, `reacted-to-${event.name}@example.jp`))
    await inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
      tx.emit('letterWritten', { to: 'a@example.jp' })
      return insert(tx, 'a@example.jp')
    })
    expect(await countMails()).toBe(2)
    reaction = async () => {
      throw new Error('a later module fails')
    }
    const failed = inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
      tx.emit('letterWritten', { to: 'b@example.jp' })
      return insert(tx, 'b@example.jp')
    })
    await expect(failed).rejects.toThrow('a later module fails')
    expect(await countMails()).toBe(2)
  })

  it('undoes everything when a later module refuses, and answers its reason', async () => {
    const heard: string[] = []
    reaction = async (tx, event) => {
      heard.push(event.name)
      await insert(tx, `reacted-to-${event.name}@example.jp`)
      return new Refusal('NOT_ALLOWED')
    }
    const answer = await inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
      for (const to of ['a@example.jp', 'b@example.jp']) tx.emit('letterWritten', { to })
      return insert(tx, 'a@example.jp')
    })
    expect(answer).toMatchObject({ code: 'NOT_ALLOWED' })
    expect([heard, await countMails()]).toEqual([['letterWritten'], 0])
  })

  it('empties the loaders, so that the answer is read afresh', async () => {
    const ctx = context()
    ctx.memo.set('loader', 'what stood before')
    await write(ctx, 'a@example.jp')
    expect(ctx.memo.size).toBe(0)
  })

  it('is a job that exists only if the write does', async () => {
    const jobs = async () =>
      (await owner.db.execute(
        sql`select task_identifier, payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)`,
      )) as unknown[]
    await inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
      await tx.addJob('sendMail', { mailId: 'mal_1' })
      return new Refusal('NOT_ALLOWED')
    })
    expect(await jobs()).toEqual([])
    await inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
      await tx.addJob('sendMail', { mailId: 'mal_1' })
      return insert(tx, 'a@example.jp')
    })
    expect(await jobs()).toMatchObject([{ task_identifier: 'sendMail', payload: { mailId: 'mal_1' } }])
  })
})

describe('the numbers of an inbox', () => {
  it('have no holes when ten write to two parties at once', async () => {
    const parties = ['skr_1', 'emp_1']
    const writer = (i: number) =>
      inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
        const row = await insert(tx, `${i}@example.jp`)
        for (const party of i % 2 === 0 ? parties : parties.toReversed()) tx.deliver(party, 'THREAD', row.id)
        return i % 5 === 4 ? new Refusal('NOT_ALLOWED') : row
      })
    await Promise.all(Array.from({ length: 10 }, (_, i) => writer(i)))
    for (const party of parties) {
      const events = await connection.db
        .select({ seq: inboxEvents.seq })
        .from(inboxEvents)
        .where(eq(inboxEvents.party, party))
        .orderBy(asc(inboxEvents.seq))
      expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    }
  })
})

describe('the application’s role', () => {
  it('adds to the audit trail and can neither change nor erase it', async () => {
    await inTransaction<MailRow | Refusal>(context(), {}, async (tx) => {
      const row = await insert(tx, 'a@example.jp')
      await tx.record({ action: 'write', object: row.id })
      return row
    })
    for (const statement of [sql`update audit_records set actor = 'nobody'`, sql`delete from audit_records`, sql`truncate audit_records`])
      await expect(connection.db.execute(statement)).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(await connection.db.select().from(auditRecords)).toHaveLength(1)
  })

  it('puts jobs into the queue but cannot read it', async () => {
    await expect(connection.db.execute(sql`select * from graphile_worker._private_jobs`)).rejects.toMatchObject({
      cause: { code: '42501' },
    })
  })
})
