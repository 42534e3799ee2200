import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import type { Context } from '../../graph/context.ts'
import { graphError } from '../../graph/errors.ts'
import { seekerOfNumber } from './seekers.queries.ts'
import { Seeker } from './seekers.types.ts'

@Resolver(() => Seeker)
export class SeekersStaffResolver {
  @Audience('counter', 'manager')
  @Query(() => Seeker, {
    nullable: true,
    description: '求職番号でさがす。だれが何のために見たかが残ります。\nFinds a seeker; the look is recorded.',
  })
  staffSeeker(
    @Ctx() ctx: Context,
    @Arg('seekerNumber', () => String, { description: '求職番号。\nSeeker number.' }) seekerNumber: string,
    @Arg('purpose', () => String, { description: '見る理由。\nWhat for.' }) purpose: string,
  ) {
    if (purpose.trim() === '') throw graphError('BAD_USER_INPUT', '見る理由を書いてください。')
    return seekerOfNumber(ctx, seekerNumber, purpose.trim())
  }
}
