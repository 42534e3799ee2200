import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { useAskForInvitation } from './use-ask-for-invitation.ts'

/** A link that opens nothing: who has a password signs in, who has none gets a new link. Why it is dead nobody is told. */
export function DeadInvitation({ demo }: { demo: boolean }) {
  const { t } = useTranslation('account')
  return (
    <>
      <PageTitle pageKey="dead">{t('invitation.dead.title')}</PageTitle>
      <p className="mt-3">{t('invitation.dead.lead')}</p>
      <div className="mt-5 grid gap-4">
        <Card title={t('invitation.dead.opened')}>
          <p>{t('invitation.dead.openedHow')}</p>
          <div className="btns mt-3">
            <LinkButton to="/signin" variant="primary">
              {t('invitation.dead.signIn')}
            </LinkButton>
            <LinkButton to="/reset">{t('invitation.dead.reset')}</LinkButton>
          </div>
        </Card>
        <Card title={t('invitation.dead.unopened')}>
          <p>{t('invitation.dead.unopenedHow')}</p>
          <AskForInvitation demo={demo} />
        </Card>
      </div>
    </>
  )
}

function AskForInvitation({ demo }: { demo: boolean }) {
  const { t } = useTranslation('account')
  const [email, setEmail] = useState('')
  const { ask, refused, sent, busy } = useAskForInvitation()
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void ask(email)
  }
  const message = messageOf(refused)
  if (sent)
    return (
      <div className="note mt-4" role="status">
        <p>
          <b className="break-all">{sent.email}</b>
          {t('invitation.dead.sent')}
        </p>
        <p className="mt-1">{t('invitation.dead.sentNext')}</p>
        <ul className="small mt-2 list-disc pl-5">
          <li>{t('key.spam')}</li>
          <li>{t('key.allow', { sender: sent.sender })}</li>
          <li>{t('invitation.dead.stillNone')}</li>
        </ul>
        {demo && (
          <p className="mt-3">
            <Link to={`/dev/mail?to=${encodeURIComponent(sent.email)}`}>{t('key.demoMail')}</Link>
          </p>
        )}
      </div>
    )
  return (
    <form className="fields mt-4" onSubmit={send} noValidate>
      {message !== null && (
        <Banner kind="err" live>
          {message}
        </Banner>
      )}
      <TextField
        id="email"
        label={t('email')}
        required
        hint={t('invitation.dead.emailHint')}
        type="email"
        inputMode="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        tidy={(text) => text.normalize('NFKC').trim()}
        problem={problemsAt(refused, 'email')}
      />
      <div className="btns">
        <Button type="submit" busy={busy}>
          {t('invitation.dead.ask')}
        </Button>
      </div>
    </form>
  )
}
