import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../i18n/i18n.ts'
import { SuggestBox } from './suggest-box.tsx'

afterEach(cleanup)

const CARE = {
  title: '職種',
  options: [
    { key: 'care', label: '施設介護の職業' },
    { key: 'visit', label: '訪問介護の職業', note: 'ヘルパー' },
  ],
}
const PLACES = { title: '場所', options: [{ key: 'fuchu', label: '府中市', note: '東京都' }] }

function setUp({ groups = [CARE, PLACES] } = {}) {
  const [onChoose, onEnter] = [vi.fn<(key: string) => void>(), vi.fn<(text: string) => void>()]
  function Page() {
    const [text, setText] = useState('')
    return (
      <SuggestBox
        label="ことば"
        value={text}
        onChange={setText}
        groups={text === '' ? [] : groups}
        onChoose={(key) => {
          setText('')
          onChoose(key)
        }}
        onEnter={() => onEnter(text)}
      />
    )
  }
  render(<Page />)
  const input = screen.getByRole('combobox', { name: 'ことば' })
  act(() => input.focus())
  const write = (value: string) => fireEvent.change(input, { target: { value } })
  const press = (key: string, more = {}) => fireEvent.keyDown(input, { key, ...more })
  return { input, write, press, onChoose, onEnter }
}
/** The list comes a moment after the letter. */
const opened = () => screen.findAllByRole('option')
const options = () => screen.queryAllByRole('option').map((one) => one.textContent)

describe('A text with suggestions', () => {
  it('shows them under their headings while one writes, with what tells them apart', async () => {
    const { write } = setUp()
    expect(options()).toEqual([])
    write('かい')
    await opened()
    expect(options()).toEqual(['施設介護の職業', '訪問介護の職業 ヘルパー', '府中市 東京都'])
    expect(screen.getByRole('group', { name: '場所' })).toBeTruthy()
    write('')
    expect(options()).toEqual([])
  })

  it('sends the words with Enter while nothing in the list is marked', async () => {
    const { write, press, onChoose, onEnter } = setUp()
    write('かいご')
    await opened()
    press('Enter')
    expect(onEnter).toHaveBeenCalledExactlyOnceWith('かいご')
    expect(onChoose).not.toHaveBeenCalled()
  })

  it('takes the marked one with arrows and Enter, and does not send then', async () => {
    const { input, write, press, onChoose, onEnter } = setUp()
    write('かいご')
    await opened()
    press('ArrowDown')
    press('ArrowDown')
    expect(input.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id)
    press('Enter')
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('visit')
    expect(onEnter).not.toHaveBeenCalled()
    expect(options()).toEqual([])
  })

  it('leaves every key to the input method while a word is being composed', async () => {
    const { input, write, press, onChoose, onEnter } = setUp()
    write('かいご')
    await opened()
    press('ArrowDown', { isComposing: true })
    expect(input.getAttribute('aria-activedescendant')).toBeNull()
    press('Enter', { isComposing: true })
    press('Enter', { keyCode: 229 })
    expect([onChoose.mock.calls, onEnter.mock.calls]).toEqual([[], []])
    press('Enter')
    expect(onEnter).toHaveBeenCalledExactlyOnceWith('かいご')
  })

  it('closes with Esc and keeps what was written', async () => {
    const { input, write, press } = setUp()
    write('かいご')
    await opened()
    press('Escape')
    expect(options()).toEqual([])
    expect(input).toHaveProperty('value', 'かいご')
  })
})
