import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { Count } from './badge.tsx'
import { Link } from './link.tsx'

interface TabsProps {
  label: string
  items: readonly { id: string; label: ReactNode; count?: number | undefined; content: ReactNode }[]
  selected?: string | undefined
  onSelect?: ((id: string) => void) | undefined
}

/** Parts of one thing on one page; arrow keys move between them. */
export function Tabs(props: TabsProps) {
  const { label, items, selected, onSelect } = props
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
      keyboardActivation="manual"
    >
      <TabList aria-label={label} className="tabs">
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="tab">
            {item.label}
            {item.count !== undefined && <Count value={item.count} quiet />}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="tabpanel">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

interface TabLinksProps {
  label: string
  items: readonly ({ label: ReactNode; count?: number | undefined; current?: boolean | undefined } & (
    { to: string } | { onPress: () => void }
  ))[]
}

/** The same looks for places: states in the URL, parts of a long page, or a filter switched in place. */
export function TabLinks(props: TabLinksProps) {
  const { label, items } = props
  return (
    <nav className="tabs no-print" aria-label={label}>
      {items.map((item, index) => {
        const words = (
          <>
            {item.label}
            {item.count !== undefined && <Count value={item.count} quiet />}
          </>
        )
        const current = item.current ? 'true' : undefined
        return 'to' in item ? (
          <Link key={index} to={item.to} aria-current={current}>
            {words}
          </Link>
        ) : (
          <button key={index} type="button" aria-current={current} onClick={item.onPress}>
            {words}
          </button>
        )
      })}
    </nav>
  )
}
