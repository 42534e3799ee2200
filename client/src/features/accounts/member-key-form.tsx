import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FragmentOf } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { TextField } from '../../ui/text-field.tsx'
import { passwordRules, type PasswordRules_policy } from './password-rules.ts'
import { type Attempt, isAttempt } from './use-attempt.ts'
import type { Entered } from './use-enter.ts'
import { useMemberInvitation } from './use-member-invitation.ts'
import { useRegisterPassword } from './use-register-password.ts'

interface MemberKeyFormProps {
  /** Sets a password, or shows the one that is known. */
  isNew: boolean
  termsVersion: string
  email: string
  onEmail: (email: string) => void
  policy: FragmentOf<typeof PasswordRules_policy>[]
  onIn: (entered: Entered) => void
  onAttempt: (attempt: Attempt) => void
  onBack: () => void
}

/** The address invited, the key from its mail, and a password: a new one twice, or the one known. */
export function MemberKeyForm(props: MemberKeyFormProps) {
  const { isNew, termsVersion, email, onEmail, onIn, onAttempt, onBack } = props
  const { t } = useTranslation('account')
  const [typed, setTyped] = useState({ authenticationKey: '', password: '', confirmation: '' })
  const [presses, setPresses] = useState(0)
  const joining = useMemberInvitation()
  const opening = useRegisterPassword('MEMBER', onAttempt)
  const { refused, busy } = isNew ? opening : joining
  const set = (key: keyof typeof typed) => (value: string) => setTyped((before) => ({ ...before, [key]: value }))
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setPresses((n) => n + 1)
    const { authenticationKey, password } = typed
    const answer = isNew
      ? await opening.register({ email, ...typed, termsVersion })
      : await joining.accept({ email, authenticationKey, password })
    if (answer === null) return
    if (isAttempt(answer)) onAttempt(answer)
    else onIn(answer)
  }
  const message = messageOf(refused)
  return (
    <form className="fields mt-6" onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary
        presses={presses}
        problems={(refused?.problems ?? []).map(({ path, severity, message: words }) => ({ fieldId: path, severity, message: words }))}
      />
      {message !== null && (
        <Banner kind="err" live>
          {message}
        </Banner>
      )}
      <TextField
        id="email"
        label={t('email')}
        required
        hint={t('member.emailHint')}
        type="email"
        inputMode="email"
        autoComplete="username"
        value={email}
        onChange={onEmail}
        tidy={(text) => text.normalize('NFKC').trim()}
        problem={problemsAt(refused, 'email')}
      />
      <TextField
        id="authenticationKey"
        label={t('key.key')}
        required
        hint={t('key.hint')}
        figures
        width="w12"
        autoComplete="one-time-code"
        value={typed.authenticationKey}
        onChange={set('authenticationKey')}
        problem={problemsAt(refused, 'authenticationKey')}
      />
      <TextField
        id="password"
        label={t(isNew ? 'newPassword' : 'password')}
        required
        hint={isNew ? passwordRules(t, props.policy) : t('member.knownPassword')}
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        value={typed.password}
        onChange={set('password')}
        problem={problemsAt(refused, 'password')}
      />
      {isNew && (
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
      )}
      <div className="btns">
        <Button type="submit" variant="primary" busy={busy}>
          {t(isNew ? 'member.open' : 'member.join')}
        </Button>
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
    </form>
  )
}
