import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Radios } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useNavigateTo } from '../../ui/link.tsx'
import { useToast } from '../../ui/toast.tsx'
import { EmployerPostingState_posting } from './employer-posting-state.ts'
import type { ActAnswer } from './use-act.ts'
import { useCancelPosting } from './use-cancel-posting.ts'
import { useCopyAndOpen } from './use-copy-and-open.ts'
import { useDiscardPosting } from './use-discard-posting.ts'
import { usePausePosting } from './use-pause-posting.ts'
import { useRecallPosting } from './use-recall-posting.ts'
import { useResumePosting } from './use-resume-posting.ts'

type Asking = 'recall' | 'pause' | 'cancel' | 'discard' | 'copy' | null

/** What can be done with an own posting now, each with what happens then. */
export function EmployerPostingActs(props: { posting: FragmentOf<typeof EmployerPostingState_posting> }) {
  const { t } = useTranslation('employer')
  const posting = readFragment(EmployerPostingState_posting, props.posting)
  const { id, version, status } = posting
  const go = useNavigateTo()
  const toast = useToast()
  const [asking, ask] = useState<Asking>(null)
  const [reason, setReason] = useState<'FILLED' | 'PLAN_CHANGED' | ''>('')
  const [unreasoned, setUnreasoned] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const recall = useRecallPosting()
  const pause = usePausePosting()
  const resume = useResumePosting()
  const cancel = useCancelPosting()
  const discard = useDiscardPosting()
  const copying = useCopyAndOpen()

  const own = { postingId: id, version }
  const finish = (answer: ActAnswer, done: () => void) => {
    ask(null)
    if (answer.kind === 'done') {
      setProblem(null)
      done()
    } else setProblem(answer.kind === 'refused' ? answer.message : t('failed'))
  }
  const say = (message: string) => () => toast.show({ message })
  const writing = status === 'DRAFT' || status === 'RETURNED'
  return (
    <>
      {problem && (
        <Banner kind="err" live onClose={() => setProblem(null)}>
          {problem}
        </Banner>
      )}
      <div className="grid gap-3">
        {writing && posting.viewerCanEdit && (
          <LinkButton variant="primary" wide to={`/employer/postings/${id}/edit`}>
            {t(status === 'RETURNED' ? 'acts.fix' : 'acts.goOn')}
          </LinkButton>
        )}
        {status === 'SUBMITTED' && (
          <div>
            <Button wide onPress={() => ask('recall')}>
              {t('acts.recall')}
            </Button>
            <p className="small sub mt-1">{t('acts.recallNote')}</p>
          </div>
        )}
        {status === 'OPEN' && posting.viewerCanCancel && (
          <>
            <div>
              {posting.applicationsPaused ? (
                <Button
                  wide
                  variant="primary"
                  busy={resume.busy}
                  onPress={() => void resume.run(own).then((answer) => finish(answer, say(t('acts.resumed'))))}
                >
                  {t('acts.resume')}
                </Button>
              ) : (
                <Button wide onPress={() => ask('pause')}>
                  {t('acts.pause')}
                </Button>
              )}
              <p className="small sub mt-1">{t(posting.applicationsPaused ? 'acts.resumeNote' : 'acts.pauseNote')}</p>
            </div>
            <div>
              <Button wide variant="danger" onPress={() => ask('cancel')}>
                {t('acts.cancel')}
              </Button>
              <p className="small sub mt-1">{t('acts.cancelNote')}</p>
            </div>
          </>
        )}
        <div>
          <Button wide variant={status === 'ENDED' || status === 'REJECTED' ? 'primary' : 'secondary'} onPress={() => ask('copy')}>
            {t('acts.copy')}
          </Button>
          <p className="small sub mt-1">{t('acts.copyNote')}</p>
        </div>
        {writing && posting.viewerCanEdit && (
          <Button wide variant="danger" onPress={() => ask('discard')}>
            {t('acts.discard')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking === 'recall'}
        title={t('acts.recallTitle')}
        confirmLabel={t('acts.recallDo')}
        busy={recall.busy}
        onCancel={() => ask(null)}
        onConfirm={() => void recall.run(own).then((answer) => finish(answer, say(t('acts.recalled'))))}
      >
        <p>{t('acts.recallWhat')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'pause'}
        title={t('acts.pauseTitle')}
        confirmLabel={t('acts.pauseDo')}
        busy={pause.busy}
        onCancel={() => ask(null)}
        onConfirm={() => void pause.run(own).then((answer) => finish(answer, say(t('acts.paused'))))}
      >
        <p>{t('acts.pauseWhat')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'cancel'}
        title={t('acts.cancelTitle')}
        confirmLabel={t('acts.cancelDo')}
        danger
        busy={cancel.busy}
        onCancel={() => ask(null)}
        onConfirm={() => {
          if (reason === '') return setUnreasoned(true)
          void cancel.run({ ...own, reason }).then((answer) => finish(answer, say(t('acts.cancelled'))))
        }}
      >
        <p>{t('acts.cancelWhat')}</p>
        <div className="mt-4">
          <Radios
            id="cancelReason"
            label={t('acts.cancelReason')}
            required
            problem={unreasoned && reason === '' ? [{ severity: 'ERROR', message: t('acts.cancelReasonMissing') }] : []}
            value={reason}
            onChange={(value) => setReason(value === 'FILLED' ? 'FILLED' : 'PLAN_CHANGED')}
            options={[
              { value: 'FILLED', label: t('endReason.FILLED') },
              { value: 'PLAN_CHANGED', label: t('endReason.PLAN_CHANGED') },
            ]}
          />
        </div>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'copy'}
        title={t('postings.copyTitle')}
        confirmLabel={t('postings.copyDo')}
        busy={copying.busy}
        onCancel={() => ask(null)}
        onConfirm={() =>
          void copying.copy(id).then((why) => {
            ask(null)
            setProblem(why)
          })
        }
      >
        <p>{t('postings.copyWhat', { title: posting.title })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'discard'}
        title={t('acts.discardTitle')}
        confirmLabel={t('acts.discardDo')}
        danger
        busy={discard.busy}
        onCancel={() => ask(null)}
        onConfirm={() =>
          void discard.run(own).then((answer) =>
            finish(answer, () => {
              go('/employer/postings')
              toast.show({ message: t('acts.discarded') })
            }),
          )
        }
      >
        <p>{t('acts.discardWhat', { title: posting.title })}</p>
      </ConfirmDialog>
    </>
  )
}
