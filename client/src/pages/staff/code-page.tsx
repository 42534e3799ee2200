import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, notFound } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CodePaper, CodePaper_code } from '../../features/employers/code-paper.tsx'
import { useIssuedCode } from '../../features/employers/use-issued-code.ts'
import { graphql } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-title.tsx'

const StaffCodePage = graphql(
  `
    query StaffCodePage($id: ID!) {
      accountCreationCode(id: $id) {
        id
        state
        employer {
          id
          name
          employerNumber
        }
        ...CodePaper_code
      }
      policy {
        name
        value
      }
    }
  `,
  [CodePaper_code],
)
const route = getRouteApi('/staff/codes/$id')

/** アカウント作成コードの紙, A4: complete only while the screen that issued the code is open beside it. */
export function Page() {
  const { t } = useTranslation('staff')
  const { id } = route.useParams()
  const { data } = useSuspenseQuery(StaffCodePage, { variables: { id } })
  const { code, silent } = useIssuedCode(id)
  const issued = data.accountCreationCode
  if (!issued) throw notFound()
  const { employer, state } = issued
  const policy = new Map(data.policy.map(({ name, value }) => [name, value]))
  const isUsable = state === 'ISSUED'
  return (
    <>
      <div className="no-print">
        <PageHead
          pageKey={id}
          title={t('paper.title')}
          note={t('paper.about', { name: employer.name, number: employer.employerNumber ?? '' })}
          actions={
            code !== null && isUsable ? (
              <Button variant="primary" icon={Printer} onPress={() => window.print()}>
                {t('paper.print')}
              </Button>
            ) : undefined
          }
        >
          {t('paper.title')}
        </PageHead>
        {!isUsable && <Banner kind="warn">{t(`paper.ended.${state}`)}</Banner>}
        {isUsable && code === null && silent && (
          <Banner kind="warn" title={t('paper.unreadable')} live>
            {t('paper.unreadableNext')}
          </Banner>
        )}
        {isUsable && code === null && !silent && <p role="status">{t('paper.asking')}</p>}
        {(!isUsable || (code === null && silent)) && (
          <p className="mt-4">
            <a className="btn btn-2" href={`/graphiql?op=issueAccountCreationCode&employer=${employer.employerNumber ?? ''}`}>
              {t('paper.again')}
            </a>
          </p>
        )}
      </div>
      {code !== null && isUsable && (
        <CodePaper
          issued={issued}
          code={code}
          tries={policy.get('accountCreationCodeTries') ?? 0}
          keyMinutes={policy.get('authenticationKeyMinutes') ?? 0}
        />
      )}
    </>
  )
}
