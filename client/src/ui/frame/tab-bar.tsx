import { type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Count } from '../badge.tsx'
import { Icon } from '../icon.tsx'
import { Link } from '../link.tsx'

interface TabBarProps {
  items: readonly { key: string; to: string; icon: LucideIcon; label: string; count?: number | undefined }[]
  current?: string | undefined
}

export function TabBar(props: TabBarProps) {
  const { t } = useTranslation('ui')
  return (
    <nav className="tabbar no-print" aria-label={t('frame.placesBelow')}>
      {props.items.map((item) => (
        <Link key={item.key} to={item.to} aria-current={item.key === props.current ? 'page' : undefined}>
          <Icon of={item.icon} />
          {item.label}
          {item.count ? <Count value={item.count} /> : null}
        </Link>
      ))}
    </nav>
  )
}
