import { Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Audience } from '../graph/audience.ts'
import type { Context } from '../graph/context.ts'
import { withdrawalFacts } from './withdrawal.queries.ts'

@ObjectType({ description: '退会で外れる事業所。\nAn establishment that the person leaves.' })
class LeavingEmployer {
  @Field(() => ID, { description: '事業所の id。\nId.', simple: true }) id!: string
  @Field(() => String, { nullable: true, description: '事業所の名前。\nName.', simple: true }) name!: string | null
  @Field(() => Boolean, {
    description: '代表の担当者なので、事業所のマイページも閉じる。\nThe owner’s: its My Page closes too.',
    simple: true,
  })
  closes!: boolean
  @Field(() => Boolean, { description: '仮登録: すべて消える。\nProvisional: all of it is erased.', simple: true }) isProvisional!: boolean
  @Field(() => Int, { description: 'ほかの担当者の数。\nOther members.', simple: true }) otherMembers!: number
  @Field(() => Int, { description: '募集中の求人の数。\nOpen postings.', simple: true }) openPostings!: number
  @Field(() => Int, { description: '返事を待つ応募の数。\nRunning applications.', simple: true }) runningApplications!: number
}

@ObjectType({ description: '退会すると何がどうなるか。いまの数。\nWhat goes with a withdrawal, counted now.' })
class Withdrawal {
  @Field(() => Int, { description: '辞退になる応募の数。\nApplications that will be withdrawn.', simple: true })
  runningApplications!: number
  @Field(() => Int, { description: '消えるやりとりの数。\nTalks that will be erased.', simple: true }) threads!: number
  @Field(() => Int, { description: '消えるファイルの数。\nFiles that will be erased.', simple: true }) files!: number
  @Field(() => [LeavingEmployer], { description: '外れる事業所。\nEstablishments that the person leaves.', simple: true })
  employers!: LeavingEmployer[]
}

@Resolver()
export class WithdrawalResolver {
  @Audience('seeker', 'registrant', 'employer.viewer')
  @Query(() => Withdrawal, { description: '退会すると何がどうなるか。\nWhat a withdrawal would take along.' })
  withdrawal(@Ctx() ctx: Context) {
    return withdrawalFacts(ctx)
  }
}
