import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { formatYen } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { type ListEntry, SearchList } from '../../ui/search-list.tsx'
import { InlineSelect } from '../../ui/select.tsx'
import type { JobsSearch } from './jobs-search.ts'

/** What is offered to choose from; any other value in the URL is offered too. */
const HOURLY = [1000, 1050, 1100, 1150, 1200, 1250, 1300, 1400, 1500, 1750, 2000]
const MONTHLY = [160_000, 180_000, 200_000, 220_000, 240_000, 260_000, 280_000, 300_000, 350_000, 400_000]
const offered = (amounts: readonly number[], chosen: number | undefined): number[] =>
  chosen === undefined || amounts.includes(chosen) ? [...amounts] : [...amounts, chosen].toSorted((a, b) => a - b)

/** One topic of the conditions; rare ones start closed. */
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

interface AmountProps {
  label: string
  value: number | undefined
  amounts: readonly number[]
  text: (amount: number) => string
  onChange: (value: number | undefined) => void
}

/** One limit out of a few usual ones. */
export function Amount({ label, value, amounts, text, onChange }: AmountProps) {
  return (
    <div className="my-1">
      <InlineSelect
        label={label}
        value={value === undefined ? '' : String(value)}
        empty={label}
        options={offered(amounts, value).map((amount) => ({ value: String(amount), label: text(amount) }))}
        onChange={(chosen) => onChange(chosen === '' ? undefined : Number(chosen))}
      />
    </div>
  )
}

/** The least wage, by the hour or by the month. */
export function WageFrom(props: {
  search: JobsSearch
  onChange: (values: { hourly: number | undefined; monthly: number | undefined }) => void
}) {
  const { search, onChange } = props
  const { t } = useTranslation('public')
  const [wish, setWish] = useState<'hourly' | 'monthly'>('hourly')
  const basis = search.monthly !== undefined ? 'monthly' : search.hourly !== undefined ? 'hourly' : wish
  const set = (to: 'hourly' | 'monthly', amount: number | undefined) => {
    setWish(to)
    onChange({ hourly: undefined, monthly: undefined, [to]: amount })
  }
  return (
    <>
      <InlineSelect
        label={t('filter.wageBasis')}
        value={basis}
        options={[
          { value: 'hourly', label: t('filter.hourly') },
          { value: 'monthly', label: t('filter.monthly') },
        ]}
        onChange={(to) => set(to === 'monthly' ? 'monthly' : 'hourly', undefined)}
      />
      <Amount
        label={t('filter.anyWage')}
        value={search[basis]}
        amounts={basis === 'hourly' ? HOURLY : MONTHLY}
        text={(yen) => t('filter.wageFrom', { yen: formatYen(yen) })}
        onChange={(amount) => set(basis, amount)}
      />
    </>
  )
}
