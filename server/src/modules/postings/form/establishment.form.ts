import type { Step } from '../../../kernel/form.ts'
import { CHOICES } from './choices.form.ts'

/** Step 2 (003:337): the establishment as registered, and where the work is done. */
export const ESTABLISHMENT_STEP: Step = {
  key: 'establishment',
  title: '事業所と就業場所',
  fields: [
    {
      key: 'workplace',
      label: '就業場所',
      kind: 'CHOICE',
      required: true,
      options: [
        { value: 'SAME', label: '事業所と同じ' },
        { value: 'OTHER', label: 'ほかの場所' },
      ],
    },
    {
      key: 'workplacePostalCode',
      label: '就業場所の郵便番号',
      kind: 'POSTAL_CODE',
      requiredWhen: { key: 'workplace', in: ['OTHER'] },
      shownWhen: { key: 'workplace', in: ['OTHER'] },
      identifying: true,
    },
    {
      key: 'workplaceMunicipality',
      label: '就業場所の市区町村',
      kind: 'MUNICIPALITY',
      requiredWhen: { key: 'workplace', in: ['OTHER'] },
      shownWhen: { key: 'workplace', in: ['OTHER'] },
    },
    {
      key: 'workplaceAddress',
      label: '就業場所の町名・番地・建物',
      kind: 'TEXT',
      max: 60,
      requiredWhen: { key: 'workplace', in: ['OTHER'] },
      shownWhen: { key: 'workplace', in: ['OTHER'] },
      identifying: true,
    },
    {
      key: 'workplaceChange',
      label: '就業場所の変更の範囲',
      kind: 'TEXT',
      required: true,
      max: 60,
      help: '雇い入れたあとに変わりうる範囲です。変わらないときは「変更なし」と書きます。',
    },
    { key: 'station', label: '最寄り駅', kind: 'TEXT', max: 20, help: '例:汐見線 汐見駅' },
    { key: 'stationTransport', label: '駅からの手段', kind: 'CHOICE', options: CHOICES.transport },
    { key: 'stationMinutes', label: '駅からの時間', kind: 'INTEGER', unit: '分', max: 180 },
    { key: 'smoking', label: '受動喫煙の対策', kind: 'CHOICE', required: true, options: CHOICES.smoking },
    { key: 'smokingNote', label: '受動喫煙の対策の補足', kind: 'TEXT', max: 40 },
    {
      key: 'carCommuting',
      label: '車での通勤',
      kind: 'YES_NO',
      required: true,
      options: [
        { value: 'YES', label: 'できる' },
        { value: 'NO', label: 'できない' },
      ],
    },
    {
      key: 'parking',
      label: '駐車場',
      kind: 'YES_NO',
      shownWhen: { key: 'carCommuting', in: ['YES'] },
      options: [
        { value: 'YES', label: 'あり' },
        { value: 'NO', label: 'なし' },
      ],
    },
    {
      key: 'transfer',
      label: '転勤の可能性',
      kind: 'YES_NO',
      required: true,
      options: [
        { value: 'YES', label: 'あり' },
        { value: 'NO', label: 'なし' },
      ],
    },
    {
      key: 'transferRange',
      label: '転勤の範囲',
      kind: 'TEXT',
      max: 40,
      requiredWhen: { key: 'transfer', in: ['YES'] },
      shownWhen: { key: 'transfer', in: ['YES'] },
    },
    {
      key: 'uijWelcome',
      label: 'UIJターンの歓迎',
      kind: 'YES_NO',
      options: [
        { value: 'YES', label: '歓迎する' },
        { value: 'NO', label: 'とくになし' },
      ],
    },
    { key: 'remoteWork', label: '在宅勤務', kind: 'TEXT', max: 40, help: 'あるときだけ書きます。例:週2日まで可' },
  ],
}
