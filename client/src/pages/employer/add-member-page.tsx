import { useSuspenseQuery } from '@apollo/client/react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AddMemberForm } from '../../features/employers/add-member-form.tsx'
import { graphql } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useToast } from '../../ui/toast.tsx'

const AddMemberPage = graphql(`
  query AddMemberPage {
    employerMembers {
      seats
      seatsLeft
      viewerCanAdd
    }
  }
`)

export function Page() {
  const { t } = useTranslation('employer')
  const navigate = useNavigate()
  const toast = useToast()
  const { seats, seatsLeft, viewerCanAdd } = useSuspenseQuery(AddMemberPage).data.employerMembers
  return (
    <>
      <Crumbs items={[{ to: '/employer/members', label: t('members.title') }, { label: t('members.addTitle') }]} />
      <PageTitle>{t('members.addTitle')}</PageTitle>
      {viewerCanAdd ? (
        <>
          <p className="sub mt-1">{t('members.addLead', { left: seatsLeft })}</p>
          <AddMemberForm
            onDone={(email) => {
              toast.show({ message: t('members.added', { email }) })
              void navigate({ to: '/employer/members' })
            }}
          />
        </>
      ) : (
        <>
          <p className="mt-3">{t(seatsLeft > 0 ? 'members.ownerOnly' : 'members.full', { seats })}</p>
          <div className="btns mt-5">
            <LinkButton to="/employer/members">{t('members.back')}</LinkButton>
          </div>
        </>
      )}
    </>
  )
}
