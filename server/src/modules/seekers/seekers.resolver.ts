import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import type { Context } from '../../graph/context.ts'
import { AcknowledgementInput, SaveDraftResult } from '../../graph/draft-result.ts'
import { Draft } from '../../graph/draft-types.ts'
import { graphError } from '../../graph/errors.ts'
import { FormStep, formStepOf } from '../../graph/form-types.ts'
import { FormDataScalar } from '../../graph/scalars.ts'
import { ageOn, endOfDay } from '../../kernel/calendar.ts'
import type { RawStep } from '../../kernel/form.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type ViewerRoot, ViewerType } from '../accounts/accounts.types.ts'
import { officeById } from '../offices/offices.loaders.ts'
import { Office } from '../offices/offices.types.ts'
import { addressLine } from '../offices/places.rules.ts'
import { saveRegistration } from './commands/save-registration.ts'
import { submitRegistration } from './commands/submit-registration.ts'
import { isRegistrationStep, REGISTRATION_STEPS } from './seekers.form.ts'
import { registrationDraftBySeeker, seekerById, seekerSheetById } from './seekers.loaders.ts'
import { registrationDraft, withDraftShown } from './seekers.queries.ts'
import { hasExpired, isValid } from './seekers.rules.ts'
import type { SeekerRow, SeekerSheetRow } from './seekers.table.ts'
import { Seeker, SeekerInvalidReasonEnum, SeekerSheet, SeekerStatusEnum, SubmitRegistrationResult } from './seekers.types.ts'

@Resolver(() => Seeker)
export class SeekersResolver {
  @Audience('public')
  @Query(() => [FormStep], { description: '求職の登録で書くこと。\nThe registration as data.' })
  registrationForm(): FormStep[] {
    return REGISTRATION_STEPS.map(formStepOf)
  }

  @Audience('seeker')
  @Mutation(() => SaveDraftResult, { description: '登録の書きかけを保存する。\nSaves one step as typed.' })
  async saveRegistration(
    @Ctx() ctx: Context,
    @Arg('step', () => String, { description: '段。\nStep.' }) step: string,
    @Arg('data', () => FormDataScalar, { description: '書かれたまま。\nAs typed.' }) data: RawStep,
    @Arg('version', () => Int, { description: '見ている版。\nVersion that is being edited.' }) version: number,
  ) {
    if (!isRegistrationStep(step)) throw graphError('BAD_USER_INPUT', 'この段はありません。')
    const saved = await saveRegistration(ctx, step, data, version)
    return saved instanceof Refusal ? withDraftShown(ctx, saved) : registrationDraft(ctx, saved)
  }

  @Audience('seeker')
  @Mutation(() => SubmitRegistrationResult, { description: '求職を申し込む。\nSubmits the registration.' })
  async submitRegistration(
    @Ctx() ctx: Context,
    @Arg('version', () => Int, { description: '書きかけの版。\nVersion of the draft.' }) version: number,
    @Arg('acknowledge', () => [AcknowledgementInput], { nullable: true, description: '確かめたところ。\nConfirmed problems.' })
    acknowledge?: AcknowledgementInput[] | null,
  ) {
    return withDraftShown(ctx, await submitRegistration(ctx, version, acknowledge ?? []))
  }

  /** Reads already say what the sweep will write. */
  @FieldResolver(() => SeekerStatusEnum, { description: '状態。\nState.' })
  status(@Root() seeker: SeekerRow, @Ctx() ctx: Context): SeekerRow['status'] {
    return hasExpired(seeker, ctx.today()) ? 'INVALID' : seeker.status
  }

  @FieldResolver(() => SeekerInvalidReasonEnum, { nullable: true, description: '無効になった理由。\nWhy it is invalid.' })
  invalidReason(@Root() seeker: SeekerRow, @Ctx() ctx: Context): SeekerRow['invalidReason'] {
    return hasExpired(seeker, ctx.today()) ? 'EXPIRED' : seeker.invalidReason
  }

  @FieldResolver(() => Boolean, { description: 'いま有効。\nValid now.' })
  isValid(@Root() seeker: SeekerRow, @Ctx() ctx: Context): boolean {
    return isValid(seeker, ctx.today())
  }

  @FieldResolver(() => Date, { nullable: true, description: 'この時に無効になります。\nThe moment it ends.' })
  validUntilAt(@Root() seeker: SeekerRow): Date | null {
    return seeker.validUntil === null ? null : endOfDay(seeker.validUntil)
  }

  @FieldResolver(() => Office, { nullable: true, description: '担当の窓口。\nOffice in charge.' })
  office(@Root() seeker: SeekerRow, @Ctx() ctx: Context) {
    return seeker.officeId === null ? null : officeById(ctx).load(seeker.officeId)
  }

  @FieldResolver(() => SeekerSheet, { nullable: true, description: '申し込んだ内容。\nWhat is registered.' })
  sheet(@Root() seeker: SeekerRow, @Ctx() ctx: Context) {
    return seeker.sheetId === null ? null : seekerSheetById(ctx).load(seeker.sheetId)
  }

  @FieldResolver(() => String, { nullable: true, description: '氏名。\nName.' })
  async name(@Root() seeker: SeekerRow, @Ctx() ctx: Context): Promise<string | null> {
    return (await this.sheet(seeker, ctx))?.name ?? null
  }

  @FieldResolver(() => String, { nullable: true, description: '氏名(カナ)。\nName in kana.' })
  async nameKana(@Root() seeker: SeekerRow, @Ctx() ctx: Context): Promise<string | null> {
    return (await this.sheet(seeker, ctx))?.nameKana ?? null
  }

  @FieldResolver(() => Draft, { nullable: true, description: '登録の書きかけ。本人だけに見えます。\nThe draft, for the person only.' })
  async draft(@Root() seeker: SeekerRow, @Ctx() ctx: Context): Promise<Draft | null> {
    if (ctx.viewer.kind !== 'seeker' || ctx.viewer.seekerId !== seeker.id) return null
    const row = await registrationDraftBySeeker(ctx).load(seeker.id)
    return row && registrationDraft(ctx, row)
  }
}

@Resolver(() => SeekerSheet)
export class SeekerSheetsResolver {
  @FieldResolver(() => Int, { description: '満年齢。\nAge today.' })
  age(@Root() sheet: SeekerSheetRow, @Ctx() ctx: Context): number {
    return ageOn(sheet.birthDate, ctx.today())
  }

  @FieldResolver(() => String, { description: '住所。\nAddress.' })
  addressLine(@Root() sheet: SeekerSheetRow): string {
    return addressLine(sheet)
  }
}

/** What this module adds to the viewer. */
@Resolver(() => ViewerType)
export class ViewerSeekersResolver {
  @FieldResolver(() => Seeker, { nullable: true, description: '求職者として見ているとき。\nThe seeker.' })
  seeker(@Root() { viewer }: ViewerRoot, @Ctx() ctx: Context) {
    return viewer.kind === 'seeker' ? seekerById(ctx).load(viewer.seekerId) : null
  }
}
