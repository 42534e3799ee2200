import { useMutation } from '@apollo/client/react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reconnect } from '../../graph/client.ts'
import { type FragmentOf, graphql } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Link } from '../../ui/link.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { passwordRules, type PasswordRules_policy } from './password-rules.ts'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { useOwnAct, useOwnAct_refusal } from './use-own-act.ts'

const ChangePassword = graphql(
  `
    mutation ChangePassword($input: ChangePasswordInput!) {
      changePassword(input: $input) {
        __typename
        ... on Viewer {
          account {
            id
            passwordChangedAt
          }
          sessions {
            id
          }
          devices {
            id
          }
        }
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [useOwnAct_refusal],
)

interface ChangePasswordFormProps {
  policy: FragmentOf<typeof PasswordRules_policy>[]
  onDone: () => void
}

/** The current password, and the new one twice (003:673). */
export function ChangePasswordForm({ policy, onDone }: ChangePasswordFormProps) {
  const { t } = useTranslation('account')
  const [typed, setTyped] = useState({ currentPassword: '', password: '', confirmation: '' })
  const [presses, setPresses] = useState(0)
  const [run, { loading }] = useMutation(ChangePassword)
  const { act, refused } = useOwnAct()
  const set = (key: keyof typeof typed) => (value: string) => setTyped((before) => ({ ...before, [key]: value }))
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setPresses((n) => n + 1)
    const done = await act(async () => (await run({ variables: { input: typed } })).data?.changePassword)
    if (!done) return
    reconnect()
    onDone()
  }
  return (
    <form className="fields mt-6" onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary
        presses={presses}
        problems={(refused?.problems ?? []).map(({ path, severity, message }) => ({ fieldId: path, severity, message }))}
      />
      {messageOf(refused) !== null && (
        <Banner kind="err" live>
          {messageOf(refused)}
        </Banner>
      )}
      <div>
        <TextField
          id="currentPassword"
          label={t('changePassword.current')}
          required
          type="password"
          autoComplete="current-password"
          value={typed.currentPassword}
          onChange={set('currentPassword')}
          problem={problemsAt(refused, 'currentPassword')}
        />
        <p className="mt-2">
          <Link to="/reset" className="small inline-flex min-h-11 items-center lg:min-h-8">
            {t('changePassword.forgot')}
          </Link>
        </p>
      </div>
      <TextField
        id="password"
        label={t('newPassword')}
        required
        hint={passwordRules(t, policy)}
        type="password"
        autoComplete="new-password"
        value={typed.password}
        onChange={set('password')}
        problem={problemsAt(refused, 'password')}
      />
      <TextField
        id="confirmation"
        label={t('confirmation')}
        required
        hint={t('key.once')}
        type="password"
        autoComplete="new-password"
        value={typed.confirmation}
        onChange={set('confirmation')}
        problem={problemsAt(refused, 'confirmation')}
      />
      <div className="btns">
        <Button type="submit" variant="primary" busy={loading}>
          {t('changePassword.do')}
        </Button>
        <LinkButton to="/account">{t('back')}</LinkButton>
      </div>
    </form>
  )
}
