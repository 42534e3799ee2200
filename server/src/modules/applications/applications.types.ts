import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { SheetRow } from '../../graph/draft-types.ts'
import { enumOf, publishEnum, publishWords } from '../../graph/enums.ts'
import { Expose } from '../../graph/expose.ts'
import { Node } from '../../graph/node.ts'
import { connectionOf } from '../../graph/page.ts'
import { resultOf } from '../../graph/result.ts'
import { DayScalar } from '../../graph/scalars.ts'
import type { ApplicationStatus, StepState } from './applications.rules.ts'
import {
  applicationChannel,
  type ApplicationRow as Row,
  applications,
  applicationStatus,
  selectionResults,
  type SelectionResultRow as ResultRow,
} from './applications.table.ts'

publishEnum(applicationStatus, 'ApplicationStatus', '応募の状態。\nState of an application.', {
  APPLIED: '応募中。Running.',
  CANCELLED: '取消。Taken back within 24 hours.',
  WITHDRAWN: '辞退。Withdrawn.',
  HIRED: '採用。Hired.',
  NOT_HIRED: '不採用。Not hired.',
  LAPSED: '結果未登録。No result in time.',
  VOIDED: '紹介取消。Referral made in error.',
})
publishEnum(applicationChannel, 'ApplicationChannel', '応募のしかた。\nHow the application came about.', {
  SELF: 'オンライン自主応募。The seeker’s own.',
  ONLINE_REFERRAL: 'オンラインハローワーク紹介。Referred online.',
  COUNTER_REFERRAL: '窓口の紹介。Referred at the counter.',
})
export const ApplicationStatusEnum = enumOf(applicationStatus)
const ApplicationStepStateEnum = publishWords('ApplicationStepState', '進みぐあい。\nHow far it is.', {
  DONE: 'すんだ。Done.',
  CURRENT: 'いまここ。Now.',
  COMING: 'これから。To come.',
})
const SelectionOutcomeEnum = publishWords('SelectionOutcome', '選考の結果。\nOutcome of the selection.', {
  HIRED: '採用。Hired.',
  NOT_HIRED: '不採用。Not hired.',
})

/** Joins and rights: applications.resolver.ts, application-fields.resolver.ts. */
@ObjectType({ implements: Node, description: '応募。\nAn application.' })
export class Application extends Node {
  @Expose(applications.id, 'id。') declare id: Row['id']
  @Expose(applications.status, '状態。\nState.') status!: Row['status']
  @Expose(applications.channel, '応募のしかた。\nChannel.') channel!: Row['channel']
  @Expose(applications.appliedAt, '応募した時。\nApplied at.') appliedAt!: Row['appliedAt']
  @Expose(applications.version, '版。変わるたびに増えます。\nVersion.') version!: Row['version']
  @Expose(applications.cancellableUntil, 'この時まで取り消せます(R11)。\nCan be taken back up to and including this instant.')
  cancellableUntil!: Row['cancellableUntil']
  @Expose(applications.answerUntil, '返事の約束の日(R31)。\nDay until which an answer is promised.') answerUntil!: Row['answerUntil']
  @Expose(applications.closedAt, '終わった時。\nClosed at.') closedAt!: Row['closedAt']
}

@ObjectType({ description: '応募の進みぐあいの一段。\nOne step of an application.' })
export class ApplicationStep {
  @Field(() => String, { description: '見出し。\nLabel.', simple: true }) label!: string
  @Field(() => ApplicationStepStateEnum, { description: '進みぐあい。\nState.', simple: true }) state!: StepState
}

@ObjectType({ description: '応募した人。見たことは記録されます。\nWho applied; looking is recorded.' })
export class Applicant {
  @Field(() => ID, { description: '求職者の id。\nId of the seeker.', simple: true }) seekerId!: string
  @Field(() => String, { description: '氏名。\nName.', simple: true }) name!: string
  @Field(() => String, { description: 'カナ。\nKana.', simple: true }) nameKana!: string
  @Field(() => Int, { description: '年齢。\nAge today.', simple: true }) age!: number
  @Field(() => String, { description: '住んでいる市区町村。\nMunicipality.', simple: true }) place!: string
  @Field(() => String, { description: '電話。\nPhone.', simple: true }) phone!: string
  @Field(() => String, { nullable: true, description: 'メールアドレス。\nE-mail.', simple: true }) email!: string | null
  @Field(() => String, { nullable: true, description: '学歴。\nEducation.', simple: true }) education!: string | null
  @Field(() => [String], { description: '免許・資格。\nLicences.', simple: true }) licences!: string[]
  @Field(() => [SheetRow], { description: '職歴。\nCareer.', simple: true }) careers!: SheetRow[]
  @Field(() => String, { nullable: true, description: '自己PR。\nIn their own words.', simple: true }) selfPr!: string | null
}

@ObjectType({ description: '求人とちがう採用条件。\nA condition of the offer that differs from the posting.' })
export class Difference {
  @Field(() => String, { description: '項目。\nKey of the condition.', simple: true }) field!: string
  @Field(() => String, { description: '見出し。\nLabel.', simple: true }) label!: string
  @Field(() => String, { description: '求人では。\nAs posted.', simple: true }) posted!: string
  @Field(() => String, { description: '採用では。\nAs offered.', simple: true }) offered!: string
}

@ObjectType({ description: '選考の結果。\nResult of the selection.' })
export class SelectionResult {
  @Expose(selectionResults.id, 'id。') id!: ResultRow['id']
  @Expose(selectionResults.outcome, '結果。\nOutcome.') outcome!: ResultRow['outcome']
  @Expose(selectionResults.startDate, 'はたらき始める日。\nFirst day of work.') startDate!: ResultRow['startDate']
  @Expose(selectionResults.messageToSeeker, '本人へのことば。\nWords to the person.') messageToSeeker!: ResultRow['messageToSeeker']
  @Expose(selectionResults.recordedAt, '登録した時。\nRecorded at.') recordedAt!: ResultRow['recordedAt']
}

@ObjectType({ description: '状態ごとの件数。\nHow many in a state.' })
export class StatusCount {
  @Field(() => ApplicationStatusEnum, { description: '状態。\nState.', simple: true }) status!: ApplicationStatus
  @Field(() => Int, { description: '件数。\nCount.', simple: true }) count!: number
}

@ObjectType({ description: '応募の一覧の一部。\nOne page of applications.' })
export class ApplicationConnection extends connectionOf('Application', () => Application) {
  @Field(() => [StatusCount], { description: '状態ごとの件数(状態でしぼる前)。\nCounts by state, before that filter.', simple: true })
  countsByStatus!: StatusCount[]
}

@InputType({ description: '応募。\nAn application.' })
export class ApplyToPostingInput {
  @Field(() => String, { description: 'くり返しても一度だけになる番号。\nIdempotency key.' }) key!: string
  @Field(() => ID, { description: '求人の id。\nId of the posting.' }) postingId!: string
  @Field(() => String, { description: '志望動機。\nMotive.' }) motive!: string
  @Field(() => String, { nullable: true, description: '連絡のつきやすい時間。\nWhen to be reached.' }) reachable?: string | null
  @Field(() => [ID], { description: '検査の終わったファイル。\nFiles that are READY.' }) attachmentIds!: string[]
  @Field(() => Boolean, { description: '窓口からの紹介ではないことを確かめた。\nUnderstood that this is no referral.' })
  understoodNotReferral!: boolean
}

@InputType({ description: '求人とちがう採用条件。\nA condition that differs.' })
export class DifferenceInput {
  @Field(() => String, { description: '項目(Application.conditions の key)。\nKey of the condition.' }) field!: string
  @Field(() => String, { description: '採用での条件。\nAs offered.' }) offered!: string
}

@InputType({ description: '選考の結果。\nResult of the selection.' })
export class RecordSelectionResultInput {
  @Field(() => ID, { description: '応募の id。\nId of the application.' }) applicationId!: string
  @Field(() => Int, { description: '見ている版。\nVersion seen.' }) version!: number
  @Field(() => SelectionOutcomeEnum, { description: '結果。\nOutcome.' }) outcome!: 'HIRED' | 'NOT_HIRED'
  @Field(() => DayScalar, { nullable: true, description: 'はたらき始める日(採用のとき必須)。\nFirst day of work.' }) startDate?:
    string | null
  @Field(() => [DifferenceInput], { nullable: true, description: '求人とちがう条件。\nWhat differs from the posting.' })
  differences?: DifferenceInput[] | null
  @Field(() => Boolean, { nullable: true, description: '求人と同じ条件。\nSame as posted.' }) sameAsPosted?: boolean | null
  @Field(() => String, { nullable: true, description: '不採用の理由。窓口だけが見ます。\nReason, for the office only.' }) reason?:
    string | null
  @Field(() => String, { description: '本人へのことば。\nWords to the person.' }) messageToSeeker!: string
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'ほかの方法でも伝えた。\nAlso told outside.' }) toldOutside?:
    boolean | null
}

export const ApplyToPostingResult = resultOf('ApplyToPosting', () => Application, 'Application')
export const CancelApplicationResult = resultOf('CancelApplication', () => Application, 'Application')
export const RecordSelectionResultResult = resultOf('RecordSelectionResult', () => Application, 'Application')
