import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type ListEntry, SearchList } from '../../ui/search-list.tsx'
import { InlineSelect } from '../../ui/select.tsx'
import { Check } from '../../ui/choices.tsx'
import { type changed, type Flag, type JobsSearch } from './jobs-search.ts'

/** Smallest first. */
const offered = (amounts: readonly number[], chosen: number | undefined): number[] =>
  chosen === undefined || amounts.includes(chosen) ? [...amounts] : [...amounts, chosen].toSorted((a, b) => a - b)

/** A choice with the number of postings behind it. */
export interface FacetValue {
  value: string
  label: string
  count: number
}

/** What the topics of the panel share: what is set, how to change it, and the counts of a filter's field. */
export interface Panel {
  search: JobsSearch
  change: (values: Parameters<typeof changed>[1]) => void
  of: (field: string) => readonly FacetValue[]
}

type ListKey = 'muni' | 'major' | 'occ' | 'ind' | 'time' | 'type' | 'sys' | 'off' | 'ins'

const toggled = (list: readonly string[] | undefined, value: string, on: boolean) =>
  on ? [...(list ?? []), value] : (list ?? []).filter((one) => one !== value)

/** Choices of one filter, any of them. */
export function Boxes({ panel, list, values }: { panel: Panel; list: ListKey; values: readonly FacetValue[] }) {
  const chosen = panel.search[list]
  return values.map(({ value, label, count }) => (
    <Check
      key={value}
      checked={chosen?.includes(value) ?? false}
      count={count}
      onChange={(on) => panel.change({ [list]: toggled(chosen, value, on) })}
    >
      {label}
    </Check>
  ))
}

/** Yes-no filters. */
export function Flags({ panel, names }: { panel: Panel; names: readonly Flag[] }) {
  const chosen = panel.search.flags
  return names.map((flag) =>
    panel.of(flag).map(({ label, count }) => (
      <Check
        key={flag}
        checked={chosen?.includes(flag) ?? false}
        count={count}
        onChange={(on) => panel.change({ flags: toggled(chosen, flag, on) as Flag[] })}
      >
        {label}
      </Check>
    )),
  )
}

/** One topic of the conditions; rare ones start closed, unless something in them is set. */
export function Group(props: { title: string; closed?: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(props.closed !== true)
  return (
    <details className="group border-t border-line py-2" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between b lg:min-h-9">
        {props.title}
        <span className="group-open:rotate-180">
          <Icon of={ChevronDown} size="s" />
        </span>
      </summary>
      <div className="grid" role="group" aria-label={props.title}>
        {props.children}
      </div>
    </details>
  )
}

/** A list too long for boxes, searched in its own window. */
export function LongChoice(props: {
  button: string
  entries: readonly ListEntry[]
  value: readonly string[]
  onChange: (value: string[]) => void
}) {
  const { button, entries, value, onChange } = props
  const { t } = useTranslation('public')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="small inline-flex min-h-11 items-center justify-self-start text-key-1000 underline lg:min-h-8"
        onClick={() => setOpen(true)}
      >
        {button}
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={button}
        sheet
        actions={
          <Button variant="primary" wide onPress={() => setOpen(false)}>
            {t('filter.chosen')}
          </Button>
        }
      >
        <SearchList
          label={<span className="sr">{button}</span>}
          labelText={button}
          mark={false}
          entries={entries}
          value={value}
          onChange={onChange}
        />
      </Dialog>
    </>
  )
}

interface OneOfProps {
  label: string
  value: string | undefined
  options: readonly { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

/** One value out of a few; the label stands where nothing is chosen. */
export function OneOf({ label, value, options, onChange }: OneOfProps) {
  return (
    <div className="my-1">
      <InlineSelect
        label={label}
        value={value ?? ''}
        empty={label}
        options={options}
        onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
      />
    </div>
  )
}

interface AmountProps {
  label: string
  value: number | undefined
  amounts: readonly number[]
  text: (amount: number) => string
  onChange: (value: number | undefined) => void
}

/** One limit out of a few usual ones; any other in the URL is offered too. */
export function Amount({ label, value, amounts, text, onChange }: AmountProps) {
  return (
    <OneOf
      label={label}
      value={value === undefined ? undefined : String(value)}
      options={offered(amounts, value).map((amount) => ({ value: String(amount), label: text(amount) }))}
      onChange={(chosen) => onChange(chosen === undefined ? undefined : Number(chosen))}
    />
  )
}
