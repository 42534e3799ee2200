import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { SheetRow } from '../../graph/draft-types.ts'
import { publishEnum, publishWords } from '../../graph/enums.ts'
import { Expose } from '../../graph/expose.ts'
import { Node } from '../../graph/node.ts'
import { connectionOf } from '../../graph/page.ts'
import {
  postingEndReason,
  postingReviews,
  postings,
  postingStatus,
  type PostingReviewRow as ReviewRow,
  type PostingRow as Row,
} from './postings.table.ts'

export const PostingStatusEnum = publishEnum(postingStatus, 'PostingStatus', '求人の状態。\nState of a posting.', {
  DRAFT: '作成中。Draft.',
  SUBMITTED: '仮登録。Waiting for the office.',
  RETURNED: '修正依頼。Returned with reasons.',
  REJECTED: '不受理。Rejected.',
  OPEN: '有効。Open.',
  ENDED: '無効。Ended.',
})
export const PostingEndReasonEnum = publishEnum(postingEndReason, 'PostingEndReason', '無効になった理由。\nWhy a posting ended.', {
  EXPIRED: '期限。Expired.',
  FILLED: '充足。Filled.',
  PLAN_CHANGED: '計画変更。Plan changed.',
  CLOSED_BY_OFFICE: '窓口が終えた。Closed by the office.',
})
export const IdentityVisibilityEnum = publishWords(
  'IdentityVisibility',
  '事業所名の見えかた(R25)。\nWhether the viewer sees who the employer is.',
  {
    SHOWN: '見える。Shown.',
    FOR_SEEKERS: '求職者として登録すると見える。Shown to valid seekers.',
    AT_COUNTER: '窓口でお知らせする。Told at the counter.',
  },
)
export type IdentityVisibility = keyof typeof IdentityVisibilityEnum
/** LAW J11: 職業安定法5条の6 第1項. */
export const RejectionReasonEnum = publishWords('RejectionReason', '不受理の理由(職業安定法5条の6)。\nWhy a posting is not accepted.', {
  ILLEGAL_CONTENT: '内容が法令に違反する。Illegal content.',
  FAR_WORSE: '労働条件が通常より著しく低い。Conditions far worse than usual.',
  VIOLATOR: '法令違反で処分などを受けた求人者。Measures against the employer.',
  MISSING_CONDITIONS: '労働条件が明示されていない。Conditions are missing.',
  ORGANISED_CRIME: '暴力団などに当たる。Organised crime.',
  NO_DECLARATION: '自己申告がない。No self-declaration.',
})

/** Joins and texts: postings.fields.resolver.ts; who the employer is: postings.resolver.ts. */
@ObjectType({ implements: Node, description: '求人。\nA job posting.' })
export class Posting extends Node {
  @Expose(postings.id, 'id。') declare id: Row['id']
  @Expose(postings.postingNumber, '求人番号。\nPosting number, given on acceptance.') postingNumber!: Row['postingNumber']
  @Expose(postings.acceptedOn, '受付年月日。\nAccepted on.') acceptedOn!: Row['acceptedOn']
  @Expose(postings.validUntil, '紹介期限日(R9)。\nLast open day.') validUntil!: Row['validUntil']
  @Expose(postings.submittedAt, '申し込んだ時。\nSubmitted at.') submittedAt!: Row['submittedAt']
  @Expose(postings.changedAt, '最後に変わった時。\nChanged at.') changedAt!: Row['changedAt']
  @Expose(postings.applicationsPaused, '応募の受け付けを止めている。\nTakes no applications for now.')
  applicationsPaused!: Row['applicationsPaused']
  @Expose(postings.version, '版。変わるたびに増えます。\nVersion.') version!: Row['version']
}

@ObjectType({ description: '求人への応募の数。\nApplications to a posting.' })
export class PostingCounts {
  @Field(() => Int, { description: 'ぜんぶの応募。\nAll.', simple: true }) applications!: number
  @Field(() => Int, { description: '応募中。\nRunning.', simple: true }) running!: number
  @Field(() => Int, { description: '未読のメッセージがある応募。\nWith unread messages.', simple: true }) unread!: number
}

@ObjectType({ description: '担当者。有効な求職者と、求人の事業所と、窓口だけに見えます。\nContact person.' })
export class ContactPerson {
  @Field(() => String, { nullable: true, description: '部署。\nSection.', simple: true }) section!: string | null
  @Field(() => String, { description: '名前。\nName.', simple: true }) name!: string
  @Field(() => String, { nullable: true, description: 'カナ。\nKana.', simple: true }) nameKana!: string | null
  @Field(() => String, { description: '電話。\nPhone.', simple: true }) phone!: string
  @Field(() => String, { nullable: true, description: 'ファクス。\nFax.', simple: true }) fax!: string | null
  @Field(() => String, { nullable: true, description: 'Eメール。\nE-mail.', simple: true }) email!: string | null
}

@ObjectType({ description: '事業所がわかる内容(R25)。\nWhat names or leads to the employer.' })
export class PostingContact {
  @Field(() => String, { description: '就業場所の所在地。\nFull address of the workplace.', simple: true }) workplaceAddress!: string
  @Field(() => ContactPerson, { nullable: true, description: '担当者。\nContact person.', simple: true }) person!: ContactPerson | null
  @Field(() => String, { nullable: true, description: '選考の場所。\nWhere the selection takes place.', simple: true }) selectionPlace!:
    string | null
  @Field(() => String, { nullable: true, description: '書類の送り先。\nWhere documents go.', simple: true }) documentAddress!: string | null
  @Field(() => String, { nullable: true, description: '労働者派遣の許可番号。\nDispatch licence.', simple: true }) dispatchLicence!:
    string | null
  @Field(() => [SheetRow], { description: '事業所からのPR。\nThe employer’s own words.', simple: true }) pr!: SheetRow[]
}

@ObjectType({ description: '項目ごとの理由。\nA reason at one field.' })
export class FieldReason {
  @Field(() => String, { description: '段と項目(例: wage.baseFrom)。\nstep.field.', simple: true }) path!: string
  @Field(() => String, { description: '項目の見出し。\nLabel of the field.', simple: true }) label!: string
  @Field(() => String, { description: '理由。\nReason.', simple: true }) reason!: string
}

@InputType({ description: '項目ごとの理由。\nA reason at one field.' })
export class FieldReasonInput {
  @Field(() => String, { description: '段と項目(例: wage.baseFrom)。\nstep.field.' }) path!: string
  @Field(() => String, { description: '理由。\nReason.' }) reason!: string
}

@ObjectType({ description: '窓口の判断。\nWhat the office decided of a submission.' })
export class PostingReview {
  @Expose(postingReviews.id, 'id。') id!: ReviewRow['id']
  @Expose(postingReviews.outcome, '判断。\nOutcome.') outcome!: ReviewRow['outcome']
  @Expose(postingReviews.comment, '窓口からのことば。\nComment.') comment!: ReviewRow['comment']
  @Expose(postingReviews.decidedAt, '判断した時。\nDecided at.') decidedAt!: ReviewRow['decidedAt']
}

@ObjectType({ description: 'しぼりこみの答えと件数。\nA choice of a filter with its count.' })
export class FacetValue {
  @Field(() => String, { description: '値。\nValue.', simple: true }) value!: string
  @Field(() => String, { description: '言葉。\nLabel.', simple: true }) label!: string
  @Field(() => Int, { description: '件数。\nCount.', simple: true }) count!: number
}

@ObjectType({ description: 'しぼりこみの項目ごとの件数。自分の条件は数えに入れません。\nCounts of one filter, ignoring itself.' })
export class Facet {
  @Field(() => String, { description: 'PostingFilter の項目。\nField of PostingFilter.', simple: true }) field!: string
  @Field(() => [FacetValue], { description: '答えごとの件数。\nCounts.', simple: true }) values!: FacetValue[]
}

@ObjectType({ description: 'しぼりこみひとつの件数。\nTotal of one search.' })
export class PostingTotal {
  @Field(() => Int, { description: '件数。\nTotal.', simple: true }) totalCount!: number
  @Field(() => Boolean, { description: '件数が正確(ちがえば「約」)。\nWhether the total is exact.', simple: true }) totalIsExact!: boolean
}

/** Shared by search, the employer's own list and the staff's; only search fills facets. */
@ObjectType({ description: '求人の一覧の一部。\nOne page of postings.' })
export class PostingConnection extends connectionOf('Posting', () => Posting) {
  @Field(() => Boolean, { description: '件数が正確(ちがえば「約」)。\nWhether the total is exact.', simple: true }) totalIsExact!: boolean
  @Field(() => [Facet], { description: 'しぼりこみごとの件数。\nCounts by filter.', simple: true }) facets!: Facet[]
  @Field(() => String, { nullable: true, description: 'ことばの読みかた。\nHow the words were read.', simple: true }) wordsReadAs!:
    string | null
  @Field(() => String, {
    nullable: true,
    description:
      '検索の一覧の時点。postingPublished の after に渡すと、ここからあとの新着が届きます。つづきのページと、ほかの一覧にはありません。\nThe moment of a search’s first page, for `postingPublished(after)`.',
    simple: true,
  })
  asOf!: string | null
}

/** A list that is no search has an exact total and no facets. */
export const plainPage = <P extends object>(page: P) => ({ ...page, totalIsExact: true, facets: [], wordsReadAs: null, asOf: null })
