import { Arg, Ctx, Field, Float, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { Audience } from '../graph/audience.ts'
import type { Context } from '../graph/context.ts'
import { policyValues } from './policy-values.ts'

@ObjectType({ description: 'いま使われている数(期間・上限など)。\nA number in force.' })
export class PolicyValue {
  @Field(() => String, { description: '名前。\nName.', simple: true }) name!: string
  @Field(() => Float, { description: '値。\nValue.', simple: true }) value!: number
  @Field(() => String, { description: '何の数か。\nWhat it decides.', simple: true }) description!: string
}

@Resolver()
export class PolicyResolver {
  @Audience('public')
  @Query(() => [PolicyValue], { description: 'いま使われている数。窓口ごとに違うものは officeId で。\nNumbers in force.' })
  policy(
    @Ctx() ctx: Context,
    @Arg('officeId', () => ID, { nullable: true, description: '窓口。\nOffice.' }) officeId: string | null | undefined,
  ): PolicyValue[] {
    return policyValues(ctx.policyOf(officeId ?? undefined))
  }
}
