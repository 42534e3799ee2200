import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { TERMS_VERSION } from '../../../i18n/terms.ja.ts'
import type { Id } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { enterByProof } from '../../accounts/accounts.entering.steps.ts'
import { problemsOfTerms } from '../../accounts/accounts.rules.ts'
import type { ViewerRoot } from '../../accounts/accounts.types.ts'
import { problemsOfPassword } from '../../accounts/passwords.rules.ts'
import { invitationOfToken, type InvitationWithRegistrant } from '../entries.queries.ts'
import { invitations, registrants } from '../entries.table.ts'

export interface OpenInvitation {
  token: string
  password: string
  confirmation: string
  termsVersion: string
}

/** 招待を開く (R24): sets the password once, and ends signed in. Whatever is wrong with a link is answered alike. */
export async function openInvitation(ctx: Context, input: OpenInvitation): Promise<ViewerRoot | Refusal> {
  const invitation = await invitationOfToken(ctx, input.token)
  if (!invitation) return DEAD
  const { email } = invitation.registrant
  const problems = [...problemsOfPassword({ ...input, email }, ctx.policyOf()), ...problemsOfTerms(input.termsVersion, TERMS_VERSION)]
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  return enterByProof(
    ctx,
    { ...input, email },
    { refusal: DEAD, use: (tx) => use(tx, invitation), belongTo: (tx, id) => open(tx, invitation, id) },
  )
}

const DEAD = new Refusal('INVITATION_DEAD')

/** Of several who press at once, one. */
async function use(tx: Tx, { id }: InvitationWithRegistrant): Promise<Refusal | null> {
  const used = await tx.db
    .update(invitations)
    .set({ usedAt: tx.now })
    .where(and(eq(invitations.id, id), isNull(invitations.usedAt), isNull(invitations.replacedAt), gt(invitations.validUntil, tx.now)))
    .returning({ id: invitations.id })
  return used.length === 0 ? DEAD : null
}

async function open(tx: Tx, { registrant }: InvitationWithRegistrant, accountId: Id<'acc'>): Promise<void> {
  await tx.db
    .update(registrants)
    .set({ accountId, openedAt: tx.now, version: registrant.version + 1 })
    .where(eq(registrants.id, registrant.id))
  await tx.record({ action: 'openInvitation', object: registrant.id, person: registrant.id })
}
