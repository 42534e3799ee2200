import type { Values } from '../../kernel/form.ts'
import { type Draft, type Form, given } from './posting-draft.ts'
import { dutiesOf, type TextFacts, titleOf } from './posting-text.ts'
import { titleSuits } from './posting-trades.ts'
import type { Random } from './random.ts'

function ageOf({ random, employer, template, form, hours }: Draft, experienceRequired: boolean): Values {
  if (template.key.endsWith('-guard') || (hours.night && random.chance(0.6)))
    return {
      ageLimited: true,
      ageFrom: 18,
      ageReason: 'LAW',
      ageReasonText: template.key.endsWith('-guard')
        ? '警備業法により18歳未満は従事できないため'
        : '深夜の時間帯に勤務があるため（労働基準法）',
    }
  if (form !== 'REGULAR') return { ageLimited: false }
  if (!experienceRequired && random.chance(0.07))
    return {
      ageLimited: true,
      ageTo: random.pick([35, 40, 44]),
      ageReason: 'CAREER',
      ageReasonText: '長く勤めてキャリアを形成していただくため',
    }
  if (employer.retirementAge !== null && random.chance(0.5))
    return {
      ageLimited: true,
      ageTo: employer.retirementAge - 1,
      ageReason: 'RETIREMENT',
      ageReasonText: `定年が${employer.retirementAge}歳のため`,
    }
  return { ageLimited: false }
}

function termOf(random: Random, form: Form): Values {
  if (form === 'REGULAR' || (form === 'PART_TIME' && random.chance(0.45))) return { term: 'NONE' }
  const conditional = random.chance(0.75)
  return given({
    term: 'FIXED_LONG',
    termMonths: random.pick([6, 12, 12, 12, 6]),
    renewal: conditional ? 'CONDITIONAL' : 'AUTOMATIC',
    ...(conditional
      ? {
          renewalConditions: random.pick([
            '勤務の成績と仕事の量による',
            '契約が終わるときの仕事の量による',
            '勤務の態度、能力、経営の状況による',
          ]),
        }
      : {}),
    renewalCap: random.weighted([
      ['上限なし', 7],
      ['通算5年まで', 2],
      ['更新は4回まで', 1],
    ] as const),
  })
}

/** The work itself, who it is for and for how long. */
export function workStep(draft: Draft, facts: TextFacts): Values {
  const { random, employer, template, form } = draft
  const { title, mark } = titleOf(random, template, facts, (one) => titleSuits(employer, template, one))
  const experience = facts.experienceRequired
    ? 'REQUIRED'
    : (template.experience ?? []).some((one) => one.need === 'PREFERRED') && random.chance(0.6)
      ? 'WELCOME'
      : 'NONE'
  const text = (template.experience ?? []).find((one) => (one.need === 'REQUIRED') === (experience === 'REQUIRED'))?.text
  const licences = (template.licences ?? []).filter(
    (one) => one.name !== '普通自動車運転免許' && (one.need === 'REQUIRED' || random.chance(0.6)),
  )
  const driving = (template.licences ?? []).find((one) => one.name === '普通自動車運転免許')
  const trial = form === 'REGULAR' ? random.chance(0.88) : random.chance(0.5)
  const promotion = form !== 'REGULAR' && random.chance(form === 'NON_REGULAR' ? 0.65 : 0.4)
  return given({
    title,
    occupationCode: template.occupation,
    duties: dutiesOf(random, template, facts, mark),
    dutiesChange: facts.dutiesChange,
    employmentType: form,
    ...(form === 'NON_REGULAR' ? { employmentName: random.pick(['契約社員', '契約職員', '嘱託社員', '準社員']) } : {}),
    ...(form === 'REGULAR' ? {} : { promotion, ...(promotion ? { promotionRecord: `過去3年で${random.int(1, 8)}人` } : {}) }),
    dispatch: 'NONE',
    ...termOf(random, form),
    ...ageOf(draft, facts.experienceRequired),
    education:
      form === 'REGULAR'
        ? random.weighted([
            ['NONE', 62],
            ['HIGH_SCHOOL', 30],
            ['COLLEGE', 6],
            ['UNIVERSITY', 2],
          ] as const)
        : 'NONE',
    experience,
    ...(experience === 'NONE' ? {} : { experienceNote: text ?? '同じ仕事の経験があればなお可' }),
    ...(template.pcSkills === undefined ? {} : { pcSkills: random.pick(template.pcSkills) }),
    drivingLicence:
      driving === undefined ? (template.drives === true ? 'REQUIRED_AT' : 'NONE') : driving.need === 'REQUIRED' ? 'REQUIRED_AT' : 'WELCOME',
    licences: licences.map((one) => ({ name: one.name, demand: one.need === 'REQUIRED' ? 'REQUIRED' : 'WELCOME' })),
    ...(licences.length > 1 ? { anyLicence: true } : {}),
    trialPeriod: trial,
    ...(trial ? { trialMonths: random.pick([1, 2, 3, 3, 3, 6]), trialConditions: 'SAME' } : {}),
  })
}

const yen = (value: number): string => value.toLocaleString('en-US')

/** What is paid, when and beside what. */
export function wageStep({ random, template, form, hours, wage }: Draft): Values {
  const fixed = wage.fixedOvertime
  const commuting = random.weighted([
    ['ACTUAL_LIMITED', 78],
    ['ACTUAL', 12],
    ['FIXED', 7],
    ['NONE', 3],
  ] as const)
  const raises = random.chance(form === 'PART_TIME' ? 0.45 : 0.8)
  const bonus = random.chance(form === 'REGULAR' ? 0.82 : form === 'NON_REGULAR' ? 0.5 : 0.22)
  const raise = random.int(1, 4) * 1000
  const others = random.some(['家族手当', '住宅手当', '皆勤手当', '年末年始手当', '早朝手当', '休日手当'], random.int(1, 2)).join('、')
  return given({
    wageForm: wage.wageForm,
    baseFrom: wage.baseFrom,
    baseTo: wage.baseTo,
    allowances: wage.allowances,
    fixedOvertime: fixed !== null,
    ...(fixed === null
      ? {}
      : { fixedOvertimeFrom: fixed.from, fixedOvertimeTo: fixed.to, fixedOvertimeHours: fixed.hours, fixedOvertimeExcessPaid: true }),
    ...(form === 'REGULAR' && random.chance(0.5) ? { otherAllowances: `${others}（規定による）` } : {}),
    ...(template.drives === true && form === 'PART_TIME' && random.chance(0.3) ? { otherAllowances: '移動手当（規定による）' } : {}),
    workingDaysPerMonth: Math.round((10 * (365 - hours.yearlyHolidays)) / 12) / 10,
    commuting,
    ...(commuting === 'ACTUAL_LIMITED'
      ? { commutingPer: 'MONTH', commutingAmount: random.pick([10000, 15000, 20000, 24500, 30000, 50000]) }
      : {}),
    ...(commuting === 'FIXED'
      ? form === 'PART_TIME'
        ? { commutingPer: 'DAY', commutingAmount: random.pick([100, 200, 300, 500]) }
        : { commutingPer: 'MONTH', commutingAmount: random.pick([5000, 8000, 10000]) }
      : {}),
    ...random.pick([
      { cutOffDay: '月末', paydayMonth: 'NEXT_MONTH', payday: '25日' },
      { cutOffDay: '月末', paydayMonth: 'NEXT_MONTH', payday: '15日' },
      { cutOffDay: '毎月20日', paydayMonth: 'THIS_MONTH', payday: '月末' },
      { cutOffDay: '毎月15日', paydayMonth: 'THIS_MONTH', payday: '25日' },
      { cutOffDay: '月末', paydayMonth: 'NEXT_MONTH', payday: '10日' },
    ]),
    raises,
    ...(raises
      ? {
          raisesRecord:
            form === 'PART_TIME'
              ? `1時間あたり${random.pick([10, 10, 20, 30])}円〜${random.pick([40, 50, 60])}円`
              : `1か月あたり${yen(raise)}円〜${yen(raise + random.int(1, 6) * 1000)}円`,
        }
      : {}),
    bonus,
    ...(bonus ? bonusOf(random, form) : {}),
  })
}

function bonusOf(random: Random, form: Form): Values {
  if (form !== 'PART_TIME' && random.chance(0.75))
    return { bonusTimes: random.pick([1, 2, 2, 2]), bonusMonths: random.int(form === 'REGULAR' ? 3 : 1, form === 'REGULAR' ? 9 : 4) / 2 }
  const from = random.int(1, form === 'PART_TIME' ? 4 : 15) * 10000
  return { bonusTimes: random.pick([1, 2]), bonusFrom: from, bonusTo: from + random.int(1, form === 'PART_TIME' ? 4 : 30) * 10000 }
}
