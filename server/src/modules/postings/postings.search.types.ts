import { Field, InputType, Int } from 'type-graphql'
import { publishWords } from '../../graph/enums.ts'
import { TimeOfDayScalar } from '../../graph/scalars.ts'

export const PostingOrderEnum = publishWords('PostingOrder', '求人のならび順。\nOrder of postings.', {
  NEWEST: '新しい順。Newest first.',
  DEADLINE: '紹介期限が近い順。Nearest deadline first.',
  WAGE: '時間あたりの賃金が高い順。Highest wage by the hour first.',
})

const texts = (description: string) => Field(() => [String], { nullable: true, description })
const amount = (description: string) => Field(() => Int, { nullable: true, description })
const time = (description: string) => Field(() => TimeOfDayScalar, { nullable: true, description })
const yes = (description: string) =>
  Field(() => Boolean, { nullable: true, description: `${description}(false は、しぼりこみません。False does not filter.)` })

@InputType({
  description:
    '求人のしぼりこみ。ちがう項目は「かつ」、同じ項目の中は「または」です(daysOff と insurances は「かつ」)。\nFilter of postings: fields are joined by AND, values within a field by OR (daysOff and insurances by AND).',
})
export class PostingFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'ことば、求人番号(いくつでも)、事業所番号。空白で「かつ」、OR で「または」、-ことば で除く、"…" でつづき。\nWords, posting numbers, an establishment number; AND by space, OR, -word, "phrase".',
  })
  words?: string | null
  @yes('ことばを、職種の名前だけからさがす。\nThe words in the title only.') titleOnly?: boolean | null
  @texts('都道府県。市区町村も選ぶと、その県は選んだ市区町村だけになります。\nPrefectures; narrowed by municipalityCodes.')
  prefectureCodes?: string[] | null
  @texts('市区町村。政令市は区をふくみます。\nMunicipalities; a designated city includes its wards.') municipalityCodes?: string[] | null
  @texts('職業の大分類。中分類も選ぶと、その中だけになります。\nMajor occupations; narrowed by occupationCodes.') occupationMajors?:
    string[] | null
  @texts('職業の中分類。\nMiddle occupations.') occupationCodes?: string[] | null
  @texts('産業の大分類(A〜T)。\nMajor industries, A to T.') industryCodes?: string[] | null
  @texts('FULL_TIME か PART_TIME。\nWork times.') workTimes?: string[] | null
  @texts('雇用形態。\nEmployment types.') employmentTypes?: string[] | null
  @texts('労働時間の制度(NONE は固定の時間)。\nSystem of hours; NONE is fixed hours.') hoursSystems?: string[] | null
  @texts('休みの曜日。すべて休みの求人。\nDays of the week that must all be off: MON to SUN, HOLIDAY.') daysOff?: string[] | null
  @texts('保険など。すべてある求人。\nInsurances that must all be there.') insurances?: string[] | null
  @amount('時間あたりの賃金(円)がこれ以上。月給などは時間に直します。\nWage by the hour from, in yen; other forms converted.')
  hourlyWageFrom?: number | null
  @amount('月の賃金(円)がこれ以上。時給の求人は出ません。\nWage by the month from, in yen; not those paid by the hour.') monthlyWageFrom?:
    number | null
  @amount('年間休日がこれ以上。\nYearly holidays from.') yearlyHolidaysFrom?: number | null
  @amount('月の時間外労働がこれ以下。\nOvertime by the month up to, in hours.') overtimeHoursTo?: number | null
  @amount('週にこの日数まで、はたらけばよい。\nFewest working days a week, up to.') workingDaysTo?: number | null
  @time(
    'この時刻からはたらける。フルタイムはすべての勤務、パートはどれか1つの勤務で比べます。\nFree from: all shifts of full-time, one of part-time work.',
  )
  startsFrom?: string | null
  @time('この時刻までに終わる。始まりより早い時刻は、次の日です。\nFree until; earlier than startsFrom means the next day.') endsUntil?:
    string | null
  @amount('この年齢の人が応募できる。\nAn age that may apply.') age?: number | null
  @amount('定年がこの年齢以上か、定年がない。\nRetirement age from, or none.') retirementAgeFrom?: number | null
  @amount('従業員(会社全体)がこの人数以上。\nEmployees of the whole firm from.') employeesFrom?: number | null
  @amount('受け付けてからこの日数以内。\nAccepted within this many days.') newSinceDays?: number | null
  @yes('土日休み。\nSaturdays and Sundays off.') weekendsOff?: boolean | null
  @yes('毎週2日休み。\nTwo days off every week.') twoDaysOff?: boolean | null
  @yes('深夜(22時〜5時)の勤務がない。\nNo work between 22:00 and 5:00.') noNightWork?: boolean | null
  @yes('オンラインで応募できる。\nTakes online self-applications.') selfApplication?: boolean | null
  @yes('経験を問わない。\nNo experience asked.') noExperience?: boolean | null
  @yes('学歴を問わない。\nNo education asked.') noEducation?: boolean | null
  @yes('資格・免許がなくてもよい。\nNo licence asked.') noLicence?: boolean | null
  @yes('年齢を問わない。\nNo age limit.') noAgeLimit?: boolean | null
  @yes('書類選考がない。\nNo selection by documents.') noDocumentScreening?: boolean | null
  @yes('転勤がない。\nNo transfer.') noTransfer?: boolean | null
  @yes('車で通勤できる。\nCommuting by car.') carCommuting?: boolean | null
  @yes('最寄り駅から歩いて10分以内。\nWithin ten minutes on foot from the station.') nearStation?: boolean | null
  @yes('在宅勤務がある。\nWork from home.') remote?: boolean | null
  @yes('屋内禁煙。\nNo smoking indoors.') noSmoking?: boolean | null
  @yes('UIJターンを歓迎。\nWelcomes people moving to the region.') uijWelcome?: boolean | null
  @yes('正社員だけ。\nRegular employees only.') regularOnly?: boolean | null
  @yes('正社員への登用がある。\nPromotion to regular employment.') promotion?: boolean | null
  @yes('派遣・請負ではない。\nNeither dispatch nor contract work.') noDispatch?: boolean | null
  @yes('雇用期間の定めがない。\nNo fixed term.') openEnded?: boolean | null
  @yes('期間の定めがないか、契約の更新がある。\nNo fixed term, or one that is renewed.') lasting?: boolean | null
  @yes('トライアル雇用がある。\nTrial employment.') trial?: boolean | null
  @yes('障害のある方の求人だけ。\nFor people with disabilities only.') disability?: boolean | null
  @yes('固定残業代がない。\nNo fixed overtime pay.') noFixedOvertime?: boolean | null
  @yes('賞与がある。\nBonus.') bonus?: boolean | null
  @yes('退職金がある。\nRetirement pay.') retirementPay?: boolean | null
  @yes('定年後の再雇用か勤務延長がある。\nWork after the retirement age.') reemployment?: boolean | null
  @yes('単身で入居できる住宅がある。\nHousing for one.') housingSingle?: boolean | null
  @yes('世帯で入居できる住宅がある。\nHousing for a family.') housingFamily?: boolean | null
  @yes('託児施設がある。\nNursery.') nursery?: boolean | null
}
