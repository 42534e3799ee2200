import { cleanup, render } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n/i18n.ts'
import { EmployerPostingBadge } from './employer-posting-badge.tsx'

afterEach(cleanup)

function wordsOf(props: ComponentProps<typeof EmployerPostingBadge>): string {
  const { container } = render(
    <I18nextProvider i18n={i18n}>
      <EmployerPostingBadge {...props} />
    </I18nextProvider>,
  )
  return container.textContent ?? ''
}

describe('The badge of an own posting', () => {
  it.each(['1', '2', '3'])('says that it is public with scope %s', (scope) => {
    expect(wordsOf({ status: 'OPEN', scope })).toBe('有効(公開中)')
  })

  it('never says so of a posting that only the counter tells about', () => {
    expect(wordsOf({ status: 'OPEN', scope: '4' })).toBe('有効(非公開)')
  })

  it('says first that no applications are taken', () => {
    expect(wordsOf({ status: 'OPEN', scope: '1', paused: true })).toBe('有効(受付停止中)')
  })

  it.each([
    ['DRAFT', '作成中(下書き)'],
    ['SUBMITTED', '仮登録窓口で確認中'],
    ['RETURNED', '修正依頼'],
    ['REJECTED', '不受理'],
    ['ENDED', '無効'],
  ] as const)('names %s as the counter does, whatever the scope', (status, words) => {
    expect(wordsOf({ status, scope: '4' })).toBe(words)
  })
})
