import { Field, InputType, Int } from 'type-graphql'
import { publishWords } from '../../graph/enums.ts'

export const PostingOrderEnum = publishWords('PostingOrder', '求人のならび順。\nOrder of postings.', {
  NEWEST: '新しい順。Newest first.',
  DEADLINE: '紹介期限が近い順。Nearest deadline first.',
  WAGE: '時間あたりの賃金が高い順。Highest wage by the hour first.',
})

const texts = (description: string) => Field(() => [String], { nullable: true, description })
const amount = (description: string) => Field(() => Int, { nullable: true, description })
const yes = (description: string) =>
  Field(() => Boolean, { nullable: true, description: `${description}(false は、しぼりこみません。False does not filter.)` })

@InputType({
  description:
    '求人のしぼりこみ。ちがう項目は「かつ」、同じ項目の中は「または」です。\nFilter of postings: fields are joined by AND, values within a field by OR.',
})
export class PostingFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'ことばか求人番号。空白で「かつ」、OR で「または」、-ことば で除く、"…" でつづき。\nWords or a posting number; AND by space, OR, -word, "phrase".',
  })
  words?: string | null
  @texts('都道府県。市区町村も選ぶと、その県は選んだ市区町村だけになります。\nPrefectures; narrowed by municipalityCodes.')
  prefectureCodes?: string[] | null
  @texts('市区町村。政令市は区をふくみます。\nMunicipalities; a designated city includes its wards.') municipalityCodes?: string[] | null
  @texts('職業の大分類。中分類も選ぶと、その中だけになります。\nMajor occupations; narrowed by occupationCodes.') occupationMajors?:
    string[] | null
  @texts('職業の中分類。\nMiddle occupations.') occupationCodes?: string[] | null
  @texts('FULL_TIME か PART_TIME。\nWork times.') workTimes?: string[] | null
  @texts('雇用形態。\nEmployment types.') employmentTypes?: string[] | null
  @amount('時間あたりの賃金(円)がこれ以上。月給などは時間に直します。\nWage by the hour from, in yen; other forms converted.')
  hourlyWageFrom?: number | null
  @amount('月の賃金(円)がこれ以上。時給の求人は出ません。\nWage by the month from, in yen; not those paid by the hour.') monthlyWageFrom?:
    number | null
  @yes('土日休み。\nSaturdays and Sundays off.') weekendsOff?: boolean | null
  @amount('年間休日がこれ以上。\nYearly holidays from.') yearlyHolidaysFrom?: number | null
  @amount('月の時間外労働がこれ以下。\nOvertime by the month up to, in hours.') overtimeHoursTo?: number | null
  @yes('オンラインで応募できる。\nTakes online self-applications.') selfApplication?: boolean | null
  @yes('経験を問わない。\nNo experience asked.') noExperience?: boolean | null
  @yes('学歴を問わない。\nNo education asked.') noEducation?: boolean | null
  @yes('資格・免許がなくてもよい。\nNo licence asked.') noLicence?: boolean | null
  @yes('転勤がない。\nNo transfer.') noTransfer?: boolean | null
  @yes('車で通勤できる。\nCommuting by car.') carCommuting?: boolean | null
  @yes('在宅勤務がある。\nWork from home.') remote?: boolean | null
  @yes('正社員だけ。\nRegular employees only.') regularOnly?: boolean | null
  @yes('障害のある方の求人だけ。\nFor people with disabilities only.') disability?: boolean | null
  @amount('受け付けてからこの日数以内。\nAccepted within this many days.') newSinceDays?: number | null
}
