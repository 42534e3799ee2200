import { Arg, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import { publishWords } from '../../graph/enums.ts'
import { graphError } from '../../graph/errors.ts'
import { type Suggestion, type SuggestionKind, suggest } from './suggestions.rules.ts'

const SuggestionKindEnum = publishWords('SuggestionKind', '候補の種類。\nWhat a suggestion stands for.', {
  OCCUPATION_MAJOR: '職業の大分類(PostingFilter.occupationMajors)。Major group of occupations.',
  OCCUPATION: '職業の中分類(occupationCodes)。Middle group of occupations.',
  PREFECTURE: '都道府県(prefectureCodes)。Prefecture.',
  MUNICIPALITY: '市区町村(municipalityCodes)。Municipality.',
})

@ObjectType({ description: '書いたことばが指していそうな職業か場所。\nAn occupation or a place that what was typed may mean.' })
class SearchSuggestion {
  @Field(() => SuggestionKindEnum, { description: '種類。\nKind.', simple: true }) kind!: SuggestionKind
  @Field(() => String, { description: '番号。\nCode.', simple: true }) code!: string
  @Field(() => String, { description: '名前。\nName.', simple: true }) name!: string
  @Field(() => String, { nullable: true, description: '上の分類か、都道府県。\nWhat it lies in.', simple: true }) within!: string | null
  @Field(() => String, { nullable: true, description: '手がかりになったふだんのことば。\nThe everyday word that led to it.', simple: true })
  word!: string | null
}

/** Only so many are of use on a page. */
const MOST = 50

@Resolver()
export class SuggestionsResolver {
  @Audience('public')
  @Query(() => [SearchSuggestion], {
    description:
      '書いたことばが指していそうな職業と場所を、近い順に。名前、よみ、ふだんのことば(エンジニア、レジ、大工…)でさがします。空のときは、大分類と都道府県。\nOccupations and places that the text may mean, best first: by name, reading or everyday word; without text the coarse lists.',
  })
  searchSuggestions(
    @Arg('text', () => String, { description: '書いたことば(50文字まで)。\nWhat was typed.' }) text: string,
    @Arg('first', () => Int, { defaultValue: 8, description: '件数(1〜50)。\nHow many, 1 to 50.' }) first: number,
    @Arg('kinds', () => [SuggestionKindEnum], { nullable: true, description: 'この種類だけ。\nOnly of these kinds.' })
    kinds?: SuggestionKind[] | null,
  ): Suggestion[] {
    if (first < 1 || first > MOST) throw graphError('BAD_USER_INPUT', `first は1から${MOST}までです。`)
    return suggest(text, first, kinds ?? undefined)
  }
}
