import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { passwordRules, type PasswordRules_policy } from './password-rules.ts'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { useOpenInvitation } from './use-open-invitation.ts'

export const InvitationPassword_invitation = graphql(`
  fragment InvitationPassword_invitation on Invitation {
    id
    email
    validUntil
  }
`)

interface InvitationPasswordProps {
  token: string
  termsVersion: string
  invitation: FragmentOf<typeof InvitationPassword_invitation>
  policy: FragmentOf<typeof PasswordRules_policy>[]
  onIn: () => void
  onDead: () => void
  onBack: () => void
}

/** The password that the link sets, once; the address stands above it, because it is the user ID from now on. */
export function InvitationPassword(props: InvitationPasswordProps) {
  const { t } = useTranslation('account')
  const { email, validUntil } = readFragment(InvitationPassword_invitation, props.invitation)
  const [typed, setTyped] = useState({ password: '', confirmation: '' })
  const [presses, setPresses] = useState(0)
  const { open, refused, busy } = useOpenInvitation(props.token, props.termsVersion)
  const set = (key: keyof typeof typed) => (value: string) => setTyped((before) => ({ ...before, [key]: value }))
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setPresses((n) => n + 1)
    const end = await open(typed)
    if (end === 'in') props.onIn()
    if (end === 'dead') props.onDead()
  }
  const message = messageOf(refused)
  return (
    <>
      <div className="note mt-4">
        <p className="small sub">{t('invitation.id')}</p>
        <p className="b text-[1.25rem] break-all">{email}</p>
        <p className="small mt-1">{t('invitation.idNote')}</p>
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <Countdown until={validUntil} label={t('invitation.life')} withDate />
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
        <input className="sr" type="email" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden="true" />
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
            {t('invitation.do')}
          </Button>
          <Button onPress={props.onBack}>{t('back')}</Button>
        </div>
      </form>
    </>
  )
}
