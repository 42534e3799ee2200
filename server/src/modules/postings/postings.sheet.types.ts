import { Field, Int, ObjectType } from 'type-graphql'
import { SheetRow } from '../../graph/draft-types.ts'
import { Expose } from '../../graph/expose.ts'
import { Node } from '../../graph/node.ts'
import { postingSheets, type PostingSheetRow as Row } from './postings.sheet.table.ts'

@ObjectType({ description: '始まりと終わりの時刻。\nA shift.' })
class Shift {
  @Field(() => String, { description: '始まり(9:00)。\nFrom.', simple: true }) from!: string
  @Field(() => String, { description: '終わり。\nTo.', simple: true }) to!: string
}

@ObjectType({ description: '定額で払う手当(b)。\nA fixed allowance.' })
class Allowance {
  @Field(() => String, { description: '名前。\nName.', simple: true }) name!: string
  @Field(() => Int, { description: '下限(円)。\nFrom, in yen.', simple: true }) from!: number
  @Field(() => Int, { description: '上限(円)。\nTo, in yen.', simple: true }) to!: number
}

@ObjectType({ description: '免許・資格。\nA licence.' })
class Licence {
  @Field(() => String, { description: '名前。\nName.', simple: true }) name!: string
  @Field(() => String, { description: '必要さ(WELCOME か REQUIRED)。\nWelcome or required.', simple: true }) demand!: string
}

@ObjectType({ description: '賃金の内訳の一行(a、b、c、合計)。\nOne line of the wage table.' })
export class WageLine {
  @Field(() => String, { description: '見出し。\nLabel.', simple: true }) label!: string
  @Field(() => Int, { description: '下限(円)。\nFrom, in yen.', simple: true }) from!: number
  @Field(() => Int, { description: '上限(円)。\nTo, in yen.', simple: true }) to!: number
  @Field(() => String, { nullable: true, description: '補足(固定残業の時間など)。\nNote.', simple: true }) note!: string | null
}

@ObjectType({ description: '求人票の一節。\nA section of the posting sheet.' })
export class SheetSection {
  @Field(() => String, { description: '名前。\nKey.', simple: true }) key!: string
  @Field(() => String, { description: '見出し。\nTitle.', simple: true }) title!: string
  @Field(() => [SheetRow], { description: '行。\nRows, in the order of the sheet.', simple: true }) rows!: SheetRow[]
}

/** 求人票の内容: no column that names or leads to the employer (R25), no note meant for staff. */
@ObjectType({
  implements: Node,
  description: '求人票の内容(事業所がわかる項目はありません)。\nThe text of a posting, without anything that names the employer.',
})
export class PostingSheet extends Node {
  @Expose(postingSheets.id, 'id。\nId.') declare id: Row['id']
  @Expose(postingSheets.number, '何回目の申込みか。\nNumber of the submission.') number!: Row['number']
  @Expose(postingSheets.submittedAt, '申し込んだ時。\nSubmitted at.') submittedAt!: Row['submittedAt']
  @Expose(postingSheets.kind, '求人の種類。\nKind.') kind!: Row['kind']
  @Expose(postingSheets.workTime, 'フルタイム・パート。\nWork time.') workTime!: Row['workTime']
  @Expose(postingSheets.scope, '公開のしかた。\nScope.') scope!: Row['scope']
  @Expose(postingSheets.selfApplication, 'オンラインでの応募。\nSelf application.') selfApplication!: Row['selfApplication']
  @Expose(postingSheets.provisionRefused, '情報を提供しない相手。\nProvision refused.') provisionRefused!: Row['provisionRefused']
  @Expose(postingSheets.trial, 'トライアル雇用の併用。\nTrial.') trial!: Row['trial']
  @Expose(postingSheets.workplace, '就業場所(SAME か OTHER)。\nWorkplace: as the establishment, or other.') workplace!: Row['workplace']
  @Expose(postingSheets.workplaceMunicipality, '就業場所の市区町村。\nWorkplace municipality.')
  workplaceMunicipality!: Row['workplaceMunicipality']
  @Expose(postingSheets.workplaceChange, '就業場所の変更の範囲。\nWorkplace change.') workplaceChange!: Row['workplaceChange']
  @Expose(postingSheets.station, '最寄り駅。\nStation.') station!: Row['station']
  @Expose(postingSheets.stationTransport, '駅からの手段。\nStation transport.') stationTransport!: Row['stationTransport']
  @Expose(postingSheets.stationMinutes, '駅からの時間。\nStation minutes.') stationMinutes!: Row['stationMinutes']
  @Expose(postingSheets.smoking, '受動喫煙の対策。\nSmoking.') smoking!: Row['smoking']
  @Expose(postingSheets.smokingNote, '受動喫煙の対策の補足。\nSmoking note.') smokingNote!: Row['smokingNote']
  @Expose(postingSheets.carCommuting, '車での通勤。\nCar commuting.') carCommuting!: Row['carCommuting']
  @Expose(postingSheets.parking, '駐車場。\nParking.') parking!: Row['parking']
  @Expose(postingSheets.transfer, '転勤の可能性。\nTransfer.') transfer!: Row['transfer']
  @Expose(postingSheets.transferRange, '転勤の範囲。\nTransfer range.') transferRange!: Row['transferRange']
  @Expose(postingSheets.uijWelcome, 'UIJターンの歓迎。\nUij welcome.') uijWelcome!: Row['uijWelcome']
  @Expose(postingSheets.remoteWork, '在宅勤務。\nRemote work.') remoteWork!: Row['remoteWork']
  @Expose(postingSheets.title, '職種。\nTitle.') title!: Row['title']
  @Expose(postingSheets.occupationCode, '職業分類。\nOccupation code.') occupationCode!: Row['occupationCode']
  @Expose(postingSheets.duties, '仕事の内容。\nDuties.') duties!: Row['duties']
  @Expose(postingSheets.dutiesChange, '仕事の内容の変更の範囲。\nDuties change.') dutiesChange!: Row['dutiesChange']
  @Expose(postingSheets.employmentType, '雇用形態。\nEmployment type.') employmentType!: Row['employmentType']
  @Expose(postingSheets.employmentName, '正社員以外の名前。\nEmployment name.') employmentName!: Row['employmentName']
  @Expose(postingSheets.promotion, '正社員への登用。\nPromotion.') promotion!: Row['promotion']
  @Expose(postingSheets.promotionRecord, '登用の実績。\nPromotion record.') promotionRecord!: Row['promotionRecord']
  @Expose(postingSheets.dispatch, '派遣・請負。\nDispatch.') dispatch!: Row['dispatch']
  @Expose(postingSheets.term, '雇用期間。\nTerm.') term!: Row['term']
  @Expose(postingSheets.termMonths, '期間の長さ。\nTerm months.') termMonths!: Row['termMonths']
  @Expose(postingSheets.termUntil, '期間の終わりの日。\nTerm until.') termUntil!: Row['termUntil']
  @Expose(postingSheets.renewal, '契約の更新。\nRenewal.') renewal!: Row['renewal']
  @Expose(postingSheets.renewalConditions, '更新の条件。\nRenewal conditions.') renewalConditions!: Row['renewalConditions']
  @Expose(postingSheets.renewalCap, '更新の上限。\nRenewal cap.') renewalCap!: Row['renewalCap']
  @Expose(postingSheets.ageLimited, '年齢の制限。\nAge limited.') ageLimited!: Row['ageLimited']
  @Expose(postingSheets.ageFrom, '年齢の下限。\nAge from.') ageFrom!: Row['ageFrom']
  @Expose(postingSheets.ageTo, '年齢の上限。\nAge to.') ageTo!: Row['ageTo']
  @Expose(postingSheets.ageReason, '制限の理由(法律の号)。\nAge reason.') ageReason!: Row['ageReason']
  @Expose(postingSheets.ageReasonText, '制限の理由の説明。\nAge reason text.') ageReasonText!: Row['ageReasonText']
  @Expose(postingSheets.education, '学歴。\nEducation.') education!: Row['education']
  @Expose(postingSheets.educationNote, '専攻など。\nEducation note.') educationNote!: Row['educationNote']
  @Expose(postingSheets.experience, '経験。\nExperience.') experience!: Row['experience']
  @Expose(postingSheets.experienceNote, '必要な経験の内容。\nExperience note.') experienceNote!: Row['experienceNote']
  @Expose(postingSheets.pcSkills, 'パソコンの技能。\nPc skills.') pcSkills!: Row['pcSkills']
  @Expose(postingSheets.drivingLicence, '普通自動車免許。\nDriving licence.') drivingLicence!: Row['drivingLicence']
  @Field(() => [Licence], { description: '免許・資格。\nLicences.', simple: true }) licences!: Row['licences']
  @Expose(postingSheets.anyLicence, 'どれか1つでよい。\nAny licence.') anyLicence!: Row['anyLicence']
  @Expose(postingSheets.trialPeriod, '試用期間。\nTrial period.') trialPeriod!: Row['trialPeriod']
  @Expose(postingSheets.trialMonths, '試用期間の長さ。\nTrial months.') trialMonths!: Row['trialMonths']
  @Expose(postingSheets.trialConditions, '試用期間の条件。\nTrial conditions.') trialConditions!: Row['trialConditions']
  @Expose(postingSheets.trialConditionsNote, 'ちがう条件の内容。\nTrial conditions note.') trialConditionsNote!: Row['trialConditionsNote']
  @Expose(postingSheets.wageForm, '賃金の形。\nWage form.') wageForm!: Row['wageForm']
  @Expose(postingSheets.wageFormOther, 'その他の形の内容。\nWage form other.') wageFormOther!: Row['wageFormOther']
  @Expose(postingSheets.baseFrom, '基本給(a)の下限。\nBase from.') baseFrom!: Row['baseFrom']
  @Expose(postingSheets.baseTo, '基本給(a)の上限。\nBase to.') baseTo!: Row['baseTo']
  @Field(() => [Allowance], { description: '定額で払う手当(b)。\nAllowances.', simple: true }) allowances!: Row['allowances']
  @Expose(postingSheets.fixedOvertime, '固定残業代(c)。\nFixed overtime.') fixedOvertime!: Row['fixedOvertime']
  @Expose(postingSheets.fixedOvertimeFrom, '固定残業代の下限。\nFixed overtime from.') fixedOvertimeFrom!: Row['fixedOvertimeFrom']
  @Expose(postingSheets.fixedOvertimeTo, '固定残業代の上限。\nFixed overtime to.') fixedOvertimeTo!: Row['fixedOvertimeTo']
  @Expose(postingSheets.fixedOvertimeHours, '固定残業の時間。\nFixed overtime hours.') fixedOvertimeHours!: Row['fixedOvertimeHours']
  @Expose(postingSheets.fixedOvertimeExcessPaid, '超えた分の支払い。\nFixed overtime excess paid.')
  fixedOvertimeExcessPaid!: Row['fixedOvertimeExcessPaid']
  @Expose(postingSheets.otherAllowances, 'その他の手当(d)。\nOther allowances.') otherAllowances!: Row['otherAllowances']
  @Expose(postingSheets.workingDaysPerMonth, '月の平均労働日数。\nWorking days per month.') workingDaysPerMonth!: Row['workingDaysPerMonth']
  @Expose(postingSheets.commuting, '通勤手当。\nCommuting.') commuting!: Row['commuting']
  @Expose(postingSheets.commutingPer, '通勤手当の単位。\nCommuting per.') commutingPer!: Row['commutingPer']
  @Expose(postingSheets.commutingAmount, '通勤手当の額。\nCommuting amount.') commutingAmount!: Row['commutingAmount']
  @Expose(postingSheets.cutOffDay, '賃金の締切日。\nCut off day.') cutOffDay!: Row['cutOffDay']
  @Expose(postingSheets.paydayMonth, '支払いの月。\nPayday month.') paydayMonth!: Row['paydayMonth']
  @Expose(postingSheets.payday, '支払日。\nPayday.') payday!: Row['payday']
  @Expose(postingSheets.raises, '昇給の制度。\nRaises.') raises!: Row['raises']
  @Expose(postingSheets.raisesRecord, '前年度の昇給の実績。\nRaises record.') raisesRecord!: Row['raisesRecord']
  @Expose(postingSheets.bonus, '賞与の制度。\nBonus.') bonus!: Row['bonus']
  @Expose(postingSheets.bonusTimes, '前年度の賞与の回数。\nBonus times.') bonusTimes!: Row['bonusTimes']
  @Expose(postingSheets.bonusMonths, '前年度の賞与の月数。\nBonus months.') bonusMonths!: Row['bonusMonths']
  @Expose(postingSheets.bonusFrom, '前年度の賞与の下限。\nBonus from.') bonusFrom!: Row['bonusFrom']
  @Expose(postingSheets.bonusTo, '前年度の賞与の上限。\nBonus to.') bonusTo!: Row['bonusTo']
  @Expose(postingSheets.variableHours, '変形・交替の制度。\nVariable hours.') variableHours!: Row['variableHours']
  @Field(() => [Shift], { description: '就業時間。\nShifts.', simple: true }) shifts!: Row['shifts']
  @Expose(postingSheets.rangeFrom, '又はこの時刻から。\nRange from.') rangeFrom!: Row['rangeFrom']
  @Expose(postingSheets.rangeTo, '又はこの時刻まで。\nRange to.') rangeTo!: Row['rangeTo']
  @Expose(postingSheets.rangeHours, 'その間ではたらく時間。\nRange hours.') rangeHours!: Row['rangeHours']
  @Expose(postingSheets.hoursNote, '就業時間の補足。\nHours note.') hoursNote!: Row['hoursNote']
  @Expose(postingSheets.overtime, '時間外労働。\nOvertime.') overtime!: Row['overtime']
  @Expose(postingSheets.overtimeHours, '月の平均の時間外労働。\nOvertime hours.') overtimeHours!: Row['overtimeHours']
  @Expose(postingSheets.specialClause, '36協定の特別条項。\nSpecial clause.') specialClause!: Row['specialClause']
  @Expose(postingSheets.specialClauseNote, '特別な事情・期間など。\nSpecial clause note.') specialClauseNote!: Row['specialClauseNote']
  @Expose(postingSheets.breakMinutes, '休憩時間。\nBreak minutes.') breakMinutes!: Row['breakMinutes']
  @Expose(postingSheets.daysPerWeek, '週の労働日数。\nDays per week.') daysPerWeek!: Row['daysPerWeek']
  @Expose(postingSheets.daysOff, '休日。\nDays off.') daysOff!: Row['daysOff']
  @Expose(postingSheets.twoDaysOff, '週休二日。\nTwo days off.') twoDaysOff!: Row['twoDaysOff']
  @Expose(postingSheets.daysOffNote, '休日の補足。\nDays off note.') daysOffNote!: Row['daysOffNote']
  @Expose(postingSheets.yearlyHolidays, '年間休日数。\nYearly holidays.') yearlyHolidays!: Row['yearlyHolidays']
  @Expose(postingSheets.paidLeaveDays, '6か月後の有給休暇。\nPaid leave days.') paidLeaveDays!: Row['paidLeaveDays']
  @Expose(postingSheets.insurances, '加入する保険など。\nInsurances.') insurances!: Row['insurances']
  @Expose(postingSheets.insuranceOther, 'その他の保険の名前。\nInsurance other.') insuranceOther!: Row['insuranceOther']
  @Expose(postingSheets.corporatePensions, '企業年金。\nCorporate pensions.') corporatePensions!: Row['corporatePensions']
  @Expose(postingSheets.mutualAid, '退職金共済。\nMutual aid.') mutualAid!: Row['mutualAid']
  @Expose(postingSheets.retirementPay, '退職金の制度。\nRetirement pay.') retirementPay!: Row['retirementPay']
  @Expose(postingSheets.retirementPayYears, '退職金に必要な勤続年数。\nRetirement pay years.')
  retirementPayYears!: Row['retirementPayYears']
  @Expose(postingSheets.retirement, '定年の制度。\nRetirement.') retirement!: Row['retirement']
  @Expose(postingSheets.retirementAge, '定年の年齢。\nRetirement age.') retirementAge!: Row['retirementAge']
  @Expose(postingSheets.reemployment, '再雇用の制度。\nReemployment.') reemployment!: Row['reemployment']
  @Expose(postingSheets.reemploymentAge, '再雇用の上限の年齢。\nReemployment age.') reemploymentAge!: Row['reemploymentAge']
  @Expose(postingSheets.extension, '勤務延長の制度。\nExtension.') extension!: Row['extension']
  @Expose(postingSheets.extensionAge, '勤務延長の上限の年齢。\nExtension age.') extensionAge!: Row['extensionAge']
  @Expose(postingSheets.housingSingle, '入居できる住宅(単身)。\nHousing single.') housingSingle!: Row['housingSingle']
  @Expose(postingSheets.housingFamily, '入居できる住宅(世帯)。\nHousing family.') housingFamily!: Row['housingFamily']
  @Expose(postingSheets.nursery, '利用できる託児施設。\nNursery.') nursery!: Row['nursery']
  @Expose(postingSheets.nurseryNote, '託児施設の補足。\nNursery note.') nurseryNote!: Row['nurseryNote']
  @Expose(postingSheets.workRules, '就業規則。\nWork rules.') workRules!: Row['workRules']
  @Expose(postingSheets.hires, '採用人数。\nHires.') hires!: Row['hires']
  @Expose(postingSheets.hiringReason, '募集の理由。\nHiring reason.') hiringReason!: Row['hiringReason']
  @Expose(postingSheets.methods, '選考の方法。\nMethods.') methods!: Row['methods']
  @Expose(postingSheets.interviews, '面接の回数。\nInterviews.') interviews!: Row['interviews']
  @Expose(postingSheets.noticeFrom, '結果を知らせる時期。\nNotice from.') noticeFrom!: Row['noticeFrom']
  @Expose(postingSheets.noticeDays, '知らせるまでの日数。\nNotice days.') noticeDays!: Row['noticeDays']
  @Expose(postingSheets.noticeWays, '結果を知らせる方法。\nNotice ways.') noticeWays!: Row['noticeWays']
  @Expose(postingSheets.selectionWhen, '選考の日時。\nSelection when.') selectionWhen!: Row['selectionWhen']
  @Expose(postingSheets.documents, '応募に必要な書類。\nDocuments.') documents!: Row['documents']
  @Expose(postingSheets.documentsOther, 'その他の書類の名前。\nDocuments other.') documentsOther!: Row['documentsOther']
  @Expose(postingSheets.documentWays, '書類の送りかた。\nDocument ways.') documentWays!: Row['documentWays']
  @Expose(postingSheets.documentReturn, '応募書類の返却。\nDocument return.') documentReturn!: Row['documentReturn']
  @Expose(postingSheets.remarks, '求人についての特記事項。\nRemarks.') remarks!: Row['remarks']
  @Expose(postingSheets.selectionNote, '選考についての補足。\nSelection note.') selectionNote!: Row['selectionNote']
  @Expose(postingSheets.hourlyFrom, '時間あたりの下限(円)。\nLower end of a + b by the hour, in yen.') hourlyFrom!: Row['hourlyFrom']
  @Expose(postingSheets.shownFrom, '見える額の下限(円)。\nLower end as shown: a + b (+ c).') shownFrom!: Row['shownFrom']
  @Expose(postingSheets.shownTo, '見える額の上限(円)。\nUpper end as shown.') shownTo!: Row['shownTo']
}
