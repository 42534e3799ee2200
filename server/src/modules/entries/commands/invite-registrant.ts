import { eq } from 'drizzle-orm'
import type { Context, ViewerOf } from '../../../graph/context.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { problemsOfEmail, typedEmail } from '../../accounts/accounts.rules.ts'
import { nextEntryNumber } from '../../offices/offices.steps.ts'
import { offices } from '../../offices/offices.table.ts'
import { readInvited, refuseInviting } from '../entries.rules.ts'
import { countInvitationMail, sendInvitation } from '../entries.steps.ts'
import { type RegistrantRow, registrants } from '../entries.table.ts'

export interface InviteRegistrant {
  key: string
  dryRun: boolean
  name: string
  nameKana: string
  email: string
}

/** 登録者を招待する (000): the entry number is made, and one mail with a link that sets the password once goes out. */
export function inviteRegistrant(
  ctx: Context,
  staff: ViewerOf<'staff'>,
  { key: value, dryRun, ...typed }: InviteRegistrant,
): Promise<RegistrantRow | Refusal | Preview> {
  const email = typedEmail(typed.email)
  const key = { value, operation: 'inviteRegistrant', input: typed, reread }
  return inTransaction<RegistrantRow | Refusal, boolean>(ctx, { key, dryRun }, async (tx) => {
    const no = refuseInviting(staff)
    if (no) return new Refusal(no)
    const { name, nameKana, problems } = readInvited({ name: typed.name, nameKana: typed.nameKana })
    problems.push(...problemsOfEmail(email, tx.policyOf()))
    if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
    const tooMany = await countInvitationMail(tx, email)
    if (tooMany) return tooMany
    const [center] = await tx.db.select().from(offices).where(eq(offices.id, staff.officeId))
    const [registrant] = await tx.db
      .insert(registrants)
      .values({
        officeId: staff.officeId,
        entryNumber: await nextEntryNumber(tx, center!),
        name,
        nameKana,
        email,
        invitedBy: staff.staffId,
        invitedAt: tx.now,
      })
      .onConflictDoNothing()
      .returning()
    if (!registrant) return new Refusal('REGISTRANT_EXISTS')
    await sendInvitation(tx, ctx, registrant)
    await tx.record({
      action: 'inviteRegistrant',
      object: registrant.id,
      person: registrant.id,
      changes: [
        { field: 'entryNumber', before: null, after: registrant.entryNumber },
        { field: 'registrantName', before: null, after: name },
        { field: 'registrantNameKana', before: null, after: nameKana },
        { field: 'email', before: null, after: email },
        { field: 'invitation', before: null, after: 'SENT' },
      ],
    })
    return registrant
  })
}

async function reread(tx: Tx, id: string): Promise<RegistrantRow | Refusal> {
  const [registrant] = await tx.db
    .select()
    .from(registrants)
    .where(eq(registrants.id, id as Id<'rgs'>))
  return registrant ?? new Refusal('NOT_FOUND')
}
