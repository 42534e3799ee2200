import type { Step } from '../../../kernel/form.ts'
import { POLICY } from '../../../policy.ts'
import { CHOICES } from './choices.form.ts'

/** Step 6 (003:536-549). */
export const INSURANCE_STEP: Step = {
  key: 'insurance',
  title: '保険・年金・定年',
  fields: [
    { key: 'insurances', label: '加入する保険など', kind: 'CHOICES', required: true, min: 1, options: CHOICES.insurances },
    {
      key: 'insuranceOther',
      label: 'その他の保険の名前',
      kind: 'TEXT',
      max: POLICY.postingInsuranceOtherMax,
      shownWhen: { key: 'insurances', in: ['OTHER'] },
      requiredWhen: { key: 'insurances', in: ['OTHER'] },
    },
    { key: 'corporatePensions', label: '企業年金', kind: 'CHOICES', options: CHOICES.pensions },
    { key: 'mutualAid', label: '退職金共済', kind: 'YES_NO', options: CHOICES.record },
    { key: 'retirementPay', label: '退職金の制度', kind: 'YES_NO', required: true, options: CHOICES.record },
    {
      key: 'retirementPayYears',
      label: '退職金に必要な勤続年数',
      kind: 'INTEGER',
      unit: '年以上',
      max: 30,
      shownWhen: { key: 'retirementPay', in: ['YES'] },
    },
    { key: 'retirement', label: '定年の制度', kind: 'YES_NO', required: true, options: CHOICES.record },
    {
      key: 'retirementAge',
      label: '定年の年齢',
      kind: 'INTEGER',
      unit: '歳',
      min: 60,
      max: 99,
      shownWhen: { key: 'retirement', in: ['YES'] },
      requiredWhen: { key: 'retirement', in: ['YES'] },
    },
    { key: 'reemployment', label: '再雇用の制度', kind: 'YES_NO', options: CHOICES.record },
    {
      key: 'reemploymentAge',
      label: '再雇用の上限の年齢',
      kind: 'INTEGER',
      unit: '歳',
      min: 60,
      max: 99,
      shownWhen: { key: 'reemployment', in: ['YES'] },
    },
    { key: 'extension', label: '勤務延長の制度', kind: 'YES_NO', options: CHOICES.record },
    {
      key: 'extensionAge',
      label: '勤務延長の上限の年齢',
      kind: 'INTEGER',
      unit: '歳',
      min: 60,
      max: 99,
      shownWhen: { key: 'extension', in: ['YES'] },
    },
    { key: 'housingSingle', label: '入居できる住宅(単身)', kind: 'YES_NO', options: CHOICES.record },
    { key: 'housingFamily', label: '入居できる住宅(世帯)', kind: 'YES_NO', options: CHOICES.record },
    { key: 'nursery', label: '利用できる託児施設', kind: 'YES_NO', options: CHOICES.record },
    { key: 'nurseryNote', label: '託児施設の補足', kind: 'TEXT', max: 40, shownWhen: { key: 'nursery', in: ['YES'] } },
    { key: 'workRules', label: '就業規則', kind: 'YES_NO', required: true, options: CHOICES.record },
  ],
}
