import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from './badge.tsx'
import { Field, type FieldProps, inputClass } from './field.tsx'
import { formatNumber } from './format.ts'
import { Icon } from './icon.tsx'

/** One entry of a long list; entries with the same parent lie one level below it. */
export interface ListEntry {
  value: string
  label: string
  /** Value of the entry above. */
  parent?: string | undefined
  /** Only a heading: it can be opened, not chosen. */
  heading?: boolean | undefined
  /** Other ways to find it: kana, codes. */
  words?: string | undefined
  note?: ReactNode
  count?: number | undefined
}

interface SearchListProps extends FieldProps {
  value: readonly string[]
  onChange: (value: string[]) => void
  onBlur?: (() => void) | undefined
  entries: readonly ListEntry[]
  /** How many may be chosen; 1 makes a choice replace the one before. */
  max?: number | undefined
  labelText: string
  /** The list comes from the server: called with each change of the words; `entries` are then shown as they are. */
  onSearch?: ((text: string) => void) | undefined
}

const SHOWN = 50

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))

/** Occupations and municipalities: words to search by, a tree by level, chosen ones as chips (PAGES 1.5). */
export function SearchList(props: SearchListProps) {
  const { value, onChange, onBlur, entries, max = Number.POSITIVE_INFINITY, labelText, onSearch } = props
  const { t } = useTranslation('ui')
  const searchId = useId()
  const [text, setText] = useState('')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  // Chosen entries keep their names when the server's list has moved on.
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const nameOf = (one: string) => entries.find((e) => e.value === one)?.label ?? names.get(one) ?? one
  const single = max === 1
  const full = !single && value.length >= max

  const choose = (entry: ListEntry, on: boolean) => {
    setNames(new Map(names).set(entry.value, entry.label))
    if (!on) onChange(value.filter((v) => v !== entry.value))
    else if (single) onChange([entry.value])
    else onChange([...value, entry.value])
  }
  const toggle = (entry: ListEntry) => {
    const next = new Set(opened)
    if (!next.delete(entry.value)) next.add(entry.value)
    setOpened(next)
  }

  const parents = new Set(entries.map((e) => e.parent).filter((p) => p !== undefined))
  const words = folded(text).split(/\s+/u).filter(Boolean)
  const searching = words.length > 0
  const path = (entry: ListEntry): ListEntry[] => {
    const above = entries.find((e) => e.value === entry.parent)
    return above ? [...path(above), above] : []
  }
  const hits = !searching
    ? []
    : onSearch
      ? entries.filter((e) => !e.heading)
      : entries.filter((e) => !e.heading && words.every((w) => folded(`${e.label} ${e.words ?? ''}`).includes(w)))

  const tick = (entry: ListEntry, note: ReactNode) => {
    const on = value.includes(entry.value)
    const closed = full && !on
    return (
      <label className={closed ? 'opt-l mute' : 'opt-l'}>
        <input
          type={single ? 'radio' : 'checkbox'}
          name={single ? searchId : undefined}
          checked={on}
          aria-disabled={closed || undefined}
          aria-describedby={closed ? `${searchId}-full` : undefined}
          onChange={(event) => !closed && choose(entry, event.target.checked)}
        />
        <span>
          {entry.label}
          {note && <span className="small sub"> {note}</span>}
        </span>
        {entry.count !== undefined && <span className="n">{formatNumber(entry.count)}</span>}
      </label>
    )
  }
  const level = (parent: string | undefined): ReactNode => {
    const here = entries.filter((e) => e.parent === parent)
    if (!here.length) return null
    return (
      <ul className={parent === undefined ? 'tree' : 'tree tree-in'}>
        {here.map((entry) => {
          const open = opened.has(entry.value)
          const deeper = parents.has(entry.value)
          return (
            <li key={entry.value}>
              <div className="tree-row">
                {deeper ? (
                  <button
                    type="button"
                    className={entry.heading ? 'tree-open' : 'iconbtn'}
                    aria-expanded={open}
                    aria-label={entry.heading ? undefined : t('search.open', { name: entry.label })}
                    onClick={() => toggle(entry)}
                  >
                    <Icon of={open ? ChevronDown : ChevronRight} />
                    {entry.heading && entry.label}
                  </button>
                ) : (
                  <span className="tree-gap" />
                )}
                {!entry.heading && tick(entry, entry.note)}
              </div>
              {deeper && open && level(entry.value)}
            </li>
          )
        })}
      </ul>
    )
  }

  return (
    <Field {...props} group>
      {(ids) => (
        <div
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) onBlur?.()
          }}
        >
          {value.length > 0 && (
            <ul className="chips mt-2" aria-label={`${labelText}${t('common.colon')}${t('search.chosen')}`}>
              {value.map((one) => (
                <li key={one}>
                  <Chip onRemove={() => onChange(value.filter((v) => v !== one))}>{nameOf(one)}</Chip>
                </li>
              ))}
            </ul>
          )}
          <label className="small b mt-3 block" htmlFor={searchId}>
            {t('search.search')}
            <span className="sr">
              {t('common.colon')}
              {labelText}
            </span>
          </label>
          <input
            id={searchId}
            type="search"
            className={inputClass(ids, 'full', 'input-s')}
            autoComplete="off"
            value={text}
            aria-invalid={ids.invalid || undefined}
            aria-describedby={ids.describedBy}
            onChange={(event) => {
              setText(event.target.value)
              onSearch?.(event.target.value)
            }}
          />
          {full && (
            <p className="small sub mt-2" id={`${searchId}-full`}>
              {t('search.full', { count: max })}
            </p>
          )}
          <p className="small sub mt-2" role="status">
            {searching && (hits.length ? t('search.results', { count: hits.length }) : t('search.noHits', { text }))}
          </p>
          {(searching ? hits.length > 0 : entries.some((e) => e.parent === undefined)) && (
            <div className="tree-box" tabIndex={0} role="region" aria-label={labelText}>
              {searching ? (
                <ul className="tree">
                  {hits.slice(0, SHOWN).map((entry) => (
                    <li key={entry.value}>
                      {tick(
                        entry,
                        path(entry)
                          .map((e) => e.label)
                          .join(' › '),
                      )}
                    </li>
                  ))}
                </ul>
              ) : (
                level(undefined)
              )}
              {hits.length > SHOWN && <p className="small mute p-2">{t('search.more', { count: hits.length - SHOWN })}</p>}
            </div>
          )}
        </div>
      )}
    </Field>
  )
}
