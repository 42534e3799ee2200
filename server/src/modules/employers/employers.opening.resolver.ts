import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { type Context, viewerAs } from '../../graph/context.ts'
import { AcknowledgementInput, SaveDraftResult } from '../../graph/draft-result.ts'
import { Draft } from '../../graph/draft-types.ts'
import { draftView } from '../../graph/draft-view.ts'
import { FormStep, formStepOf } from '../../graph/form-types.ts'
import { FormDataScalar } from '../../graph/scalars.ts'
import { isMemberOf, isWriter } from '../../graph/standing.ts'
import type { RawStep } from '../../kernel/form.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { DraftRow } from '../../platform/drafts/drafts.table.ts'
import { addressOfPostalCode } from '../offices/offices.queries.ts'
import { recallEstablishment } from './commands/recall-establishment.ts'
import { saveEstablishment } from './commands/save-establishment.ts'
import { submitEstablishment } from './commands/submit-establishment.ts'
import { ESTABLISHMENT_STEPS } from './employers.form.ts'
import { establishmentDraftByEmployer, reviewsByEmployer } from './employers.loaders.ts'
import { readOpening, reasonInWords, typedPostalCode } from './employers.opening.form.ts'
import {
  EstablishmentReason,
  EstablishmentReview,
  RecallEstablishmentResult,
  SubmitEstablishmentResult,
} from './employers.opening.types.ts'
import { provisionalUntil, refuseEstablishment, refuseRecall } from './employers.provisional.rules.ts'
import type { EmployerWithSheet } from './employers.queries.ts'
import { isInCharge } from './employers.staff.queries.ts'
import type { EmployerReviewRow } from './employers.table.ts'
import { Employer } from './employers.types.ts'

async function establishmentDraft(row: DraftRow): Promise<Draft> {
  const place = await addressOfPostalCode(typedPostalCode(row.steps))
  return draftView({ steps: ESTABLISHMENT_STEPS, row, problems: readOpening(row.steps, place).problems })
}

/** How an establishment opens its My Page online (SPEC 4, ways 4 and 5). */
@Resolver(() => Employer)
export class OpeningResolver {
  @Audience('public')
  @Query(() => [FormStep], { description: '事業所の登録で書くこと。\nThe establishment as data.' })
  establishmentForm(): FormStep[] {
    return ESTABLISHMENT_STEPS.map(formStepOf)
  }

  @Audience('employer.recruiter')
  @Mutation(() => SaveDraftResult, { description: '事業所の書きかけを保存する。\nSaves one step as typed.' })
  async saveEstablishment(
    @Ctx() ctx: Context,
    @Arg('step', () => String, { description: '段。\nStep.' }) step: string,
    @Arg('data', () => FormDataScalar, { description: '書かれたまま。\nAs typed.' }) data: RawStep,
    @Arg('version', () => Int, { description: '見ている版。\nVersion that is being edited.' }) version: number,
  ) {
    const saved = await saveEstablishment(ctx, viewerAs(ctx, 'employer'), { step, data, version })
    if (!(saved instanceof Refusal)) return establishmentDraft(saved)
    if (saved.current === null || !('steps' in saved.current)) return saved
    return new Refusal(saved.code, { problems: saved.problems, current: await establishmentDraft(saved.current as DraftRow) })
  }

  @Audience('employer.recruiter')
  @Mutation(() => SubmitEstablishmentResult, { description: '事業所の内容を申し込む(仮登録)。\nSubmits the establishment to the office.' })
  submitEstablishment(
    @Ctx() ctx: Context,
    @Arg('version', () => Int, { description: '書きかけの版。\nVersion of the draft.' }) version: number,
    @Arg('acknowledge', () => [AcknowledgementInput], { nullable: true, description: '確かめたところ。\nConfirmed problems.' })
    acknowledge?: AcknowledgementInput[] | null,
  ) {
    return submitEstablishment(ctx, viewerAs(ctx, 'employer'), { version, acknowledge: acknowledge ?? [] })
  }

  @Audience('employer.recruiter')
  @Mutation(() => RecallEstablishmentResult, {
    description: '申し込んだ事業所の内容を取り下げて、書きなおす。\nTakes the submission back.',
  })
  recallEstablishment(
    @Ctx() ctx: Context,
    @Arg('version', () => Int, { description: '見ている版。\nVersion of the establishment.' }) version: number,
  ) {
    return recallEstablishment(ctx, viewerAs(ctx, 'employer'), { version })
  }

  @FieldResolver(() => Int, { description: '版。\nVersion.' })
  version(@Root() { version }: EmployerWithSheet): number {
    return version
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: '仮登録は、この時に消えます(R7)。\nThe moment a provisional account is erased; null once it is open.',
  })
  provisionalUntil(@Root() employer: EmployerWithSheet): Date | null {
    return provisionalUntil(employer)
  }

  @FieldResolver(() => Date, { nullable: true, description: '申し込んで、確認を待ちはじめた時。\nSince when it waits for the office.' })
  waitingSince(@Root() { waitingSince }: EmployerWithSheet): Date | null {
    return waitingSince
  }

  @FieldResolver(() => Boolean, { description: '事業所の内容を書いて申し込める。\nThe viewer may write and submit the establishment.' })
  viewerCanSubmitEstablishment(@Root() employer: EmployerWithSheet, @Ctx() ctx: Context): boolean {
    return isOwn(ctx, employer) && isWriter(ctx.viewer) && refuseEstablishment(employer, ctx.now()) === null
  }

  @FieldResolver(() => Boolean, { description: '申込みを取り下げられる。\nThe viewer may take the submission back.' })
  viewerCanRecallEstablishment(@Root() employer: EmployerWithSheet, @Ctx() ctx: Context): boolean {
    const waits = employer.sheet?.outcome === 'WAITING'
    return isOwn(ctx, employer) && isWriter(ctx.viewer) && waits && refuseRecall(employer, ctx.now()) === null
  }

  @FieldResolver(() => Draft, { nullable: true, description: '事業所の書きかけ。担当者だけに見えます。\nThe draft, for members only.' })
  async draft(@Root() employer: EmployerWithSheet, @Ctx() ctx: Context): Promise<Draft | null> {
    if (!isOwn(ctx, employer)) return null
    const row = await establishmentDraftByEmployer(ctx).load(employer.id)
    return row && establishmentDraft(row)
  }

  @FieldResolver(() => [EstablishmentReview], {
    description: '窓口の判断、新しい順。担当者と、担当の職員に見えます。\nDecisions, newest first, for members and staff in charge.',
  })
  establishmentReviews(@Root() employer: EmployerWithSheet, @Ctx() ctx: Context): Promise<EmployerReviewRow[]> | EmployerReviewRow[] {
    const { viewer } = ctx
    if (!isOwn(ctx, employer) && !(viewer.kind === 'staff' && isInCharge(viewer, employer))) return []
    return reviewsByEmployer(ctx).load(employer.id)
  }
}

const isOwn = ({ viewer }: Context, { id }: EmployerWithSheet): boolean => isMemberOf(viewer, id)

@Resolver(() => EstablishmentReview)
export class EstablishmentReviewResolver {
  @FieldResolver(() => [EstablishmentReason], { description: '項目ごとの理由。\nReasons by field.' })
  reasons(@Root() review: EmployerReviewRow): EstablishmentReason[] {
    return review.reasons.map(reasonInWords)
  }
}
