import { randomUUID } from 'node:crypto'
import type { Context, SessionPort, Viewer } from '../graph/context.ts'
import { accountOf, partyOf } from '../graph/context.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/connect.ts'
import type { ErasureJournal } from '../platform/erasures/erasure-journal.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { auditRecords } from '../platform/db/platform.table.ts'
import type { Live } from '../platform/live/live.ts'
import type { Sealer } from '../platform/secrets/sealed.ts'
import type { PolicyInForce } from '../platform/policy-in-force.ts'
import { react } from './reactions.ts'

/** What lives as long as the process. */
export interface Services {
  db: Db
  live: Live
  clock: Clock
  policy: PolicyInForce
  files: FileStore
  journal: ErasureJournal
  sealer: Sealer
  demo: boolean
  /** Who mails come from: people are asked to allow this address. */
  mailSender: string
  /** Where people reach these pages, for links in mails. */
  publicUrl: string
}

export interface Asked {
  viewer: Viewer
  session: SessionPort
  locale?: string
  address?: string
  /** Names an anonymous actor: the pre-session cookie. */
  anonymous?: string
}

type Look = Parameters<Context['look']>[0]

/** One context per operation. `flushLooks` writes the looks at personal data before the answer leaves. */
export function makeContext(services: Services, asked: Asked): Context & { flushLooks(): Promise<void> } {
  const { viewer } = asked
  const looks: Look[] = []
  const actor = {
    id: accountOf(viewer) ?? partyOf(viewer) ?? `anonymous:${asked.anonymous ?? 'unknown'}`,
    kind: viewer.kind,
    office: viewer.kind === 'staff' ? viewer.officeId : null,
  }
  const requestId = randomUUID()
  return {
    db: services.db,
    live: services.live,
    files: services.files,
    sealer: services.sealer,
    now: () => services.clock.now(),
    today: () => services.clock.today(),
    policyOf: (officeId) => services.policy.of(officeId),
    viewer,
    actor,
    requestId,
    memo: new Map(),
    locale: asked.locale ?? 'ja',
    session: asked.session,
    demo: services.demo,
    mailSender: services.mailSender,
    publicUrl: services.publicUrl,
    address: asked.address ?? '',
    react,
    look: (entry) => void looks.push(entry),
    async flushLooks() {
      if (looks.length === 0) return
      const at = services.clock.now()
      const rows = looks.splice(0).map((look) => ({
        ...look,
        fields: [...look.fields],
        at,
        actor: actor.id,
        actorKind: actor.kind,
        office: actor.office,
        requestId,
      }))
      await services.db.insert(auditRecords).values(rows)
    },
  }
}
