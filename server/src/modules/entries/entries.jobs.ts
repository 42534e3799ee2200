import { nobodyInvitedMail, registrantOpenedMail } from './entries.mails.ts'
import { type CommandContext, inTransaction } from '../../platform/db/transaction.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { accountOfEmail } from '../accounts/accounts.queries.ts'
import { bucketOf } from '../accounts/accounts.steps.ts'
import { lockInvited, sendInvitation } from './entries.steps.ts'

/** After `requestNewInvitation`: a mail goes to every address, and only its reader learns whether it is known (S8). */
export async function mailNewInvitation(ctx: CommandContext & { publicUrl: string }, email: string): Promise<void> {
  await inTransaction(ctx, {}, async (tx) => {
    const registrant = await lockInvited(tx, email)
    const isOpen = (await accountOfEmail(tx, email)) !== null
    if (isOpen) await writeMail(tx, { to: email, ...registrantOpenedMail({ url: ctx.publicUrl, email }), template: 'registrantOpened' })
    else if (registrant) await sendInvitation(tx, ctx, registrant)
    else await writeMail(tx, { to: email, ...nobodyInvitedMail(), template: 'nobodyInvited' })
    const object = registrant?.id ?? bucketOf('invitationMail', email)
    await tx.record({ action: 'mailNewInvitation', object, person: registrant?.id ?? null })
    return { id: object }
  })
}
