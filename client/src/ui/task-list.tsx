import { Check, CircleAlert, Pencil, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from './badge.tsx'
import { Link } from './link.tsx'

/** これから, とちゅう, 入力ずみ, 確かめるところ n, 直すところ n. */
export type TaskState =
  { kind: 'todo' } | { kind: 'part' } | { kind: 'done' } | { kind: 'ask'; count: number } | { kind: 'err'; count: number }

/** One part of a large form: its present content in one line, and its state. */
export interface Task {
  key: string
  to: string
  title: string
  summary?: ReactNode
  state: TaskState
}

/** The state of a part as a badge. */
function TaskBadge({ state }: { state: TaskState }) {
  const { t } = useTranslation('ui')
  if (state.kind === 'err')
    return (
      <Badge kind="err" icon={CircleAlert}>
        {t('task.err', { count: state.count })}
      </Badge>
    )
  if (state.kind === 'ask')
    return (
      <Badge kind="warn" icon={TriangleAlert}>
        {t('task.ask', { count: state.count })}
      </Badge>
    )
  if (state.kind === 'done')
    return (
      <Badge kind="ok" icon={Check}>
        {t('task.done')}
      </Badge>
    )
  if (state.kind === 'part')
    return (
      <Badge kind="key" icon={Pencil}>
        {t('task.part')}
      </Badge>
    )
  return <Badge kind="quiet">{t('task.todo')}</Badge>
}

/** The hub of a long form: parts in any order (PAGES 2.8). */
export function TaskList(props: { label: string; tasks: readonly Task[] }) {
  return (
    <section className="card card-tight" aria-label={props.label}>
      <ol className="list">
        {props.tasks.map((task, index) => (
          <li key={task.key} className="task">
            <div className="task-t">
              <span className="num mute">{index + 1}</span>
              <div>
                <Link to={task.to}>{task.title}</Link>
                {task.summary && <p className="small sub">{task.summary}</p>}
              </div>
            </div>
            <div className="task-s">
              <TaskBadge state={task.state} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
