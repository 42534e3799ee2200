import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Audience } from '../graph/audience.ts'
import type { Context } from '../graph/context.ts'
import { publishWords } from '../graph/enums.ts'
import { graphError } from '../graph/errors.ts'
import { addHours } from '../kernel/calendar.ts'
import type { AuditSealRow } from '../platform/db/platform.table.ts'
import { type AuditMisfit, checkAudit, newestSeals } from './audit.seals.ts'

const MisfitEnum = publishWords('AuditMisfitKind', '合わないわけ。\nWhy an hour does not fit.', {
  CHANGED: '記録か封が、あとから変わった。Rows or the seal were changed.',
  UNSEALED: '封をしたあとに、記録が足された。Rows were added after sealing.',
})

@ObjectType({ description: '1時間ぶんの記録の封。\nThe seal of one hour of the audit trail.' })
class AuditSeal {
  @Field(() => Date, { description: 'この時から1時間。\nFirst instant of the hour.', simple: true }) hour!: Date
  @Field(() => Int, { description: '記録の数。\nHow many records.', simple: true }) count!: number
  @Field(() => String, {
    description: '前の封とつながる値。別の所に控えておくと、それより前がすべて確かめられます。\nHash, chained to the seal before.',
    simple: true,
  })
  hash!: string
  @Field(() => Date, { description: '封をした時。\nWhen it was sealed.', simple: true }) sealedAt!: Date
}

@ObjectType({ description: '封と合わない1時間。\nAn hour that does not fit its seal.' })
class AuditMisfitType {
  @Field(() => Date, { description: 'この時から1時間。\nFirst instant of the hour.', simple: true }) hour!: Date
  @Field(() => MisfitEnum, { description: '合わないわけ。\nWhy.', simple: true }) kind!: AuditMisfit['kind']
}

@ObjectType({ description: '記録を封と照らした結果。\nWhat recomputing the seals found.' })
class AuditCheck {
  @Field(() => Int, { description: '確かめた時間の数。\nHours looked at.', simple: true }) hours!: number
  @Field(() => Int, { description: '確かめた記録の数。\nRecords looked at.', simple: true }) records!: number
  @Field(() => [AuditMisfitType], {
    description: '合わない時間。空なら、すべて合っています。\nHours that do not fit; empty: all do.',
    simple: true,
  })
  misfits!: AuditMisfit[]
}

/** S56: nobody can change the trail unseen. */
@Resolver()
export class AuditSealsResolver {
  @Audience('manager', 'auditor')
  @Query(() => [AuditSeal], { description: '記録の封、新しい順。\nSeals of the audit trail, newest first.' })
  auditSeals(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { defaultValue: 24, description: '件数(1〜100)。\nHow many, 1 to 100.' }) first: number,
  ): Promise<AuditSealRow[]> {
    if (first < 1 || first > 100) throw graphError('BAD_USER_INPUT', 'first は1から100までです。')
    return newestSeals(ctx, first)
  }

  @Audience('manager', 'auditor')
  @Query(() => AuditCheck, {
    description: '記録を封と照らし、あとから変わった時間を示す。\nRecomputes the seals and names the hours that do not fit.',
  })
  verifyAudit(
    @Ctx() ctx: Context,
    @Arg('from', () => Date, { description: 'この時から。\nFrom this instant.' }) from: Date,
    @Arg('to', () => Date, { description: 'この時の前まで。\nUp to this instant.' }) to: Date,
  ): Promise<AuditCheck> {
    const { auditCheckDays } = ctx.policyOf()
    if (to <= from || to > addHours(from, auditCheckDays * 24))
      throw graphError('BAD_USER_INPUT', `from から to までは、${auditCheckDays}日以内にしてください。`)
    return checkAudit(ctx, from, to)
  }
}
