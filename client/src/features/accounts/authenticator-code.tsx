import { useTranslation } from 'react-i18next'
import { TwoDimensionalCode } from '../../ui/two-dimensional-code.tsx'

/** What an authenticator app learns: a code for its camera, and the same to type. */
export function AuthenticatorCode({ secret, uri }: { secret: string; uri: string }) {
  const { t } = useTranslation('account')
  return (
    <div className="note mt-4">
      <TwoDimensionalCode text={uri} label={t('oneTime.code')} />
      <p className="small sub mt-2">{t('oneTime.byHand')}</p>
      <p className="num b break-all">{secret.match(/.{1,4}/gu)?.join(' ')}</p>
    </div>
  )
}
