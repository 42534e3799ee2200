import type { LucideIcon } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useContext, useEffect, useRef } from 'react'
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Collection, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { type ControlIds, inputClass } from './field.tsx'
import { Icon } from './icon.tsx'

export interface SuggestOption {
  key: string
  label: string
  /** What tells it from others of its name, or why it is offered. */
  note?: string | undefined
}
export interface SuggestGroup {
  title: string
  options: readonly SuggestOption[]
}

interface SuggestBoxProps {
  label: string
  value: string
  onChange: (text: string) => void
  /** None closes the list. */
  groups: readonly SuggestGroup[]
  onChoose: (key: string) => void
  /** Enter while nothing in the list is marked; a word under composition is never sent. */
  onEnter?: (() => void) | undefined
  onFocus?: (() => void) | undefined
  onLeave?: (() => void) | undefined
  /** The list comes with the focus, not only with the first letter. */
  atOnce?: boolean | undefined
  icon?: LucideIcon | undefined
  ids?: ControlIds | undefined
  small?: boolean | undefined
}

/** Pixels: a phone's keyboard leaves about so much. */
const MOST_HEIGHT = 320

/** The key that ends a composition belongs to the input method; Safari tells so by the number alone. */
const COMPOSING = 229

/** A text with suggestions below it: arrows, Enter and Esc as in the system's lists, the text stays free. */
export function SuggestBox(props: SuggestBoxProps) {
  const { label, value, onChange, groups, onChoose, onEnter, onFocus, onLeave, atOnce, icon, ids, small } = props
  const filled = groups.filter(({ options }) => options.length > 0)
  /** The list belongs to what is being written: not to what was chosen, sent or left with Esc. */
  const writing = useRef(false)
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === COMPOSING) return event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Enter') writing.current = false
    const marked = (event.target as HTMLElement).getAttribute('aria-activedescendant')
    if (event.key !== 'Enter' || marked || !onEnter) return
    event.preventDefault()
    event.stopPropagation()
    onEnter()
  }
  return (
    <ComboBox
      className="suggest"
      aria-label={label}
      items={filled.map((group) => ({ ...group, id: group.title }))}
      value={null}
      onChange={(key) => {
        if (key === null) return
        writing.current = false
        onChoose(String(key))
      }}
      inputValue={value}
      onInputChange={(text) => {
        writing.current = true
        onChange(text)
      }}
      allowsCustomValue
      menuTrigger={atOnce ? 'focus' : 'input'}
      onFocus={() => onFocus?.()}
      onBlur={() => onLeave?.()}
    >
      <div onKeyDownCapture={keys} className="relative">
        <Input
          id={ids?.id}
          type="search"
          enterKeyHint="search"
          className={inputClass(
            ids ?? { asked: false },
            'full',
            [!ids && 'm-0', icon && 'pl-11', small && 'input-s'].filter(Boolean).join(' '),
          )}
          aria-describedby={ids?.describedBy}
        />
        {icon && (
          <span className={`mute pointer-events-none absolute left-3 flex ${small ? 'bottom-2.25' : 'bottom-3.5'}`}>
            <Icon of={icon} />
          </span>
        )}
      </div>
      <OpenWhenFilled list={filled.flatMap(({ options }) => options.map(({ key }) => key)).join(' ')} writing={writing} />
      <Popover className="menu-pop suggest-pop" placement="bottom start" maxHeight={MOST_HEIGHT}>
        <ListBox<(typeof filled)[number] & { id: string }> className="menu">
          {(group) => (
            <ListBoxSection>
              <Header className={filled.length > 1 ? 'small mute px-3 pt-1' : 'sr'}>{group.title}</Header>
              <Collection items={group.options}>
                {({ key, label: name, note }) => (
                  <ListBoxItem id={key} className="menu-i" textValue={name}>
                    <span>
                      {name}
                      {note && <span className="small sub"> {note}</span>}
                    </span>
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** Suggestions come later than the letter they are for; only then is there a list to open. */
function OpenWhenFilled({ list, writing }: { list: string; writing: RefObject<boolean> }) {
  const state = useContext(ComboBoxStateContext)
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  })
  useEffect(() => {
    const now = latest.current
    if (list !== '' && writing.current && now && !now.isOpen && now.isFocused) now.open(null, 'input')
  }, [list, writing])
  return null
}
