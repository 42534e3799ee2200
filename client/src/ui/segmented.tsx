import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

interface SegmentedProps<Value extends string> {
  label: string
  items: readonly { value: Value; label: ReactNode; icon?: LucideIcon | undefined }[]
  value: Value
  onChange: (value: Value) => void
}

/** Two or three views of the same thing. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, items, value, onChange } = props
  return (
    <div className="seg" role="group" aria-label={label}>
      {items.map((item) => (
        <button key={item.value} type="button" aria-pressed={item.value === value} onClick={() => onChange(item.value)}>
          {item.icon && <Icon of={item.icon} size="s" />}
          {item.label}
        </button>
      ))}
    </div>
  )
}
