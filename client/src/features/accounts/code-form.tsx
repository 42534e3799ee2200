import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { grouped, tidied } from './paper-text.ts'
import { messageOf, problemsAt, type Refused } from '../../ui/refused.ts'
import type { FromPaper } from './use-show-code.ts'

interface CodeFormProps {
  typed: FromPaper
  onType: (values: Partial<FromPaper>) => void
  refused: Refused | null
  /** How often it was sent: each time the problems take the focus. */
  presses: number
  tries: number
  onNext: () => void
  onBack: () => void
}

/** 001 STEP 4: each field says where it stands on the paper. */
export function CodeForm(props: CodeFormProps) {
  const { typed, onType, refused, presses, tries, onNext, onBack } = props
  const { t } = useTranslation('account')
  const message = messageOf(refused)
  const next = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onType({ ...typed, email: tidied(typed.email), code: grouped(typed.code) })
    onNext()
  }
  const field = (key: keyof FromPaper) => ({
    id: key,
    name: key,
    label: t(`code.field.${key}`),
    hint: t(`code.hint.${key}`),
    required: true,
    value: typed[key],
    onChange: (text: string) => onType({ [key]: text }),
    problem: problemsAt(refused, key),
  })
  return (
    <form className="fields mt-6" onSubmit={next} noValidate>
      <ErrorSummary
        presses={presses}
        problems={(refused?.problems ?? []).map(({ path, severity, message: words }) => ({ fieldId: path, severity, message: words }))}
      />
      {message !== null && (
        <Banner kind="err" live>
          {message}
        </Banner>
      )}
      <TextField {...field('email')} type="email" inputMode="email" autoComplete="email" tidy={tidied} />
      <TextField {...field('employerNumber')} inputMode="numeric" autoComplete="off" figures width="w12" tidy={tidied} />
      <TextField {...field('phone')} type="tel" inputMode="tel" autoComplete="tel" figures width="w12" tidy={tidied} />
      <TextField {...field('code')} autoComplete="off" figures width="w20" tidy={grouped} />
      <p className="small sub">{t('code.tries', { tries })}</p>
      <div className="btns">
        <Button type="submit" variant="primary">
          {t('mail.next')}
        </Button>
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
    </form>
  )
}
