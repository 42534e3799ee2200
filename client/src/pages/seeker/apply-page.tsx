import { useApolloClient, useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, notFound } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EMPTY_APPLY } from '../../features/applications/apply-draft.ts'
import { SeekerApplyCheck } from '../../features/applications/seeker-apply-check.tsx'
import { SeekerApplyDone } from '../../features/applications/seeker-apply-done.tsx'
import { type Refused, SeekerApplyRefused } from '../../features/applications/seeker-apply-refused.tsx'
import { SeekerApplyWrite } from '../../features/applications/seeker-apply-write.tsx'
import { type AppliedData, type ApplyInput, useApplyToPosting } from '../../features/applications/use-apply-to-posting.ts'
import { useKept } from '../../features/applications/use-kept.ts'
import { useUploads } from '../../features/files/use-uploads.ts'
import { graphql, type ResultOf } from '../../graph/graphql.ts'
import { keysByInput } from '../../graph/request-key.ts'
import { Banner } from '../../ui/banner.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { focusField } from '../../ui/field.tsx'
import { characterWidth, formatYenRange } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SavedLine } from '../../ui/saved-line.tsx'
import { Steps } from '../../ui/steps.tsx'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'
import { STAGES, useApplyStage } from './use-apply-stage.ts'

const ApplyPage = graphql(`
  query ApplyPage($number: String!) {
    viewer {
      account {
        id
      }
    }
    policy {
      name
      value
    }
    postingByNumber(number: $number) {
      id
      postingNumber
      title
      viewerCanApply
      applyRefusal {
        code
        message
      }
      viewerApplication {
        id
      }
      employer {
        id
        name
      }
      office {
        id
        name
        phone
      }
      sheet {
        id
        title
        employmentTypeText
        wageFormText
        shownFrom
        shownTo
        documentsText
        noticeDays
      }
    }
  }
`)
type PostingData = NonNullable<ResultOf<typeof ApplyPage>['postingByNumber']>
const route = getRouteApi('/jobs/$postingNumber/apply')
const MEGABYTE = 1024 * 1024

export function Page() {
  const { postingNumber } = route.useParams()
  const { data } = useSuspenseQuery(ApplyPage, { variables: { number: postingNumber }, fetchPolicy: 'cache-and-network' })
  if (!data.postingByNumber) throw notFound()
  const numbers = new Map(data.policy.map(({ name, value }) => [name, value]))
  return (
    <Apply
      key={data.postingByNumber.id}
      account={data.viewer.account?.id ?? ''}
      posting={data.postingByNumber}
      limits={{
        motive: numbers.get('motiveMax'),
        files: numbers.get('filesPerMessage') ?? 0,
        megabytes: Math.floor((numbers.get('fileBytes') ?? 0) / MEGABYTE),
        hours: numbers.get('applicationCancelHours') ?? 0,
      }}
    />
  )
}

interface ApplyProps {
  account: string
  posting: PostingData
  limits: { motive: number | undefined; files: number; megabytes: number; hours: number }
}
function Apply({ account, posting, limits }: ApplyProps) {
  const { t } = useTranslation('seeker')
  const client = useApolloClient()
  const uploads = useUploads(posting.id)
  const kept = useKept(account, `apply:${posting.id}`, EMPTY_APPLY, ({ files: sent }) => uploads.restore(sent))
  const { value: draft, saved, ready, change, forget } = kept
  const { run } = useApplyToPosting()
  const [keyOf] = useState(keysByInput)
  const { asked, goTo } = useApplyStage()
  const [presses, setPresses] = useState(0)
  const [problems, setProblems] = useState<readonly { fieldId: string; message: string }[]>([])
  const [understood, setUnderstood] = useState(false)
  const [wanted, setWanted] = useState(false)
  const [lead, setLead] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [unanswered, setUnanswered] = useState<ApplyInput | null>(null)
  const [applied, setApplied] = useState<AppliedData | null>(null)
  const missing = asked === 'done' ? applied === null : asked === 'check' && draft.motive.trim() === ''
  const stage = missing ? 'write' : asked

  const files = uploads.ready
  useEffect(() => {
    if (ready && stage !== 'done' && JSON.stringify(files) !== JSON.stringify(draft.files)) change({ files })
  }, [ready, stage, files, draft.files, change])

  const reachable = draft.reachable.map((time) => t(`apply.times.${time as 'MORNING'}`)).join(t('apply.comma'))
  const missingIn = (motive: string) => {
    const found: { fieldId: string; message: string }[] = []
    const length = characterWidth(motive)
    if (motive.trim() === '') found.push({ fieldId: 'motive', message: t('apply.motiveMissing') })
    if (limits.motive !== undefined && length > limits.motive)
      found.push({ fieldId: 'motive', message: t('apply.motiveLong', { max: limits.motive, excess: Math.ceil(length - limits.motive) }) })
    if (files.length > limits.files) found.push({ fieldId: 'documents', message: t('apply.filesMany', { max: limits.files }) })
    return found
  }
  const written = () => {
    const found = missingIn(draft.motive)
    setProblems(found)
    setPresses((n) => n + 1)
    if (found.length === 0) goTo('check')
  }
  const back = (fieldId = 'motive') => {
    setWanted(false)
    setPresses(0)
    goTo('write')
    setLead(fieldId)
  }
  useEffect(() => {
    if (stage !== 'write' || lead === null) return
    focusField(lead)
    setLead(null)
  }, [stage, lead])

  const { run: send, busy: sending } = useOneAtATime(async (input: ApplyInput) => {
    setRefused(null)
    const answer = await run({ key: keyOf(input), ...input })
    if (answer.kind === 'done') {
      forget()
      setApplied(answer.application)
      goTo('done')
      return
    }
    setUnanswered(answer.kind === 'failed' ? input : null)
    if (answer.kind === 'failed') return
    const own = answer.problems.map((problem) => ({ fieldId: problem.path, message: problem.message }))
    setProblems(own)
    if (own.some((problem) => problem.fieldId !== 'understoodNotReferral')) {
      setPresses((n) => n + 1)
      return goTo('write')
    }
    if (own.length > 0) return
    setRefused({ code: answer.code, message: answer.message })
    window.scrollTo(0, 0)
    void client.query({ query: ApplyPage, variables: { number: posting.postingNumber ?? '' }, fetchPolicy: 'network-only' })
  })
  const sendDraft = () =>
    send({
      postingId: posting.id,
      motive: draft.motive,
      reachable: reachable || null,
      attachmentIds: files.map((file) => file.attachmentId),
      understoodNotReferral: understood,
    })
  /** It did arrive, and only its answer was lost: sent once more as it was, the answer is told again. */
  const arrived = unanswered === null ? undefined : posting.viewerApplication?.id
  useEffect(() => {
    if (arrived !== undefined && unanswered !== null) send(unanswered)
  }, [arrived, unanswered, send])
  const press = () => {
    if (uploads.busy) setWanted(true)
    else sendDraft()
  }
  useEffect(() => {
    if (!wanted || uploads.busy) return
    setWanted(false)
    if (uploads.rows.every((row) => row.state === 'done')) sendDraft()
    // Only the end of the files' way starts what waited for it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted, uploads.busy])

  const { sheet } = posting
  const place = `/jobs/${posting.postingNumber ?? ''}`
  const settled = stage === 'done' || unanswered !== null || sending
  const no = refused ?? (posting.viewerCanApply || settled ? null : posting.applyRefusal)
  const title = stage === 'done' ? t('done.heading') : stage === 'check' ? t('apply.checkTitle') : t('apply.title')
  return (
    <>
      <Crumbs items={[{ label: t('apply.jobs'), to: '/jobs' }, { label: posting.title, to: place }, { label: t('apply.crumb') }]} />
      <Steps label={t('apply.steps')} steps={STAGES.map((one) => t(`apply.stage.${one}`))} current={STAGES.indexOf(stage)} />
      <PageTitle className="mt-4" pageKey={stage} title={title}>
        {title}
      </PageTitle>
      {stage !== 'done' && (
        <div className="card mt-4" style={{ padding: '0.875rem 1rem' }}>
          <p className="b">{posting.title}</p>
          <p className="small sub">
            {[
              posting.employer?.name,
              sheet?.employmentTypeText,
              sheet && `${sheet.wageFormText} ${formatYenRange(sheet.shownFrom, sheet.shownTo)}`,
            ]
              .filter(Boolean)
              .join(' ・ ')}
            {' ・ '}
            <Link to={place}>{t('apply.seePosting')}</Link>
          </p>
        </div>
      )}
      {no && <SeekerApplyRefused refusal={no} application={posting.viewerApplication?.id} place={place} text={draft.motive} />}
      {unanswered !== null && !sending && (
        <div className="mt-4">
          <Banner kind="err" live title={t('apply.failed')} action={{ label: t('apply.again'), onPress: press }}>
            <p>{t('apply.failedKept')}</p>
          </Banner>
        </div>
      )}
      {stage === 'write' && !no && (
        <>
          <p className="mt-4">
            <SavedLine state={saved} />
          </p>
          <SeekerApplyWrite
            draft={draft}
            onChange={(part) => {
              change(part)
              if (presses > 0 && part.motive !== undefined) setProblems(missingIn(part.motive))
            }}
            files={uploads}
            problems={problems}
            presses={presses}
            wanted={sheet?.documentsText ?? []}
            limits={limits}
            back={place}
            onNext={written}
          />
        </>
      )}
      {stage === 'check' && !no && (
        <SeekerApplyCheck
          motive={draft.motive}
          reachable={reachable}
          rows={uploads.rows}
          percent={uploads.percent}
          waiting={wanted}
          busy={sending}
          understood={understood}
          onUnderstood={(on) => {
            setUnderstood(on)
            setProblems([])
          }}
          problem={problems.find((problem) => problem.fieldId === 'understoodNotReferral')?.message}
          noticeDays={sheet?.noticeDays ?? 0}
          office={posting.office}
          onChange={back}
          onSend={press}
          onBack={() => back()}
        />
      )}
      {stage === 'done' && applied && (
        <SeekerApplyDone application={applied} title={posting.title} postingNumber={posting.postingNumber ?? ''} />
      )}
    </>
  )
}
