import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'

interface CardProps {
  children: ReactNode
  title?: ReactNode
  level?: 2 | 3 | undefined
  icon?: LucideIcon | undefined
  /** Beside the title: a link, a countdown. */
  aside?: ReactNode
  /** The name of a card without a title. */
  label?: string | undefined
  as?: 'section' | 'article' | 'div' | 'li' | undefined
  /** Without inner space, for tables and lists with their own. */
  flush?: boolean | undefined
  /** Half the inner space above and below, around lists of rows. */
  tight?: boolean | undefined
  small?: boolean | undefined
  id?: string | undefined
  className?: string | undefined
}

/** A white surface for one thing. */
export function Card(props: CardProps) {
  const { children, title, level = 2, icon, aside, label, as: Tag = 'section', flush, tight, small, id, className } = props
  const titleId = useId()
  const Heading = `h${level}` as const
  const shape = ['card', flush && 'card-flush', tight && 'card-tight', small && 'small', className].filter(Boolean).join(' ')
  const named = Tag === 'section' || Tag === 'article'
  return (
    <Tag
      id={id}
      className={shape}
      aria-labelledby={named && title !== undefined ? titleId : undefined}
      aria-label={named && title === undefined ? label : undefined}
    >
      {title !== undefined && (
        <div className="card-h">
          <Heading id={titleId} className={icon ? 'row' : undefined}>
            {icon && (
              <span className="mute">
                <Icon of={icon} />
              </span>
            )}
            {title}
          </Heading>
          {aside}
        </div>
      )}
      {children}
    </Tag>
  )
}
