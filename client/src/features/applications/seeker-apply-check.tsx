import { Clock, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/choices.tsx'
import { Dl } from '../../ui/facts.tsx'
import type { FileRow } from '../../ui/file-drop.tsx'
import { formatFileSize } from '../../ui/format.ts'
import { Progress } from '../../ui/progress.tsx'

interface CheckProps {
  motive: string
  reachable: string
  rows: readonly FileRow[]
  percent: number
  waiting: boolean
  busy: boolean
  understood: boolean
  onUnderstood: (understood: boolean) => void
  problem: string | undefined
  noticeDays: number
  /** Whom to ask when the promise is not kept. */
  office: { name: string; phone: string }
  onChange: (fieldId: string) => void
  onSend: () => void
  onBack: () => void
}

/** 2 確かめる: all that will be sent, what will be told, when an answer comes, and one tick. */
export function SeekerApplyCheck(props: CheckProps) {
  const {
    motive,
    reachable,
    rows,
    percent,
    waiting,
    busy,
    understood,
    onUnderstood,
    problem,
    noticeDays,
    office,
    onChange,
    onSend,
    onBack,
  } = props
  const { t } = useTranslation('seeker')
  const { t: ui } = useTranslation('ui')
  const going = rows.filter((row) => row.state !== 'refused' && row.state !== 'failed')
  const left = rows.length - going.length
  const change = (fieldId: string, name: string) => (
    <Button variant="text" size="s" onPress={() => onChange(fieldId)}>
      {t('apply.change')}
      <span className="sr">
        {ui('common.colon')}
        {name}
      </span>
    </Button>
  )
  return (
    <>
      <div className="mt-4">
        <Dl
          rows={[
            {
              term: t('apply.motive'),
              value: <span className="whitespace-pre-line wrap-anywhere">{motive}</span>,
              action: change('motive', t('apply.motive')),
            },
            {
              term: t('apply.documents'),
              value: (
                <>
                  {going.length === 0 && t('apply.none')}
                  {going.map((row) => (
                    <span key={row.id} className="block wrap-anywhere">
                      {row.name} <span className="mute small num">{formatFileSize(row.size)}</span>
                      {row.state !== 'done' && <span className="mute small"> {t('apply.underWay')}</span>}
                    </span>
                  ))}
                  {left > 0 && <span className="block small danger">{t('apply.leftOut', { count: left })}</span>}
                </>
              ),
              action: change('documents', t('apply.documents')),
            },
            { term: t('apply.reachable'), value: reachable || t('apply.unwritten'), action: change('reachable', t('apply.reachable')) },
            {
              term: t('apply.told'),
              value: (
                <>
                  {t('apply.toldList')}
                  <br />
                  <span className="small sub">{t('apply.notTold')}</span>
                </>
              ),
            },
          ]}
        />
      </div>
      <div className="mt-6">
        <Banner kind="info" icon={Clock} title={t('apply.promise', { days: noticeDays })}>
          <p className="small">{t('apply.promiseNote', { office: office.name, phone: office.phone })}</p>
        </Banner>
      </div>
      <div className="mt-4">
        <Check
          id="understoodNotReferral"
          checked={understood}
          onChange={onUnderstood}
          problem={problem === undefined ? undefined : { severity: 'ERROR', message: problem }}
        >
          {t('apply.understood')}
        </Check>
      </div>
      {waiting && (
        <div className="mt-4">
          <Progress label={t('apply.filesUnderWay')} value={percent} max={100} valueText={`${percent}%`} />
        </div>
      )}
      <div className="btns mt-5">
        <Button
          variant="primary"
          icon={Send}
          busy={busy || waiting}
          busyLabel={waiting ? t('apply.waiting', { percent }) : undefined}
          onPress={onSend}
        >
          {t('apply.send')}
        </Button>
        <Button onPress={onBack}>{t('apply.back')}</Button>
      </div>
    </>
  )
}
