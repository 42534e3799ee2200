import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DayScalar } from '../../src/graph/scalars.ts'

export enum PostingOrder {
  NEWEST = 'NEWEST',
}
registerEnumType(PostingOrder, { name: 'PostingOrder' })

/** The part of the graph that the questions touch, as the library's own documentation writes it. */
@ObjectType()
export class PostingSheet {
  @Field(() => ID) id!: string
  @Field(() => String) kind!: string
  @Field(() => String) workTime!: string
  @Field(() => String) employmentType!: string
  @Field(() => Boolean) selfApplication!: boolean
  @Field(() => String) occupationCode!: string
  @Field(() => String) duties!: string
  @Field(() => String) dutiesChange!: string
  @Field(() => String, { nullable: true }) station!: string | null
  @Field(() => String) education!: string
  @Field(() => String) experience!: string
  @Field(() => Int) baseFrom!: number
  @Field(() => Int) baseTo!: number
  @Field(() => Int) shownFrom!: number
  @Field(() => Int) shownTo!: number
  @Field(() => Int) hourlyFrom!: number
  @Field(() => Int) yearlyHolidays!: number
  @Field(() => Int) hires!: number
  @Field(() => Int) noticeDays!: number
}

@ObjectType()
export class Employer {
  @Field(() => ID) id!: string
  @Field(() => String, { nullable: true }) employerNumber!: string | null
  @Field(() => String) name!: string
  @Field(() => String) nameKana!: string
  @Field(() => String) business!: string
}

@ObjectType()
export class Posting {
  @Field(() => ID) id!: string
  @Field(() => String, { nullable: true }) postingNumber!: string | null
  @Field(() => DayScalar, { nullable: true }) acceptedOn!: string | null
  @Field(() => DayScalar, { nullable: true }) validUntil!: string | null
  @Field(() => Date, { nullable: true }) submittedAt!: Date | null
  @Field(() => Date) changedAt!: Date
  @Field(() => Boolean) applicationsPaused!: boolean
  @Field(() => Int) version!: number
}

@ObjectType()
class PostingEdge {
  @Field(() => String) cursor!: string
  @Field(() => Posting) node!: Posting
}

@ObjectType()
class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean
  @Field(() => String, { nullable: true }) endCursor!: string | null
}

@ObjectType()
export class PostingConnection {
  @Field(() => [PostingEdge]) edges!: PostingEdge[]
  @Field(() => PageInfo) pageInfo!: PageInfo
  @Field(() => Int) totalCount!: number
  @Field(() => Boolean) totalIsExact!: boolean
}

@InputType()
export class PostingFilter {
  @Field(() => String, { nullable: true }) words?: string
  @Field(() => [String], { nullable: true }) prefectureCodes?: string[]
  @Field(() => [String], { nullable: true }) workTimes?: string[]
}

@ObjectType()
export class Message {
  @Field(() => ID) id!: string
  @Field(() => Int) seq!: number
  @Field(() => String) senderName!: string
  @Field(() => Boolean) automatic!: boolean
  @Field(() => String) body!: string
  @Field(() => Date) sentAt!: Date
}
