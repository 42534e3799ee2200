import { QueryEditor, ResponseEditor, useGraphiQL, useGraphiQLActions, VariableEditor } from '@graphiql/react'
import { DocExplorer } from '@graphiql/plugin-doc-explorer'
import { CircleX, FlaskConical, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { BOOK, employerOf, GROUPS } from './book.ts'
import { saidBy } from './consequences.ts'
import type { Examples } from './examples.ts'
import type { Outcome } from './fetcher.ts'
import { useKeyedVariables } from './keyed-variables.ts'
import type { Operation, Variables } from './operation.ts'
import { Words } from './words.tsx'

interface Props {
  first: Operation
  examples: Examples
  outcome: Outcome | null
  /** AUDITOR reads. */
  mayWrite: boolean
  onOpen: () => void
}

/** Left the book, middle the editor, right the answer and what it means. */
export function Workplace(props: Props) {
  const { t } = useTranslation('staff')
  const { examples, outcome, mayWrite } = props
  const open = (operation: Operation) => {
    choose({ operation })
    props.onOpen()
  }
  const [chosen, choose] = useState({ operation: props.first })
  const { operation } = chosen
  const [left, setLeft] = useState<'book' | 'docs'>('book')
  const { queryEditor, variableEditor } = useEditors()
  const posting = operation.group === 'postings' ? examples.waiting.postings.oldest[0] : undefined
  const employer = operation.key === 'issueAccountCreationCode' ? employerOf(examples) : undefined
  // The editors arrive after the book: what was chosen before then is put in when they are there.
  useEffect(() => {
    queryEditor?.setValue(chosen.operation.text)
    variableEditor?.setValue(JSON.stringify(chosen.operation.variables(examples), null, 2))
  }, [chosen, queryEditor, variableEditor, examples])
  return (
    <div className="workplace">
      <section className="work-book" aria-label={t('work.book')}>
        <Segmented
          label={t('work.book')}
          value={left}
          onChange={(value) => setLeft(value as 'book' | 'docs')}
          items={[
            { value: 'book', label: t('work.book') },
            { value: 'docs', label: t('work.docs') },
          ]}
        />
        {left === 'book' ? (
          <Book current={operation} mayWrite={mayWrite} onOpen={open} />
        ) : (
          <div className="graphiql-container work-docs">
            <DocExplorer />
          </div>
        )}
      </section>
      <section className="work-edit" aria-label={t('work.edit')}>
        <div className="work-head">
          <h2>{t(`op.${operation.key}.title` as 'op.waiting.title')}</h2>
          <p className="small sub">{t(`op.${operation.key}.what` as 'op.waiting.what')}</p>
          {posting && <p className="small b">{t('work.subject', { title: posting.title, employer: posting.employer?.name ?? '' })}</p>}
          {employer && <p className="small b">{t('work.employer', { name: employer.name, number: employer.employerNumber ?? '' })}</p>}
        </div>
        <Acts operation={operation} />
        <div className="graphiql-container work-editor">
          <QueryEditor />
        </div>
        <h3 className="work-label small b">{t('work.variables')}</h3>
        <div className="graphiql-container work-variables">
          <VariableEditor />
        </div>
      </section>
      <section className="work-answer" aria-label={t('work.result')}>
        <Answer outcome={outcome} />
        <div className="graphiql-container work-response">
          <ResponseEditor />
        </div>
        <Words said={outcome ? saidBy(outcome.answer) : null} />
      </section>
    </div>
  )
}

const endOfId = (id: unknown): string => (typeof id === 'string' ? id.slice(-6) : '')
const useEditors = () => useGraphiQL((state) => state)

function Book(props: { current: Operation; mayWrite: boolean; onOpen: (one: Operation) => void }) {
  const { t } = useTranslation('staff')
  const [words, setWords] = useState('')
  const titleOf = (one: Operation) => t(`op.${one.key}.title` as 'op.waiting.title')
  const found = BOOK.filter(
    (one) => (props.mayWrite || !one.dryRun) && (titleOf(one) + t(`op.${one.key}.what` as 'op.waiting.what')).includes(words.trim()),
  )
  return (
    <>
      <TextField label={t('work.search')} value={words} onChange={setWords} mark={false} width="full" />
      {found.length === 0 && <p className="small sub">{t('work.notFound')}</p>}
      {GROUPS.map((group) => {
        const operations = found.filter((one) => one.group === group)
        return operations.length === 0 ? null : (
          <div key={group}>
            <h2 className="small b work-group">{t(`group.${group}`)}</h2>
            <ul className="small work-list">
              {operations.map((one) => (
                <li key={one.key}>
                  <button type="button" aria-current={one.key === props.current.key ? 'true' : undefined} onClick={() => props.onOpen(one)}>
                    {titleOf(one)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </>
  )
}

function Acts({ operation }: { operation: Operation }) {
  const { t } = useTranslation('staff')
  const actions = useGraphiQLActions()
  const { queryEditor, variableEditor, responseEditor, isFetching } = useEditors()
  const loading = !queryEditor || !variableEditor || !responseEditor
  const busyLabel = loading ? t('work.loading') : undefined
  const [asking, setAsking] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [broken, setBroken] = useState(false)
  const keyed = useKeyedVariables()

  const read = (): Variables | null => {
    try {
      return JSON.parse(variableEditor?.getValue() || '{}') as Variables
    } catch {
      return null
    }
  }
  const start = (variables: Variables) => {
    variableEditor?.setValue(JSON.stringify(variables, null, 2))
    actions.run()
  }
  const press = (dryRun: boolean) => {
    const variables = read()
    setBroken(variables === null)
    if (!variables) return
    const sent = keyed(operation.dryRun ? { ...variables, dryRun } : variables)
    if (operation.danger && !dryRun) setAsking(endOfId(variables['postingId']))
    else start(sent)
  }
  return (
    <>
      <div className="work-acts">
        <Button variant="primary" size="s" icon={Play} busy={loading || isFetching} busyLabel={busyLabel} onPress={() => press(false)}>
          {t('work.run')}
        </Button>
        {operation.dryRun && (
          <Button size="s" icon={FlaskConical} busy={loading} busyLabel={busyLabel} onPress={() => press(true)}>
            {t('work.tryOut')}
          </Button>
        )}
        <Button variant="text" size="s" onPress={() => void actions.prettifyEditors()}>
          {t('work.prettify')}
        </Button>
      </div>
      {broken && (
        <p role="alert" className="small work-broken">
          {t('work.variablesBroken')}
        </p>
      )}
      <ConfirmDialog
        open={asking !== null}
        title={t('work.confirmTitle')}
        confirmLabel={t('work.confirmRun')}
        cancelLabel={t('work.confirmCancel')}
        danger
        onCancel={() => setAsking(null)}
        onConfirm={() => {
          if (typed !== asking) return
          setAsking(null)
          setTyped('')
          start({ ...read(), dryRun: false })
        }}
      >
        <p>{t('work.confirmWhat')}</p>
        <TextField label={t('work.confirmField')} value={typed} onChange={setTyped} required width="w8" />
      </ConfirmDialog>
    </>
  )
}

function Answer({ outcome }: { outcome: Outcome | null }) {
  const { t } = useTranslation('staff')
  const said = outcome ? saidBy(outcome.answer) : null
  return (
    <div className="work-acts" role="status">
      {said?.kind === 'tried' && (
        <>
          <Badge kind="key" icon={FlaskConical}>
            {t('work.tried')}
          </Badge>
          <span className="small sub">{t('work.triedNote')}</span>
        </>
      )}
      {said?.kind === 'refused' && (
        <Badge kind="err" icon={CircleX}>
          {t('work.refused')}
        </Badge>
      )}
      {said?.kind === 'done' && (
        <Badge kind="ok" icon={Play}>
          {t('work.done')}
        </Badge>
      )}
      {!outcome && <h2 className="small b">{t('work.result')}</h2>}
      {outcome && <span className="small mute num ml-auto">{t('work.took', { ms: outcome.ms })}</span>}
    </div>
  )
}
