import { useSuspenseQuery } from '@apollo/client/react'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

const OwnDataPage = graphql(`
  query OwnDataPage {
    viewer {
      kind
    }
  }
`)

const PARTS = {
  SEEKER: ['login', 'registration', 'applications', 'talks', 'files', 'looks'],
  REGISTRANT: ['login', 'entry', 'talks', 'files'],
  EMPLOYER: ['login', 'member', 'written', 'files'],
} as const

/** 自分のデータのダウンロード (S53): what is in the file, and the file. */
export function Page() {
  const { t } = useTranslation('account')
  const { viewer } = useSuspenseQuery(OwnDataPage).data
  const parts = PARTS[viewer.kind === 'SEEKER' || viewer.kind === 'REGISTRANT' ? viewer.kind : 'EMPLOYER']
  return (
    <>
      <Crumbs items={[{ to: '/account', label: t('own.crumb') }, { label: t('ownData.title') }]} />
      <PageTitle>{t('ownData.title')}</PageTitle>
      <p className="sub mt-1">{t('ownData.lead')}</p>
      <div className="mt-4">
        <Card title={t('ownData.inside')}>
          <ul className="list-disc space-y-1 pl-5">
            {parts.map((part) => (
              <li key={part}>{t(`ownData.part.${part}`)}</li>
            ))}
          </ul>
        </Card>
      </div>
      <p className="mt-4">{t('ownData.care')}</p>
      <div className="btns mt-4">
        <a className="btn btn-1" href="/files/own-data.json" download>
          <Icon of={Download} />
          {t('ownData.do')}
        </a>
        <LinkButton to="/account">{t('back')}</LinkButton>
      </div>
      <p className="small sub mt-4">{t('ownData.limit')}</p>
    </>
  )
}
