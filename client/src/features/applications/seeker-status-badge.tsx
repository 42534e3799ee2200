import { CircleAlert, CircleCheck, CircleMinus, FileSearch, type LucideIcon, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge, type BadgeKind } from '../../ui/badge.tsx'

type Status = 'APPLIED' | 'CANCELLED' | 'WITHDRAWN' | 'HIRED' | 'NOT_HIRED' | 'LAPSED' | 'VOIDED'

const LOOKS: Record<Status, { kind: BadgeKind; icon: LucideIcon }> = {
  APPLIED: { kind: 'key', icon: FileSearch },
  HIRED: { kind: 'ok', icon: CircleCheck },
  NOT_HIRED: { kind: 'quiet', icon: CircleMinus },
  CANCELLED: { kind: 'quiet', icon: Undo2 },
  WITHDRAWN: { kind: 'quiet', icon: Undo2 },
  LAPSED: { kind: 'warn', icon: CircleAlert },
  VOIDED: { kind: 'quiet', icon: CircleMinus },
}

/** The state of an application in a seeker's words. */
export function SeekerStatusBadge(props: { status: Status }) {
  const { t } = useTranslation('seeker')
  return (
    <Badge kind={LOOKS[props.status].kind} icon={LOOKS[props.status].icon}>
      {t(`status.${props.status}`)}
    </Badge>
  )
}
