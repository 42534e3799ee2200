import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dl } from '../../ui/facts.tsx'
import type { FromPaper } from './use-show-code.ts'

interface CodeCheckProps {
  typed: FromPaper
  busy: boolean
  onSend: () => void
  onCorrect: () => void
}

/** Everything once more before the mail leaves: nothing comes to a wrong address, and a wrong code counts. */
export function CodeCheck({ typed, busy, onSend, onCorrect }: CodeCheckProps) {
  const { t } = useTranslation('account')
  return (
    <>
      <div className="note mt-4">
        <p className="small sub">{t('mail.check')}</p>
        <p className="b text-[1.25rem] [overflow-wrap:anywhere]">{typed.email}</p>
      </div>
      <Dl
        className="mt-4"
        rows={(['employerNumber', 'phone', 'code'] as const).map((key) => ({
          key,
          term: t(`code.field.${key}`),
          value: <span className="num [overflow-wrap:anywhere]">{typed[key]}</span>,
        }))}
      />
      <div className="btns mt-5">
        <Button variant="primary" busy={busy} onPress={onSend}>
          {t('mail.send')}
        </Button>
        <Button onPress={onCorrect}>{t('mail.correct')}</Button>
      </div>
    </>
  )
}
