import { CircleCheck, CirclePause, CircleX, EyeOff, Landmark, Lock, type LucideIcon, PencilLine, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge, type BadgeKind } from '../../ui/badge.tsx'

type Status = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'REJECTED' | 'OPEN' | 'ENDED'

/** R25: a posting that only the counter tells about. */
const SCOPE_HIDDEN = '4'

const LOOKS: Record<Status | 'PAUSED' | 'OPEN_HIDDEN', { kind: BadgeKind; icon: LucideIcon }> = {
  DRAFT: { kind: 'plain', icon: PencilLine },
  SUBMITTED: { kind: 'key', icon: Landmark },
  RETURNED: { kind: 'err', icon: Undo2 },
  REJECTED: { kind: 'err', icon: CircleX },
  OPEN: { kind: 'ok', icon: CircleCheck },
  OPEN_HIDDEN: { kind: 'ok', icon: EyeOff },
  PAUSED: { kind: 'warn', icon: CirclePause },
  ENDED: { kind: 'quiet', icon: Lock },
}

/** The state of an own posting in words. */
export function EmployerPostingBadge(props: { status: Status; paused?: boolean | undefined; scope?: string | null | undefined }) {
  const { t } = useTranslation('employer')
  const key = props.status === 'OPEN' ? openKey(props) : props.status
  const badge = (
    <Badge kind={LOOKS[key].kind} icon={LOOKS[key].icon}>
      {t(`postingStatus.${key}`)}
    </Badge>
  )
  if (key !== 'SUBMITTED') return badge
  return (
    <span className="inline-flex flex-col items-start">
      {badge}
      <span className="small mute whitespace-nowrap">{t('atOffice')}</span>
    </span>
  )
}

function openKey({ paused, scope }: { paused?: boolean | undefined; scope?: string | null | undefined }) {
  if (paused) return 'PAUSED'
  return scope === SCOPE_HIDDEN ? 'OPEN_HIDDEN' : 'OPEN'
}
