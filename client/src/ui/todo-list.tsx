import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'

/** What waits, about what, until when, and the one button that does it. */
export interface TodoItem {
  key: string
  icon: LucideIcon
  title: ReactNode
  about: ReactNode
  due?: ReactNode
  action: { label: string; to: string } | { label: string; onPress: () => void }
}

interface TodoListProps {
  items: readonly TodoItem[]
  label?: string | undefined
  /** false where another button is the page's primary. */
  primary?: boolean | undefined
  /** On desks: the limit before the button instead of below the words. */
  dueBeside?: boolean | undefined
}

/** On every home: in the order given, the first row's button is the page's primary (PAGES 1.3). */
export function TodoList(props: TodoListProps) {
  const { items, label, primary = true, dueBeside } = props
  const { t } = useTranslation('ui')
  return (
    <section className="card card-tight" aria-label={label ?? t('todo.label')}>
      <ul className="list">
        {items.map((item, index) => {
          const variant = primary && index === 0 ? 'primary' : 'secondary'
          return (
            <li key={item.key} className={dueBeside ? 'todo todo-beside' : 'todo'}>
              <span className="todo-i">
                <Icon of={item.icon} />
              </span>
              <div className="min-w-0">
                <p className="b todo-t">{item.title}</p>
                <p className="small sub bits">{item.about}</p>
              </div>
              {item.due && <div className="todo-due">{item.due}</div>}
              <div className="todo-act">
                {'to' in item.action ? (
                  <LinkButton to={item.action.to} variant={variant} size="s" className="w-full">
                    {item.action.label}
                  </LinkButton>
                ) : (
                  <Button variant={variant} size="s" className="w-full" onPress={item.action.onPress}>
                    {item.action.label}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
