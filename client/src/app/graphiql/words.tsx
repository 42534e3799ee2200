import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { tellCode } from '../../features/employers/code-channel.ts'
import type { Next, Said } from './consequences.ts'

type Translate = TFunction<'staff'>
const fieldWord = (t: Translate, field: string) => t(`field.${field}` as 'field.status', { defaultValue: field })
/** One code can mean another thing in another field. */
const valueWord = (t: Translate, field: string, value: string | null) =>
  value === null
    ? t('work.empty')
    : t([`value.${field}_${value}` as 'value.OPEN', `value.${value}` as 'value.OPEN'], { defaultValue: value })

const HEADINGS = { tried: 'work.whatHappens', done: 'work.whatHappened', refused: 'work.whyNot' } as const

/** Below the answer: what happened, or would, in words, and where one goes on. */
export function Words({ said }: { said: Said }) {
  const { t } = useTranslation('staff')
  if (!said) return null
  return (
    <div className="work-words small" role="status">
      <p className="b">{t(HEADINGS[said.kind])}</p>
      {said.kind === 'refused' ? (
        <Refused said={said} />
      ) : (
        <ul>
          {said.kind === 'tried' &&
            said.changes.map((change, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- changes have no id of their own and never move
              <li key={index}>
                {t('work.change', {
                  field: fieldWord(t, change.field),
                  before: valueWord(t, change.field, change.before),
                  after: valueWord(t, change.field, change.after),
                })}
              </li>
            ))}
          {said.kind === 'tried' && said.changes.length === 0 && <li>{t('work.nothing')}</li>}
          <li>{t(said.kind === 'tried' ? 'work.recorded' : 'work.wasRecorded')}</li>
        </ul>
      )}
      {said.kind === 'done' && said.next && <GoOn next={said.next} />}
    </div>
  )
}

/** What is asked can be confirmed: the variable that says so stands ready to be copied. */
function Refused({ said }: { said: Extract<Said, { kind: 'refused' }> }) {
  const { t } = useTranslation('staff')
  return (
    <>
      <p>{said.message}</p>
      {said.problems.length > 0 && (
        <ul>
          {said.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {said.acknowledge.length > 0 && (
        <p>
          {t('work.acknowledge')}
          <br />
          <code className="wrap-anywhere">{`"acknowledge": ${JSON.stringify(said.acknowledge)}`}</code>
        </p>
      )}
    </>
  )
}

function GoOn({ next }: { next: NonNullable<Next> }) {
  const { t } = useTranslation('staff')
  if (next.kind === 'paper') return <Paper {...next} />
  return (
    <p className="mt-2">
      <a href={`/graphiql?op=issueAccountCreationCode&employer=${next.employerNumber}`}>
        {t('work.toIssue', { number: next.employerNumber })}
      </a>
    </p>
  )
}

/** While the code stands on this screen, its paper can be opened beside it. */
function Paper({ codeId, code }: { codeId: string; code: string }) {
  const { t } = useTranslation('staff')
  useEffect(() => tellCode(codeId, code), [codeId, code])
  return (
    <>
      <p className="mt-2">
        <a href={`/staff/codes/${codeId}`} target="_blank" rel="noreferrer">
          {t('work.toPaper')}
        </a>
      </p>
      <p>{t('work.paperOnce')}</p>
    </>
  )
}
