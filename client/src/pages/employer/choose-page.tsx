import { useSuspenseQuery } from '@apollo/client/react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChooseEmployer } from '../../features/accounts/use-choose-employer.ts'
import { graphql } from '../../graph/graphql.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

const ChoosePage = graphql(`
  query ChoosePage {
    viewer {
      employer {
        id
      }
      employers {
        id
        name
        employerNumber
      }
    }
  }
`)

/** One person, several establishments: for which one now. */
export function Page() {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const { viewer } = useSuspenseQuery(ChoosePage).data
  const home = async () => navigate({ to: '/employer' })
  const { choose, refused } = useChooseEmployer(home)
  const { employer, employers } = viewer
  return (
    <>
      <PageTitle>{t('choose.title')}</PageTitle>
      <p className="sub mt-1">{t('choose.lead')}</p>
      {refused !== null && (
        <div className="mt-4">
          <Banner kind="err" live>
            {refused}
          </Banner>
        </div>
      )}
      <ul className="mt-5 grid gap-4">
        {employers.map(({ id, name, employerNumber }) => (
          <li key={id} className="card flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
            <div className="min-w-0">
              <p className="b text-[1.125rem]">
                {name || t('choose.unnamed')} {id === employer?.id && <Badge kind="key">{t('choose.now')}</Badge>}
              </p>
              {employerNumber !== null && <p className="small sub num">{employerNumber}</p>}
            </div>
            <Button
              variant={id === employer?.id ? 'primary' : 'secondary'}
              aria-label={t('choose.as', { name: name || t('choose.unnamed') })}
              onPress={() => (id === employer?.id ? home() : choose(id))}
            >
              {t('choose.do')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
