import type { Step } from '../../../kernel/form.ts'
import { PROVISION_VERSION } from '../postings.provision.rules.ts'
import { CHOICES } from './choices.form.ts'

/** Step 1 (003:276-298): kind, scope R25, provision R26. */
export const KIND_STEP: Step = {
  key: 'kind',
  title: '求人の種類と公開',
  fields: [
    { key: 'kind', label: '求人の種類', kind: 'CHOICE', required: true, options: CHOICES.kind },
    {
      key: 'workTime',
      label: 'フルタイム・パート',
      kind: 'CHOICE',
      required: true,
      options: CHOICES.workTime,
      help: '契約の名前ではなく、はたらく時間で選びます。正社員と同じ時間ならフルタイムです。',
    },
    { key: 'scope', label: '公開のしかた', kind: 'CHOICE', required: true, options: CHOICES.scope },
    {
      key: 'selfApplication',
      label: 'オンラインでの応募',
      kind: 'YES_NO',
      required: true,
      options: CHOICES.selfApplication,
      help: '事業所名を公開する求人(公開のしかたの上2つ)で選べます。',
    },
    {
      key: 'provisionRefused',
      label: '情報を提供しない相手',
      kind: 'CHOICES',
      options: CHOICES.provision,
      help: '選ばなければ、求人の情報を両方に提供します。',
    },
    {
      key: 'provisionAgreement',
      label: '情報の提供への同意',
      kind: 'AGREEMENT',
      required: true,
      shownWhen: { key: 'provisionRefused', notAll: CHOICES.provision.map(({ value }) => value) },
      options: [{ value: PROVISION_VERSION, label: 'リーフレットを読んで、同意します' }],
      guide: 'provision',
      help: 'どちらにも提供しないときは、上の2つを選ぶと、同意はいりません。',
      staffOnly: true,
    },
    { key: 'trial', label: 'トライアル雇用の併用', kind: 'CHOICE', required: true, options: CHOICES.trial },
  ],
}
