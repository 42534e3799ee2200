import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { messageOf } from '../../ui/refused.ts'
import { type Attempt, isAttempt } from './use-attempt.ts'
import type { Entered } from './use-enter.ts'
import { useSignIn } from './use-sign-in.ts'

interface PasswordAgainProps {
  email: string
  demoPassword: string | null
  onSignedIn: (entered: Entered) => void
  onAttempt: (attempt: Attempt) => void
}

/** The password of somebody whose address is known already. */
export function PasswordAgain({ email, demoPassword, onSignedIn, onAttempt }: PasswordAgainProps) {
  const { t } = useTranslation('account')
  const [password, setPassword] = useState('')
  const { signIn, refused, busy } = useSignIn()
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = await signIn(email, password)
    if (answer === null) return
    if (isAttempt(answer)) onAttempt(answer)
    else onSignedIn(answer)
  }
  return (
    <>
      <form className="fields" onSubmit={(event) => void send(event)} noValidate>
        {messageOf(refused) !== null && (
          <Banner kind="err" live>
            {messageOf(refused)}
          </Banner>
        )}
        <p>
          {t('email')}: <b className="break-all">{email}</b>
          <input className="sr" type="text" name="username" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden />
        </p>
        <TextField
          id="password-again"
          name="password"
          label={t('password')}
          required
          {...(demoPassword !== null && { hint: t('signIn.demoPassword', { password: demoPassword }) })}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" variant="primary" wide busy={busy} busyLabel={t('signIn.busy')}>
          {t('signIn.goOn')}
        </Button>
      </form>
      <PasskeySignIn onSignedIn={onSignedIn} />
    </>
  )
}
