import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onePress } from './one-press.ts'

let off: () => void
beforeEach(() => {
  off = onePress(window)
})
afterEach(() => {
  off()
  cleanup()
})

/** As a mouse does it: the second half lands on whatever is there by then. */
function doubleClick(first: Element, second: () => Element = () => first) {
  for (const [index, target] of [() => first, second].entries()) {
    fireEvent.pointerDown(target(), { clientX: 10, clientY: 10 })
    if (fireEvent.mouseDown(target(), { detail: index + 1 })) (target() as HTMLElement).focus()
    fireEvent.pointerUp(target(), { clientX: 10, clientY: 10 })
    fireEvent.click(target(), { detail: index + 1 })
  }
}

describe('a double click', () => {
  it('presses a button once', () => {
    const press = vi.fn<() => void>()
    render(<button onClick={press}>足す</button>)
    doubleClick(screen.getByRole('button'))
    expect(press).toHaveBeenCalledTimes(1)
  })

  it('presses nothing that came up in the place of what was pressed', () => {
    const send = vi.fn<() => void>()
    function Steps() {
      const [checking, setChecking] = useState(false)
      return checking ? (
        <button key="send" onClick={send}>
          送る
        </button>
      ) : (
        <button key="check" onClick={() => setChecking(true)}>
          確かめる
        </button>
      )
    }
    render(<Steps />)
    doubleClick(screen.getByRole('button'), () => screen.getByRole('button'))
    expect(screen.getByText('送る')).toBeTruthy()
    expect(send).not.toHaveBeenCalled()
  })

  it('presses nothing that only changed its words', () => {
    const send = vi.fn<() => void>()
    function Steps() {
      const [checking, setChecking] = useState(false)
      return <button onClick={() => (checking ? send() : setChecking(true))}>{checking ? '送る' : '確かめる'}</button>
    }
    render(<Steps />)
    doubleClick(screen.getByRole('button'))
    expect(screen.getByText('送る')).toBeTruthy()
    expect(send).not.toHaveBeenCalled()
  })

  it('chooses nothing on the page that came up', () => {
    render(
      <>
        <a href="#next">つぎへ</a>
        <label>
          <input type="checkbox" />
          同意します
        </label>
      </>,
    )
    doubleClick(screen.getByRole('link'), () => screen.getByText('同意します'))
    expect(screen.getByRole('checkbox')).toHaveProperty('checked', false)
  })

  it('does not reach the empty place beside what came up: a dialog stays open', () => {
    const outside = vi.fn<() => void>()
    document.addEventListener('pointerdown', outside)
    render(<button>取り消す</button>)
    const button = screen.getByRole('button')
    doubleClick(button, () => document.body)
    expect(outside).toHaveBeenCalledTimes(1)
    document.removeEventListener('pointerdown', outside)
  })

  it('takes the focus from nothing that was given it by the first', () => {
    render(
      <>
        <button onClick={() => screen.getByRole('textbox').focus()}>つぎへ</button>
        <input />
      </>,
    )
    doubleClick(screen.getByRole('button'))
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
  })

  it('leaves a field alone that was clicked twice', () => {
    render(
      <label>
        <input type="checkbox" />
        同意します
      </label>,
    )
    doubleClick(screen.getByRole('checkbox'))
    expect(screen.getByRole('checkbox')).toHaveProperty('checked', false)
  })
})

describe('single presses', () => {
  it('count each, one after the other', () => {
    const press = vi.fn<() => void>()
    render(<button onClick={press}>足す</button>)
    fireEvent.click(screen.getByRole('button'), { detail: 1 })
    fireEvent.click(screen.getByRole('button'), { detail: 1 })
    expect(press).toHaveBeenCalledTimes(2)
  })

  it('of a keyboard or a voice count as well', () => {
    const press = vi.fn<() => void>()
    render(<button onClick={press}>足す</button>)
    fireEvent.click(screen.getByRole('button'), { detail: 0 })
    expect(press).toHaveBeenCalledTimes(1)
  })

  it('are one while Enter is held down; a text of several lines takes them all', () => {
    render(
      <>
        <button>足す</button>
        <textarea />
      </>,
    )
    expect(fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter' })).toBe(true)
    expect(fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter', repeat: true })).toBe(false)
    expect(fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter', repeat: true })).toBe(true)
  })
})
