import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { UserMinus, UserRoundCog } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ChangeMemberForm, ChangeMemberForm_member } from '../../features/employers/change-member-form.tsx'
import { HandOverForm } from '../../features/employers/hand-over-form.tsx'
import { RemoveMemberAct } from '../../features/employers/remove-member.tsx'
import { graphql } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useToast } from '../../ui/toast.tsx'

const MemberPage = graphql(
  `
    query MemberPage {
      employerMembers {
        nodes {
          id
          name
          status
          email
          viewerCanChange
          viewerCanRemove
          viewerCanHandOver
          ...ChangeMemberForm_member
        }
      }
    }
  `,
  [ChangeMemberForm_member],
)
const route = getRouteApi('/employer/members/$id')

/** One member: name and role, the ownership, and the way out. */
export function Page() {
  const { t } = useTranslation('employer')
  const navigate = useNavigate()
  const toast = useToast()
  const { id } = route.useParams()
  const member = useSuspenseQuery(MemberPage).data.employerMembers.nodes.find((one) => one.id === id)
  if (!member?.viewerCanChange) return <NotChangeable />
  const { name, status } = member
  const done = (message: string) => {
    toast.show({ message })
    void navigate({ to: '/employer/members' })
  }
  return (
    <>
      <Crumbs items={[{ to: '/employer/members', label: t('members.title') }, { label: name }]} />
      <PageTitle title={t('members.titleOf', { name })}>{name}</PageTitle>
      <p className="sub mt-1 break-all">{member.email}</p>
      <ChangeMemberForm key={id} member={member} onDone={() => done(t('members.saved'))} />
      <div className="mt-8 grid gap-4">
        {member.viewerCanHandOver && (
          <Card title={t('members.handOverTitle')} icon={UserRoundCog}>
            <HandOverForm memberId={id} name={name} onDone={() => done(t('members.handedOver', { name }))} />
          </Card>
        )}
        {member.viewerCanRemove && (
          <Card title={t(status === 'ACTIVE' ? 'members.remove' : 'members.cancel')} icon={UserMinus}>
            <RemoveMemberAct
              memberId={id}
              name={name}
              joined={status === 'ACTIVE'}
              onDone={() => done(t(status === 'ACTIVE' ? 'members.removed' : 'members.cancelled', { name }))}
            />
          </Card>
        )}
      </div>
    </>
  )
}

function NotChangeable() {
  const { t } = useTranslation('employer')
  return (
    <>
      <PageTitle>{t('members.notHere')}</PageTitle>
      <p className="mt-3">{t('members.notHereWhy')}</p>
      <div className="btns mt-5">
        <LinkButton to="/employer/members">{t('members.back')}</LinkButton>
      </div>
    </>
  )
}
