import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FragmentOf } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Link } from '../../ui/link.tsx'
import { useNow, useServerClock } from '../../ui/server-clock.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { passwordRules, type PasswordRules_policy } from './password-rules.ts'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import type { Attempt } from './use-attempt.ts'
import type { Entered } from './use-enter.ts'
import { useRegisterPassword } from './use-register-password.ts'
import type { KeySent } from './use-key-sent.ts'
import { type Purpose, useRequestKey } from './use-request-key.ts'

/** Seconds before another key can be asked for: mails need a moment. */
const PAUSE = 60_000
const SECOND = 1_000

interface KeyAndPasswordProps {
  purpose: Purpose
  sent: KeySent
  onSent: (sent: KeySent) => void
  /** Back to the address, to put it right. */
  onOtherEmail: () => void
  otherEmailLabel?: string | undefined
  /** Why the mail may hold no key. */
  noKey?: string
  onDone: (entered: Entered) => void
  /** The password stands; the authenticator app is asked next. */
  onAttempt?: (attempt: Attempt) => void
  demo: boolean
  doLabel: string
  policy: FragmentOf<typeof PasswordRules_policy>[]
}

/** The key from the mail, and the password it opens; and what to do when no mail comes. */
export function KeyAndPassword(props: KeyAndPasswordProps) {
  const { purpose, sent, onSent, onOtherEmail, onDone, demo, doLabel } = props
  const { t } = useTranslation('account')
  const clock = useServerClock()
  const [typed, setTyped] = useState({ authenticationKey: '', password: '', confirmation: '' })
  const [presses, setPresses] = useState(0)
  const { register, refused, busy } = useRegisterPassword(purpose, props.onAttempt)
  const resend = useRequestKey(purpose, clock.now)
  const set = (key: keyof typeof typed) => (value: string) => setTyped((before) => ({ ...before, [key]: value }))
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setPresses((n) => n + 1)
    const entered = await register({ email: sent.email, ...typed })
    if (entered !== null) onDone(entered)
  }
  const again = async () => {
    const next = await resend.resendKey(sent.email)
    if (next) onSent(next)
  }
  const message = messageOf(refused)
  return (
    <>
      <div className="note mt-4">
        <p>
          <b>{sent.email}</b>
          {t('key.sentTo')}
        </p>
        <p className="mt-1">
          <button type="button" className="small min-h-8 text-key-1000 underline" onClick={onOtherEmail}>
            {props.otherEmailLabel ?? t('key.otherEmail')}
          </button>
        </p>
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <Countdown until={sent.validUntil} label={t('key.life')} />
        </p>
      </div>
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
          label={t('newPassword')}
          required
          hint={passwordRules(t, props.policy)}
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
          <Button type="submit" variant="primary" busy={busy}>
            {doLabel}
          </Button>
        </div>
      </form>
      <section className="mt-8" aria-labelledby="no-mail">
        <h2 id="no-mail" className="text-[1.0625rem]">
          {t('key.noMail')}
        </h2>
        <ul className="small mt-1 list-disc pl-5">
          <li>{t('key.spam')}</li>
          <li>{t('key.allow', { sender: sent.sender })}</li>
          <li>{t('key.right')}</li>
          {props.noKey !== undefined && <li>{props.noKey}</li>}
        </ul>
        {messageOf(resend.refused) !== null && (
          <div className="mt-2">
            <Banner kind="warn" live>
              {messageOf(resend.refused)}
            </Banner>
          </div>
        )}
        <Resend key={sent.sentAt} sentAt={sent.sentAt} busy={resend.busy} onPress={() => void again()} />
        {demo && (
          <p className="mt-3">
            <Link to={`/dev/mail?to=${encodeURIComponent(sent.email)}`}>{t('key.demoMail')}</Link>
          </p>
        )}
      </section>
    </>
  )
}

function Resend(props: { sentAt: string; busy: boolean; onPress: () => void }) {
  const { t } = useTranslation('account')
  const opens = new Date(props.sentAt).getTime() + PAUSE
  const now = useNow((at) => (at.getTime() < opens ? SECOND : PAUSE))
  const left = Math.max(0, Math.ceil((opens - now.getTime()) / SECOND))
  return (
    <div className="mt-2">
      <Button
        size="s"
        busy={props.busy}
        onPress={props.onPress}
        unavailable={left > 0 && left <= PAUSE / SECOND ? t('key.wait', { seconds: left }) : undefined}
      >
        {t('key.resend')}
      </Button>
    </div>
  )
}
