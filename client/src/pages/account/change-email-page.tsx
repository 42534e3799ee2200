import { useSuspenseQuery } from '@apollo/client/react'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { useChangeEmail } from '../../features/accounts/use-change-email.ts'
import type { KeySent } from '../../features/accounts/use-key-sent.ts'
import { graphql } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useServerClock } from '../../ui/server-clock.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'

const ChangeEmailPage = graphql(`
  query ChangeEmailPage {
    viewer {
      account {
        id
        email
      }
      demo {
        password
      }
    }
  }
`)

export function Page() {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const toast = useToast()
  const { viewer } = useSuspenseQuery(ChangeEmailPage).data
  const clock = useServerClock()
  const { ask, asked, confirm, confirmed, busy } = useChangeEmail(clock.now)
  const [typed, setTyped] = useState({ email: '', currentPassword: '' })
  const [key, setKey] = useState('')
  const [sent, setSent] = useState<KeySent | null>(null)
  const sendKey = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const next = await ask(typed)
    if (next) setSent(next)
  }
  const end = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sent === null || !(await confirm({ email: sent.email, authenticationKey: key }))) return
    toast.show({ message: t('changeEmail.done') })
    void navigate({ to: '/account' })
  }
  const refused = messageOf(sent ? confirmed : asked)
  return (
    <>
      <Crumbs items={[{ to: '/account', label: t('own.crumb') }, { label: t('changeEmail.title') }]} />
      <PageTitle pageKey={sent ? 'key' : 'email'}>{t(sent ? 'changeEmail.keyTitle' : 'changeEmail.title')}</PageTitle>
      {sent ? (
        <>
          <div className="note mt-4">
            <p>
              <b className="break-all">{sent.email}</b>
              {t('key.sentTo')}
            </p>
            <p className="mt-2">
              <Countdown until={sent.validUntil} label={t('key.life')} />
            </p>
          </div>
          <form className="fields mt-6" onSubmit={(event) => void end(event)} noValidate>
            {refused !== null && (
              <Banner kind="err" live>
                {refused}
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
              value={key}
              onChange={setKey}
            />
            <p className="sub">{t('changeEmail.note')}</p>
            <div className="btns">
              <Button type="submit" variant="primary" busy={busy}>
                {t('changeEmail.keyDo')}
              </Button>
              <Button onPress={() => setSent(null)}>{t('key.otherEmail')}</Button>
            </div>
          </form>
          {viewer.demo && (
            <p className="mt-3">
              <Link to={`/dev/mail?to=${encodeURIComponent(sent.email)}`}>{t('key.demoMail')}</Link>
            </p>
          )}
        </>
      ) : (
        <>
          <p className="sub mt-1">{t('changeEmail.lead', { email: viewer.account?.email ?? '' })}</p>
          <form className="fields mt-6" onSubmit={(event) => void sendKey(event)} noValidate>
            {refused !== null && (
              <Banner kind="err" live>
                {refused}
              </Banner>
            )}
            <TextField
              id="email"
              label={t('changeEmail.field')}
              required
              hint={t('mail.hint')}
              type="email"
              inputMode="email"
              autoComplete="email"
              value={typed.email}
              onChange={(email) => setTyped((before) => ({ ...before, email }))}
              tidy={(text) => text.normalize('NFKC').trim()}
              problem={problemsAt(asked, 'email')}
            />
            <TextField
              id="currentPassword"
              label={t('changePassword.current')}
              required
              type="password"
              autoComplete="current-password"
              value={typed.currentPassword}
              onChange={(currentPassword) => setTyped((before) => ({ ...before, currentPassword }))}
              problem={problemsAt(asked, 'currentPassword')}
            />
            <div className="btns">
              <Button type="submit" variant="primary" busy={busy}>
                {t('changeEmail.do')}
              </Button>
              <LinkButton to="/account">{t('back')}</LinkButton>
            </div>
          </form>
        </>
      )}
    </>
  )
}
