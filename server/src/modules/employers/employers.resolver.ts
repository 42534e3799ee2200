import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { Context } from '../../graph/context.ts'
import { ViewerType } from '../accounts/accounts.types.ts'
import { industryByCode } from '../offices/data/classes.rules.ts'
import { officeById } from '../offices/offices.loaders.ts'
import { Municipality, Office, Prefecture } from '../offices/offices.types.ts'
import { addressLine, municipalityView, prefectureView } from '../offices/places.rules.ts'
import { employerById, employerMemberById } from './employers.loaders.ts'
import type { EmployerWithSheet } from './employers.queries.ts'
import type { EstablishmentFactsRow } from './employers.rules.ts'
import { Employer, EmployerMember, EstablishmentFacts } from './employers.types.ts'

/** Texts of the sheet that stands for the establishment; empty before it was ever submitted. */
@Resolver(() => Employer)
export class EmployersResolver {
  @FieldResolver(() => String, { description: '事業所名。\nName.' })
  name(@Root() { sheet }: EmployerWithSheet): string {
    return sheet?.name ?? ''
  }
  @FieldResolver(() => String, { description: '事業所名(カナ)。\nName in kana.' })
  nameKana(@Root() { sheet }: EmployerWithSheet): string {
    return sheet?.nameKana ?? ''
  }
  @FieldResolver(() => String, { nullable: true, description: '法人番号。\nCorporate number.' })
  corporateNumber(@Root() { sheet }: EmployerWithSheet): string | null {
    return sheet?.corporateNumber ?? null
  }
  @FieldResolver(() => String, { nullable: true, description: '代表者の役職。\nTitle of the representative.' })
  representativeTitle(@Root() { sheet }: EmployerWithSheet): string | null {
    return sheet?.representativeTitle ?? null
  }
  @FieldResolver(() => String, { nullable: true, description: '代表者の名前。\nRepresentative.' })
  representativeName(@Root() { sheet }: EmployerWithSheet): string | null {
    return sheet?.representativeName ?? null
  }
  @FieldResolver(() => String, { description: '郵便番号。\nPostal code.' })
  postalCode(@Root() { sheet }: EmployerWithSheet): string {
    return sheet?.postalCode ?? ''
  }
  @FieldResolver(() => String, { description: '所在地。\nAddress.' })
  addressLine(@Root() { sheet }: EmployerWithSheet): string {
    return sheet ? addressLine(sheet) : ''
  }
  @FieldResolver(() => String, { description: '電話番号。\nPhone.' })
  phone(@Root() { sheet }: EmployerWithSheet): string {
    return sheet?.phone ?? ''
  }
  @FieldResolver(() => String, { nullable: true, description: 'ホームページ。\nWeb page.' })
  webPage(@Root() { sheet }: EmployerWithSheet): string | null {
    return sheet?.webPage ?? null
  }
  @FieldResolver(() => String, { description: '事業の内容。\nBusiness.' })
  business(@Root() { sheet }: EmployerWithSheet): string {
    return sheet?.business ?? ''
  }
  @FieldResolver(() => String, { nullable: true, description: '会社の特長。\nFeatures.' })
  features(@Root() { sheet }: EmployerWithSheet): string | null {
    return sheet?.features ?? null
  }
  @FieldResolver(() => Int, { nullable: true, description: '設立の年。\nYear of foundation.' })
  foundedYear(@Root() { sheet }: EmployerWithSheet): number | null {
    return sheet?.foundedYear ?? null
  }
  @FieldResolver(() => Int, { nullable: true, description: '資本金(万円)。\nCapital, in units of 10,000 yen.' })
  capital(@Root() { sheet }: EmployerWithSheet): number | null {
    return sheet?.capital ?? null
  }
  @FieldResolver(() => Int, { nullable: true, description: '企業全体の従業員数。\nEmployees of the whole firm.' })
  employeesWhole(@Root() { sheet }: EmployerWithSheet): number | null {
    return sheet?.employeesWhole ?? null
  }
  @FieldResolver(() => Int, { nullable: true, description: '就業場所の従業員数。\nEmployees here.' })
  employeesHere(@Root() { sheet }: EmployerWithSheet): number | null {
    return sheet?.employeesHere ?? null
  }
  @FieldResolver(() => Office, {
    nullable: true,
    description: '担当の安定所。所在地を申し込むと決まります。\nThe office in charge; none before the place was submitted.',
  })
  office(@Root() employer: EmployerWithSheet, @Ctx() ctx: Context) {
    return employer.officeId === null ? null : officeById(ctx).load(employer.officeId)
  }
}

@Resolver(() => EstablishmentFacts)
export class EstablishmentFactsResolver {
  @FieldResolver(() => String, { description: '産業。\nIndustry.' })
  industry(@Root() { industryCode }: EstablishmentFactsRow): string {
    return industryByCode(industryCode)?.name ?? industryCode
  }
  @FieldResolver(() => Prefecture, { description: '都道府県。\nPrefecture.' })
  prefecture(@Root() { prefectureCode }: EstablishmentFactsRow) {
    return prefectureView(prefectureCode)
  }
  @FieldResolver(() => Municipality, { description: '市区町村。\nMunicipality.' })
  municipality(@Root() { municipalityCode }: EstablishmentFactsRow) {
    return municipalityView(municipalityCode)
  }
}

/** What signing in as a member of an establishment adds to the viewer. */
@Resolver(() => ViewerType)
export class ViewerEmployerResolver {
  @FieldResolver(() => Employer, { nullable: true, description: '担当している事業所。\nThe establishment acted for.' })
  employer(@Ctx() ctx: Context) {
    return ctx.viewer.kind === 'employer' ? employerById(ctx).load(ctx.viewer.employerId) : null
  }
  @FieldResolver(() => EmployerMember, { nullable: true, description: '担当者としての自分。\nThe member.' })
  member(@Ctx() ctx: Context) {
    return ctx.viewer.kind === 'employer' ? employerMemberById(ctx).load(ctx.viewer.memberId) : null
  }
}
