import { CircleAlert, CircleCheck, CircleDot, CircleMinus, type LucideIcon, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge, type BadgeKind } from '../../ui/badge.tsx'

type Status = 'APPLIED' | 'CANCELLED' | 'WITHDRAWN' | 'HIRED' | 'NOT_HIRED' | 'LAPSED' | 'VOIDED'

const LOOKS: Record<Status | 'OVERDUE', { kind: BadgeKind; icon: LucideIcon }> = {
  APPLIED: { kind: 'key', icon: CircleDot },
  OVERDUE: { kind: 'err', icon: CircleAlert },
  HIRED: { kind: 'ok', icon: CircleCheck },
  NOT_HIRED: { kind: 'quiet', icon: CircleMinus },
  CANCELLED: { kind: 'quiet', icon: Undo2 },
  WITHDRAWN: { kind: 'quiet', icon: Undo2 },
  LAPSED: { kind: 'warn', icon: CircleAlert },
  VOIDED: { kind: 'quiet', icon: CircleMinus },
}

/** The state of an application as its employer speaks of it. */
export function EmployerApplicationBadge(props: { status: Status; overdue: boolean }) {
  const { t } = useTranslation('employer')
  const key = props.status === 'APPLIED' && props.overdue ? 'OVERDUE' : props.status
  return (
    <Badge kind={LOOKS[key].kind} icon={LOOKS[key].icon}>
      {t(`applicationStatus.${key}`)}
    </Badge>
  )
}
