import { CircleCheck, CirclePause, CircleX, Landmark, Lock, type LucideIcon, PencilLine, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge, type BadgeKind } from '../../ui/badge.tsx'

type Status = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'REJECTED' | 'OPEN' | 'ENDED'

const LOOKS: Record<Status | 'PAUSED', { kind: BadgeKind; icon: LucideIcon }> = {
  DRAFT: { kind: 'plain', icon: PencilLine },
  SUBMITTED: { kind: 'key', icon: Landmark },
  RETURNED: { kind: 'err', icon: Undo2 },
  REJECTED: { kind: 'err', icon: CircleX },
  OPEN: { kind: 'ok', icon: CircleCheck },
  PAUSED: { kind: 'warn', icon: CirclePause },
  ENDED: { kind: 'quiet', icon: Lock },
}

/** The state of an own posting in words. */
export function EmployerPostingBadge(props: { status: Status; paused?: boolean | undefined }) {
  const { t } = useTranslation('employer')
  const key = props.status === 'OPEN' && props.paused ? 'PAUSED' : props.status
  return (
    <Badge kind={LOOKS[key].kind} icon={LOOKS[key].icon}>
      {t(`postingStatus.${key}`)}
    </Badge>
  )
}
