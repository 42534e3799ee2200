import { CircleCheck, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { useNow } from '../../ui/server-clock.tsx'

export const ApplyBox_posting = graphql(`
  fragment ApplyBox_posting on Posting {
    id
    postingNumber
    isOpen
    validUntilAt
    viewerCanApply
    office {
      id
      name
      phone
    }
    sheet {
      id
      selfApplication
    }
    applyRefusal {
      code
      message
    }
    viewerApplication {
      id
      appliedAt
      nextAct
      cancellableUntil
      viewerCanCancel
    }
  }
`)

type Kind = 'VISITOR' | 'SEEKER' | 'REGISTRANT' | 'EMPLOYER' | 'STAFF' | 'PARTNER'

interface ApplyBoxProps {
  posting: FragmentOf<typeof ApplyBox_posting>
  kind: Kind
  /** The viewer's own registration is not finished yet. */
  registering: boolean
}

/** What can be done with this posting now, until when (PAGES 2.3); on phones the one act stands above the tab bar too. */
export function ApplyBox(props: ApplyBoxProps) {
  const posting = readFragment(ApplyBox_posting, props.posting)
  const { kind } = props
  const { t } = useTranslation('public')
  const now = useNow()
  const here = `/jobs/${posting.postingNumber ?? ''}`
  const apply = `${here}/apply`
  const application = posting.viewerApplication
  const until = posting.validUntilAt && posting.isOpen && <Countdown until={posting.validUntilAt} label={t('posting.deadline')} loses />
  const head = (words: string) => (
    <p className="flex flex-wrap items-center justify-between gap-2">
      <b>{words}</b>
      {until}
    </p>
  )
  const askCounter = (
    <p className="sub mt-2">
      {t('apply.counterHow', { number: posting.postingNumber ?? '', office: posting.office.name, phone: posting.office.phone })}
    </p>
  )

  if (application)
    return (
      <Box>
        <p className="flex flex-wrap items-center gap-2">
          <Badge kind="ok" icon={CircleCheck}>
            {t('apply.applied')}
          </Badge>
          <span className="small mute">{formatDateTime(application.appliedAt, now)}</span>
        </p>
        <p className="mt-2">{application.nextAct}</p>
        {application.viewerCanCancel && (
          <p className="small sub mt-2">
            <Countdown until={application.cancellableUntil} label={t('apply.cancellable')} />
          </p>
        )}
        <LinkButton to={`/me/applications/${application.id}`} wide className="mt-3">
          {t('apply.see')}
        </LinkButton>
      </Box>
    )
  if (posting.viewerCanApply)
    return (
      <>
        <Box>
          {head(t('apply.can'))}
          <LinkButton to={apply} variant="primary" wide className="mt-3">
            {t('apply.do')}
          </LinkButton>
        </Box>
        <div className="applybar no-print" role="region" aria-label={t('apply.region')}>
          <LinkButton to={apply} variant="primary">
            {t('apply.do')}
          </LinkButton>
        </div>
      </>
    )
  if (posting.isOpen && kind === 'VISITOR')
    return (
      <Box>
        <h2 className="text-[1.125rem]">{t('apply.how')}</h2>
        <p className="mt-1">{until}</p>
        <p className="sub mt-2">{t(posting.sheet?.selfApplication ? 'apply.openText' : 'apply.counterText')}</p>
        {posting.sheet?.selfApplication === false && askCounter}
        <LinkButton to="/open/seeker" variant="primary" wide className="mt-4">
          {t('apply.open')}
        </LinkButton>
        <LinkButton to={`/signin?next=${encodeURIComponent(here)}`} wide className="mt-2">
          {t('apply.signIn')}
        </LinkButton>
      </Box>
    )
  if (posting.isOpen && props.registering)
    return (
      <Box>
        {head(t('apply.registering'))}
        <p className="sub mt-2">{t('apply.registeringText')}</p>
        <LinkButton to="/open/seeker" variant="primary" wide className="mt-3">
          {t('apply.goOn')}
        </LinkButton>
      </Box>
    )
  const refusal = posting.applyRefusal
  const words = posting.isOpen ? t(kind === 'SEEKER' ? 'apply.cannot' : 'apply.notYou') : t('posting.ended')
  return (
    <Box>
      {head(words)}
      {refusal && <p className="sub mt-2">{refusal.message}</p>}
      {refusal?.code === 'POSTING_COUNTER_ONLY' && askCounter}
      {refusal?.code === 'SEEKER_NOT_VALID' && (
        <LinkButton to="/me/registration" variant="primary" wide className="mt-3">
          {t('apply.renew')}
        </LinkButton>
      )}
      {!posting.isOpen && (
        <LinkButton to="/jobs" wide className="mt-3">
          {t('apply.others')}
        </LinkButton>
      )}
    </Box>
  )
}

function Box(props: { children: ReactNode }) {
  const { t } = useTranslation('public')
  return (
    <>
      <Card as="div">{props.children}</Card>
      <div className="mt-3">
        <Button variant="text" size="s" icon={Printer} onPress={() => window.print()}>
          {t('posting.print')}
        </Button>
      </div>
    </>
  )
}
