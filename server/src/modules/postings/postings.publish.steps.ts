import { eq } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { employers } from '../employers/employers.table.ts'
import { searchRowOf } from './postings.search.rules.ts'
import type { SearchableEmployer, SearchableSheet } from './postings.search.sheet.rules.ts'
import { postingSearch } from './postings.table.ts'

/** `changed`: all who keep totals of a search. `opened`, `gone`: those who wait for new postings. */
export const TOPICS = { changed: 'postings', opened: 'postings:opened', gone: 'postings:gone' } as const

interface PublishedPosting {
  id: Id<'pst'>
  postingNumber: string | null
  acceptedOn: string | null
  validUntil: string | null
}

type Establishment = Omit<SearchableEmployer, 'employerNumber'> & { employerId: Id<'emp'> }

/**
 * Makes a posting found: on acceptance, and again when its text in force or its last day changes.
 * It keeps its place among the newest; scope 4 is found by nobody (R25).
 */
export async function publish(tx: Tx, posting: PublishedPosting, sheet: SearchableSheet, establishment: Establishment): Promise<void> {
  const { postingNumber, acceptedOn, validUntil } = posting
  if (postingNumber === null || acceptedOn === null || validUntil === null) throw new Error(`${posting.id} has not been accepted`)
  const [employer] = await tx.db
    .select({ employerNumber: employers.employerNumber })
    .from(employers)
    .where(eq(employers.id, establishment.employerId))
  const row = searchRowOf({ postingNumber, acceptedOn, validUntil }, sheet, { employerNumber: null, ...employer, ...establishment })
  if (row === null) return unpublish(tx, posting.id)
  const [published] = await tx.db
    .insert(postingSearch)
    .values({ postingId: posting.id, ...row, publishedAt: tx.now })
    .onConflictDoUpdate({ target: postingSearch.postingId, set: row })
    .returning({ at: postingSearch.publishedAt })
  tx.hint(TOPICS.changed, posting.id)
  if (published?.at.getTime() === tx.now.getTime()) tx.hint(TOPICS.opened, posting.id)
}

/** Found no longer, from COMMIT on. */
export async function unpublish(tx: Tx, postingId: Id<'pst'>): Promise<void> {
  const gone = await tx.db.delete(postingSearch).where(eq(postingSearch.postingId, postingId)).returning({ id: postingSearch.postingId })
  if (gone.length === 0) return
  tx.hint(TOPICS.changed, postingId)
  tx.hint(TOPICS.gone, postingId)
}
