import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { type Attempt, isAttempt } from './use-attempt.ts'
import type { Entered } from './use-enter.ts'
import { useSignIn } from './use-sign-in.ts'

/** An account of the demo that is entered with one press. */
export interface DemoAccounts {
  password: string
  accounts: readonly { email: string; role: string }[]
}

interface SignInFormProps {
  demo: DemoAccounts | null
  onSignedIn: (entered: Entered) => void
  /** The password was right; a one-time password is on its way. */
  onAttempt: (attempt: Attempt) => void
}

/** E-mail and password; whatever is wrong, what was typed stays. */
export function SignInForm({ demo, onSignedIn, onAttempt }: SignInFormProps) {
  const { t } = useTranslation('account')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { signIn, refused, busy } = useSignIn()
  const enter = async (as: { email: string; password: string }) => {
    const answer = await signIn(as.email, as.password)
    if (answer === null) return
    if (isAttempt(answer)) onAttempt(answer)
    else onSignedIn(answer)
  }
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void enter({ email, password })
  }
  const message = messageOf(refused)
  return (
    <>
      <section className="card" aria-labelledby="sign-in" style={{ padding: '1.5rem' }}>
        <div id="sign-in">{t('signIn.lead')}</div>
        <form className="fields mt-5" onSubmit={send} noValidate>
          {message !== null && (
            <Banner kind="err" live>
              {message}
            </Banner>
          )}
          <TextField
            id="email"
            name="email"
            label={t('email')}
            required
            type="email"
            autoComplete="username"
            inputMode="email"
            value={email}
            onChange={setEmail}
            problem={problemsAt(refused, 'email')}
          />
          <div>
            <TextField
              id="password"
              name="password"
              label={t('password')}
              required
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
              problem={problemsAt(refused, 'password')}
            />
            <p className="mt-2">
              <Link to="/reset" className="small inline-flex min-h-11 items-center lg:min-h-8">
                {t('signIn.forgot')}
              </Link>
            </p>
          </div>
          <Button type="submit" variant="primary" wide busy={busy} busyLabel={t('signIn.busy')}>
            {t('signIn.do')}
          </Button>
        </form>
        <PasskeySignIn onSignedIn={onSignedIn} />
        <p className="mt-5 border-t border-line pt-4">
          {t('signIn.first')} <Link to="/open/seeker">{t('signIn.open')}</Link>
        </p>
        <p className="mt-3">
          {t('signIn.employerFor')} <Link to="/open/employer">{t('signIn.openEmployer')}</Link>
        </p>
        <p className="mt-3">
          {t('signIn.byCodeFor')} <Link to="/open/code">{t('signIn.byCode')}</Link>
        </p>
        <p className="mt-3">
          {t('signIn.registeredFor')} <Link to="/open/registered">{t('signIn.registered')}</Link>
        </p>
      </section>
      {demo && (
        <section className="card mt-4" aria-labelledby="demo-accounts">
          <h2 id="demo-accounts" className="text-[1.0625rem]">
            {t('signIn.demo')}
          </h2>
          <p className="small sub mt-1">
            {t('signIn.demoHow')} <code className="num">{demo.password}</code>
          </p>
          <ul className="mt-3 grid gap-2">
            {demo.accounts.map((account) => (
              <li key={account.email}>
                <Button
                  wide
                  className="flex-wrap"
                  unavailable={busy ? t('signIn.busy') : undefined}
                  onPress={() => {
                    setEmail(account.email)
                    setPassword(demo.password)
                    void enter({ email: account.email, password: demo.password })
                  }}
                >
                  {account.role}
                  <span className="small font-normal">{account.email}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
