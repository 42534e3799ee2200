import { useRouter } from '@tanstack/react-router'
import { LogIn } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { homeOf } from '../features/accounts/home-of.ts'
import { OneTimePasswordForm } from '../features/accounts/one-time-password-form.tsx'
import { PasswordAgain } from '../features/accounts/password-again.tsx'
import type { Attempt } from '../features/accounts/use-attempt.ts'
import type { Entered } from '../features/accounts/use-enter.ts'
import { Dialog } from '../ui/dialog.tsx'
import { LinkButton } from '../ui/button.tsx'

interface SignInAgainProps {
  account: string
  email: string
  /** The demo's password, to be shown. */
  demoPassword: string | null
  /** Where the person is. */
  next: string
}

/** The session ended: the page stays behind this, and goes on after it with all that was written (PAGES 2.13). */
export function SignInAgain(props: SignInAgainProps) {
  const { account, email, demoPassword, next } = props
  const { t } = useTranslation('app')
  const router = useRouter()
  const [attempt, setAttempt] = useState<Attempt | null>(null)
  const entered = (person: Entered) => {
    setAttempt(null)
    if (person.accountId !== account) router.history.push(homeOf(person))
  }
  return (
    <Dialog open answerNeeded icon={LogIn} title={t('ended.title')} onClose={() => undefined}>
      <p>{t('ended.kept')}</p>
      <div className="mt-4">
        {attempt ? (
          <OneTimePasswordForm
            attempt={attempt}
            onAttempt={setAttempt}
            onAgain={() => setAttempt(null)}
            onSignedIn={entered}
            demo={demoPassword !== null}
          />
        ) : (
          <PasswordAgain email={email} demoPassword={demoPassword} onAttempt={setAttempt} onSignedIn={entered} />
        )}
      </div>
      <p className="mt-4 border-t border-line pt-3">
        <LinkButton to={`/signin?next=${encodeURIComponent(next)}`} variant="text" size="s">
          {t('ended.other')}
        </LinkButton>
      </p>
    </Dialog>
  )
}
