import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

interface EmptyProps {
  icon: LucideIcon
  /** What is not here, in one sentence. */
  title: ReactNode
  /** What brings it here, in one sentence. */
  children?: ReactNode
  /** One button. */
  action?: ReactNode
  level?: 1 | 2 | 3 | undefined
}

/** Nothing here yet, and how something comes here. */
export function Empty(props: EmptyProps) {
  const { icon, title, children, action, level = 2 } = props
  const Heading = `h${level}` as const
  return (
    <div className="empty">
      <Icon of={icon} />
      <Heading>{title}</Heading>
      {children && <div className="sub mt-2">{children}</div>}
      {action && <div className="btns mt-4 justify-center">{action}</div>}
    </div>
  )
}
