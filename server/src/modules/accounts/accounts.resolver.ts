import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { accountOf, type Context, partyOf } from '../../graph/context.ts'
import { PRIVACY, TERMS, TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { officeById } from '../offices/offices.loaders.ts'
import { Office } from '../offices/offices.types.ts'
import { staffMemberById } from './accounts.loaders.ts'
import { accountById, inboxSeqOf } from './accounts.queries.ts'
import type { KeyPurpose } from './accounts.rules.ts'
import type { StaffMemberRow } from './accounts.table.ts'
import {
  Account,
  Counts,
  KeyPurposeEnum,
  KeyRequest,
  RegisterPasswordInput,
  RequestAuthenticationKeyInput,
  RequestAuthenticationKeyResult,
  SignOutResult,
  StaffMember,
  Terms,
  ViewerKindEnum,
  type ViewerKindWord,
  type ViewerRoot,
  ViewerType,
} from './accounts.types.ts'
import { RegisterPasswordResult } from './accounts.sign-in.types.ts'
import { registerPassword } from './commands/register-password.ts'
import { requestAuthenticationKey } from './commands/request-authentication-key.ts'
import { resendKey } from './commands/resend-key.ts'
import { signOut } from './commands/sign-out.ts'

@Resolver(() => ViewerType)
export class AccountsResolver {
  @Audience('public')
  @Query(() => ViewerType, { description: 'いま見ている人。\nWho is looking.' })
  viewer(@Ctx() ctx: Context): ViewerRoot {
    return { viewer: ctx.viewer, idleUntil: ctx.session.idleUntil }
  }

  @Audience('public')
  @Query(() => Terms, { description: '利用規約とプライバシーポリシー。\nTerms and privacy policy.' })
  terms(): Terms {
    return { version: TERMS_VERSION, terms: TERMS, privacy: PRIVACY }
  }

  @Audience('public')
  @Mutation(() => RequestAuthenticationKeyResult, { description: '認証キーをメールで送る。\nMails a key.' })
  requestAuthenticationKey(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestAuthenticationKeyInput, { description: '送り先と使いみち。\nWhere and what for.' })
    input: RequestAuthenticationKeyInput,
  ) {
    return requestAuthenticationKey(ctx, input)
  }

  @Audience('public')
  @Mutation(() => RequestAuthenticationKeyResult, {
    description: '認証キーを送りなおす。前のキーは使えなくなります。\nMails a new key; the one before is dead.',
  })
  resendKey(
    @Ctx() ctx: Context,
    @Arg('email', () => String, { description: 'メールアドレス。\nE-mail.' }) email: string,
    @Arg('purpose', () => KeyPurposeEnum, { description: '使いみち。\nPurpose.' }) purpose: KeyPurpose,
  ) {
    return resendKey(ctx, email, purpose)
  }

  @Audience('public')
  @Mutation(() => RegisterPasswordResult, {
    description:
      '認証キーでパスワードを決め、ログインする。認証アプリのある人は、つづけてその番号を verifyOneTimePassword に渡します。\nSets the password by a key and signs in; whoever has an authenticator app is asked for its number.',
  })
  registerPassword(
    @Ctx() ctx: Context,
    @Arg('input', () => RegisterPasswordInput, { description: 'キーとパスワード。\nKey and password.' }) input: RegisterPasswordInput,
  ) {
    return registerPassword(ctx, input)
  }

  @Audience('public')
  @Mutation(() => SignOutResult, { description: 'ログアウト。\nSigns out.' })
  signOut(@Ctx() ctx: Context) {
    return signOut(ctx)
  }

  @FieldResolver(() => ViewerKindEnum, { description: 'だれとして。\nWhom the viewer acts as.' })
  kind(@Root() { viewer }: ViewerRoot): ViewerKindWord {
    return viewer.kind.toUpperCase() as ViewerKindWord
  }

  @FieldResolver(() => Account, { nullable: true, description: 'ログインの名義。\nThe account.' })
  account(@Root() { viewer }: ViewerRoot, @Ctx() ctx: Context) {
    const id = accountOf(viewer)
    return id === null ? null : accountById(ctx, id)
  }

  @FieldResolver(() => StaffMember, { nullable: true, description: '職員として見ているとき。\nThe member of staff.' })
  staff(@Root() { viewer }: ViewerRoot, @Ctx() ctx: Context) {
    return viewer.kind === 'staff' ? staffMemberById(ctx).load(viewer.staffId) : null
  }

  @FieldResolver(() => Counts, { description: '印に出す数。\nCounts for badges.' })
  counts(): Counts {
    return new Counts()
  }

  @FieldResolver(() => Int, { description: 'inbox(after) に渡す位置。\nCursor for inbox(after).' })
  inboxSeq(@Root() { viewer }: ViewerRoot, @Ctx() ctx: Context): Promise<number> | number {
    const party = partyOf(viewer)
    return party === null ? 0 : inboxSeqOf(ctx, party)
  }

  @FieldResolver(() => Date, { description: 'サーバーの時刻。期限はこれで数えます。\nTime of the server.' })
  serverTime(@Ctx() ctx: Context): Date {
    return ctx.now()
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: '操作がないとき、この時にログアウトします(R6)。\nEnd of the session without activity.',
  })
  sessionIdleUntil(@Root() { idleUntil }: ViewerRoot): Date | null {
    return idleUntil
  }
}

@Resolver(() => StaffMember)
export class StaffMembersResolver {
  @FieldResolver(() => Office, { description: '勤め先。\nOffice.' })
  office(@Root() staff: StaffMemberRow, @Ctx() ctx: Context) {
    return officeById(ctx).load(staff.officeId)
  }
}

@Resolver(() => KeyRequest)
export class KeyRequestsResolver {
  @FieldResolver(() => String, { description: 'このアドレスからのメールを受け取れるようにしてください。\nSender to allow.' })
  sender(@Ctx() ctx: Context): string {
    return ctx.mailSender
  }
}
