import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { type Context, viewerAs } from '../../graph/context.ts'
import { acceptEmployer } from './commands/accept-employer.ts'
import { rejectEmployer } from './commands/reject-employer.ts'
import { returnEmployer } from './commands/return-employer.ts'
import { AcceptEmployerResult, EstablishmentReasonInput, RejectEmployerResult, ReturnEmployerResult } from './employers.opening.types.ts'

const EmployerId = () => Arg('employerId', () => ID, { description: '事業所の id。\nId of the establishment.' })
const Version = () =>
  Arg('version', () => Int, {
    nullable: true,
    description: '見ている版。なければ、いまの版。\nThe version seen; without it, the one that stands.',
  })
const Comment = () => Arg('comment', () => String, { nullable: true, description: '事業所へのことば。\nWords to the employer.' })
const DryRun = () =>
  Arg('dryRun', () => Boolean, {
    defaultValue: false,
    description: '試すだけ。何も変えません。\nChanges nothing; answers what would change.',
  })

/** The counter decides on establishments that opened online. */
@Resolver()
export class OpeningStaffResolver {
  @Audience('counter', 'manager')
  @Mutation(() => AcceptEmployerResult, {
    description: '事業所を受理する。番号が付き、マイページが開きます。\nAccepts an establishment: it gets its number and opens.',
  })
  acceptEmployer(
    @Ctx() ctx: Context,
    @EmployerId() employerId: string,
    @DryRun() dryRun: boolean,
    @Version() version?: number | null,
    @Comment() comment?: string | null,
  ) {
    return acceptEmployer(ctx, viewerAs(ctx, 'staff'), { employerId, version: version ?? null, comment: comment ?? null, dryRun })
  }

  @Audience('counter', 'manager')
  @Mutation(() => ReturnEmployerResult, {
    description: '事業所の内容の修正を依頼する。項目ごとに理由を書きます。\nReturns an establishment with reasons by field.',
  })
  returnEmployer(
    @Ctx() ctx: Context,
    @EmployerId() employerId: string,
    @Arg('reasons', () => [EstablishmentReasonInput], { description: '項目ごとの理由、1つ以上。\nAt least one.' })
    reasons: EstablishmentReasonInput[],
    @DryRun() dryRun: boolean,
    @Version() version?: number | null,
    @Comment() comment?: string | null,
  ) {
    const decision = { employerId, version: version ?? null, comment: comment ?? null, dryRun }
    return returnEmployer(ctx, viewerAs(ctx, 'staff'), { ...decision, reasons })
  }

  @Audience('counter', 'manager')
  @Mutation(() => RejectEmployerResult, {
    description: '事業所を受理しない。理由を書きます。\nRejects an establishment, with a reason.',
  })
  rejectEmployer(
    @Ctx() ctx: Context,
    @EmployerId() employerId: string,
    @Arg('reason', () => String, { description: '理由。\nReason.' }) reason: string,
    @DryRun() dryRun: boolean,
    @Version() version?: number | null,
    @Comment() comment?: string | null,
  ) {
    const decision = { employerId, version: version ?? null, comment: comment ?? null, dryRun }
    return rejectEmployer(ctx, viewerAs(ctx, 'staff'), { ...decision, reason })
  }
}
