import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Link } from '../../ui/link.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { AuthenticatorCode } from './authenticator-code.tsx'
import { type Attempt, isAttempt, useAttempt } from './use-attempt.ts'
import type { Entered } from './use-enter.ts'

const SECOND = 1_000
const MINUTE = 60_000

interface OneTimePasswordFormProps {
  attempt: Attempt
  onAttempt: (attempt: Attempt) => void
  /** Back to e-mail and password. */
  onAgain: () => void
  onSignedIn: (entered: Entered) => void
  demo: boolean
}

/** The six digits from the mail, whether to remember this browser, and what to do when no mail comes (R2). */
export function OneTimePasswordForm(props: OneTimePasswordFormProps) {
  const { attempt, onAttempt, onAgain, onSignedIn, demo } = props
  const { t } = useTranslation('account')
  const [typed, setTyped] = useState('')
  const [remember, setRemember] = useState(false)
  const { verify, resend, refused, busy, resending } = useAttempt(attempt)
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = await verify(typed, remember)
    if (answer === null) return
    if (!isAttempt(answer)) return onSignedIn(answer)
    setTyped('')
    onAttempt(answer)
  }
  const again = async () => {
    const next = await resend()
    if (next === null) return
    setTyped('')
    onAttempt(next)
  }
  const message = messageOf(refused)
  return (
    <>
      {attempt.factor === 'MAIL' ? (
        <p>
          <b className="break-all">{attempt.email}</b>
          {t('oneTime.sentTo')}
        </p>
      ) : (
        <p>{t(attempt.factor === 'SET_UP' ? 'oneTime.setUp' : 'oneTime.inApp')}</p>
      )}
      {attempt.setUp && <AuthenticatorCode {...attempt.setUp} />}
      <form className="fields mt-5" onSubmit={(event) => void send(event)} noValidate>
        {message !== null && (
          <Banner kind="err" live action={{ label: t('oneTime.startAgain'), onPress: onAgain }}>
            {message}
          </Banner>
        )}
        <div>
          <TextField
            id="oneTimePassword"
            name="oneTimePassword"
            label={t('oneTime.field')}
            required
            hint={t('oneTime.hint')}
            figures
            width="w8"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={typed}
            onChange={setTyped}
            tidy={(text) => text.normalize('NFKC').replaceAll(/\s/gu, '')}
            problem={problemsAt(refused, 'oneTimePassword')}
          />
          <p className="mt-2">
            <Countdown until={attempt.validUntil} label={t(attempt.factor === 'MAIL' ? 'oneTime.life' : 'oneTime.pageLife')} />
          </p>
        </div>
        <label className="opt-l">
          <input type="checkbox" checked={remember} onChange={({ target }) => setRemember(target.checked)} />
          <span>
            {t('oneTime.remember')}
            <br />
            <span className="small sub">{t('oneTime.rememberNote')}</span>
          </span>
        </label>
        <Button type="submit" variant="primary" wide busy={busy} busyLabel={t('signIn.busy')}>
          {t('signIn.do')}
        </Button>
      </form>
      {attempt.factor === 'MAIL' ? (
        <section className="small mt-5" aria-labelledby="no-mail">
          <h2 id="no-mail" className="text-[0.875rem]">
            {t('key.noMail')}
          </h2>
          <ul className="mt-1 list-disc pl-5">
            <li>{t('key.spam')}</li>
            <li>{t('key.allow', { sender: attempt.sender })}</li>
            <li>{t('oneTime.lost')}</li>
          </ul>
          <Resend key={attempt.resendFrom} from={attempt.resendFrom} busy={resending} onPress={() => void again()} />
          {demo && (
            <p className="mt-3">
              <Link to={`/dev/mail?to=${encodeURIComponent(attempt.email)}`}>{t('key.demoMail')}</Link>
            </p>
          )}
        </section>
      ) : (
        <p className="small mt-5">{t('oneTime.lostApp')}</p>
      )}
      <p className="small mt-3">
        <button type="button" className="min-h-8 text-left text-key-1000 underline" onClick={onAgain}>
          {t('oneTime.otherPerson')}
        </button>
      </p>
    </>
  )
}

function Resend(props: { from: string; busy: boolean; onPress: () => void }) {
  const { t } = useTranslation('account')
  const opens = new Date(props.from).getTime()
  const now = useNow((at) => (at.getTime() < opens ? SECOND : MINUTE))
  const left = Math.max(0, opens - now.getTime())
  const wait =
    left > 2 * MINUTE
      ? t('oneTime.waitMinutes', { minutes: Math.ceil(left / MINUTE) })
      : t('key.wait', { seconds: Math.ceil(left / SECOND) })
  return (
    <div className="mt-2">
      <Button size="s" busy={props.busy} onPress={props.onPress} unavailable={left > 0 ? wait : undefined}>
        {t('oneTime.resend')}
      </Button>
    </div>
  )
}
