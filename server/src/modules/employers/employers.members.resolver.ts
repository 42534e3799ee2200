import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { type Context, viewerAs } from '../../graph/context.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import { accountById } from '../accounts/accounts.queries.ts'
import { ViewerType } from '../accounts/accounts.types.ts'
import { addMember } from './commands/add-member.ts'
import { changeMember } from './commands/change-member.ts'
import { handOverOwnership } from './commands/hand-over-ownership.ts'
import { removeMember } from './commands/remove-member.ts'
import { resendMemberInvitation } from './commands/resend-member-invitation.ts'
import { employerById } from './employers.loaders.ts'
import { establishmentsOf, membersOf } from './employers.members.queries.ts'
import { refuseAdding, refuseHandingOver, refuseRemoving, refuseResending, seatsLeft } from './employers.members.rules.ts'
import {
  AddMemberInput,
  AddMemberResult,
  ChangeMemberInput,
  ChangeMemberResult,
  EmployerMembers,
  HandOverOwnershipResult,
  MemberStatusEnum,
  RemoveMemberResult,
  ResendMemberInvitationResult,
} from './employers.members.types.ts'
import type { EmployerMemberRow } from './employers.table.ts'
import { Employer, EmployerMember } from './employers.types.ts'

const MemberId = () => Arg('memberId', () => ID, { description: '担当者の id。\nThe member.' })

const isOwner = ({ viewer }: Context, employerId: string): boolean =>
  viewer.kind === 'employer' && viewer.role === 'OWNER' && viewer.employerId === employerId

const may = (ctx: Context, member: EmployerMemberRow, refuse: (member: EmployerMemberRow) => RefusalCode | null): boolean =>
  isOwner(ctx, member.employerId) && refuse(member) === null

@Resolver(() => EmployerMember)
export class EmployerMembersResolver {
  @Audience('employer.viewer')
  @Query(() => EmployerMembers, { description: '自分の事業所の担当者。\nMembers of the viewer’s establishment.' })
  async employerMembers(@Ctx() ctx: Context): Promise<EmployerMembers> {
    const { employerId } = viewerAs(ctx, 'employer')
    const [nodes, employer] = await Promise.all([membersOf(ctx, employerId), employerById(ctx).load(employerId)])
    const left = seatsLeft(nodes.length, ctx.policyOf())
    const viewerCanAdd = isOwner(ctx, employerId) && left > 0 && employer !== null && refuseAdding(employer.status) === null
    return { nodes, seatsLeft: left, seats: ctx.policyOf().addedMembers, viewerCanAdd }
  }

  @Audience('employer.owner')
  @Mutation(() => AddMemberResult, {
    description: '担当者を追加する。招待のメールを送ります(R8)。\nAdds a member, who gets a mail with a key.',
  })
  addMember(@Ctx() ctx: Context, @Arg('input', () => AddMemberInput, { description: '追加する人。\nWhom.' }) input: AddMemberInput) {
    return addMember(ctx, viewerAs(ctx, 'employer'), { ...input, title: input.title ?? '' })
  }

  @Audience('employer.owner')
  @Mutation(() => ResendMemberInvitationResult, {
    description: '招待のメールを送りなおす。前のキーは使えなくなります。\nMails the invitation again; the key before is dead.',
  })
  resendMemberInvitation(@Ctx() ctx: Context, @MemberId() memberId: string) {
    return resendMemberInvitation(ctx, viewerAs(ctx, 'employer'), memberId)
  }

  @Audience('employer.owner')
  @Mutation(() => ChangeMemberResult, { description: '名前、役職、役割を変える。\nChanges name, title or role.' })
  changeMember(
    @Ctx() ctx: Context,
    @MemberId() memberId: string,
    @Arg('input', () => ChangeMemberInput, { description: '変える内容。\nThe change.' }) input: ChangeMemberInput,
    @Arg('version', () => Int, { description: '見ていた版。\nThe version that was seen.' }) version: number,
  ) {
    const { name, title, role } = input
    return changeMember(ctx, viewerAs(ctx, 'employer'), { memberId, name, title: title ?? '', role: role ?? null, version })
  }

  @Audience('employer.owner')
  @Mutation(() => RemoveMemberResult, {
    description: '担当者を外す。すぐにログアウトし、もう入れません。書いたものは残ります。\nRemoves a member, who is out at once.',
  })
  removeMember(@Ctx() ctx: Context, @MemberId() memberId: string) {
    return removeMember(ctx, viewerAs(ctx, 'employer'), memberId)
  }

  @Audience('employer.owner')
  @Mutation(() => HandOverOwnershipResult, {
    description: '代表の担当者を引きつぐ。自分は採用の担当者になります。\nHands over the ownership; the viewer becomes a recruiter.',
  })
  handOverOwnership(
    @Ctx() ctx: Context,
    @MemberId() memberId: string,
    @Arg('currentPassword', () => String, { description: 'いまのパスワード。\nThe present password.' }) currentPassword: string,
  ) {
    return handOverOwnership(ctx, viewerAs(ctx, 'employer'), { memberId, currentPassword })
  }

  @FieldResolver(() => MemberStatusEnum, { description: '状態。\nState.' })
  status(@Root() { status }: EmployerMemberRow): EmployerMemberRow['status'] {
    return status
  }
  @FieldResolver(() => Int, { description: '版。changeMember に渡します。\nVersion, for changeMember.' })
  version(@Root() { version }: EmployerMemberRow): number {
    return version
  }
  @FieldResolver(() => Date, { nullable: true, description: '招待のキーは、この時から使えません。\nThe key is dead from then.' })
  invitedUntil(@Root() { invitedUntil }: EmployerMemberRow): Date | null {
    return invitedUntil
  }
  @FieldResolver(() => String, { nullable: true, description: 'メールアドレス。代表の担当者だけに見えます。\nE-mail, for the owner only.' })
  async email(@Root() member: EmployerMemberRow, @Ctx() ctx: Context): Promise<string | null> {
    if (!isOwner(ctx, member.employerId)) return null
    return member.accountId === null ? member.email : ((await accountById(ctx, member.accountId))?.email ?? null)
  }
  @FieldResolver(() => Boolean, { description: '見ている本人か。\nIs it the viewer?' })
  isViewer(@Root() { id }: EmployerMemberRow, @Ctx() { viewer }: Context): boolean {
    return viewer.kind === 'employer' && viewer.memberId === id
  }
  @FieldResolver(() => Boolean, { description: '名前などを変えられるか。\nMay the viewer change it?' })
  viewerCanChange(@Root() member: EmployerMemberRow, @Ctx() ctx: Context): boolean {
    return may(ctx, member, ({ status }) => (status === 'REMOVED' ? 'NOT_FOUND' : null))
  }
  @FieldResolver(() => Boolean, { description: '招待を送りなおせるか。\nMay the viewer send the invitation again?' })
  viewerCanResend(@Root() member: EmployerMemberRow, @Ctx() ctx: Context): boolean {
    return may(ctx, member, refuseResending)
  }
  @FieldResolver(() => Boolean, { description: '外せるか。\nMay the viewer remove this one?' })
  viewerCanRemove(@Root() member: EmployerMemberRow, @Ctx() ctx: Context): boolean {
    return may(ctx, member, refuseRemoving)
  }
  @FieldResolver(() => Boolean, { description: '代表を引きつげるか。\nMay the ownership go to this one?' })
  viewerCanHandOver(@Root() member: EmployerMemberRow, @Ctx() ctx: Context): boolean {
    return may(ctx, member, refuseHandingOver)
  }
}

@Resolver(() => ViewerType)
export class ViewerEmployersResolver {
  @FieldResolver(() => [Employer], { description: '切りかえられる事業所。\nEstablishments the viewer may act for.' })
  employers(@Ctx() ctx: Context) {
    return ctx.viewer.kind === 'employer' ? establishmentsOf(ctx, ctx.viewer.accountId) : []
  }
}
