import { Field, ID, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graph/enums.ts'
import { Expose } from '../../graph/expose.ts'
import { Node } from '../../graph/node.ts'
import { offices, officeKind, type OfficeRow as Row, type OpeningHours as Hours } from './offices.table.ts'

publishEnum(officeKind, 'OfficeKind', '窓口の種類。\nKind of office.', {
  PUBLIC_OFFICE: '公共職業安定所。Public employment office.',
  CENTER: '支援センターの事務所。Office of a support center.',
})

@ObjectType({ description: '都道府県。\nPrefecture.' })
export class Prefecture {
  @Field(() => String, { description: '二けたの番号。\nJIS X 0401.', simple: true }) code!: string
  @Field(() => String, { description: '名前。\nName.', simple: true }) name!: string
}

@ObjectType({ description: '市区町村。\nMunicipality.' })
export class Municipality {
  @Field(() => String, { description: '五けたの番号。\nJIS X 0402.', simple: true }) code!: string
  @Field(() => String, { description: '住所に書く名前(郡をふくむ)。\nName as an address writes it.', simple: true }) name!: string
  @Field(() => String, { description: 'よみ。\nKana.', simple: true }) kana!: string
  @Field(() => String, { description: '都道府県の番号。\nPrefecture.', simple: true }) prefectureCode!: string
}

@ObjectType({ description: '職業の中分類。\nMiddle group of occupations.' })
export class Occupation {
  @Field(() => String, { description: '番号。\nCode.', simple: true }) code!: string
  @Field(() => String, { description: '名前。\nName.', simple: true }) name!: string
  @Field(() => [String], { description: 'ふだんの呼びかたと、そのよみ。\nEveryday words and their readings.', simple: true })
  words!: string[]
}

@ObjectType({ description: '職業の大分類。\nMajor group of occupations.' })
export class OccupationMajor {
  @Field(() => String, { description: '番号。\nCode.', simple: true }) code!: string
  @Field(() => String, { description: '名前。\nName.', simple: true }) name!: string
  @Field(() => [Occupation], { description: '中分類。\nMiddle groups.', simple: true }) middles!: Occupation[]
}

@ObjectType({ description: '産業の中分類。\nMiddle group of industries.' })
export class Industry {
  @Field(() => String, { description: '番号。\nCode.', simple: true }) code!: string
  @Field(() => String, { description: '名前。\nName.', simple: true }) name!: string
}

@ObjectType({ description: '産業の大分類。\nMajor group of industries.' })
export class IndustryMajor {
  @Field(() => String, { description: '番号。\nCode.', simple: true }) code!: string
  @Field(() => String, { description: '名前。\nName.', simple: true }) name!: string
  @Field(() => [Industry], { description: '中分類。\nMiddle groups.', simple: true }) middles!: Industry[]
}

@ObjectType({ description: '郵便番号の場所。\nThe place of a postal code.' })
export class PostalAddress {
  @Field(() => String, { description: '七けたの番号。\nSeven digits.', simple: true }) postalCode!: string
  @Field(() => Prefecture, { description: '都道府県。\nPrefecture.', simple: true }) prefecture!: Prefecture
  @Field(() => Municipality, { description: '市区町村。\nMunicipality.', simple: true }) municipality!: Municipality
  @Field(() => String, { description: '町の名前。\nTown.', simple: true }) area!: string
}

@ObjectType({ description: '窓口が開いている時間。\nOpening hours.' })
class OpeningHours {
  @Field(() => String, { description: '曜日。\nDays.', simple: true }) days!: string
  @Field(() => String, { description: '時間。\nHours.', simple: true }) hours!: string
}

/** What every module may tell of an office: it is public. */
@ObjectType({ implements: Node, description: '安定所・センターの事務所。\nAn office.' })
export class Office extends Node {
  @Field(() => ID, { description: 'id。', simple: true }) declare id: Row['id']
  @Expose(offices.kind, '種類。\nKind.') kind!: Row['kind']
  @Expose(offices.code, '五けたの番号。番号の頭に付きます。\nFirst part of every number it gives.') code!: Row['code']
  @Expose(offices.name, '名前。\nName.') name!: Row['name']
  @Expose(offices.phone, '電話番号。\nPhone.') phone!: Row['phone']
  @Field(() => [OpeningHours], { description: '開いている時間。\nOpening hours.', simple: true }) openingHours!: Hours[]
}
