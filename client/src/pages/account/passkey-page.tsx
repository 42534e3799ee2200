import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { useAddPasskey } from '../../features/accounts/use-add-passkey.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'

/** The current password, a name if wished, and then the device asks its owner. */
export function Page() {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const toast = useToast()
  const { add, refused, trouble, busy } = useAddPasskey()
  const [currentPassword, setCurrentPassword] = useState('')
  const [name, setName] = useState('')
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!(await add(currentPassword, name))) return
    toast.show({ message: t('passkey.done') })
    void navigate({ to: '/account' })
  }
  const message = messageOf(refused) ?? trouble
  return (
    <>
      <Crumbs items={[{ to: '/account', label: t('own.crumb') }, { label: t('passkey.title') }]} />
      <PageTitle>{t('passkey.title')}</PageTitle>
      <p className="sub mt-1">{t('passkey.lead')}</p>
      <p className="sub mt-1">{t('passkey.shared')}</p>
      {browserSupportsWebAuthn() ? (
        <form className="fields mt-6" onSubmit={(event) => void send(event)} noValidate>
          {message !== null && (
            <Banner kind="err" live>
              {message}
            </Banner>
          )}
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
          <TextField id="name" label={t('passkey.name')} hint={t('passkey.nameHint')} value={name} onChange={setName} />
          <div className="btns">
            <Button type="submit" variant="primary" busy={busy}>
              {t('passkey.do')}
            </Button>
            <LinkButton to="/account">{t('back')}</LinkButton>
          </div>
        </form>
      ) : (
        <div className="mt-6 grid gap-4">
          <Banner kind="warn">{t('passkey.unsupported')}</Banner>
          <p>
            <LinkButton to="/account">{t('back')}</LinkButton>
          </p>
        </div>
      )}
    </>
  )
}
