import type { DbTransaction } from './connect.ts'
import type { Tx } from './transaction.ts'

const UNIQUE_VIOLATION = '23505'

/** Tries a write behind a savepoint: true where a unique value belongs to another row, and then nothing was written. */
export async function isTaken(tx: Tx, write: (db: DbTransaction) => Promise<unknown>): Promise<boolean> {
  try {
    await tx.db.transaction(async (inner) => void (await write(inner)))
    return false
  } catch (error) {
    const cause: unknown = error instanceof Error ? (error.cause ?? error) : error
    if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === UNIQUE_VIOLATION) return true
    throw error
  }
}
