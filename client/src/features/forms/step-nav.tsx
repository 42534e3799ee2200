import { Circle, CircleAlert, CircleCheck, Pencil, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import type { TaskState } from '../../ui/task-list.tsx'

const LOOKS = {
  todo: { icon: Circle, tone: 'mute' },
  part: { icon: Pencil, tone: '' },
  done: { icon: CircleCheck, tone: 'ok' },
  ask: { icon: TriangleAlert, tone: 'warn' },
  err: { icon: CircleAlert, tone: 'danger' },
} as const

/** The parts of a long form beside one of them, from 1280 px (PAGES 2.8). */
export function StepNav(props: { steps: readonly { key: string; title: string; to: string; state: TaskState }[]; current: string }) {
  const { t } = useTranslation('employer')
  return (
    <nav aria-label={t('form.parts')} className="hidden xl:block">
      <ol className="small grid gap-0.5">
        {props.steps.map((step, index) => {
          const { icon, tone } = LOOKS[step.state.kind]
          const here = step.key === props.current
          return (
            <li key={step.key}>
              <Link
                to={step.to}
                className={`flex min-h-9 items-center gap-2 rounded-6 px-2 text-ink no-underline ${here ? 'bg-key-50 b' : ''}`}
                aria-current={here ? 'step' : undefined}
              >
                <span className={tone}>
                  <Icon of={icon} size="s" />
                  <span className="sr">{t(`form.state.${step.state.kind}`)}</span>
                </span>
                {index + 1} {step.title}
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
