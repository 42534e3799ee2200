import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useServerClock } from '../../ui/server-clock.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import type { KeySent } from './use-key-sent.ts'
import { type Purpose, useRequestKey } from './use-request-key.ts'

interface EmailFormProps {
  purpose: Purpose
  termsVersion: string
  email: string
  /** Which address is meant. */
  hint?: string
  onEmail: (email: string) => void
  onSent: (sent: KeySent) => void
  onBack?: () => void
}

/** The address is shown once more before the mail leaves, because nothing comes to a wrong one. */
export function EmailForm(props: EmailFormProps) {
  const { purpose, termsVersion, email, onEmail, onSent, onBack } = props
  const { t } = useTranslation('account')
  const clock = useServerClock()
  const [checking, setChecking] = useState(false)
  const { requestKey, refused, busy } = useRequestKey(purpose, clock.now)
  const known = problemsAt(refused, 'email')
  const tidied = email.normalize('NFKC').trim()
  const ask = async () => {
    const sent = await requestKey(tidied, termsVersion)
    if (sent) onSent(sent)
    else setChecking(false)
  }
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onEmail(tidied)
    if (checking || tidied === '') void ask()
    else setChecking(true)
  }
  return (
    <form className="fields mt-6" onSubmit={send} noValidate>
      {messageOf(refused) !== null && (
        <Banner kind="err" live>
          {messageOf(refused)}
        </Banner>
      )}
      {checking ? (
        <div className="note" role="status">
          <p className="small sub">{t('mail.check')}</p>
          <p className="b text-[1.25rem]">{tidied}</p>
        </div>
      ) : (
        <TextField
          id="email"
          label={t('email')}
          required
          hint={props.hint ?? t('mail.hint')}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={onEmail}
          tidy={(text) => text.normalize('NFKC').trim()}
          problem={known}
        />
      )}
      <div className="btns">
        <Button type="submit" variant="primary" busy={busy}>
          {t(checking ? 'mail.send' : 'mail.next')}
        </Button>
        {checking ? (
          <Button onPress={() => setChecking(false)}>{t('mail.correct')}</Button>
        ) : (
          onBack && <Button onPress={onBack}>{t('back')}</Button>
        )}
      </div>
    </form>
  )
}
