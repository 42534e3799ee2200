import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { Fingerprint } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { Entered } from './use-enter.ts'
import { usePasskeySignIn } from './use-passkey-sign-in.ts'

/** The way in without password and number, in browsers that know it. */
export function PasskeySignIn({ onSignedIn }: { onSignedIn: (entered: Entered) => void }) {
  const { t } = useTranslation('account')
  const { signIn, refused, busy } = usePasskeySignIn()
  if (!browserSupportsWebAuthn()) return null
  const enter = async () => {
    const entered = await signIn()
    if (entered) onSignedIn(entered)
  }
  return (
    <div className="mt-4 grid gap-4">
      <p className="small sub text-center">{t('signIn.or')}</p>
      {refused !== null && (
        <Banner kind="err" live>
          {refused}
        </Banner>
      )}
      <Button wide icon={Fingerprint} busy={busy} busyLabel={t('signIn.passkeyBusy')} onPress={() => void enter()}>
        {t('signIn.passkey')}
      </Button>
    </div>
  )
}
