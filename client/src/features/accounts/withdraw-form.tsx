import { useMutation } from '@apollo/client/react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Checks } from '../../ui/choices.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { useOwnAct, useOwnAct_refusal } from './use-own-act.ts'

const Withdraw = graphql(
  `
    mutation Withdraw($input: WithdrawInput!) {
      withdraw(input: $input) {
        __typename
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [useOwnAct_refusal],
)

interface WithdrawFormProps {
  /** Of the establishments whose My Page closes with it. */
  closing: readonly string[]
  onDone: () => Promise<void>
}

/** The current password and a word typed by hand: nobody leaves by a slip of the finger. */
export function WithdrawForm({ closing, onDone }: WithdrawFormProps) {
  const { t } = useTranslation('account')
  const [password, setPassword] = useState('')
  const [word, setWord] = useState('')
  const [closes, setCloses] = useState<string[]>([])
  const [presses, setPresses] = useState(0)
  const [missing, setMissing] = useState<string[]>([])
  const [run, { loading }] = useMutation(Withdraw)
  const { act, refused } = useOwnAct()
  const own = (fieldId: string, message: string) => (missing.includes(fieldId) ? [{ fieldId, severity: 'ERROR' as const, message }] : [])
  const problems = [
    ...(refused?.problems ?? []).map(({ path, severity, message }) => ({ fieldId: path, severity, message })),
    ...own('closes', t('withdraw.closesMissing')),
    ...own('word', t('withdraw.wordMissing', { word: t('withdraw.word') })),
  ]
  const problemOf = (fieldId: string) => problems.find((one) => one.fieldId === fieldId)
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setPresses((n) => n + 1)
    const left = [...(closing.length > 0 && closes.length === 0 ? ['closes'] : []), ...(word.trim() === t('withdraw.word') ? [] : ['word'])]
    setMissing(left)
    if (left.length > 0) return
    const input = { currentPassword: password, closesEmployer: closing.length > 0 }
    if (await act(async () => (await run({ variables: { input } })).data?.withdraw)) await onDone()
  }
  return (
    <form className="fields mt-6" onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary presses={presses} problems={problems} />
      {messageOf(refused) !== null && (
        <Banner kind="err" live>
          {messageOf(refused)}
        </Banner>
      )}
      {closing.length > 0 && (
        <Checks
          id="closes"
          label={t('withdraw.closesLabel')}
          required
          value={closes}
          onChange={setCloses}
          options={[{ value: 'yes', label: t('withdraw.closesCheck', { name: closing.join('、') }) }]}
          problem={problemOf('closes')}
        />
      )}
      <TextField
        id="currentPassword"
        label={t('changePassword.current')}
        required
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        problem={problemsAt(refused, 'currentPassword')}
      />
      <TextField
        id="word"
        label={t('withdraw.wordLabel', { word: t('withdraw.word') })}
        hint={t('withdraw.wordHint')}
        required
        autoComplete="off"
        value={word}
        onChange={setWord}
        problem={problemOf('word')}
      />
      <div className="btns">
        <Button type="submit" variant="danger" busy={loading} busyLabel={t('withdraw.busy')}>
          {t('withdraw.do')}
        </Button>
        <LinkButton to="/account">{t('withdraw.stop')}</LinkButton>
      </div>
    </form>
  )
}
