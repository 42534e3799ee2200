import { FieldResolver, Resolver, Root } from 'type-graphql'
import type { BriefSheetRow } from './postings.brief.ts'
import { sectionsOf } from './postings.sheet-sections.ts'
import {
  daysOffText,
  documentsText,
  employmentTypeText,
  flagsOf,
  hoursText,
  occupationText,
  overtimeText,
  placeOf,
  stationText,
  wageFormText,
  wageLines,
} from './postings.sheet-text.ts'
import { PostingSheet, SheetSection, WageLine } from './postings.sheet.types.ts'
import type { PostingSheetRow } from './postings.sheet.table.ts'

/** A sheet in words, as cards, pages and papers show it. */
@Resolver(() => PostingSheet)
export class PostingSheetsResolver {
  @FieldResolver(() => String, { description: '職業分類の名前。\nOccupation as text.' })
  occupationText(@Root() sheet: BriefSheetRow): string {
    return occupationText(sheet.occupationCode)
  }

  @FieldResolver(() => String, { description: '雇用形態の言葉。\nEmployment type as text.' })
  employmentTypeText(@Root() sheet: BriefSheetRow): string {
    return employmentTypeText(sheet)
  }

  @FieldResolver(() => String, { description: '賃金の形の言葉。\nWage form as text.' })
  wageFormText(@Root() sheet: BriefSheetRow): string {
    return wageFormText(sheet)
  }

  @FieldResolver(() => [WageLine], { description: '賃金の内訳(a、b、c、合計)。\nThe wage table.' })
  wageLines(@Root() sheet: PostingSheetRow): WageLine[] {
    return wageLines(sheet)
  }

  @FieldResolver(() => String, { description: '就業場所の都道府県と市区町村。\nPrefecture and municipality of the workplace.' })
  placeText(@Root() sheet: BriefSheetRow): string {
    return placeOf(sheet.workplaceMunicipality)
  }

  @FieldResolver(() => String, { description: '最寄り駅と、駅からの時間。\nStation and how far it is.' })
  stationText(@Root() sheet: BriefSheetRow): string {
    return stationText(sheet)
  }

  @FieldResolver(() => String, { description: '就業時間。\nHours.' })
  hoursText(@Root() sheet: BriefSheetRow): string {
    return hoursText(sheet)
  }

  @FieldResolver(() => String, { description: '月の時間外労働。\nOvertime by the month.' })
  overtimeText(@Root() sheet: BriefSheetRow): string {
    return overtimeText(sheet)
  }

  @FieldResolver(() => String, { description: '休日(土日祝 など)。\nDays off.' })
  daysOffText(@Root() sheet: BriefSheetRow): string {
    return daysOffText(sheet)
  }

  @FieldResolver(() => [String], { description: '応募に必要な書類の名前。\nDocuments as text.' })
  documentsText(@Root() sheet: PostingSheetRow): string[] {
    return documentsText(sheet)
  }

  @FieldResolver(() => Boolean, { description: '書類をマイページから送れる。\nDocuments can be sent by My Page.' })
  documentsByMyPage(@Root() sheet: PostingSheetRow): boolean {
    return sheet.documentWays.includes('MY_PAGE')
  }

  @FieldResolver(() => [String], { description: 'とくに目を引く条件(8つまで)。\nUp to eight short words.' })
  flags(@Root() sheet: BriefSheetRow): string[] {
    return flagsOf(sheet)
  }

  @FieldResolver(() => [SheetSection], { description: '求人票の順にならべた内容。\nThe sheet in its order.' })
  sections(@Root() sheet: PostingSheetRow): SheetSection[] {
    return sectionsOf(sheet)
  }
}
