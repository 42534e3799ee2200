import { Field, ID, ObjectType } from 'type-graphql'
import { publishWords } from '../../graph/enums.ts'
import { Expose } from '../../graph/expose.ts'
import { Node } from '../../graph/node.ts'
import { connectionOf } from '../../graph/page.ts'
import { resultOf } from '../../graph/result.ts'
import { ViewerType } from '../accounts/accounts.types.ts'
import type { InvitationState } from './entries.rules.ts'
import { type InvitationRow, invitations, type RegistrantRow as Row, registrants } from './entries.table.ts'

export const InvitationStateEnum = publishWords<InvitationState>('InvitationState', '招待の状態。\nState of an invitation.', {
  SENT: '送った。使えます。Sent and usable.',
  USED: '使われた。Used.',
  DEAD: '使えない。新しいリンクを送りなおせます。Dead; a new link can be sent.',
})

/** Only the person and staff of the center reach one: `visibleRegistrant`. */
@ObjectType({
  implements: Node,
  description: 'センターの登録者。本人とセンターの職員に見えます。\nA registrant, for the person and staff of the center.',
})
export class Registrant extends Node {
  @Field(() => ID, { description: 'id。', simple: true }) declare id: Row['id']
  @Expose(registrants.entryNumber, '送出情報番号。\nEntry number.') entryNumber!: Row['entryNumber']
  @Expose(registrants.name, '氏名。\nName.') name!: Row['name']
  @Expose(registrants.nameKana, '氏名(カナ)。\nName in kana.') nameKana!: Row['nameKana']
  @Expose(registrants.email, '招待を送ったメールアドレス。\nWhere the invitation went.') email!: Row['email']
  @Expose(registrants.invitedAt, '招待した時。\nInvited at.') invitedAt!: Row['invitedAt']
  @Expose(registrants.openedAt, 'マイページを開いた時。\nOpened the My Page at.') openedAt!: Row['openedAt']
  @Expose(registrants.version, '版。\nVersion.') version!: Row['version']
}

export const RegistrantConnection = connectionOf('Registrant', () => Registrant)

@ObjectType({ description: '使える招待。リンクを持つ人に見えます。\nAn invitation that can be used, for who holds the link.' })
export class Invitation {
  @Expose(invitations.id, 'id。') id!: InvitationRow['id']
  @Expose(invitations.validUntil, 'この時から使えません。\nDead from this moment.') validUntil!: InvitationRow['validUntil']
}

@ObjectType({
  description:
    '新しいリンクの申し込み。どのアドレスにも、同じ答えとメールが返ります。\nA new link was asked for; every address is answered alike.',
})
export class InvitationRequest {
  @Field(() => String, { description: 'メールを送る先。\nWhere the mail goes.', simple: true }) email!: string
}

export const InviteRegistrantResult = resultOf('InviteRegistrant', () => Registrant, 'Registrant', { preview: true })
export const ResendInvitationResult = resultOf('ResendInvitation', () => Registrant, 'Registrant', { preview: true })
export const OpenInvitationResult = resultOf('OpenInvitation', () => ViewerType, 'Viewer')
export const RequestNewInvitationResult = resultOf('RequestNewInvitation', () => InvitationRequest, 'InvitationRequest')
