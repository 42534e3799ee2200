import type { Step } from '../../../kernel/form.ts'
import { POLICY } from '../../../policy.ts'

/** Step 7 (003:578-586): not on the posting sheet; by scope on the PR sheet and the page. */
export const PR_STEP: Step = {
  key: 'pr',
  title: '事業所からのPR',
  optional: true,
  fields: [
    {
      key: 'prMessage',
      label: '事業所からのメッセージ',
      kind: 'LONG_TEXT',
      max: POLICY.postingMessageMax,
      identifying: true,
      help: '求人票にはのりません。求人のページとPRシートに出ます。',
    },
    { key: 'jobFeatures', label: '仕事の特長', kind: 'LONG_TEXT', max: 300, identifying: true },
    { key: 'welfare', label: '福利厚生', kind: 'LONG_TEXT', max: 300, identifying: true },
    { key: 'training', label: '研修の制度', kind: 'LONG_TEXT', max: 300, identifying: true },
    { key: 'workLifeSupport', label: '両立の支援', kind: 'LONG_TEXT', max: 300, identifying: true },
  ],
}
