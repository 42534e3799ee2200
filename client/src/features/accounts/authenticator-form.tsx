import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AuthenticatorCode } from './authenticator-code.tsx'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { type AppSecret, useAuthenticator } from './use-authenticator.ts'

interface AuthenticatorFormProps {
  /** There is an app: it is removed. Otherwise one is set up. */
  removes: boolean
  onDone: () => void
}

/** Password, then the code for the camera and the first number; for removing, password and number at once. */
export function AuthenticatorForm({ removes, onDone }: AuthenticatorFormProps) {
  const { t } = useTranslation('account')
  const { begin, confirm, remove, refused, busy } = useAuthenticator()
  const [currentPassword, setCurrentPassword] = useState('')
  const [number, setNumber] = useState('')
  const [app, setApp] = useState<AppSecret | null>(null)
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!removes && app === null) return setApp(await begin(currentPassword))
    if (await (removes ? remove(currentPassword, number) : confirm(number))) onDone()
  }
  const asksNumber = removes || app !== null
  const doLabel = removes ? 'authenticator.removeDo' : app ? 'authenticator.do' : 'authenticator.begin'
  return (
    <form className="fields mt-6" onSubmit={(event) => void send(event)} noValidate>
      {messageOf(refused) !== null && (
        <Banner kind="err" live>
          {messageOf(refused)}
        </Banner>
      )}
      {app === null && (
        <TextField
          id="currentPassword"
          label={t('changePassword.current')}
          required
          type="password"
          autoComplete="current-password"
          value={currentPassword}
          onChange={setCurrentPassword}
          problem={problemsAt(refused, 'currentPassword')}
        />
      )}
      {app && (
        <div>
          <p>{t('authenticator.scan')}</p>
          <AuthenticatorCode {...app} />
        </div>
      )}
      {asksNumber && (
        <TextField
          id="number"
          label={t('authenticator.number')}
          required
          hint={t('oneTime.hint')}
          figures
          width="w8"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={number}
          onChange={setNumber}
          tidy={(text) => text.normalize('NFKC').replaceAll(/\s/gu, '')}
          problem={problemsAt(refused, 'number')}
        />
      )}
      <div className="btns">
        <Button type="submit" variant={removes ? 'danger' : 'primary'} busy={busy}>
          {t(doLabel)}
        </Button>
        <LinkButton to="/account">{t('back')}</LinkButton>
      </div>
    </form>
  )
}
