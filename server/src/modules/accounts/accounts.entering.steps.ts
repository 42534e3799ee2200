import type { Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../platform/db/transaction.ts'
import { insertAccount } from './accounts.steps.ts'
import type { ViewerRoot } from './accounts.types.ts'
import { beginSession, showSignedIn, type SignedIn } from './begin-session.ts'
import { hashPassword } from './passwords.ts'

interface Entering {
  email: string
  password: string
  termsVersion: string
}

/** A later module's own right to an account: used up in the same transaction, or refused, also where the address signs in already. */
interface Proof {
  use(tx: Tx): Promise<Refusal | null>
  belongTo(tx: Tx, accountId: Id<'acc'>): Promise<void>
  refusal: Refusal
}

/** Opens an account by a proof that another module knows, and ends signed in. */
export async function enterByProof(ctx: Context, { email, password, termsVersion }: Entering, proof: Proof): Promise<ViewerRoot | Refusal> {
  const passwordHash = await hashPassword(password)
  const result = await inTransaction(ctx, {}, async (tx): Promise<SignedIn | Refusal> => {
    const no = await proof.use(tx)
    if (no) return no
    const account = await insertAccount(tx, { email, passwordHash, termsVersion, termsAcceptedAt: tx.now })
    if (!account) return proof.refusal
    await proof.belongTo(tx, account.id)
    return beginSession(tx, ctx, { accountId: account.id })
  })
  return showSignedIn(ctx, result)
}
