import type { LucideIcon } from 'lucide-react'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Count } from './badge.tsx'
import { Icon } from './icon.tsx'
import { useNavigateTo } from './link.tsx'

/** A place or an act. */
export type MenuEntry = {
  key: string
  label: ReactNode
  icon?: LucideIcon | undefined
  count?: number | undefined
  danger?: boolean | undefined
} & ({ to: string } | { onPress: () => void })

interface MenuProps {
  label: string
  entries: readonly MenuEntry[]
  /** What is seen of it; an icon alone is enough for menu and more. */
  icon?: LucideIcon | undefined
  children?: ReactNode
  className?: string | undefined
  /** A small arrow after the words. */
  arrow?: boolean | undefined
}

/** A button that opens a list; arrow keys, Esc and typing work as in the system's menus. */
export function Menu(props: MenuProps) {
  const { label, entries, icon, children, className = 'iconbtn', arrow } = props
  const navigate = useNavigateTo()
  const act = (key: string) => {
    const entry = entries.find((e) => e.key === key)
    if (!entry) return
    if ('to' in entry) navigate(entry.to)
    else entry.onPress()
  }
  return (
    <MenuTrigger>
      <AriaButton className={className} aria-label={label}>
        {icon && <Icon of={icon} size={children ? 'm' : 'l'} />}
        {children}
        {arrow && <Icon of={ChevronDown} size="s" />}
      </AriaButton>
      <Popover className="menu-pop" placement="bottom end">
        <AriaMenu className="menu" aria-label={label} onAction={(key) => act(String(key))}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.key}
              id={entry.key}
              className={entry.danger ? 'menu-i danger' : 'menu-i'}
              textValue={typeof entry.label === 'string' ? entry.label : entry.key}
            >
              {entry.icon && <Icon of={entry.icon} />}
              {entry.label}
              {entry.count ? <Count value={entry.count} /> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
