import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import { DateParts } from '../../ui/date-parts.tsx'
import { ErrorSummary, type SummaryProblem } from '../../ui/error-summary.tsx'
import { Dl, type DlRow } from '../../ui/facts.tsx'
import type { FieldProblem } from '../../ui/field.tsx'
import { formatEra } from '../../ui/format.ts'
import { TextArea } from '../../ui/text-field.tsx'
import { type Difference, EmployerResultDifferences } from './employer-result-differences.tsx'
import { useKept } from './use-kept.ts'
import { useRecordSelectionResult } from './use-record-selection-result.ts'

export const EmployerResultForm_application = graphql(`
  fragment EmployerResultForm_application on Application {
    id
    version
    applicant {
      seekerId
      name
    }
    conditions {
      key
      label
      value
    }
  }
`)

interface Typed {
  outcome: '' | 'HIRED' | 'NOT_HIRED'
  startDate: string
  same: '' | 'SAME' | 'OTHER'
  differences: Difference[]
  message: string
  reason: string
}

/** The next part of the form is where the person looks. */
const toTop = () => requestAnimationFrame(() => document.getElementById('result')?.scrollIntoView({ block: 'start' }))

const NOTHING: Typed = { outcome: '', startDate: '', same: '', differences: [], message: '', reason: '' }

interface EmployerResultFormProps {
  account: string
  application: FragmentOf<typeof EmployerResultForm_application>
  /** The answers are being checked: stands in the address, so that the way back leads to writing. */
  checking: boolean
  onChecking: (checking: boolean) => void
  onDone?: (() => void) | undefined
}

/** Write, check, send: what the applicant and the office are told (PAGES 2.10). */
export function EmployerResultForm(props: EmployerResultFormProps) {
  const { t } = useTranslation('employer')
  const application = readFragment(EmployerResultForm_application, props.application)
  const { conditions } = application
  const { onChecking } = props
  const name = application.applicant?.name ?? ''
  const record = useRecordSelectionResult()
  const { value: typed, change, forget } = useKept(props.account, `result:${application.id}`, NOTHING)
  const [presses, setPresses] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [told, setTold] = useState<SummaryProblem[]>([])

  const conditionOf = (key: string) => conditions.find((one) => one.key === key)
  const ready = (outcome: Typed['outcome']) => (outcome === '' ? '' : t(`result.ready.${outcome}`, { name }))
  const choose = (outcome: 'HIRED' | 'NOT_HIRED') =>
    change({ outcome, ...(typed.message === '' || typed.message === ready(typed.outcome) ? { message: ready(outcome) } : {}) })

  const hired = typed.outcome === 'HIRED'
  const missing: SummaryProblem[] = [
    typed.outcome === '' && { fieldId: 'outcome', message: t('result.missing.outcome') },
    hired && typed.startDate === '' && { fieldId: 'startDate', message: t('result.missing.startDate') },
    hired && typed.same === '' && { fieldId: 'same', message: t('result.missing.same') },
    hired &&
      typed.same === 'OTHER' &&
      (typed.differences.length === 0 || typed.differences.some((d) => d.field === '' || d.offered.trim() === '')) && {
        fieldId: 'differences',
        message: t('result.missing.differences'),
      },
    typed.outcome !== '' && typed.message.trim() === '' && { fieldId: 'messageToSeeker', message: t('result.missing.message') },
  ].flatMap((one) => (one ? [{ ...one, severity: 'ERROR' as const }] : []))
  const shown = presses > 0 ? [...missing, ...told.filter((p) => !missing.some((m) => m.fieldId === p.fieldId))] : told
  const problem = (fieldId: string): FieldProblem[] => shown.filter((p) => p.fieldId === fieldId)

  const send = async () => {
    setRefusal(null)
    const answer = await record({
      applicationId: application.id,
      version: application.version,
      outcome: hired ? 'HIRED' : 'NOT_HIRED',
      startDate: hired ? typed.startDate : null,
      sameAsPosted: hired ? typed.same === 'SAME' : null,
      differences: hired && typed.same === 'OTHER' ? typed.differences.map(({ field, offered }) => ({ field, offered })) : null,
      reason: hired || typed.reason.trim() === '' ? null : typed.reason,
      messageToSeeker: typed.message,
    })
    toTop()
    if (answer.kind === 'done') {
      forget()
      return props.onDone?.()
    }
    onChecking(false)
    setRefusal(answer.kind === 'refused' ? answer.message : t('failed'))
    if (answer.kind === 'refused') {
      setTold(answer.problems.map((p) => ({ fieldId: p.path.split('.')[0] ?? '', severity: p.severity, message: p.message })))
      setPresses(presses + 1)
    }
  }

  if (props.checking && missing.length === 0) {
    const rows: DlRow[] = [
      { term: t('result.outcome'), value: typed.outcome === '' ? '' : t(`applicationStatus.${typed.outcome}`) },
      ...(hired ? [{ term: t('result.startDate'), value: formatEra(typed.startDate) }] : []),
      ...(hired
        ? [
            {
              term: t('result.conditions'),
              value:
                typed.same === 'SAME' ? (
                  t('result.same')
                ) : (
                  <ul className="grid gap-1">
                    {typed.differences.map((d, index) => (
                      <li key={index}>
                        <b>{conditionOf(d.field)?.label}</b>
                        <br />
                        <s className="mute">{conditionOf(d.field)?.value}</s> {d.offered}
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]
        : typed.reason.trim() !== ''
          ? [{ term: t('result.reason'), value: <span className="whitespace-pre-line">{typed.reason}</span> }]
          : []),
      { term: t('result.message'), value: <span className="whitespace-pre-line">{typed.message}</span> },
    ]
    return (
      <Card title={t('result.check')} id="result">
        <p className="small sub">{t('result.whoHears')}</p>
        <Dl compact rows={rows} />
        <div className="btns mt-4">
          <Button variant="primary" wide onPress={send}>
            {t('result.send')}
          </Button>
          <Button wide onPress={() => onChecking(false)}>
            {t('result.back')}
          </Button>
        </div>
      </Card>
    )
  }

  return (
    <Card title={t('result.title')} id="result">
      <p className="small sub">{t('result.whoHears')}</p>
      {refusal && (
        <div className="mt-3">
          <Banner kind="err" live>
            {refusal}
          </Banner>
        </div>
      )}
      {shown.length > 0 && (
        <div className="mt-3">
          <ErrorSummary problems={shown} presses={presses} />
        </div>
      )}
      <div className="fields mt-3">
        <Radios
          id="outcome"
          label={t('result.outcome')}
          required
          row
          value={typed.outcome}
          onChange={(value) => choose(value === 'HIRED' ? 'HIRED' : 'NOT_HIRED')}
          options={[
            { value: 'HIRED', label: t('applicationStatus.HIRED') },
            { value: 'NOT_HIRED', label: t('applicationStatus.NOT_HIRED') },
          ]}
          problem={problem('outcome')}
        />
        {hired && (
          <>
            <Radios
              id="same"
              label={t('result.conditions')}
              required
              row
              value={typed.same}
              onChange={(value) =>
                change({
                  same: value === 'SAME' ? 'SAME' : 'OTHER',
                  ...(value === 'OTHER' && typed.differences.length === 0 ? { differences: [{ field: '', offered: '' }] } : {}),
                })
              }
              options={[
                { value: 'SAME', label: t('result.same') },
                { value: 'OTHER', label: t('result.other') },
              ]}
              problem={[...problem('same'), ...problem('sameAsPosted')]}
            />
            {typed.same === 'OTHER' && (
              <EmployerResultDifferences
                differences={typed.differences}
                conditions={conditions}
                problem={problem('differences')}
                onChange={(differences) => change({ differences })}
              />
            )}
            <DateParts
              id="startDate"
              label={t('result.startDate')}
              labelText={t('result.startDate')}
              required
              value={typed.startDate}
              onChange={(startDate) => change({ startDate })}
              problem={problem('startDate')}
            />
          </>
        )}
        {typed.outcome === 'NOT_HIRED' && (
          <TextArea
            id="reason"
            label={t('result.reason')}
            hint={t('result.reasonHint')}
            rows={3}
            value={typed.reason}
            onChange={(reason) => change({ reason })}
            problem={problem('reason')}
          />
        )}
        {typed.outcome !== '' && (
          <TextArea
            id="messageToSeeker"
            label={t('result.message')}
            hint={t('result.messageHint')}
            required
            rows={6}
            value={typed.message}
            onChange={(message) => change({ message })}
            problem={problem('messageToSeeker')}
          />
        )}
      </div>
      <Button
        variant="primary"
        wide
        className="mt-5"
        onPress={() => {
          setPresses(presses + 1)
          setTold([])
          if (missing.length === 0) {
            setPresses(0)
            onChecking(true)
            toTop()
          }
        }}
      >
        {t('result.toCheck')}
      </Button>
    </Card>
  )
}
