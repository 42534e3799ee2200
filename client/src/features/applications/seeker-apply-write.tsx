import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Checks } from '../../ui/choices.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FileDrop, type FileRow } from '../../ui/file-drop.tsx'
import type { FieldProblem } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import type { ApplyDraft } from './apply-draft.ts'

export const REACHABLE = ['MORNING', 'AFTERNOON', 'EVENING'] as const

interface WriteProps {
  draft: ApplyDraft
  onChange: (part: Partial<ApplyDraft>) => void
  files: { rows: FileRow[]; add: (files: File[]) => void; remove: (id: string) => void; retry: (id: string) => void }
  problems: readonly { fieldId: string; message: string }[]
  presses: number
  wanted: readonly string[]
  limits: { motive: number | undefined; files: number; megabytes: number; hours: number }
  back: string
  onNext: () => void
}

/** 1 書く: motive, documents, times to be reached, and what to know before. */
export function SeekerApplyWrite(props: WriteProps) {
  const { draft, onChange, files, problems, presses, wanted, limits, back, onNext } = props
  const { t } = useTranslation('seeker')
  const problemOf = (id: string): FieldProblem[] =>
    problems.filter((problem) => problem.fieldId === id).map(({ message }) => ({ severity: 'ERROR', message }))
  const numbers = { files: limits.files, megabytes: limits.megabytes }
  return (
    <form
      className="mt-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      {presses > 0 && <ErrorSummary presses={presses} problems={problems.map((problem) => ({ ...problem, severity: 'ERROR' as const }))} />}
      <div className="fields mt-4">
        <TextArea
          id="motive"
          label={t('apply.motive')}
          required
          hint={t('apply.motiveHint')}
          rows={9}
          limit={limits.motive}
          value={draft.motive}
          onChange={(motive) => onChange({ motive })}
          problem={problemOf('motive')}
        />
        <FileDrop
          id="documents"
          label={t('apply.documents')}
          labelText={t('apply.documents')}
          hint={
            wanted.length > 0
              ? t('apply.wanted', { kinds: wanted.map((kind) => t('apply.quoted', { kind })).join(t('apply.and')), ...numbers })
              : t('apply.limits', numbers)
          }
          files={files.rows}
          onAdd={files.add}
          onRemove={files.remove}
          onRetry={files.retry}
          problem={problemOf('documents')}
        >
          <details className="mt-2">
            <summary className="inline-flex min-h-11 cursor-pointer items-center small text-key-1000 underline">{t('apply.kinds')}</summary>
            <p className="small sub">{t('apply.kindsList')}</p>
          </details>
        </FileDrop>
        <Checks
          id="reachable"
          label={t('apply.reachable')}
          row
          value={draft.reachable}
          onChange={(reachable) => onChange({ reachable })}
          options={REACHABLE.map((value) => ({ value, label: t(`apply.times.${value}`) }))}
          problem={problemOf('reachable')}
        />
        <div className="note">
          <h2 className="text-[1.0625rem]!">{t('apply.note.title')}</h2>
          <ul className="mt-1 list-disc pl-5">
            <li>{t('apply.note.notReferral')}</li>
            <li>{t('apply.note.told')}</li>
            <li>{t('apply.note.cancel', { hours: limits.hours })}</li>
          </ul>
        </div>
      </div>
      <div className="btns mt-7">
        <Button type="submit" variant="primary">
          {t('apply.check')}
        </Button>
        <LinkButton to={back}>{t('apply.leave')}</LinkButton>
      </div>
      <p className="small mute mt-3">{t('apply.leaveNote')}</p>
    </form>
  )
}
