import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { amountLeft, nextRedraw } from '../../ui/countdown.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { formatLimit } from '../../ui/format.ts'
import { useNow } from '../../ui/server-clock.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useCancelApplication } from './use-cancel-application.ts'

export const SeekerCancel_application = graphql(`
  fragment SeekerCancel_application on Application {
    id
    employerName
    cancellableUntil
    viewerCanCancel
    sheet {
      id
      title
    }
  }
`)

/** 5時間12分: how long it can still be taken back. */
export function useTimeLeft(until: string): string {
  const { t } = useTranslation('ui')
  const now = useNow((at) => nextRedraw(until, at))
  const { key, ...numbers } = amountLeft(until, now)
  return t(`countdown.${key}`, numbers as { days: number; hours: number; minutes: number; seconds: number })
}

interface SeekerCancelProps {
  application: FragmentOf<typeof SeekerCancel_application>
  /** A sentence with its button, for cards; otherwise the sentence above a wide button. */
  inline?: boolean
}

/** A right that lapses by itself stands in grey, with its time and the way to use it (PAGES 1.6). */
export function SeekerCancel(props: SeekerCancelProps) {
  const application = readFragment(SeekerCancel_application, props.application)
  return application.viewerCanCancel ? <Cancel application={application} inline={props.inline ?? false} /> : null
}

interface CancelProps {
  application: { id: string; employerName: string; cancellableUntil: string; sheet: { title: string } }
  inline: boolean
}

function Cancel({ application, inline }: CancelProps) {
  const { t } = useTranslation('seeker')
  const { run, busy } = useCancelApplication()
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const left = useTimeLeft(application.cancellableUntil)
  const now = useNow()
  const cancel = async () => {
    const answer = await run(application.id)
    if (answer.kind === 'done') {
      setOpen(false)
      toast.show({ message: t('cancel.done', { title: application.sheet.title }) })
    } else setProblem(answer.kind === 'refused' ? answer.message : t('cancel.failed'))
  }
  const ask = () => {
    setProblem(null)
    setOpen(true)
  }
  return (
    <>
      {inline ? (
        <span className="small sub num">
          {t('cancel.left', { left })}{' '}
          <button type="button" className="inline-flex min-h-8 cursor-pointer items-center text-key-1000 underline" onClick={ask}>
            {t('cancel.act')}
            <span className="sr">{t('cancel.of', { title: application.sheet.title })}</span>
          </button>
        </span>
      ) : (
        <>
          <p className="small sub num">{t('cancel.leftWithDate', { left, until: formatLimit(application.cancellableUntil, now) })}</p>
          <div className="mt-2">
            <Button variant="danger" size="s" onPress={ask}>
              {t('cancel.act')}
            </Button>
          </div>
        </>
      )}
      <ConfirmDialog
        open={open}
        danger
        busy={busy}
        title={t('cancel.title')}
        confirmLabel={t('cancel.confirm')}
        cancelLabel={t('cancel.keep')}
        onConfirm={() => void cancel()}
        onCancel={() => setOpen(false)}
      >
        <p className="b">{application.sheet.title}</p>
        <p className="small sub">{application.employerName}</p>
        <p className="mt-3">{t('cancel.what')}</p>
        <p className="small sub num mt-2">{t('cancel.leftWithDate', { left, until: formatLimit(application.cancellableUntil, now) })}</p>
        {problem !== null && (
          <div className="mt-3">
            <Banner kind="err" live>
              {problem}
            </Banner>
          </div>
        )}
      </ConfirmDialog>
    </>
  )
}
