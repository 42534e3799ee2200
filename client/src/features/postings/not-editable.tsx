import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../ui/button.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

/** Writing has ended for now; the posting itself says what can be done. */
export function NotEditable(props: { id: string; title: string; status: string }) {
  const { t } = useTranslation('employer')
  return (
    <>
      <Crumbs items={[{ label: t('postings.title'), to: '/employer/postings' }, { label: props.title }]} />
      <PageTitle>{props.title}</PageTitle>
      <Empty
        icon={Lock}
        title={t('edit.closed')}
        action={
          <LinkButton variant="primary" to={`/employer/postings/${props.id}`}>
            {t('edit.openPosting')}
          </LinkButton>
        }
      >
        {t(props.status === 'SUBMITTED' ? 'edit.closedSubmitted' : 'edit.closedOther')}
      </Empty>
    </>
  )
}
