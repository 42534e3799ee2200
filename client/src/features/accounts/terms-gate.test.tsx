import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n/i18n.ts'
import { TermsGate } from './terms-gate.tsx'

afterEach(cleanup)

function Example() {
  const [agreed, setAgreed] = useState(false)
  return (
    <I18nextProvider i18n={i18n}>
      <TermsGate
        texts={[
          { key: 'terms', title: '利用規約', characters: 900, text: '…' },
          { key: 'privacy', title: 'プライバシーポリシー', characters: 900, text: '…' },
        ]}
        agreed={agreed}
        onAgree={setAgreed}
      />
    </I18nextProvider>
  )
}

/** happy-dom draws nothing: the measures of a long text are put on its box. */
function scrollTo(name: string, top: number) {
  const box = screen.getByRole('region', { name })
  for (const [key, value] of Object.entries({ scrollTop: top, clientHeight: 250, scrollHeight: 1000 }))
    Object.defineProperty(box, key, { value, configurable: true })
  fireEvent.scroll(box)
}
const tick = () => screen.getByRole('checkbox')

describe('The gate of the texts', () => {
  it('cannot be passed before both were read to the end, and says which is missing', () => {
    render(<Example />)
    fireEvent.click(tick())
    expect(tick()).toHaveProperty('checked', false)
    expect(document.body.textContent).toContain('利用規約とプライバシーポリシーを終わりまで読むと、選べます。')
    scrollTo('利用規約', 750)
    expect(document.body.textContent).toContain('プライバシーポリシーを終わりまで読むと、選べます。')
    expect(document.body.textContent).not.toContain('利用規約とプライバシーポリシーを終わりまで')
    scrollTo('プライバシーポリシー', 700)
    fireEvent.click(tick())
    expect(tick()).toHaveProperty('checked', false)
  })
  it('stays open for somebody who has agreed before', () => {
    render(
      <I18nextProvider i18n={i18n}>
        <TermsGate texts={[{ key: 'terms', title: '利用規約', characters: 900, text: '…' }]} agreed onAgree={() => undefined} />
      </I18nextProvider>,
    )
    expect(tick().getAttribute('aria-disabled')).toBeNull()
    expect(screen.queryByRole('region')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'もう一度読む' }))
    expect(screen.getByRole('region', { name: '利用規約' })).toBeTruthy()
  })
  it('opens when both were read to the end', () => {
    render(<Example />)
    scrollTo('利用規約', 750)
    scrollTo('プライバシーポリシー', 750)
    expect(tick().getAttribute('aria-disabled')).toBeNull()
    fireEvent.click(tick())
    expect(tick()).toHaveProperty('checked', true)
  })
})
