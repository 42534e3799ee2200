import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graph/enums.ts'
import { Expose } from '../../graph/expose.ts'
import { Node } from '../../graph/node.ts'
import { resultOf } from '../../graph/result.ts'
import { claimState, employerClaims, type EmployerClaimRow as Row } from './employers.claims.table.ts'

publishEnum(claimState, 'EmployerClaimState', '事業所番号の申出の状態。\nState of a claim of an employer number.', {
  PENDING: '窓口の確認を待っている。Waiting for the office.',
  ACCEPTED: '受理。担当者になりました。Accepted: a member now.',
  REJECTED: '不受理。Not accepted.',
  WITHDRAWN: '取下げ。Withdrawn.',
})

@ObjectType({
  implements: Node,
  description:
    '事業所番号の申出。番号の事業所のことは、窓口だけに見えます。\nA claim of an employer number; whose number it is, only staff see.',
})
export class EmployerClaim extends Node {
  @Expose(employerClaims.id, 'id。') declare id: Row['id']
  @Expose(employerClaims.employerNumber, '申し出た事業所番号。\nThe number as claimed.') employerNumber!: Row['employerNumber']
  @Expose(employerClaims.state, '状態。\nState.') state!: Row['state']
  @Expose(employerClaims.name, '申し出た人の名前。受理のあとは消えます。\nName of the claimant; gone once accepted.') name!: Row['name']
  @Expose(employerClaims.phone, '申し出た人が書いた電話番号。\nPhone as the claimant wrote it.') phone!: Row['phone']
  @Expose(employerClaims.words, '窓口に伝えること。\nWords to the office.') words!: Row['words']
  @Expose(employerClaims.reason, '受理できなかった理由。\nWhy it was not accepted.') reason!: Row['reason']
  @Expose(employerClaims.claimedAt, '申し出た時。\nClaimed at.') claimedAt!: Row['claimedAt']
  @Expose(employerClaims.decidedAt, '決まった時。\nDecided at.') decidedAt!: Row['decidedAt']
  @Expose(employerClaims.version, '版。\nVersion.') version!: Row['version']
}

@ObjectType({ description: '確認を待つ事業所番号の申出。\nClaims of employer numbers that wait for the office.' })
export class WaitingClaims {
  @Field(() => Int, { description: 'ぜんぶの数。\nHow many.', simple: true }) total!: number
  @Field(() => [EmployerClaim], { description: '長く待っている順に5つまで。\nUp to five that have waited longest.', simple: true })
  oldest!: Row[]
}

@InputType({ description: '事業所番号の申出に書くこと。\nWhat a claim says.' })
export class ClaimEmployerInput {
  @Field(() => String, { description: '事業所番号(全角・ハイフンなしも可)。\nEmployer number in any width.' }) employerNumber!: string
  @Field(() => String, { description: 'あなたの名前。\nName of the claimant.' }) name!: string
  @Field(() => String, { nullable: true, description: '電話番号。窓口が確かめるときに使います。\nPhone.' }) phone?: string | null
  @Field(() => String, { nullable: true, description: '窓口に伝えること。\nWords to the office.' }) words?: string | null
  @Field(() => String, { description: 'くりかえしを見分ける印。\nIdempotency key.' }) key!: string
}

const claimResult = (name: string, options: { preview?: boolean } = {}) => resultOf(name, () => EmployerClaim, 'EmployerClaim', options)

export const ClaimEmployerResult = claimResult('ClaimEmployer')
export const WithdrawEmployerClaimResult = claimResult('WithdrawEmployerClaim')
export const AcceptEmployerClaimResult = claimResult('AcceptEmployerClaim', { preview: true })
export const RejectEmployerClaimResult = claimResult('RejectEmployerClaim', { preview: true })
