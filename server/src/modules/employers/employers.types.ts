import { Field, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graph/enums.ts'
import { Expose } from '../../graph/expose.ts'
import { Node } from '../../graph/node.ts'
import {
  employerMembers,
  employers,
  employerStatus,
  memberRole,
  sheetOutcome,
  type EmployerMemberRow as MemberRow,
  type EmployerRow as Row,
} from './employers.table.ts'

export const EmployerStatusEnum = publishEnum(
  employerStatus,
  'EmployerStatus',
  '事業所のマイページの状態。\nState of the account of an establishment.',
  {
    UNOPENED: '窓口で登録、マイページはまだ。Known to an office, without a My Page.',
    PROVISIONAL: '仮登録。Waiting for the office.',
    OPEN: '開設。Open.',
    SUSPENDED: '利用停止。Suspended.',
    CLOSED: '退会。Closed.',
    ERASED: '消去。Erased.',
  },
)
publishEnum(memberRole, 'MemberRole', '担当者の役割。\nRole of a member.', {
  OWNER: '代表の担当者。Owner.',
  RECRUITER: '採用の担当者。Writes.',
  VIEWER: '見るだけの担当者。Reads only.',
})
publishEnum(sheetOutcome, 'SheetOutcome', '窓口の判断。\nWhat the office decided.', {
  WAITING: '待っている。Waiting.',
  ACCEPTED: '受理。Accepted.',
  RETURNED: '修正依頼。Returned.',
  REJECTED: '不受理。Rejected.',
  WITHDRAWN: '取下げ。Withdrawn.',
})

/** The case; its texts are fields of the accepted sheet (employers.resolver.ts). */
@ObjectType({ implements: Node, description: '事業所(求人者)。\nAn establishment that posts jobs.' })
export class Employer extends Node {
  @Expose(employers.id, 'id。') declare id: Row['id']
  @Expose(employers.employerNumber, '事業所番号。\nNumber of the establishment.') employerNumber!: Row['employerNumber']
  @Expose(employers.status, '状態。\nState.') status!: Row['status']
  @Expose(employers.erasedOn, '仮登録の期限(R7)。\nLast day of a provisional account.') erasedOn!: Row['erasedOn']
}

@ObjectType({ description: '求人者マイページの担当者。\nA member of an establishment.' })
export class EmployerMember {
  @Expose(employerMembers.id, 'id。') id!: MemberRow['id']
  @Expose(employerMembers.name, '名前。\nName.') name!: MemberRow['name']
  @Expose(employerMembers.title, '役職。\nTitle.') title!: MemberRow['title']
  @Expose(employerMembers.role, '役割。\nRole.') role!: MemberRow['role']
}

/** What may always show of an establishment, without a way to its name (R25). Made by `establishmentFacts`. */
@ObjectType({ description: '事業所のあらまし(名前はわかりません)。\nWhat may always show of an establishment; nothing that names it.' })
export class EstablishmentFacts {
  @Field(() => String, {
    nullable: true,
    description: '事業の内容。公開のしかたによっては出ません。\nBusiness; null where it would name the employer.',
    simple: true,
  })
  business!: string | null
  @Field(() => String, { description: '従業員の規模(30〜99人など)。\nHow many work here, as a class of sizes.', simple: true })
  size!: string
  @Field(() => Int, {
    nullable: true,
    description: '就業場所の従業員数。事業所名が見えるとき。\nEmployees here; null while the employer is hidden.',
    simple: true,
  })
  employeesHere!: number | null
  @Field(() => Int, {
    nullable: true,
    description: '企業全体の従業員数。事業所名が見えるとき。\nEmployees of the whole firm; null while hidden.',
    simple: true,
  })
  employeesWhole!: number | null
  @Field(() => Int, {
    nullable: true,
    description: '設立の年。事業所名が見えるとき。\nYear of foundation; null while hidden.',
    simple: true,
  })
  foundedYear!: number | null
}
