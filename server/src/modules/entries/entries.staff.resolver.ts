import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { type Context, viewerAs } from '../../graph/context.ts'
import { PageArgs } from '../../graph/page.ts'
import { inviteRegistrant } from './commands/invite-registrant.ts'
import { resendInvitation } from './commands/resend-invitation.ts'
import { registrantsForStaff } from './entries.queries.ts'
import { InviteRegistrantResult, RegistrantConnection, ResendInvitationResult } from './entries.types.ts'

const DryRun = () =>
  Arg('dryRun', () => Boolean, {
    defaultValue: false,
    description: '試すだけ。何も変えません。\nChanges nothing; answers what would change.',
  })

/** A center's work with its registrants. */
@Resolver()
export class EntriesStaffResolver {
  @Audience('counter', 'manager')
  @Query(() => RegistrantConnection, {
    description: 'センターの登録者、新しい順。見たことが残ります。\nRegistrants of the own center, newest first; looks are recorded.',
  })
  staffRegistrants(@Ctx() ctx: Context, @Args(() => PageArgs) page: PageArgs) {
    return registrantsForStaff(ctx, viewerAs(ctx, 'staff'), page)
  }

  @Audience('counter', 'manager')
  @Mutation(() => InviteRegistrantResult, {
    description:
      'センターの登録者を招待する。送出情報番号が付き、パスワードを決めるリンクがメールで届きます。\nInvites a registrant; a link is mailed.',
  })
  inviteRegistrant(
    @Ctx() ctx: Context,
    @Arg('key', () => String, { description: 'くりかえしを見分ける印。\nIdempotency key.' }) key: string,
    @Arg('name', () => String, { description: '氏名。\nName.' }) name: string,
    @Arg('nameKana', () => String, { description: '氏名(カナ)。ひらがなも可。\nName in kana.' }) nameKana: string,
    @Arg('email', () => String, { description: '招待を送るメールアドレス。ログインのIDになります。\nE-mail, the user ID.' }) email: string,
    @DryRun() dryRun: boolean,
  ) {
    return inviteRegistrant(ctx, viewerAs(ctx, 'staff'), { key, dryRun, name, nameKana, email })
  }

  @Audience('counter', 'manager')
  @Mutation(() => ResendInvitationResult, {
    description: '登録者への招待を送りなおす。前のリンクは使えなくなります。\nMails a new link; the ones before are dead.',
  })
  resendInvitation(
    @Ctx() ctx: Context,
    @Arg('registrantId', () => ID, { description: '登録者の id。\nId of the registrant.' }) registrantId: string,
    @Arg('version', () => Int, { description: '見ている版。\nVersion that was seen.' }) version: number,
    @DryRun() dryRun: boolean,
  ) {
    return resendInvitation(ctx, viewerAs(ctx, 'staff'), { registrantId, version, dryRun })
  }
}
