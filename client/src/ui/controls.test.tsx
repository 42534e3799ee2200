import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { type ReactNode, useRef, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Button } from './button.tsx'
import { Checks } from './choices.tsx'
import { DateParts } from './date-parts.tsx'
import { ConfirmDialog } from './dialog.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FileDrop, type FileRow } from './file-drop.tsx'
import { EmployerFrame } from './frame/employer-frame.tsx'
import { SeekerFrame } from './frame/seeker-frame.tsx'
import { LinkProvider } from './link.tsx'
import { LoadMore } from './load-more.tsx'
import { Money, NumberField } from './number-field.tsx'
import { PageTitle } from './page-title.tsx'
import { SavedLine } from './saved-line.tsx'
import { SearchList } from './search-list.tsx'
import { TextField } from './text-field.tsx'
import { useToast } from './toast.tsx'
import { UiProvider } from './ui-provider.tsx'

const NOW = Date.parse('2026-11-20T10:24:00+09:00')
const show = (children: ReactNode) => render(<UiProvider readClock={() => NOW}>{children}</UiProvider>)

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a button', () => {
  it('that is unavailable keeps the focus, says why, and does nothing', () => {
    const press = vi.fn<(...args: unknown[]) => void>()
    show(
      <Button unavailable="のこり5項目を書くと、申し込めます。" onPress={press}>
        申し込む
      </Button>,
    )
    const button = screen.getByRole('button', { name: '申し込む' })
    button.focus()
    expect(document.activeElement).toBe(button)
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe('のこり5項目を書くと、申し込めます。')
    fireEvent.click(button)
    expect(press).not.toHaveBeenCalled()
  })

  it('that is running says so and ignores the second press, also as a form’s submit', () => {
    const submit = vi.fn<(event: { preventDefault: () => void }) => void>((event) => event.preventDefault())
    function Form() {
      const [busy, setBusy] = useState(false)
      return (
        <form
          onSubmit={(event) => {
            submit(event)
            setBusy(true)
          }}
        >
          <Button type="submit" busy={busy}>
            応募する
          </Button>
        </form>
      )
    }
    show(<Form />)
    fireEvent.click(screen.getByRole('button', { name: '応募する' }))
    const running = screen.getByRole('button', { name: '送っています' })
    expect(running.getAttribute('aria-busy')).toBe('true')
    fireEvent.click(running)
    expect(submit).toHaveBeenCalledTimes(1)
  })
})

function Text(props: { start: string; limit?: number; tidy?: (text: string) => string }) {
  const [value, setValue] = useState(props.start)
  return <TextField {...props} label="手当" required value={value} onChange={setValue} />
}

describe('a field', () => {
  it('says 必須 in words and ties hint and problem to its control', () => {
    show(
      <TextField
        id="phone"
        label="電話番号"
        required
        hint="例:03-0000-0000"
        value="03"
        onChange={() => undefined}
        problem={{ severity: 'ERROR', message: 'けた数が足りません。' }}
      />,
    )
    const input = screen.getByLabelText(/電話番号.*必須/u)
    expect(input.getAttribute('aria-invalid')).toBe('true')
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)
    expect(described).toEqual(['例:03-0000-0000', '直してください:けた数が足りません。'])
  })

  it('that is to be confirmed offers the proposed value and the present one', () => {
    const accept = vi.fn<(...args: unknown[]) => void>()
    const keep = vi.fn<(...args: unknown[]) => void>()
    show(
      <TextField
        label="労働日数"
        value="21.5"
        onChange={() => undefined}
        problem={{
          severity: 'CONFIRM',
          message: '20.1日になります。',
          onAcknowledge: keep,
          proposal: { label: '20.1日にする', onAccept: accept },
        }}
      />,
    )
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBeNull()
    expect(screen.getByText('確かめてください:')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '20.1日にする' }))
    fireEvent.click(screen.getByRole('button', { name: 'このままでよい' }))
    expect([accept, keep].map((f) => f.mock.calls.length)).toEqual([1, 1])
  })

  it('counts half-width as a half and never cuts what is too long', () => {
    show(<Text start="あいう12" limit={4} />)
    expect(screen.getByText('4 / 4文字')).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'あいう123' } })
    expect(screen.getByText('4.5 / 4文字。0.5文字多いです')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('あいう123')
  })

  it('shows what was made of the text when it is left, not before', () => {
    show(<Text start="" tidy={(text) => text.normalize('NFKC')} />)
    const input = screen.getByRole<HTMLInputElement>('textbox')
    fireEvent.change(input, { target: { value: '０３' } })
    expect(input.value).toBe('０３')
    fireEvent.blur(input)
    expect(input.value).toBe('03')
  })
})

describe('an amount', () => {
  function Amount(props: { seen: (value: number | null) => void; decimals?: number }) {
    const [value, setValue] = useState<number | null>(185_000)
    const change = (next: number | null) => {
      setValue(next)
      props.seen(next)
    }
    return props.decimals === undefined ? (
      <Money label="基本給" value={value} onChange={change} />
    ) : (
      <NumberField label="日数" unit="日" decimals={props.decimals} value={value} onChange={change} />
    )
  }
  const type = (text: string) => {
    const input = screen.getByRole<HTMLInputElement>('textbox')
    fireEvent.focus(input)
    fireEvent.change(input, { target: { value: text } })
    fireEvent.blur(input)
    return input.value
  }

  it('is read in full width and grouped when the field is left', () => {
    const seen = vi.fn<(...args: unknown[]) => void>()
    show(<Amount seen={seen} />)
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('185,000')
    expect(type('２４０，０００')).toBe('240,000')
    expect(seen).toHaveBeenLastCalledWith(240_000)
  })

  it('that cannot be read stays as typed, with what to do', () => {
    const seen = vi.fn<(...args: unknown[]) => void>()
    show(<Amount seen={seen} />)
    expect(type('二十万')).toBe('二十万')
    expect(seen).toHaveBeenLastCalledWith(null)
    expect(screen.getByText('数字で入れてください。')).toBeTruthy()
    expect(type('200000')).toBe('200,000')
    expect(screen.queryByText('数字で入れてください。')).toBeNull()
  })

  it('takes as many decimals as it should', () => {
    show(<Amount seen={() => undefined} decimals={1} />)
    expect(type('20.1')).toBe('20.1')
    type('20.15')
    expect(screen.getByText('小数点の下は1けたまでで入れてください。')).toBeTruthy()
  })
})

describe('a birthday', () => {
  function Birthday(props: { seen: (value: string) => void }) {
    const [value, setValue] = useState('')
    return (
      <DateParts
        label="生年月日"
        labelText="生年月日"
        birthday
        value={value}
        onChange={(next) => {
          setValue(next)
          props.seen(next)
        }}
      />
    )
  }
  const fill = (part: string, text: string) => fireEvent.change(screen.getByLabelText(`生年月日 ${part}`), { target: { value: text } })

  it('in an era becomes a day of the calendar, with its reading and the age', () => {
    const seen = vi.fn<(...args: unknown[]) => void>()
    show(<Birthday seen={seen} />)
    fill('元号か西暦', '平成')
    fill('年', '５')
    fill('月', '7')
    expect(seen).not.toHaveBeenCalled()
    fill('日', '21')
    expect(seen).toHaveBeenLastCalledWith('1993-07-21')
    expect(screen.getByText('平成5年7月21日(1993年)、33歳')).toBeTruthy()
  })

  it('that does not exist is said so when the field is left', () => {
    const seen = vi.fn<(...args: unknown[]) => void>()
    show(<Birthday seen={seen} />)
    fill('年', '1993')
    fill('月', '2')
    fill('日', '29')
    fireEvent.blur(screen.getByLabelText('生年月日 日'))
    expect(seen).not.toHaveBeenCalled()
    expect(screen.getByText('この日は暦にありません。年・月・日を確かめてください。')).toBeTruthy()
  })
})

describe('choices', () => {
  it('answer in the order of the choices, whatever the order of ticking', () => {
    const change = vi.fn<(...args: unknown[]) => void>()
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
    show(<Checks label="時間" value={['c']} onChange={change} options={options} />)
    fireEvent.click(screen.getByLabelText('a'))
    expect(change).toHaveBeenLastCalledWith(['a', 'c'])
  })

  it('of a long list are found by kana, shown as chips, and limited in number', () => {
    function Places() {
      const [value, setValue] = useState<string[]>([])
      return (
        <SearchList
          label="場所"
          labelText="場所"
          max={1 + 1}
          value={value}
          onChange={setValue}
          entries={[
            { value: 'tokyo', label: '東京都', heading: true },
            { value: 'shiomi', label: '汐見区', parent: 'tokyo', words: 'しおみ' },
            { value: 'wakaba', label: '若葉市', words: 'わかば' },
            { value: 'aonami', label: '青波区', words: 'あおなみ' },
          ]}
        />
      )
    }
    show(<Places />)
    const search = (text: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } })
    search('シオミ')
    fireEvent.click(screen.getByLabelText(/汐見区 東京都/u))
    search('わかば')
    fireEvent.click(screen.getByLabelText('若葉市'))
    const chips = screen.getByRole('list', { name: '場所:選んだもの' })
    expect(within(chips).getAllByRole('button')).toHaveLength(2)
    search('あおなみ')
    fireEvent.click(screen.getByLabelText('青波区'))
    expect(within(chips).getAllByRole('button')).toHaveLength(2)
    expect(screen.getByText(/2件まで選べます/u)).toBeTruthy()
    fireEvent.click(within(chips).getByRole('button', { name: /汐見区/u }))
    expect(within(chips).getAllByRole('button')).toHaveLength(1)
  })
})

describe('files', () => {
  const refused: FileRow = { id: 'x', name: '資格証.heic', size: 655_360, state: 'refused', message: 'この形式は送れません。' }
  const sending: FileRow = { id: 'y', name: '職務経歴書.docx', size: 1_887_436, state: 'sending', percent: 62.4 }

  it('stay with the reason until they are removed, and the focus is not lost', () => {
    const remove = vi.fn<(...args: unknown[]) => void>()
    show(<FileDrop label="応募書類" labelText="応募書類" files={[refused, sending]} onAdd={() => undefined} onRemove={remove} />)
    expect(screen.getByText('この形式は送れません。')).toBeTruthy()
    expect(screen.getByRole('progressbar', { name: '職務経歴書.docxの送信' }).getAttribute('aria-valuenow')).toBe('62')
    fireEvent.click(screen.getByRole('button', { name: '資格証.heicを取り除く' }))
    expect(remove).toHaveBeenCalledWith('x')
    expect(document.activeElement?.textContent).toContain('ファイルを選ぶ')
  })

  it('can be dropped, one where only one is wanted', () => {
    const add = vi.fn<(...args: unknown[]) => void>()
    const { container } = show(
      <FileDrop label="写真" labelText="写真" multiple={false} files={[]} onAdd={add} onRemove={() => undefined} />,
    )
    const files = [new File(['a'], 'a.png'), new File(['b'], 'b.png')]
    const drop = container.querySelector('.drop')
    if (drop) fireEvent.drop(drop, { dataTransfer: { files } })
    expect(add).toHaveBeenCalledWith([files[0]])
  })
})

describe('the summary of problems', () => {
  const problems = [
    { fieldId: 'days', severity: 'CONFIRM' as const, message: '休日と合いません' },
    { fieldId: 'phone', severity: 'ERROR' as const, message: 'けた数が足りません' },
  ]
  const page = (presses: number) => (
    <UiProvider>
      <ErrorSummary problems={problems} presses={presses} />
      <TextField id="phone" label="電話番号" value="" onChange={() => undefined} />
    </UiProvider>
  )

  it('lists red before orange and takes the focus with each press', () => {
    const { rerender } = render(page(0))
    expect(document.activeElement).toBe(document.body)
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['けた数が足りません', '休日と合いません'])
    rerender(page(1))
    expect(document.activeElement?.textContent).toContain('直すところが1つあります')
  })

  it('leads to the field', () => {
    render(page(1))
    fireEvent.click(screen.getByRole('link', { name: 'けた数が足りません' }))
    expect(document.activeElement?.id).toBe('phone')
  })
})

describe('a toast', () => {
  function Page(props: { undo: () => void }) {
    const toast = useToast()
    return <Button onPress={() => toast.show({ message: 'お気に入りに入れました', undo: { onUndo: props.undo } })}>入れる</Button>
  }

  it('goes after six seconds, but stays while somebody is on it', () => {
    vi.useFakeTimers()
    show(<Page undo={() => undefined} />)
    fireEvent.click(screen.getByRole('button', { name: '入れる' }))
    act(() => void vi.advanceTimersByTime(5999))
    const toast = screen.getByText('お気に入りに入れました').closest('.toast') as HTMLElement
    fireEvent.pointerEnter(toast)
    act(() => void vi.advanceTimersByTime(60_000))
    expect(screen.queryByText('お気に入りに入れました')).not.toBeNull()
    fireEvent.pointerLeave(toast)
    act(() => void vi.advanceTimersByTime(6000))
    expect(screen.queryByText('お気に入りに入れました')).toBeNull()
  })

  it('can be undone once', () => {
    const undo = vi.fn<(...args: unknown[]) => void>()
    show(<Page undo={undo} />)
    fireEvent.click(screen.getByRole('button', { name: '入れる' }))
    fireEvent.click(screen.getByRole('button', { name: '元にもどす' }))
    expect(undo).toHaveBeenCalledTimes(1)
    expect(screen.queryByText('お気に入りに入れました')).toBeNull()
  })
})

describe('more rows', () => {
  function Rows() {
    const list = useRef<HTMLUListElement>(null)
    const [shown, setShown] = useState(2)
    return (
      <>
        <ul ref={list}>
          {Array.from({ length: shown }, (_, index) => (
            <li key={index}>
              <a href={`#${index}`}>求人{index + 1}</a>
            </li>
          ))}
        </ul>
        <LoadMore shown={shown} total={5} next={20} list={list} onMore={() => setShown(5)} />
      </>
    )
  }

  it('put the focus on the first new one and end with the last', () => {
    show(<Rows />)
    expect(screen.getByText('5件のうち 2件')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'つぎの3件を見る' }))
    expect(document.activeElement?.textContent).toBe('求人3')
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText('全5件')).toBeTruthy()
  })
})

describe('a confirmation', () => {
  it('is a dialog with its verb, and Esc is the way back', () => {
    const confirm = vi.fn<(...args: unknown[]) => void>()
    const cancel = vi.fn<(...args: unknown[]) => void>()
    show(<ConfirmDialog open title="応募を取り消しますか" confirmLabel="取り消す" danger onConfirm={confirm} onCancel={cancel} />)
    const dialog = screen.getByRole('dialog', { name: '応募を取り消しますか' })
    fireEvent.click(within(dialog).getByRole('button', { name: '取り消す' }))
    expect(confirm).toHaveBeenCalledTimes(1)
    fireEvent.keyDown(dialog, { key: 'Escape' })
    expect(cancel).toHaveBeenCalledTimes(1)
  })
})

describe('the saved line', () => {
  it('says when, that it is saving, and that it waits', () => {
    const { rerender } = show(<SavedLine state={{ kind: 'saved', at: '2026-11-20T10:24:08+09:00' }} />)
    expect(screen.getByRole('status').textContent).toBe('10:24:08 に保存しました')
    rerender(
      <UiProvider>
        <SavedLine state={{ kind: 'waiting' }} />
      </UiProvider>,
    )
    expect(screen.getByRole('status').textContent).toBe('つながったら保存します')
  })
})

describe('frames', () => {
  it('name the role, mark the current place, and put what is unread before the title', () => {
    show(
      <SeekerFrame demo current="messages" name="水野 はるか" counts={{ messages: 3 }} onSignOut={() => undefined}>
        <PageTitle>メッセージ</PageTitle>
      </SeekerFrame>,
    )
    const places = screen.getByRole('navigation', { name: '主なページ' })
    expect(within(places).getByRole('link', { current: 'page' }).textContent).toBe('メッセージ3件')
    expect(screen.getByText('求職者')).toBeTruthy()
    expect(screen.getByText('見本')).toBeTruthy()
    expect(document.title).toBe('(3) メッセージ | まどぐち')
  })

  it('take the focus to the heading of the next page', () => {
    const { rerender } = show(<PageTitle pageKey="a">ひとつめ</PageTitle>)
    rerender(
      <UiProvider>
        <PageTitle pageKey="b">ふたつめ</PageTitle>
      </UiProvider>,
    )
    expect(document.activeElement?.textContent).toBe('ふたつめ')
  })

  it('sign out from the name’s menu, and lead through the app’s own links', () => {
    const out = vi.fn<(...args: unknown[]) => void>()
    show(
      <LinkProvider link={({ to, children }) => <a href={`/app${to}`}>{children}</a>} navigate={() => undefined}>
        <EmployerFrame
          name="森下 なつき"
          establishment={{ name: '株式会社あさなぎ製作室' }}
          places={['home', 'applicants']}
          counts={{ applicants: 5 }}
          onSignOut={out}
        >
          <PageTitle>ホーム</PageTitle>
        </EmployerFrame>
      </LinkProvider>,
    )
    const places = screen.getByRole('navigation', { name: '主なページ' })
    expect(
      within(places)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['/app/employer', '/app/employer/applicants'])
    fireEvent.click(screen.getByRole('button', { name: '森下 なつきのメニュー' }))
    fireEvent.click(screen.getByRole('menuitem', { name: 'ログアウト' }))
    expect(out).toHaveBeenCalledTimes(1)
  })
})
