import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { publishEnum, publishWords } from '../../graph/enums.ts'
import { resultOf } from '../../graph/result.ts'
import type { AddedRole } from './employers.members.rules.ts'
import { type EmployerMemberRow, memberStatus } from './employers.table.ts'
import { EmployerMember } from './employers.types.ts'

export const MemberStatusEnum = publishEnum(memberStatus, 'MemberStatus', '担当者の状態。\nState of a member.', {
  INVITED: '招待中。Invited, has not joined yet.',
  ACTIVE: '使っている。Has joined.',
  REMOVED: '外れた。Removed.',
})
const AddedRoleEnum = publishWords<AddedRole>('AddedRole', '追加する担当者の役割。\nWhat an added member may be.', {
  RECRUITER: '採用の担当者。書けます。Writes.',
  VIEWER: '見るだけの担当者。Reads only.',
})

@ObjectType({ description: '事業所の担当者と、あと何人追加できるか(R8)。\nMembers of the establishment, and how many may be added.' })
export class EmployerMembers {
  @Field(() => [EmployerMember], { description: '担当者と、招待中の人。\nMembers and invited ones.', simple: true })
  nodes!: EmployerMemberRow[]
  @Field(() => Int, { description: 'あと何人追加できるか。\nHow many more may be added.', simple: true }) seatsLeft!: number
  @Field(() => Int, { description: '追加できる人数。\nHow many may be added in all.', simple: true }) seats!: number
  @Field(() => Boolean, { description: '追加できるか。\nMay the viewer add one now?', simple: true }) viewerCanAdd!: boolean
}

@InputType({ description: '追加する担当者。\nA member to add.' })
export class AddMemberInput {
  @Field(() => String, { description: '招待を送るメールアドレス。\nWhere the invitation goes.' }) email!: string
  @Field(() => String, { description: '名前。\nName.' }) name!: string
  @Field(() => String, { nullable: true, description: '部署・役職。\nTitle.' }) title?: string | null
  @Field(() => AddedRoleEnum, { description: '役割。\nRole.' }) role!: AddedRole
  @Field(() => String, { description: 'くりかえしを見分ける印。\nIdempotency key.' }) key!: string
}

@InputType({ description: '担当者の変更。\nA change of a member.' })
export class ChangeMemberInput {
  @Field(() => String, { description: '名前。\nName.' }) name!: string
  @Field(() => String, { nullable: true, description: '部署・役職。\nTitle.' }) title?: string | null
  @Field(() => AddedRoleEnum, { nullable: true, description: '役割。省くと、いまのまま。\nRole; omitted: as before.' })
  role?: AddedRole | null
}

export const AddMemberResult = resultOf('AddMember', () => EmployerMember, 'EmployerMember')
export const ResendMemberInvitationResult = resultOf('ResendMemberInvitation', () => EmployerMember, 'EmployerMember')
export const ChangeMemberResult = resultOf('ChangeMember', () => EmployerMember, 'EmployerMember')
export const RemoveMemberResult = resultOf('RemoveMember', () => EmployerMember, 'EmployerMember')
export const HandOverOwnershipResult = resultOf('HandOverOwnership', () => EmployerMember, 'EmployerMember')
