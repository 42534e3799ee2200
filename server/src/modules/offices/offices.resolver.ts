import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import { halfWidth } from '../../kernel/text.ts'
import { Audience } from '../../graph/audience.ts'
import type { Context } from '../../graph/context.ts'
import { DayScalar } from '../../graph/scalars.ts'
import { industryMajors, middlesOf, occupationMajors } from './data/classes.rules.ts'
import { municipalitiesOf, prefectures } from './data/places.rules.ts'
import { minimumWagesByPrefecture } from './offices.loaders.ts'
import { addressOfPostalCode, officesOf, postalDigits } from './offices.queries.ts'
import { minimumWageInForce } from './offices.rules.ts'
import type { OfficeRow } from './offices.table.ts'
import { IndustryMajor, Municipality, OccupationMajor, Office, PostalAddress, Prefecture } from './offices.types.ts'
import { addressLine, municipalityView, prefectureView } from './places.rules.ts'
import { wordsOfOccupation } from './suggestions.rules.ts'

@Resolver(() => Office)
export class OfficesResolver {
  @Audience('public')
  @Query(() => [Prefecture], { description: '都道府県。\nPrefectures.' })
  prefectures(): Prefecture[] {
    return [...prefectures]
  }

  @Audience('public')
  @Query(() => [Municipality], { description: '都道府県の市区町村。\nMunicipalities of a prefecture.' })
  municipalities(@Arg('prefectureCode', () => String, { description: '都道府県の番号。\nPrefecture.' }) code: string): Municipality[] {
    return municipalitiesOf(code).map((row) => municipalityView(row.code))
  }

  @Audience('public')
  @Query(() => [OccupationMajor], { description: '職業の分類。\nClasses of occupations.' })
  occupations(): OccupationMajor[] {
    return occupationMajors.map((major) => ({
      ...major,
      middles: middlesOf(major.code).map((middle) => ({ ...middle, words: wordsOfOccupation(middle.code) })),
    }))
  }

  @Audience('public')
  @Query(() => [IndustryMajor], { description: '産業の分類。\nClasses of industries.' })
  industries(): IndustryMajor[] {
    return industryMajors.map((major) => ({ ...major, middles: [] }))
  }

  @Audience('public')
  @Query(() => [Office], { description: '安定所・センターの事務所。\nOffices.' })
  offices(
    @Ctx() ctx: Context,
    @Arg('prefectureCode', () => String, { nullable: true, description: '都道府県の番号。\nPrefecture.' }) code?: string | null,
  ): Promise<OfficeRow[]> {
    return officesOf(ctx, code == null ? null : halfWidth(code))
  }

  @FieldResolver(() => Prefecture, { description: '都道府県。\nPrefecture.' })
  prefecture(@Root() office: OfficeRow): Prefecture {
    return prefectureView(office.prefectureCode)
  }

  @FieldResolver(() => String, { description: '住所。\nAddress.' })
  address(@Root() office: OfficeRow): string {
    return addressLine(office)
  }
}

@Resolver(() => PostalAddress)
export class PostalAddressesResolver {
  @Audience('public')
  @Query(() => PostalAddress, { nullable: true, description: '郵便番号の場所。\nThe place of a postal code.' })
  async addressOfPostalCode(
    @Arg('postalCode', () => String, { description: '郵便番号(全角・ハイフンも可)。\nPostal code in any width.' }) typed: string,
  ): Promise<PostalAddress | null> {
    const [found, digits] = [await addressOfPostalCode(typed), postalDigits(typed)]
    if (found === null || digits === null) return null
    return {
      postalCode: digits,
      prefecture: prefectureView(found.prefectureCode),
      municipality: municipalityView(found.municipalityCode),
      area: found.area,
    }
  }
}

@Resolver(() => Prefecture)
export class PrefecturesResolver {
  @FieldResolver(() => Int, { description: '地域別最低賃金(1時間、円)。\nMinimum wage by the hour on a day.' })
  async minimumWage(
    @Root() prefecture: Prefecture,
    @Ctx() ctx: Context,
    @Arg('on', () => DayScalar, { nullable: true, description: '日。書かないと今日。\nDay, today when absent.' }) on?: string | null,
  ): Promise<number> {
    const loaded = await minimumWagesByPrefecture(ctx).load(prefecture.code)
    return minimumWageInForce(loaded, prefecture.code, on ?? ctx.today())
  }
}
