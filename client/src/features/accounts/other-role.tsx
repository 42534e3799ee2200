import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { homeOf } from './home-of.ts'

/** Who is signed in opens nothing new by accident. */
export function OtherRole(props: { kind: string; title: string; text: string }) {
  const { t } = useTranslation('account')
  return (
    <>
      <PageTitle>{props.title}</PageTitle>
      <p className="mt-3">{props.text}</p>
      <div className="btns mt-5">
        <LinkButton to={homeOf(props)}>{t('open.home')}</LinkButton>
      </div>
    </>
  )
}
